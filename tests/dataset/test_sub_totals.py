"""Sub-totals name their total by its place in the statement, which splitting and merging move."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.dataset import Change, Dataset, Marked, StoredRecord, open_dataset
from extract.errors import DatasetError
from letter_factory import LESSONS, PROVENANCE, Said, make_extraction, persons

SUMMED = Said(
    "Atbalstu saņēma 9 ģimenes. Kopā bija 40 bērni, no tiem 24 zēni un 16 meitenes.",
    counts={
        "9 ģimenes": persons(9, "ģimenes"),
        "40 bērni": persons(40),
        "24 zēni": replace(persons(24, "zēni"), part_of=1),
        "16 meitenes": replace(persons(16, "meitenes"), part_of=1),
    },
)


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, SUMMED))
        yield opened


def records(dataset: Dataset) -> list[StoredRecord]:
    return list(dataset.records("talsi.pdf"))


def totals(record: StoredRecord) -> list[tuple[int, int | None]]:
    return [(count.value.value, count.value.part_of) for count in record.counts]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (" Kopā", [[(9, None)], [(40, None), (24, 0), (16, 0)]]),
        (" no tiem", [[(9, None), (40, None)], [(24, None), (16, None)]]),
        (" un", [[(9, None), (40, None), (24, 1)], [(16, None)]]),
    ],
)
def test_sub_totals_keep_their_total_or_have_none(
    dataset: Dataset, at: str, expected: list[list[tuple[int, int | None]]]
) -> None:
    lessons, whole = records(dataset)
    parts = dataset.split_statement(whole.id, [whole.statement.start + SUMMED.text.index(at)], who="Ilze")
    assert [totals(record) for record in records(dataset) if record.id in parts] == expected
    dataset.undo("Ilze")
    merged = dataset.merge_statements([lessons.id, whole.id], who="Ilze")
    (record,) = [record for record in records(dataset) if record.id == merged]
    assert totals(record) == [(14, None), (9, None), (40, None), (24, 2), (16, 2)]


@pytest.mark.parametrize("part_of", [0, 1, -1])
def test_a_part_needs_a_total_beside_it(dataset: Dataset, part_of: int) -> None:
    whole = records(dataset)[0]
    with pytest.raises(DatasetError, match="field Counts cannot be set"):
        dataset.edit([Change(whole.id, "counts", (Marked(replace(persons(14), part_of=part_of)),))], who="Ilze")
