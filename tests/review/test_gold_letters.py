"""The letters of the gold, extracted, then reviewed in Chromium from the keyboard alone until they agree with it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extract.codebook import load_codebook
from extract.dataset import Dataset, ReviewStatus, StoredRecord, UserRole, open_dataset
from extract.evaluation.alignment import align
from extract.exports.record_lines import export_record_lines, record_lines
from extract.latvian.engines import load_engine
from extract.messages import Language
from extract.model import Engine
from extract.pipeline import extract_file
from extract.rendering import Renderer
from extract.review.app import make_desk
from extract.review.desk import Desk
from letter_factory import PROVENANCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.shared, pytest.mark.tesseract]

Gold = dict[str, Any]


def test_all_letters_are_reviewed_to_their_gold(
    shared: Path,
    tmp_path: Path,
    renderer: Renderer,
    serve: Callable[[Desk], str],
    open_page: Callable[..., Page],
) -> None:
    gold_file = shared / "gold" / "letters.jsonl"
    gold: list[Gold] = [json.loads(line) for line in gold_file.read_text("utf-8").splitlines()]
    codebook, language = load_codebook(), load_engine(Engine.SPACY)
    with open_dataset(str(tmp_path / "gold.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            for letter in gold:
                path = shared / "gold" / "letters" / letter["file"]
                run.save(extract_file(path, letter["file"], codebook, language), path)
        desk = make_desk(dataset, codebook, renderer)
        desk.users.add("Ilze", UserRole.REVIEWER, None)
        address = serve(desk)
        page = open_page(f"{address}/enter?word={desk.make_entrance()}")
        for letter in gold:
            page.goto(f"{address}/letters/{letter['file']}")
            review(page, letter, dataset)
        assert {record.review_status for record in dataset.records()} <= {
            ReviewStatus.ACCEPTED, ReviewStatus.CORRECTED, ReviewStatus.REJECTED,
        }  # fmt: skip
        (records,) = export_record_lines(dataset, tmp_path / "records.jsonl", Language.LATVIAN)
    scorer = [sys.executable, str(shared / "tools" / "score.py"), str(gold_file), str(records)]
    scored = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    figures = [value["f1"] if isinstance(value, dict) else value for key, value in scored.items() if key != "letters"]
    assert figures == [1.0] * len(figures), scored


def review(page: Page, letter: Gold, dataset: Dataset) -> None:
    """Put right what differs from the gold, then accept one thing after another to the end of the letter."""
    records = list(dataset.records(letter["file"]))
    lines = [line for line in record_lines(dataset, Language.LATVIAN) if line["document"] == letter["file"]]
    for statement, found in zip(letter["statements"], align(letter["statements"], lines), strict=True):
        for k in found[:1]:
            correct(page, records[k], statement)
    page.evaluate("localStorage.setItem('extract:walk-all', 'yes')")
    page.reload()
    for _ in range(20 * len(records) + 20):
        if page.evaluate("document.activeElement.id") == "finish":
            return
        page.keyboard.press("Enter")
        page.wait_for_selector("#saved:not([data-state=saving])", state="attached")
    raise AssertionError(f"{letter['file']}: the end was not reached")


def correct(page: Page, record: StoredRecord, expected: Gold) -> None:
    """Give the statement the gold's domain, by its digit."""
    held = record.domain.value if record.domain else None
    if expected["domain"] in (None, held):
        return
    for _ in range(200):
        if page.evaluate("document.activeElement.closest('.value')?.dataset.statement") == record.id:
            break
        page.keyboard.press("J")
    page.keyboard.press(str(load_codebook().domain_codes.index(expected["domain"]) + 1))
    page.wait_for_selector("#saved:is([data-state=saved], [data-state=said])", state="attached")
    page.evaluate("document.getElementById('saved').dataset.state = ''")
