"""Scores of the CoNLL 2018 shared task: worked examples, and the official scorer on sentences that are spoilt."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extract.scoring.conll import Score, score_entities, score_sentences
from extract.scoring.treebank import Sentence, Word

WORDS = (
    Word("Bērni", "bērns", "NOUN", "Case=Nom|Number=Plur", 3, "nsubj", "O"),
    Word("skaļi", "skaļi", "ADV", "Degree=Pos", 3, "advmod", "O"),
    Word("dzied", "dziedāt", "VERB", "Mood=Ind|Person=3", 0, "root", "O"),
    Word("Cēsīs", "Cēsis", "PROPN", "Case=Loc", 3, "obl:loc", "B-GPE"),
    Word(".", ".", "PUNCT", "_", 3, "punct", "O"),
)


def sentence(*words: Word) -> Sentence:
    return Sentence(" ".join(word.form for word in words), words)


def spoilt(place: int, **changes: object) -> Sentence:
    words = list(WORDS)
    words[place] = replace(words[place], **changes)  # type: ignore[arg-type]  # each test gives its field's type
    return sentence(*words)


def f1(system: Sentence | Sequence[Sentence], name: str) -> float:
    found = [system] if isinstance(system, Sentence) else system
    return round(score_sentences([sentence(*WORDS)], found)[name].f1, 4)


def test_what_is_equal_scores_all() -> None:
    scores = score_sentences([sentence(*WORDS)], [sentence(*WORDS)])
    assert {score.f1 for score in scores.values()} == {1.0}
    assert scores["tokens"] == Score(5, 5, 5)


@pytest.mark.parametrize(
    ("changes", "name", "expected"),
    [
        ({"upos": "PROPN"}, "upos", 0.8),
        ({"lemma": "bērni"}, "lemmas", 0.8),
        ({"feats": "Case=Acc|Number=Plur"}, "ufeats", 0.8),
        ({"feats": "Case=Nom|Number=Plur|Typo=Yes"}, "ufeats", 1.0),
        ({"head": 2}, "uas", 0.8),
        ({"head": 2}, "las", 0.8),
        ({"deprel": "obj"}, "uas", 1.0),
        ({"deprel": "obj"}, "las", 0.8),
        ({"deprel": "nsubj:pass"}, "las", 1.0),
    ],
)
def test_one_word_that_is_wrong(changes: dict[str, object], name: str, expected: float) -> None:
    assert f1(spoilt(0, **changes), name) == expected


def test_a_lemma_that_the_treebank_does_not_give_is_right() -> None:
    gold = spoilt(0, lemma="_")
    assert score_sentences([gold], [spoilt(0, lemma="bērns")])["lemmas"].f1 == 1.0


def test_words_cut_otherwise_count_as_missing_and_surplus() -> None:
    halves = replace(WORDS[0], form="Bēr"), replace(WORDS[0], form="ni", head=4)
    rest = (replace(word, head=word.head + 1 if word.head else 0) for word in WORDS[1:])
    scores = score_sentences([sentence(*WORDS)], [sentence(replace(halves[0], head=4), halves[1], *rest)])
    assert scores["tokens"] == Score(5, 6, 4)
    assert scores["las"] == Score(5, 6, 4)


def test_sentences_are_right_where_both_ends_are() -> None:
    parts = [sentence(*(replace(word, head=0) for word in words)) for words in (WORDS[:3], WORDS[3:])]
    assert f1(parts, "sentences") == 0.0
    assert f1(parts, "tokens") == 1.0


def test_texts_that_differ_are_no_pair() -> None:
    with pytest.raises(ValueError, match="skaļi"):
        score_sentences([sentence(*WORDS)], [spoilt(1, form="klusi")])


def test_nothing_scores_nothing() -> None:
    assert Score(0, 0, 0).f1 == 0.0


@pytest.mark.parametrize(
    ("tags", "all_types", "persons"),
    [
        (["B-person", "I-person", "O", "B-GPE", "O"], (2, 2, 2), (1, 1, 1)),
        (["I-person", "I-person", "O", "B-GPE", "O"], (2, 2, 2), (1, 1, 1)),
        (["B-person", "B-person", "O", "B-GPE", "O"], (2, 3, 1), (1, 2, 0)),
        (["B-person", "I-person", "I-person", "B-location", "O"], (2, 2, 0), (1, 1, 0)),
        (["B-person", "I-GPE", "O", "O", "O"], (2, 2, 0), (1, 1, 0)),
        (["O", "O", "O", "O", "O"], (2, 0, 0), (1, 0, 0)),
    ],
)
def test_entities_are_right_with_all_their_words_and_their_type(
    tags: list[str], all_types: tuple[int, int, int], persons: tuple[int, int, int]
) -> None:
    forms = ["Anna", "Kalna", "dzīvo", "Cēsīs", "."]
    gold_tags = ["B-person", "I-person", "O", "B-GPE", "O"]
    gold = [sentence(*(Word(form, entity=tag) for form, tag in zip(forms, gold_tags, strict=True)))]
    system = [sentence(*(Word(form, entity=tag) for form, tag in zip(forms, tags, strict=True)))]
    assert score_entities(gold, system) == Score(*all_types)
    assert score_entities(gold, system, ["person"]) == Score(*persons)


def test_the_scores_are_those_of_the_official_scorer(tmp_path: Path) -> None:
    udeval = pytest.importorskip("udtools.udeval", reason="udtools comes with the extra stanza")
    gold = [sentence(*WORDS)] * 60
    system = list(_spoil(gold, random.Random(5)))  # noqa: S311 - no secret
    loaded = []
    for name, sentences in (("gold", gold), ("system", system)):
        file = _write(tmp_path / name, sentences)
        with file.open(encoding="utf-8") as lines:
            loaded.append(udeval.load_conllu(lines, str(file), {}))
    official = udeval.evaluate(*loaded)
    ours = score_sentences(gold, system)
    assert 0 < ours["las"].f1 < ours["uas"].f1 < 1
    names = {"Tokens": "tokens", "Sentences": "sentences", "UPOS": "upos", "UFeats": "ufeats", "Lemmas": "lemmas"}
    for theirs, name in (names | {"UAS": "uas", "LAS": "las"}).items():
        score = official[theirs]
        assert (score.gold_total, score.system_total, score.correct) == (
            ours[name].gold,
            ours[name].system,
            ours[name].correct,
        ), name


def _spoil(gold: Iterable[Sentence], chance: random.Random) -> Iterable[Sentence]:
    """The sentences with other tags, lemmas, relations and heads, cut at other places."""
    for each in gold:
        words = [
            replace(
                word,
                upos="X" if chance.random() < 0.2 else word.upos,
                feats="Case=Gen|Style=Rare" if chance.random() < 0.2 else word.feats,
                lemma="cits" if chance.random() < 0.2 else word.lemma,
                deprel="dep:cits" if chance.random() < 0.2 else word.deprel,
            )
            for word in each.words
        ]
        kind = chance.randrange(4)
        if kind == 0:
            yield sentence(*_chain(words[:2]))
            yield sentence(*_chain(words[2:]))
        elif kind == 1:
            first = words[0]
            halves = [replace(first, form=first.form[:2]), replace(first, form=first.form[2:])]
            yield sentence(*_chain(halves + words[1:]))
        elif kind == 2:
            yield sentence(*_chain(words))
        else:
            yield sentence(*words)


def _chain(words: Sequence[Word]) -> list[Word]:
    """Each word on the one before it: a tree, whatever the words are."""
    return [replace(word, head=place) for place, word in enumerate(words)]


def _write(file: Path, sentences: Iterable[Sentence]) -> Path:
    lines: list[str] = []
    for each in sentences:
        for place, word in enumerate(each.words, start=1):
            cells = (
                str(place),
                word.form,
                word.lemma,
                word.upos,
                "_",
                word.feats,
                str(word.head),
                word.deprel,
                "_",
                "_",
            )
            lines.append("\t".join(cells))
        lines.append("")
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file
