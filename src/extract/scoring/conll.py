"""The scores of the CoNLL 2018 shared task: F1 of tokens, sentences, tags, lemmas and dependencies.

After Zeman et al. (2018), "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies", for
languages without multiword tokens. System and gold share their characters other than white space; words are the same
where they cover the same of those. A score counts a word as correct where it is aligned and its annotation is equal:
features are compared without those of one language only, relations without their subtypes, and a head is right where
it is aligned with the gold head.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extract.scoring.treebank import Sentence, Word

#: The features that the shared task compares: the universal ones of Universal Dependencies 2.2.
UNIVERSAL_FEATURES = frozenset(
    {
        *("PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case"),
        *("Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person"),
        "Polite",
    }
)


@dataclass(frozen=True, slots=True)
class Score:
    """How many there are in the gold data and in the system's, and how many of the system's are right."""

    gold: int
    system: int
    correct: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 1; 0 where there is nothing."""
        return 2 * self.correct / (self.gold + self.system) if self.gold + self.system else 0.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word and its place in the characters of all words; `head` is that of its head, None for the root."""

    place: tuple[int, int]
    word: Word
    head: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Corpus:
    characters: str
    sentences: frozenset[tuple[int, int]]
    words: tuple[_Placed, ...]


def score_sentences(gold: Iterable[Sentence], system: Iterable[Sentence]) -> dict[str, Score]:
    """Scores by name: tokens, sentences, upos, ufeats, lemmas, uas, las. Raises ValueError where the texts differ."""
    expected, found = _place(gold), _place(system)
    if expected.characters != found.characters:
        raise ValueError(f"the texts differ at {_difference(expected.characters, found.characters)!r}")
    by_place = {placed.place: placed for placed in expected.words}
    aligned = [(by_place[placed.place], placed) for placed in found.words if placed.place in by_place]

    def count(is_right: Callable[[_Placed, _Placed], bool]) -> Score:
        return Score(len(expected.words), len(found.words), sum(is_right(*pair) for pair in aligned))

    def same_head(gold: _Placed, system: _Placed) -> bool:
        return gold.head == system.head

    sentences = Score(len(expected.sentences), len(found.sentences), len(expected.sentences & found.sentences))
    return {
        "tokens": Score(len(expected.words), len(found.words), len(aligned)),
        "sentences": sentences,
        "upos": count(lambda gold, system: gold.word.upos == system.word.upos),
        "ufeats": count(lambda gold, system: _universal(gold.word.feats) == _universal(system.word.feats)),
        "lemmas": count(lambda gold, system: gold.word.lemma in ("_", system.word.lemma)),
        "uas": count(same_head),
        "las": count(lambda gold, system: same_head(gold, system) and _bare(gold.word) == _bare(system.word)),
    }


def score_entities(gold: Sequence[Sentence], system: Sequence[Sentence], types: Iterable[str] | None = None) -> Score:
    """Entities of the same words and the same type, of the given `types` or of all; the texts are the same."""
    chosen = None if types is None else frozenset(types)
    expected, found = (
        {entity for entity in _entities(_place(sentences)) if chosen is None or entity[2] in chosen}
        for sentences in (gold, system)
    )
    return Score(len(expected), len(found), len(expected & found))


def _place(sentences: Iterable[Sentence]) -> _Corpus:
    characters: list[str] = []
    ends: set[tuple[int, int]] = set()
    words: list[_Placed] = []
    position = 0
    for sentence in sentences:
        places: list[tuple[int, int]] = []
        for word in sentence.words:
            form = "".join(character for character in word.form if unicodedata.category(character) != "Zs")
            characters.append(form)
            places.append((position, position + len(form)))
            position += len(form)
        ends.add((places[0][0], position))
        words.extend(
            _Placed(place, word, places[word.head - 1] if word.head else None)
            for place, word in zip(places, sentence.words, strict=True)
        )
    return _Corpus("".join(characters), frozenset(ends), tuple(words))


def _entities(corpus: _Corpus) -> set[tuple[int, int, str]]:
    """First and last character and type of each entity; an "I-" that continues nothing begins one."""
    entities: list[tuple[int, int, str]] = []
    before = "O"
    for placed in corpus.words:
        tag = placed.word.entity
        mark, _, kind = tag.partition("-")
        if mark == "I" and before.partition("-")[2] == kind:
            entities[-1] = (entities[-1][0], placed.place[1], kind)
        elif mark in ("B", "I"):
            entities.append((*placed.place, kind))
        before = tag
    return set(entities)


def _universal(feats: str) -> frozenset[str]:
    return frozenset(feat for feat in feats.split("|") if feat.partition("=")[0] in UNIVERSAL_FEATURES)


def _bare(word: Word) -> str:
    return word.deprel.partition(":")[0]


def _difference(first: str, second: str) -> str:
    place = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), 0)
    return first[place : place + 20]
