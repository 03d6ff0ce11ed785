"""Edits: all or nothing, undone and redone without end, and never over someone else's word."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.dataset import (
    Absence,
    Change,
    Dataset,
    Edit,
    EditConflictError,
    EditState,
    Marked,
    ReviewStatus,
    StoredRecord,
    open_dataset,
)
from extract.errors import DatasetError
from extract.model import Message
from letter_factory import CAMP, LESSONS, NEWER, NOTHING, PROVENANCE, UNKNOWN, make_extraction, persons


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING))
            run.save(make_extraction(UNKNOWN, name="tukums.pdf", respondent="Tukuma novads"))
        yield opened


def record_of(dataset: Dataset, text: str) -> StoredRecord:
    return next(record for record in dataset.records() if record.statement.text == text)


def domain_of(dataset: Dataset) -> str | None:
    domain = record_of(dataset, LESSONS.text).domain
    return domain.value if domain else None


def set_domain(dataset: Dataset, value: str | None, who: str = "Ilze") -> Edit:
    return dataset.edit([Change(record_of(dataset, LESSONS.text).id, "domain", value)], who=who)


def held(dataset: Dataset) -> list[Any]:
    """All that a person sees of the dataset, without the numbers of decisions, which only grow."""
    seen: list[Any] = []
    for letter, records in dataset.letters_with_records():
        seen.append((letter.name, letter.frame, letter.flags, letter.absences, letter.decided_by))
        seen += [
            (
                record.id,
                record.position,
                record.statement,
                record.findings(),
                record.review_status,
                record.flags,
                record.absences,
                record.found,
                record.decided_by,
            )
            for record in records
        ]
    return seen


def test_several_values_are_one_step(dataset: Dataset) -> None:
    before = held(dataset)
    lessons, camp = (record_of(dataset, text).id for text in (LESSONS.text, CAMP.text))
    edit = dataset.edit(
        [
            Change(lessons, "domain", "culture", expected_version=0),
            Change(camp, "years", (2022,), why="the heading says so"),
            Change(None, "letter_number", "2-3", document="talsi.pdf"),
        ],
        who="Ilze",
        label=Message("Several"),
    )
    assert [(change.field, change.before, change.after, change.version) for change in edit.changes] == [
        ("domain", "education", "culture", 1),
        ("years", [2021], [2022], 1),
        ("letter_number", "1-15/23/77", "2-3", 1),
    ]
    assert (edit.label, edit.state, edit.who, edit.document) == (
        Message("Several"),
        EditState.DONE,
        "Ilze",
        "talsi.pdf",
    )
    assert domain_of(dataset) == "culture"
    undone = dataset.undo("Ilze")
    assert undone is not None
    assert (undone.id, undone.state, {change.version for change in undone.changes}) == (edit.id, EditState.UNDONE, {2})
    assert held(dataset) == before
    assert record_of(dataset, LESSONS.text).decisions == {"domain": 2}


@pytest.mark.parametrize(
    "wrong",
    [
        Change("s0000", "domain", "culture"),
        Change(None, "respondent", "x", document="ventspils.pdf"),
        Change(None, "letter_date", "yesterday", document="talsi.pdf"),
    ],
)
def test_a_wrong_change_leaves_the_others_undone_too(dataset: Dataset, wrong: Change) -> None:
    before = held(dataset)
    right = Change(record_of(dataset, LESSONS.text).id, "domain", "culture")
    with pytest.raises(DatasetError):
        dataset.edit([right, wrong], who="Ilze")
    assert (held(dataset), dataset.edits(), dataset.undo("Ilze")) == (before, [], None)


def test_a_conflict_leaves_the_others_undone_too_and_tells_what_stands(dataset: Dataset) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    set_domain(dataset, "health", who="Jānis")
    with pytest.raises(EditConflictError) as caught:
        dataset.edit(
            [Change(identifier, "years", (2019,)), Change(identifier, "domain", "culture", expected_version=0)],
            who="Ilze",
        )
    error = caught.value
    assert (error.field, error.statement_id, error.current, error.version, error.by) == (
        "domain", identifier, "health", 1, "Jānis"
    )  # fmt: skip
    assert record_of(dataset, LESSONS.text).decided_by == {"domain": "Jānis"}


def test_no_value_is_set_twice_by_one_edit(dataset: Dataset) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    with pytest.raises(ValueError, match="once"):
        dataset.edit([Change(identifier, "domain", "culture"), Change(identifier, "domain", "health")], who="Ilze")
    with pytest.raises(ValueError, match="at least one"):
        dataset.edit([], who="Ilze")


def test_undo_and_redo_go_through_letters_and_restarts(dataset: Dataset, tmp_path: Path) -> None:
    dataset.set_letter_value("tukums.pdf", "letter_date", date(2020, 1, 2), who="Ilze")
    set_domain(dataset, "culture")
    set_domain(dataset, "health")
    dataset.close()
    with open_dataset(str(tmp_path / "letters.sqlite")) as again:
        seen = []
        while (edit := again.undo("Ilze")) is not None:
            seen.append((edit.document, domain_of(again)))
        assert seen == [("talsi.pdf", "culture"), ("talsi.pdf", "education"), ("tukums.pdf", "education")]
        assert again.letter("tukums.pdf").letter_date == date(2023, 3, 14)
    with open_dataset(str(tmp_path / "letters.sqlite")) as again:
        while again.redo("Ilze") is not None:
            pass
        assert domain_of(again) == "health"
        assert again.letter("tukums.pdf").letter_date == date(2020, 1, 2)


def test_each_person_undoes_their_own(dataset: Dataset) -> None:
    set_domain(dataset, "culture")
    dataset.set_letter_value("talsi.pdf", "letter_number", "5", who="Jānis")
    dataset.undo("Ilze")
    assert (domain_of(dataset), dataset.letter("talsi.pdf").letter_number) == ("education", "5")
    assert dataset.undo("Ilze") is None
    assert dataset.undo("Anna") is None


def test_what_was_undone_is_gone_once_something_else_is_done(dataset: Dataset) -> None:
    set_domain(dataset, "culture")
    dataset.undo("Ilze")
    set_domain(dataset, "health")
    assert dataset.redo("Ilze") is None
    assert [edit.state for edit in dataset.edits()] == [EditState.DISCARDED, EditState.DONE]
    dataset.undo("Ilze")
    assert domain_of(dataset) == "education"
    dataset.redo("Ilze")
    assert domain_of(dataset) == "health"


@pytest.mark.parametrize("theirs", ["health", "culture"])
def test_what_someone_else_has_set_since_is_not_undone(dataset: Dataset, theirs: str) -> None:
    """Not even where they have set the same value: it is their word now."""
    dataset.set_letter_value("tukums.pdf", "letter_number", "1", who="Ilze")
    set_domain(dataset, "culture")
    set_domain(dataset, theirs, who="Jānis")
    with pytest.raises(EditConflictError) as caught:
        dataset.undo("Ilze")
    assert (caught.value.current, caught.value.by, caught.value.version) == (theirs, "Jānis", 2)
    assert domain_of(dataset) == theirs
    # The next undo goes on with what can be undone.
    undone = dataset.undo("Ilze")
    assert undone is not None
    assert undone.document == "tukums.pdf"
    assert dataset.undo("Ilze") is None
    assert [edit.state for edit in dataset.edits("Ilze")] == [EditState.UNDONE, EditState.OVERTAKEN]


def test_an_edit_over_someone_elses_gives_their_word_back_when_it_is_undone(dataset: Dataset) -> None:
    set_domain(dataset, "health", who="Jānis")
    set_domain(dataset, "culture")
    dataset.undo("Ilze")
    domain = record_of(dataset, LESSONS.text).domain
    assert domain is not None
    assert (domain.value, domain.decided_by) == ("health", "Jānis")
    undone = dataset.undo("Jānis")
    assert undone is not None
    assert domain_of(dataset) == "education"


def test_what_someone_else_has_set_since_is_not_redone(dataset: Dataset) -> None:
    set_domain(dataset, "culture")
    dataset.undo("Ilze")
    set_domain(dataset, "health", who="Jānis")
    with pytest.raises(EditConflictError) as caught:
        dataset.redo("Ilze")
    assert caught.value.current == "health"
    assert dataset.redo("Ilze") is None


def test_an_undone_value_follows_the_machine_again(dataset: Dataset) -> None:
    set_domain(dataset, "culture")
    dataset.undo("Ilze")
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(LESSONS.__class__(LESSONS.text, domain="housing"), CAMP))
    assert domain_of(dataset) == "housing"
    record = record_of(dataset, LESSONS.text)
    assert (record.review_status, record.decided_by, record.decisions) == (ReviewStatus.UNREVIEWED, {}, {"domain": 2})
    with pytest.raises(EditConflictError):
        dataset.set_value(record.id, "domain", "health", who="Anna", expected_version=1)
    assert dataset.set_value(record.id, "domain", "health", who="Anna", expected_version=2) == 3


def test_undoing_and_redoing_are_lines_of_the_audit_trail(dataset: Dataset) -> None:
    set_domain(dataset, "culture")
    dataset.undo("Ilze")
    dataset.redo("Ilze")
    trail = [entry for entry in dataset.audit_trail("talsi.pdf") if entry.field == "domain"]
    machine, ilze = {"value": "education", "by": "extract"}, {"value": "culture", "by": "Ilze"}
    assert [(entry.action, entry.who, entry.old, entry.new) for entry in trail] == [
        ("value_set", "Ilze", machine, ilze),
        ("undone", "Ilze", ilze, machine),
        ("redone", "Ilze", machine, ilze),
    ]


@pytest.mark.parametrize("absence", Absence)
@pytest.mark.parametrize("field", ["years", "domain", "no_measures", "counts", "projects"])
def test_why_a_field_has_no_value_is_kept(dataset: Dataset, field: str, absence: Absence) -> None:
    dataset.edit([Change(record_of(dataset, CAMP.text).id, field, absence)], who="Ilze")
    record = record_of(dataset, CAMP.text)
    assert record.absences == {field: absence}
    assert getattr(record, field) in (None, ())
    assert field not in {flag.field for flag in record.flags}
    dataset.undo("Ilze")
    assert record_of(dataset, CAMP.text).absences == {}


def test_nobody_is_a_count_and_no_absence(dataset: Dataset) -> None:
    dataset.edit([Change(record_of(dataset, NOTHING.text).id, "counts", (Marked(persons(0)),))], who="Ilze")
    record = record_of(dataset, NOTHING.text)
    assert ([count.value.value for count in record.counts], record.absences) == ([0], {})


@pytest.mark.parametrize("field", ["respondent", "letter_date", "letter_number", "reporting_years"])
def test_why_a_letter_lacks_something_is_kept(dataset: Dataset, field: str) -> None:
    change = Change(None, field, {"absence": "illegible"}, document="talsi.pdf")
    edit = dataset.edit([change], who="Ilze")
    assert edit.changes[0].after == {"absence": "illegible"}
    letter = dataset.letter("talsi.pdf")
    assert (letter.absences, getattr(letter.frame, field)) == ({field: Absence.ILLEGIBLE}, None)
    assert field not in {flag.field for flag in letter.flags}


def test_what_the_machine_says_stays_beside_the_persons_word(dataset: Dataset) -> None:
    before = record_of(dataset, CAMP.text)
    dataset.edit([Change(before.id, "counts", (Marked(persons(31)),)), Change(before.id, "domain", None)], who="Ilze")
    record = record_of(dataset, CAMP.text)
    assert record.found == {"counts": before.counts, "domain": (before.domain,)}
    assert record.decided_by == {"counts": "Ilze", "domain": "Ilze"}
    dataset.set_letter_value("talsi.pdf", "respondent", "Ventspils novads", who="Ilze")
    (found,) = dataset.letter("talsi.pdf").found["respondent"]
    assert found.value == "Talsu novads"


def test_a_letter_that_a_person_has_settled_needs_no_look_until_it_changes(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(LESSONS, name="mape.pdf", respondent=None))
    assert [flag.field for flag in dataset.letter("mape.pdf").flags] == ["respondent"]
    dataset.edit([Change(None, "review_status", "accepted", document="mape.pdf")], who="Ilze")
    dataset.edit([Change(next(dataset.records("mape.pdf")).id, "review_status", "accepted")], who="Ilze")
    letter = dataset.letter("mape.pdf")
    assert (letter.flags, letter.is_done, letter.unreviewed) == ((), True, 0)
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(CAMP, name="mape.pdf", respondent=None))
    letter = dataset.letter("mape.pdf")
    assert (bool(letter.flags), letter.is_done, letter.unreviewed) == (True, False, 1)


def test_of_edits_at_once_one_has_seen_what_stands(dataset: Dataset) -> None:
    identifier = record_of(dataset, LESSONS.text).id

    def set_domain(who: str) -> bool:
        try:
            dataset.edit([Change(identifier, "domain", "health", expected_version=0)], who=who)
        except EditConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(set_domain, "abcdefgh")) == 1
    assert len(dataset.edits()) == 1
    assert record_of(dataset, LESSONS.text).decisions == {"domain": 1}


def test_an_edit_of_a_process_that_was_killed_is_done_or_not(dataset: Dataset, tmp_path: Path) -> None:
    """Edits one after the other, killed in the midst: each that was told is there, and none by half."""
    lessons, camp = (record_of(dataset, text).id for text in (LESSONS.text, CAMP.text))
    code = (
        "import sys; from extract.dataset import Change, open_dataset\n"
        "with open_dataset(sys.argv[1]) as dataset:\n"
        "    for year in range(2000, 3000):\n"
        "        changes = [Change(one, 'years', (year,)) for one in sys.argv[2:]]\n"
        "        print(dataset.edit(changes, who='Ilze').id, flush=True)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "letters.sqlite"), lessons, camp]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(5)]
        process.kill()
        told += process.stdout.readlines()
    years = [record_of(dataset, text).years for text in (LESSONS.text, CAMP.text)]
    assert years[0] is not None
    assert years[1] is not None
    assert years[0].value == years[1].value
    whole = [line for line in told if line.endswith("\n")]
    assert len(whole) >= 5
    assert len(dataset.edits()) in {len(whole), len(whole) + 1}
    assert years[0].value == (1999 + len(dataset.edits()),)


VALUES: dict[str, list[Any]] = {
    "domain": ["culture", "health", None, Absence.ILLEGIBLE],
    "years": [(2020,), (2021, 2022), Absence.NOT_STATED],
    "counts": [(), (Marked(persons(15)),), (Marked(persons(1)), Marked(persons(2)))],
    "review_status": ["accepted", "rejected", "unreviewed"],
}
STEPS = st.lists(
    st.lists(
        st.tuples(st.sampled_from([0, 1, 2]), st.sampled_from(sorted(VALUES)), st.integers(0, 9)),
        min_size=1,
        max_size=3,
        unique_by=lambda change: change[:2],
    ),
    min_size=1,
    max_size=6,
)


def apply(dataset: Dataset, ids: list[str], step: list[tuple[int, str, int]]) -> None:
    changes = [
        Change(ids[statement], field, VALUES[field][choice % len(VALUES[field])]) for statement, field, choice in step
    ]
    dataset.edit(changes, who="Ilze")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_all_edits_undone_lead_to_the_start_and_redone_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[int, str, int]]]
) -> None:
    with open_dataset(str(tmp_path_factory.mktemp("edits") / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING))
        ids = [record.id for record in dataset.records()]
        states = [held(dataset)]
        for step in steps:
            apply(dataset, ids, step)
            states.append(held(dataset))
        for state in reversed(states[:-1]):
            assert dataset.undo("Ilze") is not None
            assert held(dataset) == state
        assert dataset.undo("Ilze") is None
        for state in states[1:]:
            assert dataset.redo("Ilze") is not None
            assert held(dataset) == state
        assert dataset.redo("Ilze") is None
