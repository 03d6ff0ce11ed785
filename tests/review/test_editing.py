"""What the letter page sends, and what it gets back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.responses import Response

from extract.dataset import Absence, Change, Dataset, ReviewStatus, StoredRecord, UserRole
from extract.model import Bound, Count, Project, ProjectKind, Role, Unit
from extract.review.answered import Answered
from letter_factory import CAMP, LESSONS, NOTHING, UNKNOWN
from review_page import Visitor, record_of

LETTER = "talsi.pdf"


def change(record: StoredRecord, field: str, value: Any, version: int = 0) -> dict[str, Any]:
    return {
        "document": record.document,
        "changes": [{"statement": record.id, "field": field, "value": value, "version": version}],
    }


def count(value: Any, **parts: Any) -> dict[str, Any]:
    held = {"value": value, "bound": "exact", "unit": "persons", "group": "bērni", "role": "participant", **parts}
    return {"value": held, "quote": "14 romu bērni", "start": LESSONS.text.index("14 romu")}


@pytest.mark.parametrize(
    ("field", "sent", "expected"),
    [
        ("domain", "culture", "culture"),
        ("domain", None, None),
        ("years", [2022, 2021, 2022], (2021, 2022)),
        ("no_measures", True, True),
        ("counts", [count(32)], (Count(32, Bound.EXACT, Unit.PERSONS, "bērni", Role.PARTICIPANT),)),
        ("counts", [], ()),
        (
            "projects",
            [{"value": {"name": "Takas", "kind": "campaign", "number": None}}],
            (Project("Takas", ProjectKind.CAMPAIGN),),
        ),
    ],
)
def test_every_field_of_a_statement_can_be_set(
    visitor: Visitor, dataset: Dataset, field: str, sent: Any, expected: Any
) -> None:
    record = record_of(dataset, LESSONS.text)
    status, answer = visitor.send("/edit", change(record, field, sent))
    assert status == 200
    assert set(answer["cards"]) == {record.id}
    held = getattr(record_of(dataset, LESSONS.text), field)
    values = tuple(finding.value for finding in held) if isinstance(held, tuple) else held and held.value
    assert values == expected


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("respondent", "Tukuma novads"),
        ("reporting_years", [2020]),
        ("letter_date", "2022-03-01"),
        ("letter_number", "1-2/3"),
    ],
)
def test_every_field_of_a_letter_can_be_set(visitor: Visitor, dataset: Dataset, field: str, sent: Any) -> None:
    body = {"document": LETTER, "changes": [{"statement": None, "field": field, "value": sent, "version": 0}]}
    status, answer = visitor.send("/edit", body)
    assert status == 200
    assert "Ilze" in answer["letter"]
    assert dataset.letter(LETTER).decided_by[field] == "Ilze"


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("domain", "no_such_domain"),
        ("domain", 3),
        ("years", [12]),
        ("years", "2021"),
        ("counts", [count(-1)]),
        ("counts", [count("many")]),
        ("counts", [{**count(3), "quote": "other words"}]),
        ("counts", {"absence": "zero"}),
        ("review_status", "fine"),
        ("no_such_field", 1),
    ],
)
def test_values_that_a_field_cannot_have_are_refused(visitor: Visitor, dataset: Dataset, field: str, sent: Any) -> None:
    status, answer = visitor.send("/edit", change(record_of(dataset, LESSONS.text), field, sent))
    assert status == 400
    assert answer["cause"]
    assert answer["advice"]
    assert dataset.edits() == []


def test_a_request_that_is_none_is_refused(visitor: Visitor) -> None:
    for body in ({}, {"document": LETTER}, {"document": LETTER, "changes": []}, {"document": LETTER, "more": 1}):
        assert visitor.send("/edit", body)[0] == 400


def test_not_stated_zero_illegible_and_not_applicable_are_four_things(visitor: Visitor, dataset: Dataset) -> None:
    shown = set()
    all_four = ({"absence": "not_stated"}, {"absence": "illegible"}, {"absence": "not_applicable"}, [count(0)])
    for version, sent in enumerate(all_four):
        record = record_of(dataset, LESSONS.text)
        assert visitor.send("/edit", change(record, "counts", sent, version))[0] == 200
        held = record_of(dataset, LESSONS.text)
        shown.add((held.absences.get("counts"), tuple(one.value.value for one in held.counts)))
    assert shown == {
        (Absence.NOT_STATED, ()),
        (Absence.ILLEGIBLE, ()),
        (Absence.NOT_APPLICABLE, ()),
        (None, (0,)),
    }


def test_accepting_and_rejecting(visitor: Visitor, dataset: Dataset) -> None:
    record = record_of(dataset, NOTHING.text)
    assert record.attention
    assert "waiting" not in visitor.send("/edit", change(record, "review_status", "accepted"))[1]["cards"][record.id]
    assert record_of(dataset, NOTHING.text).review_status is ReviewStatus.ACCEPTED
    visitor.send("/edit", change(record, "review_status", "rejected", 1))
    assert record_of(dataset, NOTHING.text).review_status is ReviewStatus.REJECTED


def test_a_conflict_tells_both_values_and_changes_nothing(sign_in: Callable[..., Visitor], dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    first, second = sign_in("Ilze"), sign_in("Anna", UserRole.REVIEWER)
    assert first.send("/edit", change(record, "counts", [count(15)]))[0] == 200
    status, answer = second.send("/edit", change(record, "counts", [count(16)]))
    assert status == 409
    assert (answer["who"], answer["theirs"], answer["yours"]) == ("Ilze", "15 bērni", "16 bērni")
    assert record_of(dataset, LESSONS.text).counts[0].value.value == 15
    assert second.send("/edit", change(record, "counts", [count(16)], answer["version"]))[0] == 200
    assert record_of(dataset, LESSONS.text).counts[0].value.value == 16


def test_what_was_saved_already_is_no_conflict(visitor: Visitor, dataset: Dataset) -> None:
    """A browser sends a change again whose answer it has not seen."""
    record = record_of(dataset, LESSONS.text)
    body = change(record, "domain", "culture")
    assert [visitor.send("/edit", body)[0] for _ in range(2)] == [200, 200]
    assert len(dataset.edits()) == 1


def test_several_changes_are_made_together_or_not_at_all(visitor: Visitor, dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    body = change(record, "domain", "culture")
    body["changes"].append({"statement": record.id, "field": "years", "value": [2022], "version": 7})
    assert visitor.send("/edit", body)[0] == 409
    assert dataset.edits() == []


def test_undo_and_redo_across_letters(visitor: Visitor, dataset: Dataset) -> None:
    here, there = record_of(dataset, LESSONS.text), record_of(dataset, UNKNOWN.text)
    visitor.send("/edit", change(here, "domain", "culture"))
    visitor.send("/edit", change(there, "domain", "health"))
    status, answer = visitor.send("/undo", {"document": here.document})
    assert (status, answer["document"], answer["statement"]) == (200, there.document, there.id)
    assert record_of(dataset, UNKNOWN.text).domain is None
    status, answer = visitor.send("/undo", {"document": here.document})
    assert here.id in answer["all"]
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert (held.value, held.decided_by) == ("education", None)
    assert visitor.send("/undo", {"document": here.document})[1] == {"said": "Nav, ko atsaukt."}
    visitor.send("/redo", {"document": here.document})
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "culture"


def test_nobody_undoes_what_another_has_done(sign_in: Callable[..., Visitor], dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    first, second = sign_in("Ilze"), sign_in("Anna", UserRole.REVIEWER)
    first.send("/edit", change(record, "domain", "culture"))
    assert second.send("/undo", {"document": LETTER})[1]["said"] == "Nav, ko atsaukt."
    second.send("/edit", change(record, "domain", "health", 1))
    status, answer = first.send("/undo", {"document": LETTER})
    assert status == 400
    assert "Anna" in answer["cause"]
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "health"


def test_statements_are_split_merged_and_added(visitor: Visitor, dataset: Dataset) -> None:
    record = record_of(dataset, CAMP.text)
    at = record.statement.start + CAMP.text.index("un aptuveni")
    body = {"document": LETTER, "statements": [record.id], "at": [at]}
    first, second = (r for r in self_made(dataset, visitor.send("/statements/split", body)))
    assert [c.value.value for c in first.counts + second.counts] == [2, 30]
    merged = {"document": LETTER, "statements": [first.id, second.id]}
    (whole,) = self_made(dataset, visitor.send("/statements/merge", merged))
    assert whole.statement.text == CAMP.text
    heading = dataset.document(LETTER).text.index("Talsu")
    words = {"document": LETTER, "start": heading, "end": heading + len("Talsu novads")}
    assert visitor.send("/statements/add", {**words, "end": heading})[0] == 400


def self_made(dataset: Dataset, sent: tuple[int, dict[str, Any]]) -> list[StoredRecord]:
    """The statements that stand and that a person made."""
    assert sent[0] == 200, sent
    return [
        record
        for record in dataset.records(LETTER)
        if record.added_by and record.review_status is not ReviewStatus.REJECTED
    ]


def test_the_programs_word_stays_beside_the_persons(visitor: Visitor, dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    _, answer = visitor.send("/edit", change(record, "counts", [count(15)]))
    assert "Iestatīja Ilze." in answer["cards"][record.id]
    assert "Programma atrada: 14 bērni." in answer["cards"][record.id]
    query = {"letter": LETTER, "statement": record.id, "field": "counts"}
    history = visitor.client.get("/history", params=query).text
    assert "<s>14 bērni</s> → <b>15 bērni</b>" in history
    assert history.index("15 bērni") < history.index("<b>14 bērni</b>")
    assert "Ilze" in history


def test_two_people_see_each_other(sign_in: Callable[..., Visitor], dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    first, second = sign_in("Ilze"), sign_in("Anna", UserRole.READER)
    place = {"document": LETTER, "page": "1", "statement": record.id}
    assert first.send("/presence", place)[1]["others"] == []
    answer = second.send("/presence", {**place, "page": "2"})[1]
    assert answer["others"] == [{"name": "Ilze", "statement": record.id}]
    assert answer["said"] == "Šeit ir arī Ilze"
    before = answer["state"]
    dataset.edit([Change(record.id, "domain", "culture")], who="Ilze")
    assert second.send("/presence", {**place, "page": "2"})[1]["state"] > before
    first.send("/presence", {**place, "is_leaving": True})
    assert second.send("/presence", {**place, "page": "2"})[1]["others"] == []


def test_what_is_sent_again_because_its_answer_was_lost_is_done_once(
    sign_in: Callable[..., Visitor], dataset: Dataset
) -> None:
    visitor, record = sign_in("Ilze"), record_of(dataset, LESSONS.text)
    for version, domain in enumerate(("culture", "health", "housing")):
        assert visitor.send("/edit", change(record, "domain", domain, version))[0] == 200

    def undo(request: str) -> None:
        headers = {"x-csrf-token": visitor.csrf, "x-request-id": request}
        assert visitor.client.post("/undo", json={"document": LETTER}, headers=headers).status_code == 200

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(undo, ["same"] * 4))
    domain_now = record_of(dataset, LESSONS.text).domain
    assert domain_now is not None
    assert domain_now.value == "health"
    undo("another")
    domain_now = record_of(dataset, LESSONS.text).domain
    assert domain_now is not None
    assert domain_now.value == "culture"


def test_what_failed_is_tried_again() -> None:
    answered, tries = Answered(), []

    def fail_once() -> Response:
        tries.append(1)
        if len(tries) == 1:
            raise OSError("the disk is full")
        return Response("done")

    with pytest.raises(OSError, match="full"):
        answered.once("session", "request", fail_once)
    assert answered.once("session", "request", fail_once).body == b"done"
    assert answered.once("session", "request", fail_once).body == b"done"
    assert len(tries) == 2
    assert answered.once("other session", "request", fail_once).body == b"done"
    assert len(tries) == 3


def test_what_cannot_be_set_is_told_in_the_readers_words(visitor: Visitor, dataset: Dataset) -> None:
    record = record_of(dataset, LESSONS.text)
    change = {"statement": record.id, "field": "years", "value": [2021, 9999], "version": 0}
    status, answer = visitor.send("/edit", {"document": record.document, "changes": [change]})
    assert (status, answer["cause"]) == (400, "Laukam Gadi nevar piešķirt vērtību 2021, 9999.")
    count = {"value": 10**11, "bound": "exact", "unit": "persons", "group": None, "role": "participant"}
    change |= {"field": "counts", "value": [{"value": count, "quote": None, "start": None}]}
    status, answer = visitor.send("/edit", {"document": record.document, "changes": [change]})
    assert (status, answer["cause"]) == (400, "Laukam Skaitļi nevar piešķirt vērtību 100000000000.")
