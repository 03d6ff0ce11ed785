"""The wheel holds all that a run needs, and works from any folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from command_line import LETTERS

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "extract"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_all_files_of_the_package_are_in_the_wheel(wheel: Path) -> None:
    expected = {
        file.relative_to(PACKAGE.parent).as_posix()
        for file in PACKAGE.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        assert expected <= set(archive.namelist())


def test_an_installed_wheel_extracts_letters_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", str(installed)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    letter = sorted(LETTERS.iterdir())[0]
    code = "import extract, sys; print(extract.__file__); from extract.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "run", str(letter), "--jobs", "1"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 3}, done.stdout + done.stderr
    assert str(installed) in done.stdout
    assert (tmp_path / "extract.sqlite").exists()
