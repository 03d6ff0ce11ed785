"""Whole runs of the command that are hindered: killed at random moments, two at once, no room on the disk."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

from command_line import LETTERS as SAMPLES
from command_line import Call
from extract.dataset import open_dataset
from extract.exports import record_lines
from program_stand_ins import DOC, DOES_NOT_START, stand_in_for_libreoffice, writing

#: A kill takes as long as a run.
KILLS = 50 if os.environ.get("EXTRACT_THOROUGH") else 5
#: Letters so small that a run takes little more than its start.
LETTERS = {
    f"{name}.txt": f"{name} novada pašvaldība\n\n2022. gadā nometnē piedalījās {number} romu bērni.\n"
    for number, name in enumerate(("Talsu", "Saldus", "Limbažu", "Ogres", "Dobeles", "Ludzas"), start=3)
}


def make_letters(folder: Path) -> Path:
    folder.mkdir()
    for name, text in LETTERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def start(folder: Path, dataset: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extract", "--language", "en", "run", str(folder), "--dataset", str(dataset)]
    return subprocess.Popen(
        [*command, "--jobs", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def content(dataset: Path) -> tuple[list[object], list[object], list[str]]:
    """What the dataset holds of the letters, all but when it came there and in which runs."""
    with open_dataset(str(dataset), create=False) as store:
        letters = [(letter.name, letter.version, letter.frame, letter.statements) for letter in store.letters()]
        added = {"version_added", "extraction_added"}
        trail = sorted(str(entry.new) for entry in store.audit_trail() if entry.action in added)
        return list(letters), list(record_lines(store)), trail


def test_runs_killed_at_random_moments_end_in_the_same_dataset(tmp_path: Path) -> None:
    """A run is killed with its workers; each dataset sees several, then a run that is left alone."""
    chance = random.Random(11)  # noqa: S311 - nothing secret hangs on it
    folder = make_letters(tmp_path / "letters")
    took = []
    for number in range(2):  # the second finds the files in memory, as those do that are killed
        began = time.monotonic()
        start(folder, tmp_path / f"alone-{number}.sqlite").communicate()
        took.append(time.monotonic() - began)
    undisturbed = content(tmp_path / "alone-0.sqlite")
    assert len(undisturbed[1]) == len(LETTERS)
    assert content(tmp_path / "alone-1.sqlite") == undisturbed
    kills = partial = number = 0
    while kills < KILLS and number < KILLS:
        number += 1
        dataset = tmp_path / f"killed-{number}.sqlite"
        for _ in range(5):
            process = start(folder, dataset)
            # Half of the moments lie anywhere, half in the end of the run, where letters are saved.
            time.sleep(took[-1] * (chance.random() if chance.random() < 0.5 else chance.uniform(0.6, 1.0)))
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            kills += process.returncode == -signal.SIGKILL
            partial += dataset.exists() and dataset.stat().st_size > 0 and process.returncode == -signal.SIGKILL
        process = start(folder, dataset)
        said, errors = process.communicate()
        assert process.returncode in {0, 3}, said + errors
        assert content(dataset) == undisturbed
    assert kills >= KILLS
    assert partial > 0


def test_of_two_runs_at_once_the_second_says_that_another_is_going_on(tmp_path: Path) -> None:
    folder, dataset = make_letters(tmp_path / "letters"), tmp_path / "out.sqlite"
    first = start(folder, dataset)
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not (dataset.exists() and dataset.stat().st_size and running(dataset)):
            time.sleep(0.02)
        os.killpg(first.pid, signal.SIGSTOP)
        second = start(folder, dataset)
        _, said = second.communicate(timeout=120)
        assert second.returncode == 2
        assert "Another run is using the dataset" in said.decode()
    finally:
        os.killpg(first.pid, signal.SIGCONT)
    out, errors = first.communicate(timeout=120)
    assert first.returncode in {0, 3}, out + errors
    assert len(content(dataset)[1]) == len(LETTERS)


def running(dataset: Path) -> bool:
    with open_dataset(str(dataset)) as store:
        return any(run.status == "running" for run in store.runs())


def test_no_room_for_the_dataset_is_told_and_the_next_run_goes_on(call: Call, tmp_path: Path) -> None:
    """A limit of the file's size stands in for a disk that is full: the dataset takes nothing more."""
    folder, dataset = make_letters(tmp_path / "letters"), tmp_path / "out.sqlite"
    whole = tmp_path / "whole.sqlite"
    assert call("run", folder, "--dataset", whole).returncode in {0, 3}
    assert call("run", folder / "Talsu.txt", "--dataset", dataset).returncode in {0, 3}
    limit = dataset.stat().st_size + 4096

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-m", "extract", "--language", "en", "run", str(folder), "--dataset", str(dataset)]
    full = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, preexec_fn=bound)
    assert full.returncode == 2, full.stdout + full.stderr
    assert "Traceback" not in full.stderr
    assert str(dataset) in full.stderr.replace("\n", "")
    assert len(full.stderr.strip().splitlines()) >= 2  # a cause and an advice
    again = call("run", folder, "--dataset", dataset)
    assert again.returncode in {0, 3}, again.stdout + again.stderr
    assert content(dataset)[:2] == content(whole)[:2]


def test_no_room_for_an_export_is_told(tmp_path: Path, dataset: Path) -> None:
    """As above, a limit of the file's size stands in for a full disk."""

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    command = [sys.executable, "-m", "extract", "--language", "lv", "export", "--dataset", str(dataset)]
    no_room = "fails tur nedrīkst kļūt tik liels"
    causes = {"xlsx": "pagaidu failu mapē", "jsonl": no_room, "csv": no_room, "parquet": no_room}
    for form, cause in causes.items():
        target = str(tmp_path / f"out.{form}")
        done = subprocess.run(
            [*command, "--format", form, "--output", target], capture_output=True, text=True, check=False,
            timeout=300, preexec_fn=bound,
        )  # fmt: skip
        assert done.returncode == 2, form
        assert f"nevar uzrakstīt: {cause}" in done.stderr, form
        assert "Atbrīvojiet diskā vietu" in done.stderr, form
        if form != "xlsx":  # openpyxl's own temporary files say more
            assert len(done.stderr.strip().splitlines()) == 2, done.stderr
    assert not list(tmp_path.rglob(".*"))  # nothing half-written is left


def test_a_letter_that_was_hindered_is_read_by_the_next_run(call: Call, tmp_path: Path) -> None:
    folder, dataset = make_letters(tmp_path / "letters"), tmp_path / "out.sqlite"
    (folder / "atbilde.doc").write_bytes(DOC)
    hindered = {"PATH": stand_in_for_libreoffice(tmp_path / "first", DOES_NOT_START)}
    first = call("run", folder, "--dataset", dataset, variables=hindered)
    assert first.returncode == 4, first.stdout + first.stderr
    assert "atbilde.doc could not be read this time: LibreOffice did not start (exit code 77)." in first.stdout
    free = {"PATH": stand_in_for_libreoffice(tmp_path / "second", writing(SAMPLES / "talsu-nov.docx"))}
    second = call("run", folder, "--dataset", dataset, variables=free)
    assert second.returncode in {0, 3}, second.stdout + second.stderr
    assert f"7 letters: 1 extracted now, {len(LETTERS)} unchanged." in second.stdout
    third = call("run", folder, "--dataset", dataset, variables=free)
    assert "7 letters: 0 extracted now, 7 unchanged." in third.stdout
