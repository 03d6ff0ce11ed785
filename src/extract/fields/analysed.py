"""What every field finder is given: a letter and the linguistic analysis of its statements."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from extract.codebook import Codebook
from extract.model import Evidence, Letter


@dataclass(frozen=True, slots=True)
class AnalysedLetter:
    """A letter with one spaCy `Doc` for each of its statements: `docs[i].text == letter.statements[i].text`.

    Finders look at attributes that a trained pipeline sets (lemma, morphology, entities) only where
    `Doc.has_annotation` says so, which is the seam for trained models.
    """

    letter: Letter
    docs: tuple[Doc, ...]
    codebook: Codebook

    def evidence(self, index: int, start: int, end: int) -> Evidence:
        """Evidence for the characters `start:end` of statement `index`."""
        offset = self.letter.statements[index].start
        return self.letter.document.evidence(offset + start, offset + end)
