"""The classifier of numbers without a noun: what it was learnt from, and how sentences never learnt from are told."""

import json
import tomllib

import pytest
from linear_training import ROOT, fingerprint
from spacy.language import Language
from train_numbers import unmark

from extract.fields.counts import find_counts
from extract.fields.linear import LinearClassifier, in_place_of
from extract.latvian.engines import load_engine
from extract.model import Engine, Unit
from invented_letters import analysed

FOLDER = ROOT / "annotations" / "bare_numbers"


@pytest.fixture(scope="module")
def language() -> Language:
    return load_engine(Engine.SPACY)


def _units(marked: str, language: Language) -> list[tuple[str, str]]:
    """What each marked number of one or more statements counts, as marked and as found."""
    told = [unmark(statement) for statement in marked.split(" | ")]
    letter = analysed([text for text, _ in told], language=language)
    names = {Unit.PERSONS: "people", Unit.FAMILIES: "families", None: "other"}
    units = []
    for (_, places), statement, findings in zip(told, letter.letter.statements, find_counts(letter), strict=True):
        found = {finding.evidence[0].start - statement.start: finding.value.unit for finding in findings}
        units += [
            (is_, names[next((unit for at, unit in found.items() if at in place), None)]) for place, is_ in places
        ]
    return units


@pytest.mark.parametrize(
    ("name", "people", "taken"), [("test", 119, 14), ("test_all_kinds", 53, 0), ("test_elsewhere", 41, 16)]
)
def test_numbers_of_sentences_not_learnt_from(name: str, people: int, taken: int, language: Language) -> None:
    """Of the 136 numbers of people and families in `test` rules alone find 88; they take 9 of 103 others for such."""
    sentences = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["sentences"]
    pairs = [pair for marked in sentences for pair in _units(marked, language)]
    assert sum(expected != "other" and found == expected for expected, found in pairs) >= people
    assert sum(expected == "other" and found != "other" for expected, found in pairs) <= taken


@pytest.mark.parametrize(
    "marked",
    [
        "Kursiem pieteicās deviņi romi, līdz galam tika {septiņi:people}.",
        "Sarakstā bija 30 skolēnu, uz ekskursiju neatnāca {neviens:people}.",
        "Malku saņēma 12 ģimenes, pārtiku – {piecas:families}.",
        "Ģimenes rakstīja 14 iesniegumus, noraidīti {trīs:other}.",
        "Skolā notika sešas tikšanās ar vecākiem, no tām {divas:other} vakarā.",
    ],
)
def test_numbers_without_a_noun(marked: str, language: Language) -> None:
    for expected, found in _units(marked, language):
        assert found == expected


def _groups(texts: list[str], language: Language | None) -> list[tuple[int, str | None]]:
    counts = find_counts(analysed(texts, language=language))[-1]
    return [(finding.value.value, finding.value.group) for finding in counts]


def test_whom_a_learnt_number_counts(language: Language) -> None:
    """Those whom the statement right before counts, if they are of its gender; else nobody knows."""
    with in_place_of("bare_number", LinearClassifier(9.0, {})):
        assert _groups(["Nometnē bija 9 puiši.", "Mājās aizbrauca seši."], language) == [(6, "puiši")]
        assert _groups(["Pabalstu saņēma 12 ģimenes.", "Mājās aizbrauca seši."], language) == [(6, None)]
        assert _groups(["Nometnē bija 9 puiši.", "Skanēja mūzika.", "Mājās aizbrauca seši."], language) == [(6, None)]


def test_rules_may_be_doubted_where_sentences_are_lemmatised(language: Language) -> None:
    texts = ["Kursos mācījās 12 romi, eksāmenu nokārtoja 7."]
    assert _groups(texts, None) == [(12, "romi"), (7, "romi")]
    with in_place_of("bare_number", LinearClassifier(-9.0, {})):
        assert _groups(texts, language) == [(12, "romi")]
        assert _groups(texts, None) == [(12, "romi"), (7, "romi")]


def test_parts_before_a_semicolon_name_nobody_behind_it(language: Language) -> None:
    texts = ["Konsultēts 31 bezdarbnieks, to skaitā 18 sievietes; kursos mācījās 12, no tiem 9 tos pabeidza."]
    assert _groups(texts, language) == [
        (31, "bezdarbnieki"),
        (18, "sievietes"),
        (12, "bezdarbnieki"),
        (9, "bezdarbnieki"),
    ]


def test_the_weights_were_learnt_from_what_is_annotated_now() -> None:
    """`make numbers` learns them anew."""
    data = json.loads((ROOT / "src/extract/fields/data/bare_number_classifier.json").read_text("utf-8"))
    assert data["learnt_from"] == fingerprint(FOLDER)
