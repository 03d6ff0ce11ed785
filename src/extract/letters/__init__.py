"""Documents to letters: the frame told from the body, the body cut into statements."""

from extract.letters.letter import read_letter

__all__ = ["read_letter"]
