"""Agreement of two people, held against tables computed by hand; second reviews from the sample to the settlement."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dataset import Absence, Change, Dataset, EditConflictError, Marked, open_dataset
from extract.dataset.agreement import measure_agreement
from extract.errors import DatasetError
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, Said, make_extraction, persons


def table(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """The pairs of a contingency table: the first person's categories are its rows, the second's its columns."""
    return [(one, other) for one, row in enumerate(rows) for other, number in enumerate(row) for _ in range(number)]


@pytest.mark.parametrize(
    ("rows", "observed", "expected", "kappa"),
    [
        # (20 + 15) / 50; (25 * 30 + 25 * 20) / 2500; (0.7 - 0.5) / 0.5.
        (((20, 5), (10, 15)), 0.7, 0.5, 0.4),
        # (45 + 15) / 100; (60 * 70 + 40 * 30) / 10000; (0.6 - 0.54) / 0.46.
        (((45, 15), (25, 15)), 0.6, 0.54, 0.06 / 0.46),
        # Three categories: (25 + 18 + 20) / 100; (40 * 33 + 30 * 36 + 30 * 31) / 10000.
        (((25, 10, 5), (6, 18, 6), (2, 8, 20)), 0.63, 0.333, (0.63 - 0.333) / 0.667),
        # Worse than chance: 0; (2 * 2 + 2 * 2) / 16; -0.5 / 0.5.
        (((0, 2), (2, 0)), 0.0, 0.5, -1.0),
        (((3, 0), (0, 1)), 1.0, 10 / 16, 1.0),
    ],
)
def test_agreement_of_two_people(
    rows: tuple[tuple[int, ...], ...], observed: float, expected: float, kappa: float
) -> None:
    found = measure_agreement(table(*rows))
    assert found.number == sum(map(sum, rows))
    assert found.observed == pytest.approx(observed)
    assert found.expected == pytest.approx(expected)
    assert found.kappa == pytest.approx(kappa)


def test_agreement_that_chance_alone_gives_has_no_kappa() -> None:
    found = measure_agreement([("health", "health")] * 7)
    assert (found.observed, found.expected, found.kappa) == (1.0, 1.0, None)
    assert measure_agreement([]) == measure_agreement(())
    assert measure_agreement([]).observed is None


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1))
def test_kappa_is_the_same_from_either_side_and_at_most_one(pairs: list[tuple[int, int]]) -> None:
    found, turned = measure_agreement(pairs), measure_agreement([(other, one) for one, other in pairs])
    assert found == turned
    if found.kappa is not None and found.observed is not None and found.expected is not None:
        assert found.kappa <= 1
        assert (found.kappa == 1) is (found.observed == 1)
        assert found.kappa == pytest.approx((found.observed - found.expected) / (1 - found.expected))


FOURTH = Said("Ģimenes saņēma konsultācijas.", domain="housing", years=(2022,))


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING, FOURTH))
        opened.edit([Change(record.id, "review_status", "accepted") for record in opened.records()], who="Ilze")
        yield opened


def statement(dataset: Dataset, text: str) -> str:
    return next(record.id for record in dataset.records() if record.statement.text == text)


def review(dataset: Dataset, text: str, who: str = "Jānis", **values: Any) -> int:
    """Say for the second time what the first person said of a statement, but for these values."""
    (task,) = [task for task in dataset.second_review_tasks(who) if task.statement == text]
    record = next(record for record in dataset.records() if record.id == task.statement_id)
    same: dict[str, Any] = {
        "years": record.years.value if record.years else None,
        "domain": record.domain.value if record.domain else None,
        "no_measures": record.no_measures is not None,
        "counts": [Marked(count.value) for count in reversed(record.counts)],
        "projects": [Marked(project.value) for project in record.projects],
    }
    for field, value in {**same, **values}.items():
        dataset.set_second_value(task.id, field, value, who=who)
    dataset.finish_second_review(task.id, who=who)
    return task.id


def test_a_sample_is_drawn_of_what_was_reviewed_and_only_once(dataset: Dataset) -> None:
    dataset.edit([Change(statement(dataset, NOTHING.text), "review_status", "unreviewed")], who="Ilze")
    dataset.edit([Change(statement(dataset, FOURTH.text), "review_status", "rejected")], who="Ilze")
    drawn = dataset.request_second_review(share=0.5, seed=1, who="Anna")
    assert len(drawn) == 1
    dataset.request_second_review(number=1, seed=1, who="Anna")
    tasks = dataset.second_review_tasks("Jānis")
    assert {task.statement for task in tasks} == {LESSONS.text, CAMP.text}
    assert [task.sample for task in tasks] == [1, 2]
    with pytest.raises(DatasetError, match="A sample of 1 statements cannot be drawn from 0"):
        dataset.request_second_review(number=1, seed=1, who="Anna")


def test_a_seed_draws_the_same_again(dataset: Dataset, tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "other.sqlite")) as other:
        with other.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING, FOURTH))
        other.edit([Change(record.id, "review_status", "accepted") for record in other.records()], who="Ilze")
        for each in (dataset, other):
            each.request_second_review(number=2, seed=42, who="Anna")
        assert dataset.second_review_tasks("Jānis") == other.second_review_tasks("Jānis")


@pytest.mark.parametrize(("share", "number"), [(None, None), (0.5, 2)])
def test_a_sample_has_one_size(dataset: Dataset, share: float | None, number: int | None) -> None:
    with pytest.raises(ValueError, match="either"):
        dataset.request_second_review(share=share, number=number, seed=1, who="Anna")


def test_nobody_reviews_their_own_work_or_what_another_has_taken_up(dataset: Dataset) -> None:
    first, *_ = dataset.request_second_review(number=4, seed=1, who="Anna")
    assert dataset.second_review_tasks("Ilze") == []
    with pytest.raises(DatasetError, match="not yours"):
        dataset.set_second_value(first, "domain", "health", who="Ilze")
    dataset.set_second_value(first, "domain", "health", who="Jānis")
    assert first not in {task.id for task in dataset.second_review_tasks("Pēteris")}
    with pytest.raises(DatasetError, match="not yours"):
        dataset.finish_second_review(first, who="Pēteris")
    (mine,) = [task for task in dataset.second_review_tasks("Jānis") if task.id == first]
    assert (mine.reviewer, mine.values, mine.is_finished) == ("Jānis", {"domain": "health"}, False)
    with pytest.raises(DatasetError, match="have not been told yet"):
        dataset.finish_second_review(first, who="Jānis")
    dataset.set_second_value(first, "years", Absence.ILLEGIBLE, who="Jānis")
    dataset.finish_second_review(first, who="Jānis")
    with pytest.raises(DatasetError, match="not yours"):
        dataset.set_second_value(first, "domain", "culture", who="Jānis")
    with pytest.raises(DatasetError, match="no second review 99"):
        dataset.finish_second_review(99, who="Jānis")


def test_what_the_second_person_says_changes_nothing(dataset: Dataset) -> None:
    before = list(dataset.records())
    dataset.request_second_review(number=4, seed=1, who="Anna")
    review(dataset, LESSONS.text, domain="culture")
    assert list(dataset.records()) == before
    assert dataset.undo("Jānis") is None


def test_a_second_value_is_checked_like_any_other(dataset: Dataset) -> None:
    first, *_ = dataset.request_second_review(number=4, seed=1, who="Anna")
    with pytest.raises(DatasetError, match="field Years cannot be set"):
        dataset.set_second_value(first, "years", "many", who="Jānis")


def test_agreement_by_field(dataset: Dataset) -> None:
    dataset.request_second_review(number=4, seed=1, who="Anna")
    assert {found.number for found in dataset.agreement().values()} == {0}
    review(dataset, LESSONS.text, domain="culture")
    review(dataset, CAMP.text)
    review(dataset, NOTHING.text, no_measures=None, years=Absence.NOT_STATED)
    review(dataset, FOURTH.text)
    found = dataset.agreement()
    assert {field: (one.number, one.observed) for field, one in found.items()} == {
        "years": (4, 0.75),
        "domain": (4, 0.75),
        "no_measures": (4, 0.75),
        "counts": (4, 1.0),
        "projects": (4, 1.0),
    }
    # education, culture, health, housing against culture, culture, health, housing: (3/4 - 4/16) / (1 - 4/16).
    assert found["domain"].kappa == pytest.approx(2 / 3)
    assert dataset.agreement(sample=1) == found
    assert dataset.agreement(sample=2)["domain"].number == 0


def test_who_pays_and_what_is_a_part_of_what_need_not_be_said_alike(dataset: Dataset) -> None:
    dataset.request_second_review(number=4, seed=1, who="Anna")
    families, youths = CAMP.counts.values()
    (project,) = CAMP.projects.values()
    counts = [Marked(families), Marked(replace(youths, part_of=0))]
    review(dataset, CAMP.text, counts=counts, projects=[Marked(replace(project, funder="Eiropas Sociālais fonds"))])
    assert [dataset.agreement()[field].observed for field in ("counts", "projects")] == [1.0, 1.0]
    assert dataset.differences() == []


def test_later_edits_and_settlements_do_not_make_two_people_agree(dataset: Dataset) -> None:
    dataset.request_second_review(number=4, seed=1, who="Anna")
    number = review(dataset, LESSONS.text, domain="culture")
    before = dataset.agreement()
    dataset.edit([Change(statement(dataset, LESSONS.text), "domain", "culture")], who="Ilze")
    dataset.settle(number, "domain", "culture", who="Anna", why="a concert")
    assert dataset.agreement() == before


def test_a_difference_is_settled_and_opened_again(dataset: Dataset) -> None:
    dataset.request_second_review(number=4, seed=1, who="Anna")
    number = review(dataset, LESSONS.text, counts=(Marked(persons(15), "14 romu bērni", 31),))
    (difference,) = dataset.differences()
    assert (difference.field, difference.first_by, difference.second_by) == ("counts", ("Ilze",), "Jānis")
    assert [one["value"]["value"] for one in difference.first] == [14]
    assert [one["value"]["value"] for one in difference.second] == [15]
    assert (difference.first[0]["quote"], difference.is_settled) == ("14 romu bērni", False)
    # Either side can be settled on as it is stored.
    dataset.settle(number, "counts", difference.second, who="Anna", why="counted again")
    record = next(record for record in dataset.records() if record.statement.text == LESSONS.text)
    assert ([count.value.value for count in record.counts], record.decided_by["counts"]) == ([15], "Anna")
    (difference,) = dataset.differences()
    assert (difference.is_settled, difference.settled_by, difference.why) == (True, "Anna", "counted again")
    assert difference.settled == difference.second
    dataset.undo("Anna")
    (difference,) = dataset.differences()
    assert (difference.is_settled, difference.settled) == (False, None)
    dataset.redo("Anna")
    assert dataset.differences()[0].is_settled


def test_only_differences_are_settled_and_no_word_unseen(dataset: Dataset) -> None:
    dataset.request_second_review(number=4, seed=1, who="Anna")
    number = review(dataset, LESSONS.text, domain="culture")
    with pytest.raises(DatasetError, match="no difference in Years"):
        dataset.settle(number, "years", (2021,), who="Anna")
    dataset.edit([Change(statement(dataset, LESSONS.text), "domain", "health")], who="Ilze")
    with pytest.raises(EditConflictError):
        dataset.settle(number, "domain", "culture", who="Anna", expected_version=0)
    assert not dataset.differences()[0].is_settled


@pytest.mark.parametrize("field", ["counts", "projects", "years", "domain"])
def test_what_the_second_person_left_empty_can_be_settled_on(dataset: Dataset, field: str) -> None:
    dataset.request_second_review(number=4, seed=1, who="Anna")
    (task,) = [task for task in dataset.second_review_tasks("Jānis") if task.statement == CAMP.text]
    for asked in ("domain", "years"):
        dataset.set_second_value(task.id, asked, None, who="Jānis")
    dataset.finish_second_review(task.id, who="Jānis")
    (difference,) = [one for one in dataset.differences() if one.field == field]
    dataset.settle(task.id, field, difference.second, who="Anna")
    record = next(record for record in dataset.records() if record.statement.text == CAMP.text)
    assert getattr(record, field) in (None, ())
