"""Folding keeps offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.letters.folding import fold, fold_words


@pytest.mark.parametrize(
    ("text", "expected"), [("RĒZEKNES", "rezeknes"), ("Ķekava", "kekava"), ("čačipen", "cacipen"), ("Straße", "straße")]
)
def test_case_and_diacritics_are_taken_off(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_words_are_told_without_punctuation() -> None:
    assert fold_words("„Romu kultūras centrs”, Rīgā!") == ["romu", "kulturas", "centrs", "riga"]


@given(st.text())
def test_each_character_folds_to_one(text: str) -> None:
    assert len(fold(text)) == len(text)
