"""The lexicons of tokens, sentences and dates: in order, without doubles, and without contradiction."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.lang.lv.stop_words import STOP_WORDS

import extract.latvian
from extract.latvian.abbreviations import Standing, abbreviations
from extract.latvian.date_patterns import months

DATA = Path(extract.latvian.__file__).parent / "data"


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


LISTS = [
    (name, key, words)
    for name in ("abbreviations.toml", "sentence_openers.toml", "cardinal_cues.toml")
    for key, words in _read(name).items()
]


@pytest.mark.parametrize(("name", "key", "words"), LISTS, ids=[f"{name}:{key}" for name, key, _ in LISTS])
def test_lists_are_sorted_lower_case_and_without_doubles(name: str, key: str, words: list[str]) -> None:
    assert words == sorted(set(words))
    assert all(word == word.lower().strip() for word in words)


def test_an_abbreviation_stands_in_one_list_and_ends_with_a_full_stop() -> None:
    forms = [form for words in _read("abbreviations.toml").values() for form in words]
    assert len(forms) == len(set(forms))
    assert all(form.endswith(".") and " " not in form for form in forms)
    assert {Standing(key) for key in _read("abbreviations.toml")} == set(Standing)


def test_no_abbreviation_is_a_stop_word() -> None:
    assert not {form[:-1] for form in abbreviations()} & STOP_WORDS


def test_openers_add_to_the_stop_words() -> None:
    assert not set(_read("sentence_openers.toml")["openers"]) & STOP_WORDS


def test_twelve_months_of_five_cases() -> None:
    listed = _read("months.toml")["months"]
    assert [len(month["forms"]) for month in listed] == [5] * 12
    assert len(months()) == sum(len(month["forms"]) + len(month["abbreviations"]) for month in listed)
