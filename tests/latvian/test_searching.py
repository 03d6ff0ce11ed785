"""Searching: forms of one word are found by one another, with and without diacritics; other words are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.latvian.folding import fold
from extract.latvian.inflection import paradigm
from extract.latvian.searching import find_words, has_all, split_words

FORMS = [
    ("ģimene", "ģimenēm"),
    ("ģimene", "GIMENU"),
    ("gimenes", "ģimeņu"),
    ("jaunietis", "jauniešiem"),
    ("jauniesi", "jaunietis"),
    ("jauniesu", "jauniešus"),
    ("skolotājs", "skolotājām"),
    ("bērns", "bērniem"),
    ("pašvaldība", "pašvaldībās"),
    ("valsts", "valstīm"),
    ("apmeklēt", "apmeklēja"),
    ("apmeklēja", "apmeklējuši"),
    ("piedalās", "piedalījās"),
    ("organizēt", "organizēja"),
    ("lielais", "lielajām"),
    ("atbalsts", "atbalsta"),
    ("skol", "skolēniem"),
]
OTHERS = [("gads", "gāze"), ("skola", "skolēns"), ("bērns", "bērzs"), ("romi", "romāns"), ("mājas", "mākslas")]


@pytest.mark.parametrize(("asked", "word"), FORMS)
def test_forms_of_a_word_are_found(asked: str, word: str) -> None:
    words = split_words(f"Novadā {word}, kā arī citi.")
    assert has_all(words, find_words(asked, words))


@pytest.mark.parametrize(("asked", "word"), OTHERS)
def test_other_words_are_not(asked: str, word: str) -> None:
    words = split_words(f"Tur {word}.")
    assert not has_all(words, find_words(asked, words))


def test_all_words_that_are_asked_for_must_be_there() -> None:
    words = split_words("Pasākumā piedalījās 14 romu bērni.")
    assert has_all(words, find_words("bērnu pasākumi", words))
    assert has_all(words, find_words("14 romi", words))
    assert not has_all(words, find_words("bērnu koncerts", words))
    assert has_all(words, find_words(" – ", words))


@given(st.sampled_from(["ģimene", "jaunietis", "skolēns", "iedzīvotājs", "nodarbība", "valsts", "brālis", "tirgus"]))
def test_every_case_form_finds_every_other(noun: str) -> None:
    forms = [form.text for form in paradigm(noun)]
    for form in forms:
        for asked in (form, fold(form), form.upper()):
            assert find_words(asked, forms) == [frozenset(forms)]
