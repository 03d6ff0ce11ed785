"""The rooms of the house: imports point down, files stay small, and asking for help loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = {
    "spacy",
    "pandas",
    "pdfplumber",
    "pypdfium2",
    "docx",
    "sqlalchemy",
    "alembic",
    "pyarrow",
    "openpyxl",
    "pydantic",
}


def test_imports_point_down() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT / "src").as_posix())
def test_files_stay_small(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_command_line_imports_nothing_heavy() -> None:
    code = "import sys, extract.cli.app; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY == set()


def test_only_the_latvian_room_knows_stanza() -> None:
    importers = [file for file in SOURCES if "import stanza" in file.read_text(encoding="utf-8")]
    assert all(file.parent.name == "latvian" for file in importers)
