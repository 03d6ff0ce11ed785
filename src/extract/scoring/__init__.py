"""How good language models are, measured on annotated corpora; of no influence on what a run finds."""
