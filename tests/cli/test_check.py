"""`extract check`: the answer that a run would give, and nothing kept."""

import shutil
from pathlib import Path

from command_line import LETTERS, Call


def test_it_tells_what_would_become_of_each_file_and_keeps_nothing(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    shutil.copy(LETTERS / "talsu-nov.docx", folder)
    shutil.copy(LETTERS / "ludzas-nov.pdf", folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = call("check", folder, cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    assert "talsu-nov.docx: DOCX." in done.stdout
    assert "ludzas-nov.pdf: PDF, pages: " in done.stdout
    assert "broken.pdf: would not be read." in done.stdout
    assert "Talsu novads" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["letters"]
    assert len(list(folder.iterdir())) == 3


def test_a_good_letter_ends_as_a_run_does(call: Call, tmp_path: Path) -> None:
    checked = call("check", LETTERS / "talsu-nov.docx", cwd=tmp_path)
    run = call("run", LETTERS / "talsu-nov.docx", "--dataset", tmp_path / "x.sqlite")
    assert checked.returncode == run.returncode


def test_a_missing_file_is_wrong_use(call: Call, tmp_path: Path) -> None:
    assert call("check", tmp_path / "nav.pdf").returncode == 2
