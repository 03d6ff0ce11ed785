"""Runs that are killed or meet another one: whole letters only, and the next run ends in the same dataset."""

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest

from extract.dataset import Dataset, RunStatus, open_dataset
from extract.errors import DatasetError
from letter_factory import PROVENANCE, make_extraction

LETTERS = 60
KILLS = 50
#: Saves the letters that are not current; says so before each, and at last that it is done.
SAVER = textwrap.dedent(
    f"""
    import sys
    sys.path.insert(0, {str(Path(__file__).parent.parent)!r})
    from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, make_extraction
    from extract.dataset import open_dataset
    with open_dataset(sys.argv[1]) as dataset, dataset.begin_run(PROVENANCE) as run:
        for number in range({LETTERS}):
            extraction = make_extraction(*[LESSONS, CAMP, NOTHING] * 5, name=f"{{number:03}}.pdf")
            if not run.is_current(f"{{number:03}}.pdf", extraction.letter.document.sha256):
                print(number, flush=True)
                run.save(extraction)
    """
)


def start(file: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", SAVER, str(file)], stdout=subprocess.PIPE, text=True)


def contents(dataset: Dataset) -> list[object]:
    letters = [(letter.name, letter.version, letter.frame, letter.statements) for letter in dataset.letters()]
    trail = [entry.new for entry in dataset.audit_trail() if entry.action in {"version_added", "extraction_added"}]
    return [letters, list(dataset.records()), trail]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    file = tmp_path_factory.mktemp("alone") / "letters.sqlite"
    with start(file) as process:
        assert process.communicate()[0].count("\n") == LETTERS
    with open_dataset(str(file)) as dataset:
        return contents(dataset)


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, undisturbed: list[object], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    file = tmp_path / "letters.sqlite"
    killed_at: list[int] = []
    for _ in range(3):
        process = start(file)
        assert process.stdout is not None
        for _ in range(chance.randrange(1, LETTERS // 4)):
            line = process.stdout.readline()
        time.sleep(chance.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        process.stdout.close()
        killed_at.append(int(line))
        with open_dataset(str(file)) as dataset:
            saved = dataset.letters()
            assert {letter.statements for letter in saved} <= {15}
            assert int(line) <= len(saved) < LETTERS
    with start(file) as process:
        process.communicate()
    with open_dataset(str(file)) as dataset:
        assert contents(dataset) == undisturbed
        assert [run.status for run in dataset.runs()] == [RunStatus.INTERRUPTED] * 3 + [RunStatus.FINISHED]
    assert killed_at == sorted(set(killed_at))


#: Loads what a run needs once; for each file named on its input it starts a run as a process of its own, by its number.
NURSERY = textwrap.dedent(
    f"""
    import os, sys
    sys.path.insert(0, {str(Path(__file__).parent.parent)!r})
    from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, make_extraction
    from extract.dataset import open_dataset
    LETTERS = [make_extraction(*[LESSONS, CAMP, NOTHING] * 5, name=f"{{number:03}}.pdf") for number in range(20)]
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            with open_dataset(line.strip()) as dataset, dataset.begin_run(PROVENANCE) as run:
                for letter in LETTERS:
                    document = letter.letter.document
                    if not run.is_current(document.name, document.sha256):
                        run.save(letter)
            os._exit(0)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(status, flush=True)
    """
)


def test_runs_killed_at_fifty_random_moments_end_in_the_same_dataset(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - nothing secret hangs on it
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None

        def run(file: Path, kill_after: float | None = None) -> int:
            """The status of a run that is killed after some seconds, or left alone."""
            assert nursery.stdin is not None
            assert nursery.stdout is not None
            nursery.stdin.write(f"{file}\n")
            nursery.stdin.flush()
            child = int(nursery.stdout.readline())
            if kill_after is not None:
                time.sleep(kill_after)
                with suppress(ProcessLookupError):  # it has ended by itself
                    os.kill(child, signal.SIGKILL)
            return int(nursery.stdout.readline())

        assert run(tmp_path / "first.sqlite") == 0  # loads what the others find loaded
        began = time.monotonic()
        assert run(tmp_path / "alone.sqlite") == 0
        whole = time.monotonic() - began
        with open_dataset(str(tmp_path / "alone.sqlite")) as dataset:
            undisturbed = contents(dataset)
        kills = 0
        for number in range(200):
            file = tmp_path / f"killed-{number}.sqlite"
            # The moments lie in the whole of a run: also while the dataset is made, and while the run begins and ends.
            for _ in range(3):
                kills += run(file, chance.random() * whole) == signal.SIGKILL
            assert run(file) == 0
            with open_dataset(str(file)) as dataset:
                assert contents(dataset) == undisturbed
            if kills >= KILLS:
                break
        nursery.stdin.close()
    assert kills >= KILLS


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to make a small disk")
def test_a_full_disk_is_an_error_and_leaves_a_whole_dataset(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False)
    if made.returncode:
        pytest.skip("the system does not let a disk be made")
    try:
        saved = 0
        full = pytest.raises(DatasetError, match=r"disk is full.*What it holds is whole")
        with open_dataset(str(disk / "x.sqlite")) as dataset, full, dataset.begin_run(PROVENANCE) as run:
            while saved < 1000:
                run.save(make_extraction(name=f"{saved:04}.pdf"))
                saved += 1
        assert 0 < saved < 1000
        copy = tmp_path / "copy.sqlite"
        for part in disk.glob("x.sqlite*"):
            shutil.copy(part, tmp_path / part.name.replace("x.sqlite", copy.name))
        with open_dataset(str(copy)) as dataset:
            assert len(dataset.letters()) == saved
            with dataset.begin_run(PROVENANCE) as run:
                run.save(make_extraction(name="next.pdf"))
            assert len(dataset.letters()) == saved + 1
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_second_run_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    file = tmp_path / "letters.sqlite"
    process = start(file)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGSTOP)
    with open_dataset(str(file)) as dataset:
        with pytest.raises(DatasetError, match="Another run is using the dataset"):
            dataset.begin_run(PROVENANCE)
        assert [run.status for run in dataset.runs()] == [RunStatus.RUNNING]
        process.kill()
        process.communicate()
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction())
        assert [run.status for run in dataset.runs()] == [RunStatus.INTERRUPTED, RunStatus.FINISHED]


def test_a_second_run_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE), pytest.raises(DatasetError, match="Another run"):
            dataset.begin_run(PROVENANCE)
        dataset.begin_run(PROVENANCE).finish()


def test_a_lock_that_cannot_be_taken_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite.lock").mkdir()
    with (
        open_dataset(str(tmp_path / "x.sqlite")) as dataset,
        pytest.raises(DatasetError, match=r"x\.sqlite\.lock cannot"),
    ):
        dataset.begin_run(PROVENANCE)


def test_a_person_may_decide_while_a_run_goes_on(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset, dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction())
        identifier = next(dataset.records()).id
        dataset.set_value(identifier, "domain", "health", who="Ilze")
        run.save(make_extraction(name="tukums.pdf"))
        held = [record.domain.value for record in dataset.records("talsi.pdf") if record.domain]
        assert held == ["health", "culture", "health"]
