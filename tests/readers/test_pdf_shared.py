"""The PDF reader on real letters and on files that are hard to read."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from extract.errors import EncryptedFileError, ReadError
from extract.model import Document
from extract.readers.pdf import read_pdf

pytestmark = pytest.mark.shared

#: Seconds a file may take, on a slow and busy machine. pdfplumber alone needs 15 for one of them, and
#: recognising a scan some seconds a page.
LIMIT = 60

#: Words of a page in the order in which a person reads them, one of each column or paragraph.
LANDMARKS = {
    "jsvine+pdfplumber__federal-register-2020-17221.pdf": [
        "Proposed Rules",
        "contains notices to the public",
        "Docket No. FAA–2020–0686",
        "AGENCY:",
        "ACTION:",
        "ADDRESSES:",
        "Federal eRulemaking Portal",
        "Examining the AD Docket",
        "FOR FURTHER INFORMATION CONTACT",
        "Comments Invited",
        "Confidential Business Information",
        "Background",
    ],
    "py-pdf+sample-files__multicolumn.pdf": [
        "January 3, 2024",
        "Abstract",
        "Lorem ipsum dolor sit amet, consectetuer adipiscing elit. Ut purus",
        "Nam dui ligula",
        "Nulla malesuada porttitor diam",
        "Quisque ullamcorper placerat",
        "Fusce mauris",
        "Suspendisse vel felis",
        "Sed commodo posuere pede",
        "Pellentesque habitant morbi",
        "Table 1",
        "Country Population",
        "Austria",
        "Vienna",
        "Denmark",
        "Finnish",
    ],
    "mozilla+pdf.js__comments.pdf": [
        "Trace-based",
        "Abstract",
        "General Terms",
        "Keywords",
        "Introduction",
        "Permission to make digital",
        "and is used for the application logic",
        "Compilers for statically typed",
        "Unlike method-based",
        "Hence, recording and compiling",
        "This paper makes the following contributions",
        "Overview: Example Tracing Run",
    ],
    "apache+tika__testPDF_bad_page_303226.pdf": [
        "condition that the registrant keep",
        "§ 1307.22",
        "Native American Church",
        "distributes peyote to the",
        "PART 1308",
        "Scope of part 1308",
    ],
    "jsvine+pdfplumber__issue-598-example.pdf": [
        "What is Earth Science",
        "Lesson Objectives",
        "Explain the importance",
        "appropriate safety precautions",
        "Think of your favorite",
        "extend and expand",
    ],
    "jsvine+pdfplumber__issue-466-example.pdf": [
        "T0-C0",
        "T0-C1",
        "T0-00",
        "T0-01",
        "T1-C0",
        "T1-10",
        "T2-C0",
        "T3-20",
    ],
}


def read(path: Path) -> Document:
    return read_pdf(path.read_bytes(), path.name)


@pytest.mark.parametrize("name", ["balvu-nov.pdf", "rigas-vp.pdf", "gulbenes-nov.pdf"])
def test_gold_statements_are_in_the_text(shared: Path, name: str) -> None:
    letters = map(json.loads, (shared / "gold/letters.jsonl").read_text(encoding="utf-8").splitlines())
    (letter,) = (letter for letter in letters if letter["file"] == name)
    document = read(shared / "gold/letters" / name)
    at = 0
    for statement in letter["statements"]:
        text = " ".join(statement["text"].split())
        at = document.text.index(text, at)
        evidence = document.evidence(at, at + len(text))
        assert evidence.quote == text
        assert evidence.boxes
        first, last = document.block_at(at), document.block_at(at + len(text) - 1)
        assert first == last, "a statement does not run over paragraphs"


@pytest.mark.tesseract
def test_scanned_letter_is_recognised(shared: Path) -> None:
    letters = map(json.loads, (shared / "gold/letters.jsonl").read_text(encoding="utf-8").splitlines())
    (letter,) = (letter for letter in letters if letter["scanned"])
    document = read(shared / "gold/letters" / letter["file"])
    found = Counter(re.findall(r"\w+", document.text))
    gold = Counter(word for statement in letter["statements"] for word in re.findall(r"\w+", statement["text"]))
    assert (gold & found).total() >= 0.99 * gold.total()
    assert all(word.confidence is not None for word in document.words)


def hard_files() -> list[str]:
    folder = Path(__file__).resolve().parents[3] / "shared/hard"
    return sorted(path.name for path in folder.glob("*.pdf"))


@pytest.mark.parametrize("name", hard_files())
def test_hard_files_end_as_document_or_error(shared: Path, name: str) -> None:
    start = perf_counter()
    try:
        document = read(shared / "hard" / name)
    except ReadError as error:
        assert name in str(error)
    else:
        assert document.text.strip()
        check_offsets(document)
    assert perf_counter() - start < LIMIT


def check_offsets(document: Document) -> None:
    pages = {page.number: page for page in document.pages}
    assert [word.start for word in document.words] == sorted(word.start for word in document.words)
    for word in document.words:
        assert document.text[word.start : word.end] == document.text[word.start : word.end].strip() != ""
        assert word.boxes
        assert all(box.page in pages and box.x0 <= box.x1 and box.top <= box.bottom for box in word.boxes)
    covered = "".join(document.text[word.start : word.end] for word in document.words)
    assert covered.replace(" ", "") == "".join(document.text.split())


@pytest.mark.parametrize(
    "name",
    [
        "jsvine+pdfplumber__password-example.pdf",
        "mozilla+pdf.js__issue3371.pdf",
        "py-pdf+sample-files__libreoffice-writer-password.pdf",
    ],
)
def test_files_with_a_password(shared: Path, name: str) -> None:
    with pytest.raises(EncryptedFileError):
        read(shared / "hard" / name)


@pytest.mark.parametrize("name", LANDMARKS)
def test_landmarks_come_in_reading_order(shared: Path, name: str) -> None:
    text = " ".join(read(shared / "hard" / name).text.split())
    at = 0
    for landmark in LANDMARKS[name]:
        assert landmark in text[at:], f"{landmark!r} does not follow"
        at = text.index(landmark, at)


def test_rotated_table_reads_row_by_row(shared: Path) -> None:
    text = read(shared / "hard/jsvine+pdfplumber__senate-expenditures.pdf").text
    assert text.index("DOCUMENT NO.") < text.index("PAYEE NAME") < text.index("AMOUNT")


def test_glyphs_drawn_twice_are_read_once(shared: Path) -> None:
    text = read(shared / "hard/jsvine+pdfplumber__issue-71-duplicate-chars-2.pdf").text
    assert "DÉSORDRES" in text
    assert "DDÉÉ" not in text
