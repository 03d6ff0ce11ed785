"""Runs: what is stored, what is left alone, and what comes back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extract.dataset import Dataset, Provenance, RunStatus, open_dataset
from extract.errors import DamagedFileError, HinderedError
from extract.model import Extraction, Layout, Message, Page
from letter_factory import CAMP, LESSONS, NEWER, NOTHING, PROVENANCE, Said, make_arrival, make_extraction

BROKEN = DamagedFileError(Message("{file} is damaged.", {"file": "talsi.pdf"}), Message("Save it anew."))


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        yield opened


def save(dataset: Dataset, *extractions: Extraction, provenance: Provenance = PROVENANCE) -> None:
    with dataset.begin_run(provenance) as run:
        for extraction in extractions:
            run.save(extraction)


def actions(dataset: Dataset) -> list[str]:
    return [entry.action for entry in dataset.audit_trail()]


def test_what_is_saved_comes_back_equal(dataset: Dataset) -> None:
    extraction = make_extraction()
    save(dataset, extraction)
    letter, document = extraction.letter, extraction.letter.document
    assert dataset.document("talsi.pdf") == document
    stored, frame = dataset.letter("talsi.pdf"), letter.frame
    for field in ("respondent", "letter_date", "letter_number", "reporting_years"):
        kept, found = getattr(stored.frame, field), getattr(frame, field)
        assert (kept.value, kept.evidence, kept.reason) == (found.value, found.evidence, found.reason)
    assert stored.layout is Layout.PLAIN
    records = list(dataset.records("talsi.pdf"))
    assert [record.statement for record in records] == list(letter.statements)
    for record, stored_record in zip(extraction.records, records, strict=True):
        for before, after in zip(record.findings(), stored_record.findings(), strict=True):
            assert all(getattr(after, field) == getattr(before, field) for field in before.__dataclass_fields__)


def test_every_quote_stands_in_the_stored_text(dataset: Dataset) -> None:
    save(dataset, make_extraction())
    text = dataset.document("talsi.pdf").text
    proofs = [proof for record in dataset.records() for found in record.findings() for proof in found.evidence]
    assert len(proofs) > 5
    assert all(text[proof.start : proof.end] == proof.quote and proof.boxes for proof in proofs)


def test_saving_the_same_again_changes_nothing(dataset: Dataset) -> None:
    save(dataset, make_extraction())
    before, records = actions(dataset), list(dataset.records())
    save(dataset, make_extraction())
    assert actions(dataset) == [*before, "run_started", "run_finished"]
    assert list(dataset.records()) == records


def test_newer_code_that_finds_the_same_adds_nothing_but_makes_it_current(dataset: Dataset) -> None:
    extraction = make_extraction()
    sha256 = extraction.letter.document.sha256
    save(dataset, extraction)
    with dataset.begin_run(NEWER) as run:
        assert not run.is_current("talsi.pdf", sha256)
        run.save(extraction)
        assert run.is_current("talsi.pdf", sha256)
    assert actions(dataset).count("extraction_added") == 1
    with dataset.begin_run(NEWER) as run:
        assert run.is_current("talsi.pdf", sha256)
    with dataset.begin_run(PROVENANCE) as run:
        assert not run.is_current("talsi.pdf", sha256)


@pytest.mark.parametrize(
    "other",
    [
        replace(PROVENANCE, code="x"),
        replace(PROVENANCE, models="x"),
        replace(PROVENANCE, codebook="x"),
        replace(PROVENANCE, codebook_sha256="x"),
    ],
)
def test_a_change_of_any_part_of_the_provenance_counts(dataset: Dataset, other: Provenance) -> None:
    extraction = make_extraction()
    save(dataset, extraction)
    with dataset.begin_run(other) as run:
        assert not run.is_current("talsi.pdf", extraction.letter.document.sha256)


def test_newer_code_that_finds_otherwise_adds_an_extraction(dataset: Dataset) -> None:
    save(dataset, make_extraction(LESSONS))
    (before,) = dataset.records()
    save(dataset, make_extraction(replace(LESSONS, domain="culture")), provenance=NEWER)
    (after,) = dataset.records()
    assert after.domain is not None
    assert (after.id, after.domain.value, after.counts) == (before.id, "culture", before.counts)
    assert dataset.letter("talsi.pdf").version == 1
    assert actions(dataset).count("extraction_added") == 2


def test_a_changed_file_makes_a_new_version_and_kept_statements_keep_their_ids(dataset: Dataset) -> None:
    save(dataset, make_extraction(LESSONS, CAMP))
    ids = [record.id for record in dataset.records()]
    save(dataset, make_extraction(NOTHING, LESSONS, CAMP))
    assert dataset.letter("talsi.pdf").version == 2
    assert [record.id for record in dataset.records()][1:] == ids


def test_a_file_that_is_put_back_as_it_was_is_a_version_again(dataset: Dataset) -> None:
    for said in (LESSONS, CAMP, LESSONS):
        save(dataset, make_extraction(said))
    assert dataset.letter("talsi.pdf").version == 3
    assert [record.statement.text for record in dataset.records()] == [LESSONS.text]


def test_findings_keep_their_ids_when_their_value_changes(dataset: Dataset) -> None:
    save(dataset, make_extraction(CAMP))
    (before,) = dataset.records()
    better = {quote: replace(count, value=count.value + 1) for quote, count in CAMP.counts.items()}
    save(dataset, make_extraction(replace(CAMP, counts=better)), provenance=NEWER)
    (after,) = dataset.records()
    assert [found.id for found in after.counts] == [found.id for found in before.counts]
    assert [found.value.value for found in after.counts] == [3, 31]


def test_the_same_words_twice_are_two_statements(dataset: Dataset) -> None:
    save(dataset, make_extraction(LESSONS, CAMP, LESSONS))
    assert len({record.id for record in dataset.records()}) == 3


def test_the_same_words_in_another_letter_are_another_statement(dataset: Dataset) -> None:
    save(dataset, make_extraction(LESSONS, name="a.pdf"), make_extraction(LESSONS, name="b.pdf"))
    records = list(dataset.records())
    assert [record.document for record in records] == ["a.pdf", "b.pdf"]
    assert len({record.id for record in records}) == 2


def test_letters_are_sorted_by_name(dataset: Dataset) -> None:
    save(dataset, *(make_extraction(LESSONS, name=name) for name in ("č.pdf", "b.pdf", "a.pdf")))
    assert [letter.name for letter in dataset.letters()] == ["a.pdf", "b.pdf", "č.pdf"]


def test_letters_tell_how_much_there_is(dataset: Dataset) -> None:
    notice = Message("Page {page} was turned.", {"page": 1})
    save(dataset, make_extraction(notices=[notice]))
    (letter,) = dataset.letters()
    assert (letter.statements, letter.counts, letter.projects, letter.reviewed) == (3, 3, 1, 0)
    assert (letter.pages, letter.format, letter.failed, letter.confidence) == (1, "pdf", False, 0.5)
    assert (letter.respondent, letter.letter_number, letter.reporting_years) == (
        "Talsu novads",
        "1-15/23/77",
        (2021, 2022),
    )
    assert letter.notices == (notice,)


def test_pages_without_text_are_told(dataset: Dataset) -> None:
    pages = (Page(1, 595.0, 842.0), Page(2, 595.0, 842.0, has_text=False))
    save(dataset, make_extraction(LESSONS, pages=pages))
    assert "Pages without text: 2." in [str(reason) for reason in dataset.letters()[0].attention]


def test_a_failure_is_stored_and_current_until_something_changes(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save_failure("talsi.pdf", "f" * 64, BROKEN)
        assert run.is_current("talsi.pdf", "f" * 64)
    before = actions(dataset)
    with dataset.begin_run(PROVENANCE) as run:
        assert run.is_current("talsi.pdf", "f" * 64)
        assert not run.is_current("talsi.pdf", "e" * 64)
        run.save_failure("talsi.pdf", "f" * 64, BROKEN)
    assert actions(dataset)[len(before) :] == ["run_started", "run_finished"]
    (letter,) = dataset.letters()
    assert letter.failed
    assert (letter.cause, letter.advice, letter.attention) == (BROKEN.cause, BROKEN.advice, (BROKEN.cause,))
    assert list(dataset.records()) == []
    with dataset.begin_run(NEWER) as run:
        assert not run.is_current("talsi.pdf", "f" * 64)


def test_what_is_no_fault_of_the_file_is_tried_again(dataset: Dataset) -> None:
    extraction = make_extraction()
    sha256 = extraction.letter.document.sha256
    hindered = HinderedError(Message("{file} could not be read.", {"file": "talsi.pdf"}), Message("Run again."))
    with dataset.begin_run(PROVENANCE) as run:
        run.save_failure("talsi.pdf", sha256, hindered)
    assert dataset.letter("talsi.pdf").failed
    with dataset.begin_run(PROVENANCE) as run:
        assert not run.is_current("talsi.pdf", sha256)
        run.save(extraction)
    assert not dataset.letter("talsi.pdf").failed
    with dataset.begin_run(PROVENANCE) as run:
        assert run.is_current("talsi.pdf", sha256)


def test_a_failure_leaves_what_was_read_before_from_the_same_content(dataset: Dataset) -> None:
    extraction = make_extraction(LESSONS)
    sha256 = extraction.letter.document.sha256
    save(dataset, extraction)
    with dataset.begin_run(NEWER) as run:
        run.save_failure("talsi.pdf", sha256, BROKEN)
        assert run.is_current("talsi.pdf", sha256)
    (letter,) = dataset.letters()
    assert letter.failed
    assert letter.version == 1
    assert [record.statement.text for record in dataset.records()] == [LESSONS.text]
    save(dataset, extraction, provenance=NEWER)
    assert not dataset.letters()[0].failed


def test_a_file_that_cannot_be_opened_is_tried_again(dataset: Dataset) -> None:
    extraction = make_extraction(LESSONS)
    sha256 = extraction.letter.document.sha256
    save(dataset, extraction)
    with dataset.begin_run(PROVENANCE) as run:
        run.save_failure("talsi.pdf", None, BROKEN)
    with dataset.begin_run(PROVENANCE) as run:
        assert not run.is_current("talsi.pdf", sha256)
        run.save(extraction)
        assert run.is_current("talsi.pdf", sha256)
    assert not dataset.letters()[0].failed


def test_a_file_that_was_never_opened_is_a_letter_too(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save_failure("talsi.pdf", None, BROKEN)
        assert not run.is_current("talsi.pdf", "f" * 64)
    assert [letter.failed for letter in dataset.letters()] == [True]
    save(dataset, make_extraction(LESSONS))
    assert [(letter.failed, letter.version) for letter in dataset.letters()] == [(False, 2)]


def test_new_content_that_cannot_be_read_hides_the_old(dataset: Dataset) -> None:
    save(dataset, make_extraction(LESSONS))
    with dataset.begin_run(PROVENANCE) as run:
        run.save_failure("talsi.pdf", "f" * 64, BROKEN)
    assert list(dataset.records()) == []
    assert dataset.letter("talsi.pdf").version == 2


def test_a_letter_is_stored_as_a_whole_or_not_at_all(dataset: Dataset) -> None:
    whole = make_extraction(LESSONS, CAMP)
    twice = replace(
        whole.records[1], counts=(*whole.records[1].counts, replace(whole.records[1].counts[0], confidence=2))
    )
    with dataset.begin_run(PROVENANCE) as run:
        with pytest.raises(Exception, match="confidence"):
            run.save(replace(whole, records=(whole.records[0], twice)))
        assert not run.is_current("talsi.pdf", whole.letter.document.sha256)
    assert dataset.letters() == []
    assert actions(dataset) == ["run_started", "run_finished"]


@pytest.mark.parametrize("moved", [-1, 1])
def test_a_statement_that_is_not_at_its_place_is_refused(dataset: Dataset, moved: int) -> None:
    whole = make_extraction(LESSONS)
    wrong = replace(whole.records[0].statement, start=whole.records[0].statement.start + moved)
    with dataset.begin_run(PROVENANCE) as run, pytest.raises(ValueError, match="not what stands at its place"):
        run.save(replace(whole, records=(replace(whole.records[0], statement=wrong),)))


def test_a_quote_that_is_not_in_the_text_is_refused(dataset: Dataset) -> None:
    whole = make_extraction(LESSONS)
    (count,) = whole.records[0].counts
    wrong = replace(count, evidence=(replace(count.evidence[0], quote="15 romu bērni"),))
    with dataset.begin_run(PROVENANCE) as run, pytest.raises(ValueError, match="15 romu bērni"):
        run.save(replace(whole, records=(replace(whole.records[0], counts=(wrong,)),)))


def test_runs_tell_how_they_ended(dataset: Dataset) -> None:
    save(dataset)
    with pytest.raises(KeyboardInterrupt), dataset.begin_run(NEWER, ["run", "letters"]):
        raise KeyboardInterrupt
    first, second = dataset.runs()
    assert (first.status, first.provenance, first.arguments) == (RunStatus.FINISHED, PROVENANCE, ())
    assert (second.status, second.provenance, second.arguments) == (RunStatus.INTERRUPTED, NEWER, ("run", "letters"))
    assert all(run.finished is not None and run.finished >= run.started for run in (first, second))


def test_a_letter_without_statements(dataset: Dataset) -> None:
    whole = make_extraction(Said("Labdien!"))
    save(dataset, replace(whole, letter=replace(whole.letter, statements=()), records=()))
    (letter,) = dataset.letters()
    assert letter.statements == 0
    assert "No statements were found." in [str(reason) for reason in letter.attention]


def test_the_parts_and_signatures_of_an_arrival_come_back(tmp_path: Path) -> None:
    extraction = make_arrival("pasts.eml")
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(extraction)
        assert dataset.document("pasts.eml") == extraction.letter.document
        letter = dataset.letter("pasts.eml")
        assert (letter.parts, letter.signatures) == (
            extraction.letter.document.parts,
            extraction.letter.document.signatures,
        )
        assert letter.needs_look


def test_where_a_letter_lay_when_it_was_last_met_is_kept(dataset: Dataset, tmp_path: Path) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(), tmp_path / "first" / "talsi.pdf")
        run.save_failure("zilupe.pdf", "f" * 64, BROKEN, tmp_path / "zilupe.pdf")
        run.save(make_extraction(LESSONS, name="tukums.pdf"))
    assert {letter.name: letter.source for letter in dataset.letters()} == {
        "talsi.pdf": tmp_path / "first" / "talsi.pdf",
        "tukums.pdf": None,
        "zilupe.pdf": tmp_path / "zilupe.pdf",
    }
    with dataset.begin_run(PROVENANCE) as run:
        run.note_source("talsi.pdf", tmp_path / "second" / "talsi.pdf")
    assert dataset.letter("talsi.pdf").source == tmp_path / "second" / "talsi.pdf"
    assert dataset.letter("talsi.pdf").version == 1


def test_a_relative_path_is_kept_as_an_absolute_one(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(), Path("talsi.pdf"))
    assert dataset.letter("talsi.pdf").source == tmp_path / "talsi.pdf"


def test_a_path_that_is_no_utf8_is_not_kept(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(), Path("/letters/v\udce7stule/talsi.pdf"))
    assert dataset.letter("talsi.pdf").source is None
