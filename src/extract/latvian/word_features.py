"""What the annotator sees of a word by itself: letters, pieces, look, and what the dictionary says of it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.latvian.lemma_rules import lemma_rule
from extract.latvian.morphological_lexicon import MorphologicalLexicon

#: Characters of a word that are looked at; of a longer one its start and, twice as many, its end.
MOST_CHARACTERS = 30
MOST_PIECES = 48
MOST_TRAITS = 40
_PIECE_LENGTHS = range(2, 6)
UNKNOWN = 1


@dataclass(frozen=True, slots=True)
class Inventory:
    """The numbers of known words (lower case), characters and traits, each from 2; 0 is padding, 1 the unknown.

    `pieces` is how many numbers there are for pieces of words, onto which these are hashed.
    """

    words: Mapping[str, int]
    characters: Mapping[str, int]
    traits: Mapping[str, int]
    pieces: int


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """The numbers that stand for one word."""

    word: int
    characters: tuple[int, ...]
    pieces: tuple[int, ...]
    traits: tuple[int, ...]


def read_word(form: str, inventory: Inventory, lexicon: MorphologicalLexicon) -> WordFeatures:
    """The features of one form."""
    shown = form if len(form) <= MOST_CHARACTERS else form[: MOST_CHARACTERS // 3] + form[-(MOST_CHARACTERS * 2 // 3) :]
    numbers, among = inventory.characters, inventory.pieces - 2
    known = map(inventory.traits.get, word_traits(form, lexicon))
    return WordFeatures(
        inventory.words.get(form.lower(), UNKNOWN),
        tuple([numbers.get(character, UNKNOWN) for character in shown]),
        tuple([2 + _hash(piece) % among for piece in _pieces(shown.lower())]),
        tuple([trait for trait in known if trait is not None][:MOST_TRAITS]) or (UNKNOWN,),
    )


@lru_cache(maxsize=50_000)
def _hash(piece: str) -> int:
    return zlib.crc32(piece.encode())


def _pieces(form: str) -> list[str]:
    """Runs of two to five letters with the word's bounds, those at its end first."""
    bound = f"<{form}>"
    found = [
        bound[end - length : end] for end in range(len(bound), 1, -1) for length in _PIECE_LENGTHS if end >= length
    ]
    return list(dict.fromkeys([bound[-7:], *found]))[:MOST_PIECES]


def word_traits(form: str, lexicon: MorphologicalLexicon) -> list[str]:
    """Traits by name: the word's look and, of each analysis, paradigm, form, both, and the rule of its lemma."""
    traits = _look(form)
    analyses = lexicon.analyse(form)
    if not analyses:
        return [*traits, "not in dictionary"]
    for analysis in analyses:
        traits += _reading(analysis.paradigm, analysis.form)
        traits.append(f"l {lemma_rule(form, analysis.lemma)}")
    return list(dict.fromkeys(traits))


@lru_cache(maxsize=10_000)
def _reading(paradigm: str, form: str) -> tuple[str, str, str]:
    return f"p {paradigm}", f"f {form}", f"b {paradigm[:-1]} {form}"


def _look(form: str) -> list[str]:
    if form.isdigit():
        kind = f"digits {min(len(form), 5)}"
    elif any(character.isdigit() for character in form):
        kind = "number and stop" if form[:-1].isdigit() and form.endswith(".") else "digits within"
    elif not any(character.isalpha() for character in form):
        kind = "no letters"
    elif form.islower():
        kind = "lower"
    elif form.isupper():
        kind = "upper one" if len(form.rstrip(".")) == 1 else "upper"
    else:
        kind = "title" if form[0].isupper() and form[1:].islower() else "mixed"
    looks = [f"look {kind}"]
    if form.endswith(".") and len(form) > 1:
        looks.append("look stop")
    if "-" in form[1:-1]:
        looks.append("look hyphen")
    return looks
