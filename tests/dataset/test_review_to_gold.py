"""Whatever was extracted, reviewing leads to the gold: the exported records then score 1.0 on every field."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from extract.dataset import Absence, Change, Dataset, Marked, ReviewStatus, StoredRecord, open_dataset
from extract.evaluation import evaluate
from extract.exports import record_lines
from extract.messages import Language
from extract.model import Bound, Count, Extraction, Project, ProjectKind, Role, Unit
from letter_factory import PROVENANCE, Said, make_extraction, persons

ANNOTATIONS = Path(__file__).resolve().parents[2] / "annotations"
GOLD = [json.loads(line) for line in (ANNOTATIONS / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


def wrong(text: str) -> Said:
    """A statement of these words with every field wrong."""
    return Said(text, domain="housing", years=(1999,), no_measures=True, counts={text.split()[0]: persons(999)})


def nothing_found(letter: dict[str, Any]) -> Extraction:
    return _extraction(letter, [])


def all_wrong(letter: dict[str, Any]) -> Extraction:
    return _extraction(letter, [wrong(statement["text"]) for statement in letter["statements"]])


def run_together(letter: dict[str, Any]) -> Extraction:
    """Two statements of the letter are one of the extraction."""
    texts = [statement["text"] for statement in letter["statements"]]
    return _extraction(letter, [wrong(" ".join(texts[first : first + 2])) for first in range(0, len(texts), 2)])


def cut_apart(letter: dict[str, Any]) -> Extraction:
    """Each statement of the letter is two of the extraction, cut after its first word."""
    said = []
    for statement in letter["statements"]:
        first, _, rest = statement["text"].partition(" ")
        said += [wrong(first), wrong(rest)] if rest else [wrong(first)]
    return _extraction(letter, said)


def _extraction(letter: dict[str, Any], said: list[Said]) -> Extraction:
    if said:
        return make_extraction(*said, name=letter["file"], respondent="Rīgas valstspilsēta")
    whole = make_extraction(*(wrong(one["text"]) for one in letter["statements"]), name=letter["file"], respondent=None)
    return replace(whole, records=(), letter=replace(whole.letter, statements=()))


@pytest.mark.parametrize("extracted", [nothing_found, all_wrong, run_together, cut_apart])
def test_reviewing_leads_to_the_gold(tmp_path: Path, extracted: Any) -> None:
    with open_dataset(str(tmp_path / "letters.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            for letter in GOLD:
                run.save(extracted(letter))
        before = [dict(line) for line in record_lines(dataset, Language.ENGLISH)]
        assert evaluate(GOLD, before).score("respondent") == 0
        for letter in GOLD:
            review(dataset, letter)
        evaluation = evaluate(GOLD, record_lines(dataset, Language.ENGLISH))
        assert {field: evaluation.score(field) for field in evaluation.tallies} == dict.fromkeys(
            evaluation.tallies, 1.0
        )
        assert evaluation.misses == []
        # All of it can be taken back.
        while dataset.undo("Ilze") is not None:
            pass
        assert list(record_lines(dataset, Language.ENGLISH)) == before


def review(dataset: Dataset, letter: dict[str, Any]) -> None:
    """What a reviewer does who knows the gold."""
    name = letter["file"]
    dataset.edit([Change(None, "respondent", letter["respondent"], document=name)], who="Ilze")
    for gold in letter["statements"]:
        statement = redraw(dataset, name, gold["text"])
        text = next(record.statement.text for record in dataset.records(name) if record.id == statement)
        counts = tuple(
            Marked(count(one), text[one["start"] :][: len(one["text"])], one["start"])
            for one in gold["counts"]
            if not one.get("ignore")
        )
        projects = tuple(Marked(project(one)) for one in gold["projects"] if not one.get("ignore"))
        dataset.edit(
            [
                Change(statement, "domain", gold["domain"] or Absence.NOT_APPLICABLE),
                Change(statement, "years", gold["years"] or Absence.NOT_STATED),
                Change(statement, "no_measures", gold["no_measures"]),
                Change(statement, "counts", counts),
                Change(statement, "projects", projects),
            ],
            who="Ilze",
        )


def standing(dataset: Dataset, name: str) -> list[StoredRecord]:
    return [record for record in dataset.records(name) if record.review_status is not ReviewStatus.REJECTED]


def redraw(dataset: Dataset, name: str, words: str) -> str:
    """The id of the statement that has exactly these words, after splitting, merging or adding what it takes."""
    records = [record for record in standing(dataset, name) if not decided(record)]
    for record in records:
        if same(record.statement.text, words):
            return record.id
    for record in records:
        if words in record.statement.text:
            start = record.statement.start + record.statement.text.index(words)
            places = {start, start + len(words)} - {record.statement.start, record.statement.end}
            parts = dataset.split_statement(record.id, sorted(places), who="Ilze")
            return next(one.id for one in standing(dataset, name) if one.id in parts and one.statement.text == words)
    for first, second in pairwise(records):
        if same(first.statement.text + second.statement.text, words):
            return dataset.merge_statements([first.id, second.id], who="Ilze")
    text = dataset.document(name).text
    taken = [record.statement for record in standing(dataset, name)]
    start = text.index(words)
    while any(one.start < start + len(words) and start < one.end for one in taken):
        start = text.index(words, start + 1)
    return dataset.add_statement(name, start, start + len(words), who="Ilze")


def decided(record: StoredRecord) -> bool:
    return record.review_status is not ReviewStatus.UNREVIEWED


def same(text: str, words: str) -> bool:
    return "".join(text.split()) == "".join(words.split())


def count(gold: dict[str, Any]) -> Count:
    return Count(gold["value"], Bound(gold["bound"]), Unit(gold["unit"]), gold["group"], Role(gold["role"]))


def project(gold: dict[str, Any]) -> Project:
    return Project(gold["name"], ProjectKind(gold["kind"]), gold["number"])
