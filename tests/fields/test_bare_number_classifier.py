"""The classifier of numbers without a noun: what it was learnt from, and how sentences never learnt from are told."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from extract.fields.counts import find_counts, read_sentences
from extract.latvian.engines import load_engine
from extract.model import Engine, Unit
from invented_letters import analysed

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "annotations" / "bare_numbers"
_MARK = re.compile(r"\{([^{}:]+):(people|families|other)\}")
_UNITS = {"people": Unit.PERSONS, "families": Unit.FAMILIES, "other": None}


@pytest.fixture(scope="module")
def language() -> Language:
    return load_engine(Engine.SPACY)


def _units(marked: str, language: Language) -> list[tuple[Unit | None, Unit | None]]:
    """What each marked number counts, as marked and as found."""
    letter = analysed([_MARK.sub(r"\1", marked)], language=language)
    start = letter.letter.statements[0].start
    found = {
        finding.evidence[0].start - start: finding.value.unit for (each) in find_counts(letter) for finding in each
    }
    pairs, taken = [], 0
    for mark in _MARK.finditer(marked):
        place = mark.start() - taken
        unit = next((unit for at, unit in found.items() if place <= at < place + len(mark[1])), None)
        pairs.append((_UNITS[mark[2]], unit))
        taken += len(mark[0]) - len(mark[1])
    return pairs


def test_numbers_of_sentences_not_learnt_from(language: Language) -> None:
    """Of 136 numbers of people and families rules alone find 88, and they take 9 of 103 others for such."""
    sentences = tomllib.loads((FOLDER / "test.toml").read_text(encoding="utf-8"))["sentences"]
    pairs = [pair for marked in sentences for pair in _units(marked, language)]
    assert sum(expected is not None and found is expected for expected, found in pairs) >= 118
    assert sum(expected is None and found is not None for expected, found in pairs) <= 14


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
        assert found is expected


def test_sentences_without_lemmas_are_left_to_the_rules() -> None:
    (sentence, findings), *_ = read_sentences(analysed(["Pie mums gāja pa vienam, pa diviem, reiz seši."]))
    assert not sentence.doc.has_annotation("LEMMA")
    assert findings == ()


def test_the_weights_were_learnt_from_what_is_annotated_now() -> None:
    """`make numbers` learns them anew."""
    data = json.loads((ROOT / "src/extract/fields/data/bare_number_classifier.json").read_text("utf-8"))
    digest = hashlib.sha256((ROOT / "annotations/train.jsonl").read_bytes())
    for path in sorted(FOLDER.glob("*.toml")):
        if path.stem != "test":
            digest.update(path.read_bytes())
    assert data["learnt_from"] == digest.hexdigest()
