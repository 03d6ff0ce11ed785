"""Opening: what is no dataset, and what cannot be opened, is said in one sentence with an advice."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

import extract.dataset.connection
from extract.dataset import Dataset, open_dataset
from extract.dataset.schema import REVISION
from extract.errors import DatasetError
from letter_factory import CAMP, LESSONS, PROVENANCE, make_extraction


def test_a_new_dataset_is_made_and_found_again(tmp_path: Path) -> None:
    file = str(tmp_path / "letters.sqlite")
    with open_dataset(file) as dataset, dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction())
    for url in (file, f"sqlite:///{file}"):
        with open_dataset(url, create=False) as dataset:
            assert [letter.name for letter in dataset.letters()] == ["talsi.pdf"]


def test_a_path_with_signs_that_mean_something_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "100% ģimene #1? & co"
    folder.mkdir()
    open_dataset(str(folder / "vēstules.sqlite")).close()
    assert (folder / "vēstules.sqlite").exists()


def test_sqlite_is_set_up_for_a_reader_beside_a_writer(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset, dataset._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("mysql://localhost/letters", "names no dataset"),
        ("sqlite://", "names no dataset"),
        ("://", "names no dataset"),
        ("postgresql://user:hunter2@/", "names no dataset"),
    ],
)
def test_a_url_that_names_no_dataset(url: str, cause: str) -> None:
    with pytest.raises(DatasetError, match=cause) as caught:
        open_dataset(url)
    assert "hunter2" not in str(caught.value)


def test_a_dataset_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="There is no dataset"):
        open_dataset(str(tmp_path / "missing.sqlite"), create=False)
    with pytest.raises(DatasetError, match=r"folder of the dataset .* does not exist"):
        open_dataset(str(tmp_path / "missing" / "letters.sqlite"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be opened"):
        open_dataset(str(tmp_path))


def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Talsu novada pašvaldība\n" * 100, encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(DatasetError, match="is no dataset"):
        open_dataset(str(file))
    assert file.read_bytes() == before


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    with sqlite3.connect(file) as connection:
        connection.execute("create table invoices (id integer)")
    connection.close()
    with pytest.raises(DatasetError, match="no dataset of this program"):
        open_dataset(str(file))
    connection = sqlite3.connect(file)
    assert connection.execute("select name from sqlite_master").fetchall() == [("invoices",)]
    connection.close()


def test_an_empty_file_becomes_a_dataset_only_when_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "empty.sqlite"
    file.touch()
    with pytest.raises(DatasetError, match="no dataset of this program"):
        open_dataset(str(file), create=False)
    open_dataset(str(file)).close()
    open_dataset(str(file), create=False).close()


def test_a_dataset_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letters.sqlite"
    open_dataset(str(file)).close()
    with sqlite3.connect(file) as connection:
        connection.execute("update extract_schema set version_num = '9999'")
    connection.close()
    with pytest.raises(DatasetError, match="newer version of the program"):
        open_dataset(str(file))


def test_a_damaged_dataset(tmp_path: Path) -> None:
    file = tmp_path / "letters.sqlite"
    with open_dataset(str(file)) as dataset, dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction())
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(DatasetError, match=r"is damaged|is no dataset"), open_dataset(str(file)) as dataset:
        list(dataset.records())


def test_a_full_disk_damages_nothing(tmp_path: Path) -> None:
    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 60")

    with open_dataset(str(tmp_path / "letters.sqlite")) as dataset:
        dataset._engine.dispose()
        event.listen(dataset._engine, "connect", limit)
        saved = 0
        with pytest.raises(DatasetError, match="disk is full"), dataset.begin_run(PROVENANCE) as run:
            for number in range(1000):
                run.save(make_extraction(LESSONS, CAMP, name=f"{number:04}.pdf"))
                saved += 1
        assert saved > 0
        event.remove(dataset._engine, "connect", limit)
        dataset._engine.dispose()
        with dataset.begin_run(PROVENANCE) as run:
            assert [letter.name for letter in dataset.letters()] == [f"{number:04}.pdf" for number in range(saved)]
            run.save(make_extraction(LESSONS, CAMP, name=f"{saved:04}.pdf"))
        assert len(list(dataset.records())) == 2 * (saved + 1)


def test_a_writer_that_does_not_end_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract.dataset.connection, "BUSY_TIMEOUT", 0.1)
    file = tmp_path / "letters.sqlite"
    other = sqlite3.connect(file, isolation_level=None)
    with open_dataset(str(file)) as dataset:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatasetError, match="Another program is writing"):
            dataset.begin_run(PROVENANCE)
        other.execute("ROLLBACK")
        other.close()
        dataset.begin_run(PROVENANCE).finish()


def test_many_processes_may_make_it_at_once(tmp_path: Path) -> None:
    code = "import sys; from extract.dataset import open_dataset; open_dataset(sys.argv[1]).close()"
    file = tmp_path / "letters.sqlite"
    processes = [subprocess.Popen([sys.executable, "-c", code, str(file)]) for _ in range(4)]
    assert [process.wait() for process in processes] == [0] * 4
    with sqlite3.connect(file) as connection:
        assert connection.execute("select version_num from extract_schema").fetchall() == [(REVISION,)]
    connection.close()


def test_defects_of_ours_are_not_blamed_on_the_database(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset, pytest.raises(Exception, match="UNIQUE") as caught:
        _insert_twice(dataset._engine)
    assert not isinstance(caught.value, DatasetError)


def _insert_twice(engine: Engine) -> None:
    with engine.begin() as connection:
        for _ in range(2):
            connection.exec_driver_sql("insert into documents (name) values ('a.pdf')")


def test_unknown_letters(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        for ask in (Dataset.letter, Dataset.document, lambda d, n: list(d.records(n))):
            with pytest.raises(DatasetError, match=r"has no tukums\.pdf"):
                ask(dataset, "tukums.pdf")
