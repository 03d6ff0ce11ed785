"""A number that differs from the year before's letter by an order of magnitude is flagged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.dataset import Absence, Dataset, Marked, QueueFilter, open_dataset
from letter_factory import PROVENANCE, Said, make_extraction, persons


def told(value: int, year: int, domain: str = "education") -> Said:
    return Said(
        f"{year}. gadā nodarbības apmeklēja {value} bērni.", domain, (year,), {f"{value} bērni": persons(value)}
    )


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        yield opened


def save(dataset: Dataset, name: str, *said: Said, respondent: str = "Talsu novads") -> None:
    with dataset.begin_run(PROVENANCE) as run:
        years = tuple(sorted({year for one in said for year in one.years or ()}))
        run.save(make_extraction(*said, name=name, respondent=respondent, reporting_years=years))


def flags(dataset: Dataset, name: str) -> list[list[str]]:
    return [[str(reason) for reason in record.attention] for record in dataset.records(name)]


JUMP = "{} (bērni) is another order of magnitude than {} in the letter about 2021."


@pytest.mark.parametrize(
    ("before", "now", "is_flagged"),
    [
        (19, 190, True),
        (190, 19, True),
        (19, 60, False),
        (1, 10, False),
        (0, 50, False),
        (2, 25, True),
        (19, 189, False),
    ],
)
def test_a_jump_from_the_year_before(dataset: Dataset, before: int, now: int, is_flagged: bool) -> None:
    save(dataset, "pirms.pdf", told(before, 2021))
    save(dataset, "tagad.pdf", told(now, 2022))
    assert flags(dataset, "tagad.pdf") == [[JUMP.format(now, before)] if is_flagged else []]
    assert flags(dataset, "pirms.pdf") == [[]]
    # The same where all letters are loaded, and in how many statements wait.
    assert [letter.waiting for letter in dataset.letters()] == [0, int(is_flagged)]


@pytest.mark.parametrize(
    "other",
    [
        {"said": told(19, 2021), "respondent": "Tukuma novads"},
        {"said": told(19, 2021, "culture"), "respondent": "Talsu novads"},
        {"said": told(19, 2020), "respondent": "Talsu novads"},
    ],
)
def test_other_respondents_domains_and_years_are_not_compared(dataset: Dataset, other: dict[str, object]) -> None:
    said, respondent = other["said"], other["respondent"]
    assert isinstance(said, Said) and isinstance(respondent, str)
    save(dataset, "pirms.pdf", said, respondent=respondent)
    save(dataset, "tagad.pdf", told(190, 2022))
    assert flags(dataset, "tagad.pdf") == [[]]


def test_only_the_largest_number_of_a_group_is_compared(dataset: Dataset) -> None:
    save(dataset, "pirms.pdf", told(200, 2021))
    save(dataset, "tagad.pdf", told(190, 2022), told(4, 2022))
    assert flags(dataset, "tagad.pdf") == [[], []]


def test_what_a_person_set_is_compared_and_not_flagged(dataset: Dataset) -> None:
    save(dataset, "pirms.pdf", told(190, 2021))
    save(dataset, "tagad.pdf", told(19, 2022))
    assert flags(dataset, "tagad.pdf") == [[JUMP.format(19, 190)]]
    (slip,) = dataset.records("pirms.pdf")
    dataset.set_value(slip.id, "counts", (Marked(persons(18)),), who="Ilze")
    assert flags(dataset, "tagad.pdf") == [[]]
    (now,) = dataset.records("tagad.pdf")
    dataset.set_value(now.id, "counts", (Marked(persons(1900)),), who="Ilze")
    assert flags(dataset, "tagad.pdf") == [[]]


def test_a_respondent_that_is_not_stated_is_compared_with_nobody(dataset: Dataset) -> None:
    save(dataset, "pirms.pdf", told(19, 2021))
    save(dataset, "tagad.pdf", told(190, 2022))
    dataset.set_letter_value("pirms.pdf", "respondent", Absence.NOT_STATED, who="Ilze")
    assert flags(dataset, "tagad.pdf") == [[]]


def test_a_respondent_that_a_person_set_counts(dataset: Dataset) -> None:
    save(dataset, "pirms.pdf", told(19, 2021), respondent="Tukuma novads")
    save(dataset, "tagad.pdf", told(190, 2022))
    dataset.set_letter_value("pirms.pdf", "respondent", "Talsu novads", who="Ilze")
    assert flags(dataset, "tagad.pdf") == [[JUMP.format(190, 19)]]


def test_the_queue_follows_what_a_person_says_of_the_letter_before(dataset: Dataset) -> None:
    save(dataset, "pirms.pdf", told(190, 2021))
    save(dataset, "tagad.pdf", told(19, 2022))
    other = told(19, 2022, "culture")
    save(dataset, "vēl.pdf", other, respondent="Tukuma novads")
    flagged = QueueFilter(document="tagad.pdf", field="counts")
    assert len(dataset.queue(wanted=flagged)) == 1
    (slip,) = dataset.records("pirms.pdf")
    dataset.set_value(slip.id, "counts", (Marked(persons(18)),), who="Ilze")
    assert dataset.queue(wanted=flagged) == []
    dataset.undo("Ilze")
    assert len(dataset.queue(wanted=flagged)) == 1
    dataset.set_letter_value("pirms.pdf", "respondent", "Tukuma novads", who="Ilze")
    assert dataset.queue(wanted=flagged) == []
