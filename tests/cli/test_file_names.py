"""Files whose names a terminal or a dataset cannot take as they are: each ends in a row, and in every export."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Call
from extract.dataset import open_dataset

LETTER = "Talsu novada pašvaldība\n\n2022. gadā nometnē piedalījās 12 romu bērni.\n".encode()
NAMES = {
    b"v\xff.txt": r"v\xff.txt",
    b"a\nb.txt": r"a\nb.txt",
    b"\x1b[31msarkans.txt": r"\x1b[31msarkans.txt",
    "\u202egnp.txt".encode(): r"\u202egnp.txt",
    ("ā" * 120 + ".txt").encode(): "ā" * 120 + ".txt",
    "vēstule, 2. (kopija).txt".encode(): "vēstule, 2. (kopija).txt",
}


@pytest.fixture(scope="module")
def extracted(call: Call, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of a run over letters of these names."""
    folder = tmp_path_factory.mktemp("letters")
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(LETTER)
    dataset = tmp_path_factory.mktemp("dataset") / "out.sqlite"
    done = call("run", folder, "--dataset", dataset)
    assert done.returncode == 3, done.stdout + done.stderr  # one letter under several names needs a look
    assert "\x1b" not in done.stdout
    assert {hashlib.sha256(file.read_bytes()).digest() for file in folder.iterdir()} == {
        hashlib.sha256(LETTER).digest()
    }
    return dataset


def test_each_is_called_by_what_can_be_read(extracted: Path) -> None:
    with open_dataset(str(extracted), create=False) as store:
        assert {letter.name for letter in store.letters()} == set(NAMES.values())


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "xlsx", "parquet"])
def test_exports_take_them(call: Call, extracted: Path, tmp_path: Path, form: str) -> None:
    done = call("export", "--dataset", extracted, "--format", form, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr


def test_long_names_are_whole_where_the_output_is_no_terminal(tmp_path: Path) -> None:
    name = "Novada pašvaldības atbilde uz ministrijas vēstuli par paveikto " * 3 + ".txt"
    (tmp_path / name).write_bytes(LETTER)
    (tmp_path / "tukšs.txt").write_bytes(b"")
    command = [sys.executable, "-m", "extract", "--language", "en", "check", str(tmp_path)]
    done = subprocess.run(command, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False)
    (row,) = (line for line in done.stdout.splitlines() if "Novada" in line)
    assert row.split()[-5:] == ["–", "Talsu", "novads", "2022", "1"]
    assert name in row
    # A sentence that has the file's name is not told with the name before it once more.
    assert "\ntukšs.txt is empty. Ask the sender for the letter once more.\n" in done.stdout
