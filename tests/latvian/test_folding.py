"""Case and diacritics are folded away, and offsets stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.latvian.folding import fold, fold_words, folded_case_forms


@pytest.mark.parametrize(
    ("text", "expected"),
    [("RĒZEKNES", "rezeknes"), ("Ķekava", "kekava"), ("čačipen", "cacipen"), ("Straße", "straße"), ("İ", "i")],
)
def test_case_and_diacritics_are_taken_off(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_words_are_told_without_punctuation() -> None:
    assert fold_words("„Romu kultūras centrs”, Rīgā!") == ["romu", "kulturas", "centrs", "riga"]


def test_case_forms_of_a_name_are_folded() -> None:
    assert {"skriveri", "skriveru", "skriveros"} <= folded_case_forms("Skrīveri")


@given(st.text())
def test_each_character_folds_to_one(text: str) -> None:
    assert len(fold(text)) == len(text)
