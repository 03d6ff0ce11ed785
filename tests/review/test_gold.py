"""Letters reviewed to their gold in Chromium, from the keyboard alone, then exported and scored."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extract.codebook import load_codebook
from extract.dataset import Dataset, UserRole, open_dataset
from extract.evaluation import evaluate, load_lines
from extract.exports import record_lines
from extract.latvian.language import load_language
from extract.model import Bound, Extraction, Finding, Message, Record, Statement
from extract.pipeline import extract_file
from extract.rendering import Renderer
from extract.review.app import make_desk
from extract.review.desk import Desk
from keyboard_reviewer import KeyboardReviewer
from letter_factory import PROVENANCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parent.parent.parent


def spoil(extraction: Extraction) -> Extraction:
    """The extraction with mistakes of every kind, as if a far worse program had made it."""
    domains = load_codebook().domain_codes
    text = extraction.letter.document.text
    records: list[Record] = []
    for number, record in enumerate(extraction.records):
        before = records[-1] if records else None
        if number % 8 == 4 and before and text[before.statement.end : record.statement.start] == " ":
            statement = before.statement
            whole = replace(statement, end=record.statement.end, text=text[statement.start : record.statement.end])
            records[-1] = Record(whole, before.years, before.domain)
        elif number % 8 == 6:
            continue
        else:
            records.append(_spoil_record(record, number, domains))
    letter = extraction.letter
    frame = replace(letter.frame, respondent=None) if len(records) % 2 else letter.frame
    statements: tuple[Statement, ...] = tuple(record.statement for record in records)
    return replace(extraction, letter=replace(letter, frame=frame, statements=statements), records=tuple(records))


def _spoil_record(record: Record, number: int, domains: tuple[str, ...]) -> Record:
    if number % 5 == 0 and record.domain:
        other = domains[(domains.index(record.domain.value) + 1) % len(domains)]
        record = replace(record, domain=replace(record.domain, value=other, confidence=0.4))
    if number % 5 == 1:
        record = replace(record, years=None)
    if number % 4 == 2:
        counts = [
            replace(one, value=replace(one.value, value=one.value.value + 1, bound=Bound.ABOUT))
            for one in record.counts
        ]
        record = replace(record, counts=tuple(counts))
    if number % 4 == 3:
        record = replace(record, counts=(), projects=())
    if number % 9 == 0:
        wrong = Finding(True, (), "spoilt", 0.5, Message("No domain was found."))
        record = replace(record, no_measures=None if record.no_measures else wrong)
    return record


def review_all(
    gold: list[dict[str, Any]],
    folder: Path,
    dataset: Dataset,
    renderer: Renderer,
    serve: Callable[[Desk], str],
    open_page: Callable[..., Page],
) -> None:
    codebook, language = load_codebook(), load_language()
    with dataset.begin_run(PROVENANCE) as run:
        for letter in gold:
            run.save(spoil(extract_file(folder / letter["file"], letter["file"], codebook, language)))
    spoilt = evaluate(gold, record_lines(dataset))
    assert min(spoilt.score(name) for name in ("statements", "years", "domain", "counts", "projects")) < 0.9
    desk = make_desk(dataset, codebook, renderer)
    desk.users.add("Ilze", UserRole.LEAD, None)
    address = serve(desk)
    page = open_page(f"{address}/enter?word={desk.make_entrance()}")
    reviewer = KeyboardReviewer(page, address, dataset, codebook.domain_codes)
    for letter in gold:
        reviewer.review(letter)
    evaluation = evaluate(gold, record_lines(dataset))
    assert evaluation.misses == []
    assert {name: evaluation.score(name) for name, tally in evaluation.tallies.items() if tally.asked} == {
        name: 1.0 for name, tally in evaluation.tallies.items() if tally.asked
    }
    assert all(letter.unreviewed == 0 for letter in dataset.letters())


@pytest.fixture
def empty(tmp_path: Path) -> Any:
    with open_dataset(str(tmp_path / "gold.sqlite")) as opened:
        yield opened


def test_sample_letters(
    empty: Dataset, renderer: Renderer, serve: Callable[[Desk], str], open_page: Callable[..., Page]
) -> None:
    names = ("talsu-nov.docx", "kekavas-nov.txt")
    lines = [line for name in ("train", "dev", "test") for line in load_lines(ROOT / "annotations" / f"{name}.jsonl")]
    gold = [line for line in lines if line["file"] in names]
    assert len(gold) == len(names)
    review_all(gold, ROOT / "corpus" / "files", empty, renderer, serve, open_page)


@pytest.mark.shared
def test_gold_letters(
    shared: Path, empty: Dataset, renderer: Renderer, serve: Callable[[Desk], str], open_page: Callable[..., Page]
) -> None:
    gold = load_lines(shared / "gold" / "letters.jsonl")
    # All of them take some minutes.
    gold = gold if os.environ.get("EXTRACT_THOROUGH") else gold[::3]
    review_all(gold, shared / "gold" / "letters", empty, renderer, serve, open_page)
