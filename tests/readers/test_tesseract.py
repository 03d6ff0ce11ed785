"""The wrapper of the program Tesseract, with the program itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import MissingProgramError
from extract.readers import tesseract
from extract.readers.tesseract import RecognitionTimeoutError, find_quarter_turn, find_version, recognise
from pdf_drawing import Drawing
from scanning import photograph

pytestmark = pytest.mark.tesseract


@pytest.fixture
def fresh_program() -> Iterator[None]:
    """The program is looked for anew, before and after the test."""
    tesseract._program.cache_clear()
    yield
    tesseract._program.cache_clear()


def picture(*lines: str) -> Drawing:
    drawing = Drawing((420, 200))
    drawing.lines(40, 60, lines, 12, 24)
    return drawing


def test_words_come_with_boxes_confidences_and_their_line() -> None:
    image = photograph(picture("Ķekavas novads", "Čakli mācījās 12 bērni").data(), dpi=300)
    first, second = recognise(image, 300)
    assert [word.text for word in first.words] == ["Ķekavas", "novads"]
    assert [word.text for word in second.words] == ["Čakli", "mācījās", "12", "bērni"]
    assert first.words[0].x0 == pytest.approx(40 / 72 * 300, abs=6)
    assert first.baseline == pytest.approx(60 / 72 * 300, abs=6)
    assert second.baseline - first.baseline == pytest.approx(24 / 72 * 300, abs=4)
    assert all(0.5 < word.confidence <= 1 for line in (first, second) for word in line.words)


def test_nothing_is_left_on_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    recognise(photograph(picture("Slepeni dati").data(), dpi=300), 300)
    assert list(tmp_path.iterdir()) == []


def test_version_is_told() -> None:
    assert find_version().startswith("tesseract ")


@pytest.mark.usefixtures("fresh_program")
def test_absent_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingProgramError, match="not installed") as caught:
        find_version()
    assert "tesseract-ocr-lav" in str(caught.value.advice)


@pytest.mark.usefixtures("fresh_program")
def test_absent_data_for_latvian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(MissingProgramError, match=r"no data for Latvian \(lav\)"):
        find_version()


@pytest.mark.usefixtures("fresh_program")
def test_program_of_that_name_that_is_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "tesseract"
    other.write_text("#!/bin/sh\necho tesseract 3.05.01\n")
    other.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingProgramError, match=r"too old or does not start; version 4\.1"):
        find_version()


def test_recognition_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    find_version()
    monkeypatch.setattr(tesseract, "PAGE_SECONDS", 0.01)
    with pytest.raises(RecognitionTimeoutError, match="took longer than"):
        recognise(photograph(picture("Garš teksts").data(), dpi=300), 300)


def test_too_little_text_tells_no_turn() -> None:
    assert find_quarter_turn(photograph(picture("a").data(), dpi=300), 300) is None
