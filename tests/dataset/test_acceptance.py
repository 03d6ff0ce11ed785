"""What is accepted without a person, what waits, and why."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.dataset import Dataset, ReviewStatus, open_dataset
from extract.model import Extraction
from letter_factory import CAMP, LESSONS, PROVENANCE, UNKNOWN, make_extraction

SURE = replace(LESSONS, confidence=0.98)
LESS_SURE = replace(CAMP, confidence=0.9)
DENIED = replace(LESSONS, text="Veselības jomā pasākumi netika īstenoti.", counts={}, no_measures=True, confidence=0.9)
UNCERTAIN = replace(LESSONS, text="Notika trīs nodarbības.", counts={}, confidence=0.5)

#: Opens the same dataset, as seen from a threshold on.
Open = Callable[[float | None], Dataset]


@pytest.fixture
def reopen(tmp_path: Path) -> Iterator[Open]:
    opened: list[Dataset] = []

    def open_above(above: float | None) -> Dataset:
        opened.append(open_dataset(str(tmp_path / "letters.sqlite"), accept_above=above))
        return opened[-1]

    yield open_above
    for dataset in opened:
        dataset.close()


def save(dataset: Dataset, extraction: Extraction) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(extraction)


def seen(dataset: Dataset) -> list[tuple[str, list[str]]]:
    return [(record.review_status.value, [str(reason) for reason in record.attention]) for record in dataset.records()]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (None, [("unreviewed", [])] * 3 + [("unreviewed", ["No domain was found.", "No years were found."])]),
        (0.9, [("machine_accepted", [])] * 3 + [("unreviewed", ["No domain was found.", "No years were found."])]),
        (
            0.95,
            [
                ("machine_accepted", []),
                (
                    "unreviewed",
                    [
                        "The years are less sure (0.9) than asked for (0.95).",
                        "The domain is less sure (0.9) than asked for (0.95).",
                        "The count “divas ģimenes” is less sure (0.9) than asked for (0.95).",
                        "The count “30 jauniešu” is less sure (0.9) than asked for (0.95).",
                        "The project “Vasaras takas” is less sure (0.9) than asked for (0.95).",
                    ],
                ),
                (
                    "unreviewed",
                    [
                        "The years are less sure (0.9) than asked for (0.95).",
                        "The domain is less sure (0.9) than asked for (0.95).",
                        "That nothing was done is less sure (0.9) than asked for (0.95).",
                    ],
                ),
                ("unreviewed", ["No domain was found.", "No years were found."]),
            ],
        ),
    ],
)
def test_what_is_sure_enough_is_accepted_and_the_rest_waits_with_its_reason(
    reopen: Open, above: float | None, expected: list[tuple[str, list[str]]]
) -> None:
    save(reopen(None), make_extraction(SURE, LESS_SURE, DENIED, UNKNOWN))
    dataset = reopen(above)
    assert seen(dataset) == expected
    (letter,) = dataset.letters()
    assert letter.accepted == sum(status == "machine_accepted" for status, _ in expected)
    assert letter.waiting == sum(bool(reasons) for _, reasons in expected)
    assert (letter.reviewed, dataset.letter("talsi.pdf").accepted) == (0, letter.accepted)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Darbā iekārtojās četri.", ["No count was made of the number “četri”."]),
        ("Tādu nebija.", ["“nebija” denies something, but not that measures were carried out."]),
        ("Viņi veidoja izstādi „Ceļš”.", ["The name „Ceļš” was not taken for a project."]),
        ("Viņi mācījās lasīt.", []),
    ],
)
def test_where_something_may_have_been_overlooked_a_person_looks(reopen: Open, text: str, reasons: list[str]) -> None:
    save(reopen(None), make_extraction(replace(SURE, text=text, counts={}, confidence=0.995)))
    assert seen(reopen(0.99)) == [("unreviewed" if reasons else "machine_accepted", reasons)]
    assert [letter.waiting for letter in reopen(0.99).letters()] == [len(reasons)]
    assert seen(reopen(None)) == [("unreviewed", [])]


def test_what_is_uncertain_anyway_is_told_once(reopen: Open) -> None:
    save(reopen(None), make_extraction(UNCERTAIN))
    assert seen(reopen(0.95)) == [("unreviewed", ["The years are uncertain.", "The domain is uncertain."])]


@pytest.mark.parametrize("respondent", [None, "Talsu novads"])
def test_nothing_is_accepted_of_a_letter_that_may_be_anybodys(reopen: Open, respondent: str | None) -> None:
    extraction = make_extraction(SURE, respondent=respondent)
    frame = extraction.letter.frame
    if frame.respondent is not None:
        frame = replace(frame, respondent=replace(frame.respondent, confidence=0.5))
    save(reopen(None), replace(extraction, letter=replace(extraction.letter, frame=frame)))
    assert seen(reopen(0.9)) == [("unreviewed", ["It is uncertain whose letter it is."])]


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("review_status", "accepted", ReviewStatus.ACCEPTED),
        ("review_status", "rejected", ReviewStatus.REJECTED),
        ("domain", "culture", ReviewStatus.CORRECTED),
    ],
)
def test_what_a_person_said_goes_before_it(reopen: Open, field: str, value: str, status: ReviewStatus) -> None:
    dataset = reopen(0.9)
    save(dataset, make_extraction(SURE))
    (record,) = dataset.records()
    assert record.review_status is ReviewStatus.MACHINE_ACCEPTED
    dataset.set_value(record.id, field, value, who="Ilze")
    (record,) = dataset.records()
    assert record.review_status is status
    (letter,) = dataset.letters()
    assert (letter.reviewed, letter.accepted) == (1, 0)


def test_the_machine_writes_nothing_for_it(reopen: Open) -> None:
    save(reopen(None), make_extraction(SURE))
    trail = reopen(None).audit_trail()
    assert seen(reopen(0.9)) == [("machine_accepted", [])]
    assert reopen(None).audit_trail() == trail
    assert seen(reopen(None)) == [("unreviewed", [])]


def test_what_seems_overlooked_waits_in_the_queue(reopen: Open) -> None:
    save(reopen(None), make_extraction(replace(SURE, text="Darbā iekārtojās četri.", counts={})))
    (item,) = reopen(0.95).queue()
    assert (item.field, item.finding_id, item.effect) == ("counts", None, 0.0)
    assert str(item.reason) == "No count was made of the number “četri”."
