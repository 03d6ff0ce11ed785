"""The queue, searching and progress: what needs a person, in which order, and that it is always up to date."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dataset import (
    Change,
    Dataset,
    Marked,
    Progress,
    QueueFilter,
    QueueItem,
    QueueOrder,
    ReviewStatus,
    Share,
    open_dataset,
)
from extract.errors import DamagedFileError
from extract.model import Message
from letter_factory import CAMP, NEWER, NOTHING, PROVENANCE, UNKNOWN, Said, make_extraction, persons

SURE = Said("Nodarbībās iesaistījās 8 skolēni.", counts={"8 skolēni": persons(8, "skolēni")})
DOUBTFUL = Said("Piedalījās 100 jaunieši.", domain="culture", counts={"100 jaunieši": persons(100)}, confidence=0.4)


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(SURE, DOUBTFUL, name="dobele.pdf", respondent="Dobeles novads"))
            run.save(make_extraction(UNKNOWN, CAMP, name="talsi.pdf", respondent=None))
        yield opened


def told(items: list[QueueItem]) -> list[tuple[str, str | None, str]]:
    return [(item.document[:5], item.field, str(item.reason)) for item in items]


def identifier(dataset: Dataset, text: str) -> str:
    return next(record.id for record in dataset.records() if record.statement.text == text)


def test_all_that_needs_a_person_goes_by_letter(dataset: Dataset) -> None:
    items = dataset.queue()
    assert told(items) == [
        ("dobel", None, "Nobody has reviewed this statement."),
        ("dobel", "domain", "The domain is uncertain."),
        ("dobel", "years", "The years are uncertain."),
        ("dobel", "counts", "The count “100 bērni” is uncertain."),
        ("talsi", "respondent", "No respondent was found."),
        ("talsi", "domain", "No domain was found."),
        ("talsi", "years", "No years were found."),
        ("talsi", None, "Nobody has reviewed this statement."),
    ]
    record = next(record for record in dataset.records() if record.statement.text == DOUBTFUL.text)
    assert [item.finding_id for item in items[1:4]] == [
        found.id for found in (record.domain, record.years) if found
    ] + [record.counts[0].id]
    assert {item.statement for item in items[1:4]} == {DOUBTFUL.text}


def test_the_least_certain_comes_first(dataset: Dataset) -> None:
    items = dataset.queue(QueueOrder.UNCERTAINTY)
    assert [item.confidence for item in items] == [0.0, 0.0, 0.0, 0.4, 0.4, 0.4, 0.9, 0.9]
    assert [item.document for item in items[:3]] == ["talsi.pdf"] * 3


def test_what_the_totals_hang_on_comes_first(dataset: Dataset) -> None:
    effects = [(item.field, round(item.effect, 1)) for item in dataset.queue(QueueOrder.EFFECT)]
    assert effects == [
        ("domain", 60.0),
        ("years", 60.0),
        ("counts", 60.0),
        ("respondent", 32.0),
        (None, 3.2),
        (None, 0.8),
        ("domain", 0.0),
        ("years", 0.0),
    ]


def test_what_is_wrong_alike_comes_together(dataset: Dataset) -> None:
    reasons = [item.reason.text for item in dataset.queue(QueueOrder.FLAG)]
    assert reasons[0] == "No respondent was found."
    assert reasons[1:6] == sorted(reasons[1:6])
    assert reasons[6:] == ["Nobody has reviewed this statement."] * 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (QueueFilter(document="dobele.pdf"), 4),
        (QueueFilter(respondent="Dobeles novads"), 4),
        (QueueFilter(respondent=""), 4),
        (QueueFilter(respondent="Tukuma novads"), 0),
        (QueueFilter(domain="culture"), 4),
        (QueueFilter(domain=""), 2),
        (QueueFilter(year=2021), 5),
        (QueueFilter(year=2020), 0),
        (QueueFilter(status=ReviewStatus.UNREVIEWED), 7),
        (QueueFilter(status=ReviewStatus.CORRECTED), 0),
        (QueueFilter(field="years"), 2),
        (QueueFilter(field="respondent"), 1),
        (QueueFilter(reason="No years were found."), 1),
        (QueueFilter(flagged=True), 6),
        (QueueFilter(text="JAUNIETIS piedalas"), 4),
        (QueueFilter(text="jauniesi", flagged=True, field="counts"), 1),
        (QueueFilter(text="Talsi.p"), 3),
        (QueueFilter(text="koncerts"), 0),
        (QueueFilter(reviewer="Ilze"), 0),
    ],
)
def test_a_filter_for_anything(dataset: Dataset, wanted: QueueFilter, expected: int) -> None:
    assert len(dataset.queue(QueueOrder.LETTER, wanted)) == expected


def test_what_a_person_has_settled_is_no_longer_waiting(dataset: Dataset) -> None:
    doubtful, sure = identifier(dataset, DOUBTFUL.text), identifier(dataset, SURE.text)
    dataset.edit([Change(doubtful, "domain", "health")], who="Ilze")
    assert told(dataset.queue())[1:3] == [
        ("dobel", "years", "The years are uncertain."),
        ("dobel", "counts", "The count “100 bērni” is uncertain."),
    ]
    assert len(dataset.queue(QueueOrder.LETTER, QueueFilter(reviewer="Ilze"))) == 2
    dataset.edit([Change(doubtful, "review_status", "accepted")], who="Jānis")
    dataset.edit([Change(sure, "review_status", "rejected")], who="Jānis")
    dataset.set_letter_value("talsi.pdf", "respondent", "Talsu novads", who="Ilze")
    assert [item.document for item in dataset.queue()] == ["talsi.pdf"] * 3
    assert {item.respondent for item in dataset.queue()} == {"Talsu novads"}
    dataset.undo("Jānis")
    assert told(dataset.queue())[0] == ("dobel", None, "Nobody has reviewed this statement.")


def test_searching_finds_reviewed_statements_too(dataset: Dataset) -> None:
    doubtful = identifier(dataset, DOUBTFUL.text)
    dataset.edit([Change(doubtful, "review_status", "accepted")], who="Ilze")

    def found(**wanted: Any) -> list[str]:
        return [record.statement.text for record in dataset.search(QueueFilter(**wanted))]

    assert found(text="jauniešiem") == [DOUBTFUL.text, CAMP.text]
    assert found(reviewer="Ilze") == found(status=ReviewStatus.ACCEPTED) == [DOUBTFUL.text]
    assert found(field="projects") == [CAMP.text]
    assert found(flagged=True) == [UNKNOWN.text]
    assert found(reason="No domain was found.") == [UNKNOWN.text]
    dataset.edit([Change(doubtful, "review_status", "rejected")], who="Ilze")
    assert found(text="jauniešiem") == [CAMP.text]
    assert found(text="jauniešiem", status=ReviewStatus.REJECTED) == [DOUBTFUL.text]


def test_progress_tells_how_much_is_done_and_by_whom(dataset: Dataset) -> None:
    assert dataset.progress() == Progress(Share(2, 0), Share(4, 0), Share(20, 0), ())
    doubtful, sure = identifier(dataset, DOUBTFUL.text), identifier(dataset, SURE.text)
    dataset.edit([Change(doubtful, "domain", "health"), Change(doubtful, "years", (2020,))], who="Ilze")
    dataset.edit([Change(sure, "review_status", "accepted")], who="Jānis")
    dataset.edit([Change(sure, "domain", "health")], who="Ilze")
    progress = dataset.progress()
    assert (progress.letters, progress.statements, progress.fields) == (Share(2, 0), Share(4, 2), Share(20, 7))
    assert [(one.who, one.statements, one.fields) for one in progress.people] == [("Jānis", 1, 4), ("Ilze", 2, 3)]
    dataset.edit([Change(doubtful, "counts", (Marked(persons(99)),))], who="Ilze")
    assert dataset.progress().letters == Share(2, 1)


def test_what_another_process_has_done_is_seen(dataset: Dataset, tmp_path: Path) -> None:
    before = dataset.queue()
    with open_dataset(str(tmp_path / "letters.sqlite")) as other:
        other.edit([Change(identifier(dataset, SURE.text), "review_status", "accepted")], who="Anna")
        with other.begin_run(NEWER) as run:
            run.save(make_extraction(NOTHING, name="zilupe.pdf"))
            run.save_failure("mape.pdf", "f" * 64, DamagedFileError(Message("It is damaged."), Message("Send anew.")))
            seen = dataset.queue()
    assert len(before) == 8
    assert [item.document for item in seen] == ["dobele.pdf"] * 3 + ["mape.pdf"] + ["talsi.pdf"] * 4 + [
        "zilupe.pdf"
    ] * 3
    assert (seen[3].field, str(seen[3].reason)) == (None, "It is damaged.")


def test_a_failure_that_a_run_has_cleared_is_gone(dataset: Dataset) -> None:
    extraction = make_extraction(SURE, name="zilupe.pdf")
    error = DamagedFileError(Message("It is damaged."), Message("Send anew."))
    with dataset.begin_run(PROVENANCE) as run:
        run.save(extraction)
        run.save_failure("zilupe.pdf", extraction.letter.document.sha256, error)
    assert "It is damaged." in {str(item.reason) for item in dataset.queue()}
    with dataset.begin_run(PROVENANCE) as run:
        run.save(extraction)
    assert "It is damaged." not in {str(item.reason) for item in dataset.queue()}


def test_a_letter_that_cannot_be_read_waits_until_a_person_has_seen_that(dataset: Dataset) -> None:
    error = DamagedFileError(Message("It is damaged."), Message("Send anew."))
    with dataset.begin_run(PROVENANCE) as run:
        run.save_failure("zilupe.pdf", "f" * 64, error)
    wanted = QueueFilter(document="zilupe.pdf")
    assert len(dataset.queue(QueueOrder.LETTER, wanted)) == 1
    dataset.edit([Change(None, "review_status", "accepted", document="zilupe.pdf")], who="Ilze")
    assert dataset.queue(QueueOrder.LETTER, wanted) == []
    # It is still told as what it is.
    assert dataset.letter("zilupe.pdf").attention == (error.cause,)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.integers(0, 3), st.sampled_from(["culture", None])),
        st.tuples(st.just("status"), st.integers(0, 3), st.sampled_from(["accepted", "rejected", "unreviewed"])),
        st.tuples(st.sampled_from(["undo", "redo", "run", "add"]), st.just(0), st.none()),
    ),
    max_size=8,
)


@settings(max_examples=15)
@given(STEPS)
def test_what_is_in_memory_is_what_is_in_the_dataset(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str | None]]
) -> None:
    file = str(tmp_path_factory.mktemp("overview") / "x.sqlite")
    with open_dataset(file) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(SURE, DOUBTFUL, name="a.pdf"))
            run.save(make_extraction(UNKNOWN, CAMP, name="b.pdf"))
        ids = [record.id for record in dataset.records()]
        for number, (action, which, value) in enumerate(steps):
            if action in {"edit", "status"}:
                field = "domain" if action == "edit" else "review_status"
                dataset.edit([Change(ids[which], field, value)], who="Ilze")
            elif action == "undo":
                dataset.undo("Ilze")
            elif action == "redo":
                dataset.redo("Ilze")
            elif action == "add" and not any(record.added_by for record in dataset.records("a.pdf")):
                dataset.add_statement("a.pdf", 0, 5, who="Ilze")
            else:
                with dataset.begin_run(replace(NEWER, code=str(number))) as run:
                    run.save(make_extraction(SURE, DOUBTFUL, replace(CAMP, confidence=number / 10), name="a.pdf"))
            in_memory = dataset.overview()
            with open_dataset(file) as fresh:
                assert in_memory == fresh.overview()
