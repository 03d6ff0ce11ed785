"""What a person sets: it holds against every run, and no edit overwrites another unseen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.dataset import (
    Absence,
    Change,
    Dataset,
    EditConflictError,
    Marked,
    Provenance,
    ReviewStatus,
    StoredRecord,
    open_dataset,
)
from extract.errors import DatasetError
from extract.labels import FIELDS
from extract.model import Extraction, Project, ProjectKind
from letter_factory import CAMP, LESSONS, NEWER, NOTHING, PROVENANCE, make_extraction, persons


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        save(opened, make_extraction(LESSONS, CAMP, NOTHING))
        yield opened


def save(dataset: Dataset, extraction: Extraction, provenance: Provenance = PROVENANCE) -> None:
    with dataset.begin_run(provenance) as run:
        run.save(extraction)


def record_of(dataset: Dataset, text: str) -> StoredRecord:
    return next(record for record in dataset.records() if record.statement.text == text)


def values(findings: Any) -> Any:
    return [found.value for found in findings] if isinstance(findings, tuple) else findings and findings.value


@pytest.mark.parametrize(
    ("field", "value", "held"),
    [
        ("domain", "culture", "culture"),
        ("domain", None, None),
        ("years", (2020, 2021), (2020, 2021)),
        ("years", [2022], (2022,)),
        ("years", (), ()),
        ("no_measures", True, True),
        ("no_measures", False, False),
        ("counts", (), []),
        ("counts", (Marked(persons(15), "14 romu bērni", 31),), [persons(15)]),
        ("counts", (Marked(persons(15)), Marked(persons(2))), [persons(15), persons(2)]),
        (
            "projects",
            (Marked(Project("Saule", ProjectKind.CAMPAIGN, "1.2/3")),),
            [Project("Saule", ProjectKind.CAMPAIGN, "1.2/3")],
        ),
    ],
)
def test_what_a_person_sets_holds_against_every_run(dataset: Dataset, field: str, value: object, held: object) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    assert dataset.set_value(identifier, field, value, who="Ilze") == 1
    for extraction, provenance in (
        (make_extraction(LESSONS, CAMP), NEWER),
        (make_extraction(NOTHING, LESSONS), NEWER),
        (make_extraction(replace(LESSONS, domain="housing", years=(2019,), counts={})), PROVENANCE),
    ):
        save(dataset, extraction, provenance)
        record = record_of(dataset, LESSONS.text)
        assert record.id == identifier
        assert values(getattr(record, field)) == held
        assert record.decisions == {field: 1}
        for found in record.findings():
            assert (found.decided_by == "Ilze") is (found in _of_field(record, field))


def _of_field(record: StoredRecord, field: str) -> tuple[object, ...]:
    found = getattr(record, field)
    return found if isinstance(found, tuple) else (found,)


def test_a_decision_waits_while_its_statement_is_gone(dataset: Dataset) -> None:
    dataset.set_value(record_of(dataset, LESSONS.text).id, "domain", "culture", who="Ilze")
    save(dataset, make_extraction(CAMP))
    reasons = [str(reason) for reason in dataset.letters()[0].attention]
    assert any("Reviewed statements whose words have changed since: 1" in reason for reason in reasons)
    save(dataset, make_extraction(CAMP, LESSONS))
    assert values(record_of(dataset, LESSONS.text).domain) == "culture"
    assert not any("have changed" in str(reason) for reason in dataset.letters()[0].attention)


def test_marked_words_are_evidence_wherever_the_statement_stands(dataset: Dataset) -> None:
    quote = "14 romu"
    start = LESSONS.text.index(quote)
    identifier = record_of(dataset, LESSONS.text).id
    dataset.set_value(identifier, "counts", (Marked(persons(14, "romi"), quote, start),), who="Ilze")
    save(dataset, make_extraction(NOTHING, CAMP, LESSONS))
    (count,) = record_of(dataset, LESSONS.text).counts
    (proof,) = count.evidence
    assert dataset.document("talsi.pdf").text[proof.start : proof.end] == proof.quote == quote
    assert len(proof.boxes) == 2
    assert count.confidence == 1.0


def test_the_same_words_marked_by_a_person_are_the_same_finding(dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    quote = "14 romu bērni"
    dataset.set_value(record.id, "counts", (Marked(persons(41), quote, LESSONS.text.index(quote)),), who="Ilze")
    assert [found.id for found in record_of(dataset, LESSONS.text).counts] == [record.counts[0].id]


@pytest.mark.parametrize(
    ("decisions", "status"),
    [
        ([], ReviewStatus.UNREVIEWED),
        ([("domain", "education")], ReviewStatus.ACCEPTED),
        ([("domain", "culture")], ReviewStatus.CORRECTED),
        ([("domain", None)], ReviewStatus.CORRECTED),
        ([("no_measures", None)], ReviewStatus.ACCEPTED),
        ([("counts", (Marked(persons(14)),))], ReviewStatus.ACCEPTED),
        ([("counts", ())], ReviewStatus.CORRECTED),
        ([("review_status", "accepted")], ReviewStatus.ACCEPTED),
        ([("review_status", "rejected")], ReviewStatus.REJECTED),
        ([("review_status", "rejected"), ("review_status", "unreviewed")], ReviewStatus.UNREVIEWED),
        ([("review_status", "accepted"), ("years", (2020,))], ReviewStatus.CORRECTED),
        ([("years", (2020,)), ("years", (2021,))], ReviewStatus.ACCEPTED),
    ],
)
def test_review_status(dataset: Dataset, decisions: list[tuple[str, object]], status: ReviewStatus) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    for field, value in decisions:
        dataset.set_value(identifier, field, value, who="Ilze")
    assert record_of(dataset, LESSONS.text).review_status is status
    assert dataset.letters()[0].reviewed == (status is not ReviewStatus.UNREVIEWED)


def test_an_accepted_statement_needs_no_look(dataset: Dataset) -> None:
    record = record_of(dataset, NOTHING.text)
    assert record.attention
    dataset.set_value(record.id, "review_status", "accepted", who="Ilze")
    assert record_of(dataset, NOTHING.text).attention == ()


def test_a_rejected_statement_is_no_longer_counted(dataset: Dataset) -> None:
    dataset.set_value(record_of(dataset, LESSONS.text).id, "review_status", "rejected", who="Ilze")
    (letter,) = dataset.letters()
    assert (letter.statements, letter.counts) == (2, 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("respondent", "Ventspils novads"),
        ("letter_date", date(2023, 3, 15)),
        ("letter_date", None),
        ("letter_number", "2-3"),
        ("reporting_years", (2022,)),
    ],
)
def test_the_frame_can_be_set(dataset: Dataset, field: str, value: object) -> None:
    assert dataset.set_letter_value("talsi.pdf", field, value, who="Ilze", why="the signature says so") == 1
    save(dataset, make_extraction(LESSONS), NEWER)
    letter = dataset.letter("talsi.pdf")
    assert values(getattr(letter.frame, field)) == value
    assert letter.decisions == {field: 1}


def test_the_respondent_that_was_set_is_that_of_every_record(dataset: Dataset) -> None:
    dataset.set_letter_value("talsi.pdf", "respondent", "Ventspils novads", who="Ilze")
    assert {record.respondent for record in dataset.records()} == {"Ventspils novads"}


def test_an_edit_that_has_not_seen_another_is_refused_with_both_values(dataset: Dataset) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    assert dataset.set_value(identifier, "domain", "culture", who="Ilze", expected_version=0) == 1
    with pytest.raises(EditConflictError) as caught:
        dataset.set_value(identifier, "domain", "health", who="Jānis", expected_version=0)
    assert (caught.value.current, caught.value.version) == ("culture", 1)
    assert "Ilze" in str(caught.value)
    assert values(record_of(dataset, LESSONS.text).domain) == "culture"
    assert dataset.set_value(identifier, "domain", "health", who="Jānis", expected_version=1) == 2


def test_an_edit_that_expects_one_where_there_was_none_is_refused(dataset: Dataset) -> None:
    with pytest.raises(EditConflictError) as caught:
        dataset.set_letter_value("talsi.pdf", "respondent", "x", who="Ilze", expected_version=3)
    assert (caught.value.current, caught.value.version) == ("Talsu novads", 0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("years", "2021"),
        ("years", 2021),
        ("domain", 7),
        ("no_measures", "perhaps"),
        ("counts", "14"),
        (
            "counts",
            ({"value": {"value": "many", "bound": "exact", "unit": "persons", "group": None, "role": "participant"}},),
        ),
        ("counts", (Marked(persons(14), "15 romu", 0),)),
        ("counts", (Marked(persons(14), "14 romu"),)),
        ("review_status", "corrected"),
        ("respondent", "Talsu novads"),
        ("colour", "red"),
    ],
)
def test_a_value_that_the_field_cannot_have_is_refused(dataset: Dataset, field: str, value: object) -> None:
    record = record_of(dataset, LESSONS.text)
    with pytest.raises(DatasetError, match=f"field {FIELDS.get(field, field)} cannot be set"):
        dataset.set_value(record.id, field, value, who="Ilze")
    assert record_of(dataset, LESSONS.text) == record


@pytest.mark.parametrize(("field", "value"), [("letter_date", "yesterday"), ("domain", "health"), ("respondent", 5)])
def test_a_letter_value_that_the_field_cannot_have_is_refused(dataset: Dataset, field: str, value: object) -> None:
    with pytest.raises(DatasetError, match=f"field {FIELDS.get(field, field)} cannot be set"):
        dataset.set_letter_value("talsi.pdf", field, value, who="Ilze")


def test_what_is_not_in_the_dataset_cannot_be_set(dataset: Dataset) -> None:
    with pytest.raises(DatasetError, match="no s0000"):
        dataset.set_value("s0000", "domain", "health", who="Ilze")
    with pytest.raises(DatasetError, match=r"no tukums\.pdf"):
        dataset.set_letter_value("tukums.pdf", "respondent", "x", who="Ilze")


def test_the_audit_trail_tells_who_changed_what_from_what_and_why(dataset: Dataset) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    dataset.set_value(identifier, "domain", "culture", who="Ilze", why="a concert")
    dataset.set_value(identifier, "domain", "health", who="Jānis")
    first, second = [entry for entry in dataset.audit_trail("talsi.pdf") if entry.action == "value_set"]
    assert (first.who, first.statement, first.field, first.why) == ("Ilze", identifier, "domain", "a concert")
    assert (first.old, first.new) == ({"value": "education", "by": "extract"}, {"value": "culture", "by": "Ilze"})
    assert (second.old, second.new) == ({"value": "culture", "by": "Ilze"}, {"value": "health", "by": "Jānis"})
    assert first.at <= second.at


def test_the_audit_trail_keeps_the_counts_that_the_machine_found(dataset: Dataset) -> None:
    dataset.set_value(record_of(dataset, CAMP.text).id, "counts", (), who="Ilze")
    entry = dataset.audit_trail()[-1]
    assert [one["value"]["value"] for one in entry.old["value"]] == [2, 30]
    assert entry.new == {"value": [], "by": "Ilze"}


def test_the_reason_of_a_decision(dataset: Dataset) -> None:
    identifier = record_of(dataset, LESSONS.text).id
    dataset.set_value(identifier, "domain", "culture", who="Ilze", why="It was a concert.")
    domain = record_of(dataset, LESSONS.text).domain
    assert domain is not None
    assert str(domain.reason) == "Set by Ilze: It was a concert."


def test_another_total_is_a_correction(dataset: Dataset) -> None:
    record = record_of(dataset, CAMP.text)
    first, second = (Marked(count.value) for count in record.counts)
    dataset.set_value(record.id, "counts", (first, second), who="Ilze")
    assert record_of(dataset, CAMP.text).review_status is ReviewStatus.ACCEPTED
    part = Marked(replace(second.value, part_of=0))
    dataset.set_value(record.id, "counts", (first, part), who="Ilze")
    assert record_of(dataset, CAMP.text).review_status is ReviewStatus.CORRECTED


@pytest.mark.parametrize(
    ("field", "value"),
    [("review_status", Absence.ILLEGIBLE), ("domain", {"absence": "forgotten"}), ("statement", True), ("statement", 1)],
)
def test_an_absence_of_something_else_is_refused(dataset: Dataset, field: str, value: object) -> None:
    with pytest.raises(DatasetError, match=f"field {FIELDS.get(field, field)} cannot be set"):
        dataset.edit([Change(record_of(dataset, CAMP.text).id, field, value)], who="Ilze")
