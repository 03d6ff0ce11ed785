"""Analysed letters to findings: one file a field of the codebook."""
