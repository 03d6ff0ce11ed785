"""Scans on the command line: without the program the others go on; once it is installed the scan is read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import LETTERS, environment

SCAN = Path(__file__).resolve().parents[1] / "readers/scans/sif.jpg"


def run(folder: Path, dataset: Path, path: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "extract", "--language", "en", "run", str(folder), "--dataset", str(dataset)]
    return subprocess.run(command, env=environment(path), capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.tesseract
def test_a_scan_is_read_by_the_run_after_the_program_was_installed(tmp_path: Path) -> None:
    folder, dataset = tmp_path / "letters", tmp_path / "out.sqlite"
    folder.mkdir()
    shutil.copy(SCAN, folder)
    shutil.copy(LETTERS / "adazu-nov.docx", folder)

    without = run(folder, dataset, path=str(tmp_path))
    assert without.returncode == 4
    said = " ".join((without.stdout + without.stderr).split())
    assert "sif.jpg holds its text as pictures, and Tesseract with Latvian" in said
    assert "Install the Debian packages tesseract-ocr and tesseract-ocr-lav" in said
    assert "adazu-nov.docx" in without.stdout

    installed = run(folder, dataset, path=os.environ["PATH"])
    assert installed.returncode in {0, 3}, installed.stdout + installed.stderr
    assert "its text was recognised (certainty 9" in " ".join((installed.stdout + installed.stderr).split())
