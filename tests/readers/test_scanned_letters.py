"""Committed scans of letters of the corpus: what is extracted is what the text versions give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extract.codebook import load_codebook
from extract.latvian.language import load_language
from extract.model import Extraction
from extract.pipeline import extract_file

pytestmark = pytest.mark.tesseract

SCANS = Path(__file__).parent / "scans"
CORPUS = Path(__file__).resolve().parents[2] / "corpus/files"


def values(extraction: Extraction) -> list[Any]:
    frame = extraction.letter.frame
    fields = [frame.respondent, frame.letter_date, frame.letter_number, frame.reporting_years]
    return [finding and finding.value for finding in fields] + [
        [finding.value for finding in record.findings()] for record in extraction.records
    ]


@pytest.mark.parametrize("name", ["siguldas-nov.tif", "nva.pdf", "sif.jpg"])
def test_scan_gives_what_the_text_gives(name: str) -> None:
    text = (CORPUS / name).with_suffix(".pdf")
    scanned = extract_file(SCANS / name, text.name, load_codebook(), load_language())
    written = extract_file(text, text.name, load_codebook(), load_language())
    assert values(scanned) == values(written)
    for record in scanned.records:
        for finding in record.findings():
            for evidence in finding.evidence:
                assert scanned.letter.document.text[evidence.start : evidence.end] == evidence.quote
                assert evidence.boxes, "evidence points at the scan"
    assert any("its text was recognised" in str(notice) for notice in scanned.notices)
