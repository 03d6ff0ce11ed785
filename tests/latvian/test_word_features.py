"""What is seen of a word by itself."""

import pytest

from extract.latvian.morphological_lexicon import MorphologicalLexicon
from extract.latvian.word_features import MOST_CHARACTERS, UNKNOWN, Inventory, read_word, word_traits

LEXICON = MorphologicalLexicon("1\nbērns/O po:noun1\n", "SFX O Y 1\nSFX O s iem [s] is:dpd\n")
INVENTORY = Inventory({"bērniem": 2}, {"b": 2, "n": 3}, {"look title": 2, "p noun1": 3}, 100)


@pytest.mark.parametrize(
    ("form", "look"),
    [
        ("bērns", "lower"),
        ("Rīga", "title"),
        ("NVA", "upper"),
        ("J.", "upper one"),
        ("eParaksts", "mixed"),
        ("12", "digits 2"),
        ("123456789", "digits 5"),
        ("2021.", "number and stop"),
        ("9.2.4.2/16/I/050", "digits within"),
        (",", "no letters"),
    ],
)
def test_looks(form: str, look: str) -> None:
    assert word_traits(form, LEXICON)[0] == f"look {look}"


def test_traits_tell_paradigm_form_and_lemma() -> None:
    assert word_traits("Bērniem", LEXICON)[1:] == ["p noun1", "f dpd", "b noun dpd", "l l0>|3>s"]
    assert word_traits("galds", LEXICON)[1:] == ["not in dictionary"]


def test_known_and_unknown_numbers() -> None:
    features = read_word("Bērniem", INVENTORY, LEXICON)
    assert features.word == 2
    assert features.characters == (UNKNOWN, UNKNOWN, UNKNOWN, 3, UNKNOWN, UNKNOWN, UNKNOWN)
    assert features.traits == (2, 3)
    assert all(2 <= piece < 100 for piece in features.pieces)
    assert read_word("galds", INVENTORY, LEXICON).word == UNKNOWN
    assert read_word("galds", INVENTORY, LEXICON).traits == (UNKNOWN,)


def test_a_long_word_is_seen_by_its_start_and_end() -> None:
    features = read_word("b" * 50 + "n" * 20, INVENTORY, LEXICON)
    assert features.characters == (2,) * 10 + (3,) * 20
    assert len(features.characters) == MOST_CHARACTERS
