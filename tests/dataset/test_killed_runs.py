"""Runs that are killed or meet another one: whole letters only, and the next run ends in the same dataset."""

import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from extract.dataset import Dataset, RunStatus, open_dataset
from extract.errors import DatasetError
from letter_factory import PROVENANCE, make_extraction

LETTERS = 60
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
