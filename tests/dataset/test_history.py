"""The history of a value: the machine's words and people's, in order, and nothing left out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.dataset import Absence, Change, Dataset, HistoryEntry, open_dataset
from extract.model import Extraction
from letter_factory import CAMP, LESSONS, NEWER, PROVENANCE, make_extraction, persons


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        save(opened, make_extraction(LESSONS, CAMP))
        yield opened


def save(dataset: Dataset, *extractions: Extraction) -> None:
    with dataset.begin_run(NEWER if dataset.runs() else PROVENANCE) as run:
        for extraction in extractions:
            run.save(extraction)


def lessons(dataset: Dataset) -> str:
    return next(record.id for record in dataset.records() if record.statement.text == LESSONS.text)


def told(entries: list[HistoryEntry]) -> list[tuple[Any, ...]]:
    return [(entry.action, entry.who, entry.before, entry.after) for entry in entries]


def test_a_value_from_the_first_finding_to_the_last_word(dataset: Dataset) -> None:
    identifier = lessons(dataset)
    dataset.edit([Change(identifier, "domain", "culture", why="a concert")], who="Ilze")
    save(dataset, make_extraction(replace(LESSONS, domain="housing"), CAMP))
    dataset.undo("Ilze")
    dataset.edit([Change(identifier, "domain", Absence.NOT_STATED)], who="Jānis")
    entries = dataset.history("talsi.pdf", identifier, "domain")
    assert told(entries) == [
        ("found", "extract", None, "education"),
        ("value_set", "Ilze", "education", "culture"),
        ("found", "extract", "education", "housing"),
        ("undone", "Ilze", "culture", "housing"),
        ("value_set", "Jānis", "housing", {"absence": "not_stated"}),
    ]
    assert [entry.why for entry in entries] == [None, "a concert", None, None, None]
    assert [entry.after_by for entry in entries] == ["extract", "Ilze", "extract", "extract", "Jānis"]
    assert {(entry.document, entry.statement) for entry in entries} == {("talsi.pdf", LESSONS.text)}
    assert len({entry.key for entry in entries}) == 5
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)


def test_a_value_that_the_machine_no_longer_finds(dataset: Dataset) -> None:
    save(dataset, make_extraction(replace(LESSONS, counts={}), CAMP))
    assert told(dataset.history("talsi.pdf", lessons(dataset), "counts")) == [
        ("found", "extract", None, [{"value": as_stored(14)}]),
        ("found", "extract", [{"value": as_stored(14)}], None),
    ]


def as_stored(value: int) -> dict[str, Any]:
    count = persons(value)
    return {
        "value": value,
        "bound": count.bound.value,
        "unit": count.unit.value,
        "group": count.group,
        "role": count.role.value,
        "part_of": count.part_of,
    }


def test_a_field_of_the_letter(dataset: Dataset) -> None:
    dataset.set_letter_value("talsi.pdf", "letter_number", None, who="Ilze")
    assert told(dataset.history("talsi.pdf", None, "letter_number")) == [
        ("found", "extract", None, "1-15/23/77"),
        ("value_set", "Ilze", "1-15/23/77", None),
    ]
    assert dataset.history("talsi.pdf", None, "domain") == []


def test_a_statement_that_is_gone_for_a_while_is_not_told_as_changed(dataset: Dataset) -> None:
    identifier = lessons(dataset)
    save(dataset, make_extraction(CAMP))
    save(dataset, make_extraction(LESSONS, CAMP))
    assert told(dataset.history("talsi.pdf", identifier, "domain")) == [("found", "extract", None, "education")]


def test_all_histories_leave_out_what_never_changed(dataset: Dataset) -> None:
    assert list(dataset.histories()) == []
    save(dataset, make_extraction(LESSONS, name="zilupe.pdf"))
    assert list(dataset.histories()) == []
    identifier = lessons(dataset)
    dataset.edit([Change(identifier, "no_measures", False)], who="Ilze")
    dataset.edit([Change(identifier, "domain", "culture")], who="Ilze")
    added = dataset.add_statement("talsi.pdf", 0, 5, who="Ilze")
    entries = list(dataset.histories())
    assert {entry.document for entry in entries} == {"talsi.pdf"}
    assert [(entry.statement_id, entry.field, entry.action) for entry in entries] == [
        (identifier, "domain", "found"),
        (identifier, "no_measures", "value_set"),
        (identifier, "domain", "value_set"),
        (added, "statement", "value_set"),
    ]
