"""`extract check`: what would become of files, with nothing stored."""

import shutil
from pathlib import Path

from command_line import LETTERS, Call


def test_each_file_is_told_and_nothing_is_stored(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    shutil.copy(LETTERS / "kekavas-nov.txt", folder)
    shutil.copy(LETTERS / "talsu-nov.docx", folder)
    (folder / "bojāts.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF follows")
    done = call("check", folder, cwd=tmp_path)
    assert done.returncode == 4, done.stderr
    rows = {line.split()[0]: line.split() for line in reversed(done.stdout.splitlines()) if line.strip()}
    assert rows["kekavas-nov.txt"][1:] == ["TXT", "1", "–", "Ķekavas", "novads", "2022", "3"]
    assert rows["talsu-nov.docx"][1] == "DOCX"
    assert rows["bojāts.pdf"][1] == "✗"
    assert "bojāts.pdf is damaged" in done.stdout
    assert "3 files: 2 can be read, 1 cannot. Nothing was stored." in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letters"]


def test_the_codes_are_those_of_run(call: Call, tmp_path: Path) -> None:
    unnamed = tmp_path / "a.txt"
    unnamed.write_text("2022. gadā nometnē piedalījās 12 romu bērni.\n", encoding="utf-8")
    assert call("check", LETTERS / "kekavas-nov.txt").returncode == 0
    asked = call("check", unnamed)
    assert asked.returncode == 3
    assert "No respondent was found." in asked.stdout
    missing = call("check", tmp_path / "nav.pdf")
    assert missing.returncode == 2
    assert "nav.pdf does not exist" in missing.stderr


def test_latvian_is_what_users_read(call: Call, tmp_path: Path) -> None:
    done = call("check", LETTERS / "kekavas-nov.txt", language="lv")
    assert "Nekas netika saglabāts." in done.stdout
