"""The same dataset on PostgreSQL, in a server of its own on a Unix socket, where one is installed."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from extract.dataset import Absence, Change, Dataset, EditConflictError, RunStatus, open_dataset
from extract.errors import DatasetError
from extract.exports import record_lines
from extract.messages import Language
from letter_factory import CAMP, LESSONS, NEWER, NOTHING, PROVENANCE, make_extraction

_BINARIES = [os.environ.get("PATH", ""), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin")))]
INITDB, PG_CTL = (shutil.which(name, path=os.pathsep.join(_BINARIES)) for name in ("initdb", "pg_ctl"))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of an empty database without its name."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    if INITDB is None or PG_CTL is None:
        pytest.skip("PostgreSQL's server is not installed")
    # The server refuses to run as root, and a socket's path may have 107 characters at most.
    user = "nobody" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="extract-"))
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    subprocess.run(
        [INITDB, "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        user=user,
        check=True,
        capture_output=True,
    )
    control = [PG_CTL, "-D", data, "-l", str(folder / "log"), "-w"]
    subprocess.run([*control, "-o", options, "start"], user=user, check=True, stdout=subprocess.DEVNULL)
    try:
        yield f"postgresql+psycopg://tester@/{{}}?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], user=user, check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(folder)


@pytest.fixture
def url(server: str, request: pytest.FixtureRequest) -> str:
    name = request.node.name[:60]
    engine = create_engine(server.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'create database "{name}"'))
    engine.dispose()
    return server.format(name)


@pytest.fixture
def dataset(url: str) -> Iterator[Dataset]:
    with open_dataset(url) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING))
        yield opened


def test_it_exports_what_sqlite_exports(dataset: Dataset, tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as other:
        with other.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING))
        assert list(record_lines(dataset, Language.ENGLISH)) == list(record_lines(other, Language.ENGLISH))
        assert dataset.document("talsi.pdf") == other.document("talsi.pdf")


def test_opening_again_and_running_again_changes_nothing(url: str, dataset: Dataset) -> None:
    trail = [entry.action for entry in dataset.audit_trail()]
    with open_dataset(url, create=False) as again:
        with again.begin_run(PROVENANCE) as run:
            assert run.is_current("talsi.pdf", make_extraction().letter.document.sha256)
            run.save(make_extraction())
        assert [entry.action for entry in again.audit_trail()] == [*trail, "run_started", "run_finished"]


def test_decisions_hold(dataset: Dataset) -> None:
    identifier = next(dataset.records()).id
    assert dataset.set_value(identifier, "domain", "housing", who="Ilze") == 1
    dataset.set_letter_value("talsi.pdf", "respondent", None, who="Ilze")
    with pytest.raises(EditConflictError):
        dataset.set_value(identifier, "domain", "health", who="Jānis", expected_version=0)
    with dataset.begin_run(NEWER) as run:
        run.save(make_extraction(NOTHING, LESSONS))
    record = next(record for record in dataset.records() if record.id == identifier)
    assert record.domain is not None
    assert (record.domain.value, record.respondent) == ("housing", None)


def test_reviewing_works_as_on_sqlite(dataset: Dataset, url: str) -> None:
    before = list(record_lines(dataset, Language.ENGLISH))
    lessons, camp, nothing = dataset.records()
    dataset.edit([Change(lessons.id, "domain", Absence.ILLEGIBLE), Change(camp.id, "years", (2022,))], who="Ilze")
    parts = dataset.split_statement(nothing.id, [nothing.statement.start + 9], who="Ilze")
    dataset.merge_statements(parts, who="Ilze")
    dataset.add_statement("talsi.pdf", 0, 5, who="Ilze")
    assert [item.field for item in dataset.queue()][:2] == ["domain", "years"]
    # The one who has Jānis's word over theirs cannot take it back.
    dataset.edit([Change(camp.id, "years", (2019,))], who="Jānis")
    for _ in range(3):
        dataset.undo("Ilze")
    with pytest.raises(EditConflictError):
        dataset.undo("Ilze")
    dataset.undo("Jānis")
    with open_dataset(url) as other:
        assert other.overview() == dataset.overview()
        assert [entry.action for entry in other.history("talsi.pdf", camp.id, "years")] == [
            "found", "value_set", "value_set", "undone"
        ]  # fmt: skip
    dataset.edit([Change(lessons.id, "domain", "education"), Change(camp.id, "years", (2021,))], who="Ilze")
    dataset.request_second_review(number=1, seed=3, who="Anna")
    (task,) = dataset.second_review_tasks("Jānis")
    for field in ("domain", "years"):
        dataset.set_second_value(task.id, field, None, who="Jānis")
    dataset.finish_second_review(task.id, who="Jānis")
    assert dataset.agreement()["domain"].observed == 0.0
    assert len(before) == len(list(record_lines(dataset, Language.ENGLISH)))


def test_edits_at_once_wait_for_each_other_and_one_of_them_has_seen_what_stands(dataset: Dataset, url: str) -> None:
    identifier = next(dataset.records()).id

    def set_domain(who: str) -> bool:
        with open_dataset(url) as other:
            try:
                other.set_value(identifier, "domain", "health", who=who, expected_version=0)
            except EditConflictError:
                return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(set_domain, ["Ilze", "Jānis", "Anna", "Pēteris"])) == 1


def test_one_run_at_a_time(url: str, dataset: Dataset) -> None:
    with open_dataset(url) as other:
        run = dataset.begin_run(PROVENANCE)
        with pytest.raises(DatasetError, match="Another run"):
            other.begin_run(PROVENANCE)
        run.finish()
        other.begin_run(PROVENANCE).finish()
    assert {run.status for run in dataset.runs()} == {RunStatus.FINISHED}


def test_many_processes_may_make_it_at_once(url: str) -> None:
    code = "import sys; from extract.dataset import open_dataset; open_dataset(sys.argv[1]).close()"
    processes = [subprocess.Popen([sys.executable, "-c", code, url]) for _ in range(3)]
    assert [process.wait() for process in processes] == [0] * 3


@pytest.mark.parametrize(
    "statement", ["update audit_trail set who = ''", "delete from audit_trail", "truncate audit_trail"]
)
def test_the_audit_trail_takes_no_change(dataset: Dataset, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"), dataset._engine.begin() as connection:
        connection.execute(text(statement))
    assert dataset.audit_trail()


def test_a_server_that_does_not_answer(server: str) -> None:
    with pytest.raises(DatasetError, match="cannot be used"):
        open_dataset(server.format("missing"))
