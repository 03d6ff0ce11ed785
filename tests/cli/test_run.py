"""`extract run` from the first letter to the summary: repeated, stopped, killed, with bad files, used wrongly."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import LETTERS, Call
from extract.dataset import open_dataset
from extract.exports import record_lines
from extract.messages import Language, render

SAMPLES = sorted(LETTERS.iterdir())


def small_folder(folder: Path, number: int = 3) -> Path:
    folder.mkdir()
    for file in SAMPLES[:number]:
        shutil.copy(file, folder)
    return folder


def content(dataset: Path) -> list[dict[str, object]]:
    with open_dataset(str(dataset), create=False) as store:
        return list(record_lines(store))


def test_every_letter_of_the_corpus_is_read(dataset: Path) -> None:
    with open_dataset(str(dataset), create=False) as store:
        letters = store.letters()
    assert [letter.name for letter in letters] == [file.name for file in SAMPLES]
    assert [letter.name for letter in letters if letter.failed or not letter.statements] == []


def test_the_summary_names_each_letter_and_where_the_dataset_lies(call: Call, tmp_path: Path) -> None:
    folder, dataset = small_folder(tmp_path / "letters"), tmp_path / "out.sqlite"
    done = call("run", folder, "--dataset", dataset, "--jobs", 1)
    assert done.returncode in {0, 3}, done.stderr
    assert all(file.name in done.stdout for file in folder.iterdir())
    assert "3 letters: 3 extracted now, 0 unchanged." in done.stdout
    assert str(dataset) in done.stdout.replace("\n", "")


def test_running_again_changes_nothing(call: Call, tmp_path: Path) -> None:
    folder, dataset = small_folder(tmp_path / "letters"), tmp_path / "out.sqlite"
    first = call("run", folder, "--dataset", dataset)
    before = content(dataset)
    again = call("run", folder, "--dataset", dataset)
    assert "0 extracted now, 3 unchanged." in again.stdout
    assert again.returncode == first.returncode
    assert content(dataset) == before


def test_a_changed_file_is_a_new_version_and_nothing_else_is_touched(call: Call, tmp_path: Path) -> None:
    folder, dataset = tmp_path / "letters", tmp_path / "out.sqlite"
    folder.mkdir()
    letter = folder / "talsu-nov.txt"
    letter.write_text("Talsu novada pašvaldība\n\n2022.gadā divi romu bērni apmeklēja nometni.\n", encoding="utf-8")
    shutil.copy(SAMPLES[0], folder)
    call("run", folder, "--dataset", dataset)
    letter.write_text("Talsu novada pašvaldība\n\n2022.gadā trīs romu bērni apmeklēja nometni.\n", encoding="utf-8")
    done = call("run", folder, "--dataset", dataset)
    assert "1 extracted now, 1 unchanged." in done.stdout
    with open_dataset(str(dataset), create=False) as store:
        assert {each.name: each.version for each in store.letters()} == {SAMPLES[0].name: 1, "talsu-nov.txt": 2}
        (record,) = store.records("talsu-nov.txt")
    assert [count.value.value for count in record.counts] == [3]


def test_files_that_cannot_be_read_are_named_and_the_others_go_on(call: Call, tmp_path: Path) -> None:
    folder, dataset = small_folder(tmp_path / "letters", 1), tmp_path / "out.sqlite"
    reasons = {
        "tukšs.pdf": (b"", "is empty"),
        "bojāts.pdf": (b"%PDF-1.7\nnothing of a PDF follows", "damaged"),
        "bojāts.docx": (b"PK\x03\x04 cut off", "damaged"),
        "vēstules.7z": (b"7z\xbc\xaf\x27\x1c and more", "packed archive"),
        "vēstules.zip": (b"PK\x03\x04 cut off", "damaged"),
    }
    for name, (data, _) in reasons.items():
        (folder / name).write_bytes(data)
    done = call("run", folder, "--dataset", dataset)
    assert done.returncode == 4
    with open_dataset(str(dataset), create=False) as store:
        letters = {letter.name: letter for letter in store.letters()}
    for name, (_, reason) in reasons.items():
        assert letters[name].failed
        assert (cause := letters[name].cause) is not None
        assert letters[name].advice is not None
        assert reason in render(cause, Language.ENGLISH)
        assert name in done.stdout
    assert letters[SAMPLES[0].name].statements > 0
    again = call("run", folder, "--dataset", dataset)
    assert (again.returncode, "0 extracted now, 6 unchanged." in again.stdout) == (4, True)


def test_files_given_by_themselves_and_folders_within_folders(call: Call, tmp_path: Path) -> None:
    folder, dataset = tmp_path / "letters", tmp_path / "out.sqlite"
    (folder / "2023").mkdir(parents=True)
    shutil.copy(SAMPLES[0], folder / "2023" / "a.pdf")
    shutil.copy(SAMPLES[1], folder / ".hidden.docx")
    done = call("run", folder, SAMPLES[2], "--dataset", dataset)
    assert done.returncode in {0, 3}, done.stderr
    with open_dataset(str(dataset), create=False) as store:
        assert sorted(letter.name for letter in store.letters()) == sorted(["2023/a.pdf", SAMPLES[2].name])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nav-tādas.pdf"], "nav-tādas.pdf does not exist"),
        (["tukša"], "no file to read"),
        (["a", "b"], "Two files would be called x.txt"),
        ([SAMPLES[0], "--dataset", "nav/tādas/mapes.sqlite"], "does not exist"),
        ([SAMPLES[0], "--dataset", "a/x.txt"], "x.txt is no dataset"),
        ([SAMPLES[0], "--codebook", "a/x.txt"], "codebook a/x.txt cannot be used"),
        ([SAMPLES[0], "--dataset", ""], "names no dataset"),
        ([SAMPLES[0], "--jobs", "0"], "jobs"),
        ([], "PATH"),
    ],
)
def test_wrong_use_is_told_and_ends_with_code_2(
    call: Call, tmp_path: Path, arguments: list[object], words: str
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(f"{folder} is no codebook and no dataset", encoding="utf-8")
    (tmp_path / "tukša").mkdir()
    done = call("run", *arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert words in " ".join(done.stderr.replace("│", " ").split())


def start(folder: Path, dataset: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extract", "run", str(folder), "--dataset", str(dataset), "--jobs", "1"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def wait_for_letters(dataset: Path, number: int) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if dataset.exists() and dataset.stat().st_size:
            with open_dataset(str(dataset)) as store:
                if sum(letter.statements > 0 for letter in store.letters()) >= number:
                    return
        time.sleep(0.05)
    raise AssertionError(f"{number} letters were not stored in time")


def test_a_run_killed_in_the_middle_goes_on_where_it_was(call: Call, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "letters", 10)
    killed, whole = tmp_path / "killed.sqlite", tmp_path / "whole.sqlite"
    process = start(folder, killed)
    wait_for_letters(killed, 4)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    with open_dataset(str(killed)) as store:
        stored = sum(letter.statements > 0 for letter in store.letters())
    done = call("run", folder, "--dataset", killed)
    assert f"{10 - stored} extracted now, {stored} unchanged." in done.stdout
    call("run", folder, "--dataset", whole)
    assert content(killed) == content(whole)


def test_ctrl_c_stops_and_the_next_run_goes_on(call: Call, tmp_path: Path) -> None:
    folder, dataset = small_folder(tmp_path / "letters", 10), tmp_path / "out.sqlite"
    process = start(folder, dataset)
    wait_for_letters(dataset, 1)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert b"Traceback" not in said
    assert "Apturēts." in said.decode()
    done = call("run", folder, "--dataset", dataset)
    assert done.returncode in {0, 3}
    assert " 0 unchanged" not in done.stdout


def test_messages_are_latvian_unless_english_is_asked_for(call: Call, tmp_path: Path) -> None:
    done = call("run", "nav.pdf", cwd=tmp_path, language="lv")
    assert "nav.pdf neeksistē." in done.stderr


def test_a_letter_that_takes_the_place_of_anothers_is_told_of(call: Call, tmp_path: Path) -> None:
    dataset = tmp_path / "out.sqlite"
    for folder, respondent in (("pirmā", "Talsu"), ("otrā", "Ogres")):
        (tmp_path / folder).mkdir()
        text = f"{respondent} novada pašvaldība\n\n2022.gadā divi romu bērni apmeklēja nometni.\n"
        (tmp_path / folder / "vēstule.txt").write_text(text, encoding="utf-8")
    first = call("run", tmp_path / "pirmā", "--dataset", dataset)
    assert "took the place" not in first.stdout
    second = call("run", tmp_path / "otrā", "--dataset", dataset)
    assert "vēstule.txt took the place of a letter from Talsu novads" in second.stdout


def test_the_same_file_under_two_names_needs_a_look(call: Call, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "letters", 1)
    copy = folder / f"kopija [1] {SAMPLES[0].name}"
    shutil.copy(SAMPLES[0], copy)
    done = call("run", folder, "--dataset", tmp_path / "out.sqlite")
    assert done.returncode == 3
    assert f"The same file came under other names: {copy.name}." in done.stdout
    assert done.stdout.count("kopija [1]") == 3


def test_a_link_that_leads_nowhere_is_told_of(call: Call, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "letters", 1)
    (folder / "saite.docx").symlink_to(tmp_path / "nav.docx")
    done = call("run", folder, "--dataset", tmp_path / "out.sqlite")
    assert done.returncode == 4
    assert "saite.docx is a link to a file that is not there." in done.stdout
    assert "2 letters: 1 extracted now, 0 unchanged." in done.stdout
    by_name = call("run", folder / "saite.docx", SAMPLES[0], "--dataset", tmp_path / "out.sqlite")
    assert by_name.returncode == 4, by_name.stderr
    assert "saite.docx is a link to a file that is not there." in by_name.stdout


def test_what_is_no_file_is_told_of_and_never_opened(call: Call, tmp_path: Path) -> None:
    """Opening a pipe would wait for a writer that never comes, and a device would be read without end."""
    folder = small_folder(tmp_path / "letters", 1)
    os.mkfifo(folder / "caurule.txt")
    (folder / "ierīce.txt").symlink_to("/dev/zero")
    (folder / "aplis.txt").symlink_to(folder / "aplis.txt")
    with (folder / "liels.txt").open("wb") as file:
        file.truncate(12 * 1024**3)  # a hole: it takes no room on the disk, but a minute to be hashed
    done = call("run", folder, "--dataset", tmp_path / "out.sqlite")
    assert done.returncode == 4, done.stderr
    assert "caurule.txt is a pipe, a device or a socket and no file; it was not opened." in done.stdout
    assert "ierīce.txt is a pipe, a device or a socket and no file; it was not opened." in done.stdout
    assert "aplis.txt cannot be opened: it is a link that leads back to itself." in done.stdout
    assert "liels.txt has 12288 MB, more than the 200 MB that are read." in done.stdout
    assert "5 letters: 1 extracted now, 0 unchanged." in done.stdout


def test_what_may_not_be_opened_is_told_of(call: Call, tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "letters", 1)
    (folder / "slēgta").mkdir(mode=0)
    (folder / "slepens.txt").touch(mode=0)
    done = call("run", folder, "--dataset", tmp_path / "out.sqlite", bound=True)
    assert done.returncode == 4, done.stderr
    assert "slēgta may not be read by you" in done.stdout
    assert "slepens.txt may not be read by you" in done.stdout
    assert "3 letters: 1 extracted now, 0 unchanged." in done.stdout
