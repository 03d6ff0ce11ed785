"""Letters beside files that take too much: each ends with its reason, and the others are read."""

import shutil
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from command_line import LETTERS
from extract.batch import Arrival, Outcome, extract_arrivals
from extract.codebook import load_codebook
from extract.errors import HinderedError
from program_stand_ins import DOC, KILLS_ITS_WORKER, stand_in_for_libreoffice

LETTER = LETTERS / "kekavas-nov.txt"
SENTENCE = "2022. gadā nometnē piedalījās 12 romu bērni no Ķekavas un Baldones pagasta. "


def outcomes(folder: Path, **limits: float) -> dict[str, Outcome]:
    """What becomes of the files of a folder and, behind them in the same worker, of a letter."""
    shutil.copy(LETTER, folder / "zz.txt")
    arrivals = [Arrival(path, path.name, "0" * 64) for path in sorted(folder.iterdir())]
    done = extract_arrivals(arrivals, load_codebook(), jobs=1, **limits)  # type: ignore[arg-type]  # of two types
    return {outcome.arrival.name: outcome for outcome in done}


def assert_only_the_letter_is_read(found: dict[str, Outcome], name: str, words: str) -> None:
    error = found[name].error
    assert error is not None
    assert name in str(error)
    assert words in str(error)
    extraction = found["zz.txt"].extraction
    assert extraction is not None
    assert extraction.letter.statements


def test_a_text_that_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE * 14_000, encoding="utf-8")
    assert_only_the_letter_is_read(outcomes(tmp_path), "a.txt", "has more than 1000000 characters of text")


def test_a_pdf_of_more_than_a_thousand_pages(tmp_path: Path) -> None:
    drawing = canvas.Canvas(str(tmp_path / "a.pdf"))
    for number in range(1001):
        drawing.drawString(72, 700, f"Page {number}")
        drawing.showPage()
    drawing.save()
    assert_only_the_letter_is_read(outcomes(tmp_path), "a.pdf", "has 1001 pages; no more than 1000 are read")


def test_a_file_that_takes_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE * 12_000, encoding="utf-8")
    assert_only_the_letter_is_read(outcomes(tmp_path, timeout=4.0), "a.txt", "was given up after 4 seconds")


def test_a_file_that_takes_too_much_memory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE * 4000, encoding="utf-8")
    found = outcomes(tmp_path, memory=450 * 1024**2)
    assert_only_the_letter_is_read(found, "a.txt", "needs more memory than the 450 MB")


def test_a_worker_that_is_killed_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", stand_in_for_libreoffice(tmp_path / "bin", KILLS_ITS_WORKER))
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.doc").write_bytes(DOC)
    found = outcomes(folder)
    assert_only_the_letter_is_read(found, "a.doc", "ended from outside, as happens when memory runs out (signal 9)")
    assert isinstance(found["a.doc"].error, HinderedError)


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_arrival_gives_no_outcome(jobs: int) -> None:
    assert list(extract_arrivals([], load_codebook(), jobs)) == []
