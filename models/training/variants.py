"""Sentences as letters spell them: in capitals, without diacritics, with Latvian quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from extract.latvian.folding import fold
from training.corpora import Sentence

#: Shares of the sentences that come once more in each spelling.
WITHOUT_DIACRITICS, IN_CAPITALS, IN_MARKS = 0.04, 0.02, 0.3
_QUOTATION_MARKS = frozenset('"«»“”')


def vary(sentences: list[Sentence], chance: np.random.Generator) -> Iterator[Sentence]:
    """Copies of some sentences in other spellings. Without diacritics lemmas are left out: no rule makes them."""
    for sentence in sentences:
        if chance.random() < WITHOUT_DIACRITICS:
            yield replace(sentence, forms=[_plain(form) for form in sentence.forms], lemmas=None)
        if chance.random() < IN_CAPITALS:
            yield replace(sentence, forms=[form.upper() for form in sentence.forms])
        marks = [i for i, form in enumerate(sentence.forms) if form in _QUOTATION_MARKS]
        if marks and len(marks) % 2 == 0 and chance.random() < IN_MARKS:
            forms = list(sentence.forms)
            for order, i in enumerate(marks):
                forms[i] = "„”"[order % 2]
            lemmas = sentence.lemmas and [f if f in "„”" else m for f, m in zip(forms, sentence.lemmas, strict=True)]
            yield replace(sentence, forms=forms, lemmas=lemmas)


def _plain(form: str) -> str:
    return "".join(plain.upper() if letter.isupper() else plain for letter, plain in zip(form, fold(form), strict=True))
