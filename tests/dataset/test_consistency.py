"""What in a letter does not fit together is flagged on its statements."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.dataset import Dataset, open_dataset
from letter_factory import NOTHING, PROVENANCE, Said, make_extraction, persons

TWICE = "Statement {number} seems to tell of the same activity; its numbers may be counted twice."
LESSONS = Said("2021. gadā nodarbības skolā apmeklēja 14 romu bērni.", counts={"14 romu bērni": persons(14)})
AGAIN = Said("2021.gadā nodarbības skolā apmeklēja 14 romu bērni!", counts={"14 romu bērni": persons(14)})
CAMP = Said("Vasaras nometnē pie jūras atpūtās 14 romu bērni.", counts={"14 romu bērni": persons(14)})
PARTS = Said(
    "Nometnē bija 32 bērni: 13 zēni un 29 meitenes.",
    counts={
        "32 bērni": persons(32),
        "13 zēni": replace(persons(13, "zēni"), part_of=0),
        "29 meitenes": replace(persons(29, "meitenes"), part_of=0),
    },
)


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        yield opened


def flags(dataset: Dataset, *said: Said) -> list[list[str]]:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(*said))
    return [[str(reason) for reason in record.attention] for record in dataset.records()]


def test_parts_above_their_total(dataset: Dataset) -> None:
    assert flags(dataset, PARTS) == [["The parts 13 + 29 = 42 are more than their total 32."]]


def test_parts_that_fit_are_not_flagged(dataset: Dataset) -> None:
    fitting = replace(PARTS, counts={**PARTS.counts, "13 zēni": replace(persons(3, "zēni"), part_of=0)})

    assert flags(dataset, fitting) == [[]]


def test_what_is_told_twice_is_flagged_on_both(dataset: Dataset) -> None:
    assert flags(dataset, LESSONS, NOTHING, AGAIN)[0::2] == [
        [TWICE.format(number=3)],
        [TWICE.format(number=1)],
    ]


def test_the_same_number_in_other_words_is_another_activity(dataset: Dataset) -> None:
    assert flags(dataset, LESSONS, CAMP) == [[], []]


def test_a_statement_that_was_accepted_or_rejected_is_no_longer_flagged(dataset: Dataset) -> None:
    flags(dataset, LESSONS, AGAIN)
    first, _ = dataset.records()
    dataset.set_value(first.id, "review_status", "rejected", who="Ilze")

    assert [record.attention for record in dataset.records()] == [(), ()]


def test_a_part_keeps_its_total(dataset: Dataset) -> None:
    flags(dataset, PARTS)
    (record,) = dataset.records()

    assert [found.value.part_of for found in record.counts] == [None, 0, 0]
