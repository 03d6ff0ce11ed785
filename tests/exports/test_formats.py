"""Every format, written to disk and read back with another program's reader."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.dataset import Dataset, open_dataset
from extract.errors import DamagedFileError, UsageError
from extract.exports import export_dataset, record_lines
from extract.exports.catalogue import load_layouts
from extract.messages import Language
from extract.model import Message, Project, ProjectKind
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, UNKNOWN, Said, make_arrival, make_extraction, persons

FORMULA = Said('=HYPERLINK("http://example.org";"14 bērni")', counts={"14 bērni": persons(14)})
NAMED = Said(
    "Projekts +371 un konkurss @skola turpinās.",
    projects={"+371": Project("+371", ProjectKind.PROJECT), "@skola": Project("@skola", ProjectKind.COMPETITION)},
)
MINUS = Said("- nodarbības, kuras vadīja „Čaklā bite; 2. daļa”, u.c.")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path_factory.mktemp("dataset") / "letters.sqlite")) as opened:
        fill(opened)
        yield opened


def fill(dataset: Dataset) -> None:
    with dataset.begin_run(PROVENANCE) as run:
        run.save(make_extraction(LESSONS, CAMP, NOTHING))
        run.save(make_extraction(FORMULA, NAMED, MINUS, UNKNOWN, name="mape/formulas.pdf"))
        run.save_failure("zilupe.pdf", "f" * 64, DamagedFileError(Message("It is damaged."), Message("Send anew.")))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_jsonl_is_one_statement_a_line(dataset: Dataset, tmp_path: Path) -> None:
    (file,) = export_dataset(dataset, tmp_path / "records.jsonl", "jsonl", Language.ENGLISH)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert lines == list(record_lines(dataset, Language.ENGLISH))
    assert [line["statement"] for line in lines[:4]] == [FORMULA.text, NAMED.text, MINUS.text, UNKNOWN.text]
    camp = lines[5]
    asked = ("document", "respondent", "statement", "domain", "years", "no_measures", "page", "review_status")
    assert [camp[key] for key in asked] == [
        "talsi.pdf",
        "Talsu novads",
        CAMP.text,
        "culture",
        [2021],
        False,
        1,
        "unreviewed",
    ]
    assert [
        {key: count[key] for key in ("text", "value", "bound", "unit", "group", "role")} for count in camp["counts"]
    ] == [
        {
            "text": "divas ģimenes",
            "value": 2,
            "bound": "exact",
            "unit": "families",
            "group": "ģimenes",
            "role": "participant",
        },
        {
            "text": "30 jauniešu",
            "value": 30,
            "bound": "about",
            "unit": "persons",
            "group": "jaunieši",
            "role": "participant",
        },
    ]
    (project,) = camp["projects"]
    assert [project[key] for key in ("text", "name", "kind", "number")] == [
        "„Vasaras takas”",
        "Vasaras takas",
        "project",
        "8.3.1/22/A/007",
    ]
    assert project["reason"] == "The letter says “„Vasaras takas””."


def test_every_quote_of_the_lines_stands_in_its_document(dataset: Dataset) -> None:
    for line in record_lines(dataset, Language.ENGLISH):
        text = dataset.document(line["document"]).text
        assert text[line["start"] : line["end"]] == line["statement"]
        found = [*line["counts"], *line["projects"], *filter(None, line["findings"].values())]
        assert found or line["statement"] == UNKNOWN.text
        for proof in (proof for one in found for proof in one["evidence"]):
            assert text[proof["start"] : proof["end"]] == proof["quote"]
            assert proof["boxes"]


@pytest.mark.shared
def test_the_scorer_takes_the_lines(dataset: Dataset, tmp_path: Path, shared: Path) -> None:
    (file,) = export_dataset(dataset, tmp_path / "records.jsonl", "jsonl", Language.LATVIAN)
    keys = ("text", "domain", "years", "no_measures", "counts", "projects")
    gold = {
        "file": "talsi.pdf",
        "respondent": "Talsu novads",
        "statements": [
            {**line, "text": line["statement"]} | {key: line[key] for key in keys[1:]}
            for line in record_lines(dataset)
            if line["document"] == "talsi.pdf"
        ],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, shared / "tools" / "score.py", tmp_path / "gold.jsonl", file],
        check=True,
        capture_output=True,
        text=True,
    )
    scores = json.loads(done.stdout)
    for name in ("respondent_accuracy", "statements_f1", "years_accuracy", "domain_accuracy", "no_measures_f1"):
        assert scores[name] == 1.0
    assert (scores["counts_strict"]["f1"], scores["counts_strict"]["n"]) == (1.0, 3)
    assert (scores["projects_strict"]["f1"], scores["projects_strict"]["n"]) == (1.0, 1)


def test_json_is_a_tree_of_letters(dataset: Dataset, tmp_path: Path) -> None:
    (file,) = export_dataset(dataset, tmp_path / "letters.json", "json", Language.ENGLISH)
    letters = json.loads(file.read_text(encoding="utf-8"))
    assert [letter["document"] for letter in letters] == ["mape/formulas.pdf", "talsi.pdf", "zilupe.pdf"]
    talsi, zilupe = letters[1:]
    assert (talsi["letter_date"], talsi["reporting_years"]) == ("2023-03-14", [2021, 2022])
    assert talsi["findings"]["respondent"]["evidence"][0]["quote"] == "Talsu novada"
    assert [statement["statement"] for statement in talsi["statements"]] == [LESSONS.text, CAMP.text, NOTHING.text]
    assert (zilupe["failed"], zilupe["cause"], zilupe["advice"]) == (True, "It is damaged.", "Send anew.")
    assert zilupe["statements"] == []


def test_json_of_an_empty_dataset(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        (file,) = export_dataset(dataset, tmp_path / "letters.json", "json", Language.ENGLISH)
    assert json.loads(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", list(Language))
def test_csv_is_a_valid_data_package(dataset: Dataset, tmp_path: Path, language: Language) -> None:
    written = export_dataset(dataset, tmp_path / "csv", "csv", language)
    assert [file.name for file in written] == [
        "letters.csv",
        "statements.csv",
        "counts.csv",
        "projects.csv",
        "parts.csv",
        "signatures.csv",
        "history.csv",
        "datapackage.json",
    ]
    report = frictionless.Package(str(written[-1])).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert [task.stats.get("rows", 0) for task in report.tasks] == [3, 7, 4, 3, 0, 0, 0]


def test_csv_of_an_arrival_with_parts_is_valid(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_arrival("=pasts.eml"))
        written = export_dataset(opened, tmp_path / "csv", "csv", Language.LATVIAN)
    report = frictionless.Package(str(written[-1])).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert [task.stats.get("rows", 0) for task in report.tasks] == [1, 1, 1, 0, 3, 2, 0]


def test_the_data_package_would_find_a_wrong_value(dataset: Dataset, tmp_path: Path) -> None:
    *_, package = export_dataset(dataset, tmp_path, "csv", Language.ENGLISH)
    description = json.loads(package.read_text(encoding="utf-8"))
    for resource in description["resources"]:
        del resource["bytes"], resource["hash"]
    package.write_text(json.dumps(description), encoding="utf-8")
    counts = tmp_path / "counts.csv"
    counts.write_text(counts.read_text(encoding="utf-8").replace(",families,", ",households,"), encoding="utf-8")
    report = frictionless.Package(str(package)).validate()
    assert [error[0] for error in report.flatten(["fieldName"])] == ["unit"]


def test_data_package_rows_have_types(dataset: Dataset, tmp_path: Path) -> None:
    *_, package = export_dataset(dataset, tmp_path, "csv", Language.ENGLISH)
    letter = rows_of(package, "letters")[1]
    assert letter["reporting_years"] == [2021, 2022]
    assert (str(letter["letter_date"]), letter["failed"], letter["pages"]) == ("2023-03-14", False, 1)
    statement = rows_of(package, "statements")[3]
    assert (statement["domain"], statement["years"], statement["no_measures"]) == (None, None, False)


def rows_of(package: Path, table: str) -> list[Any]:
    resource = frictionless.Package(str(package)).get_table_resource(table)
    with resource:
        return [row.to_dict() for row in resource.row_stream]


def read_csv(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_csv_begins_with_the_mark_that_shows_excel_its_encoding(dataset: Dataset, tmp_path: Path) -> None:
    for file in export_dataset(dataset, tmp_path, "csv", Language.ENGLISH)[:-1]:
        content = file.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\xef\xbb\xbf") == 1
        assert content.endswith(b"\r\n")


def test_csv_runs_no_formula(dataset: Dataset, tmp_path: Path) -> None:
    export_dataset(dataset, tmp_path, "csv", Language.ENGLISH)
    statements = read_csv(tmp_path / "statements.csv")
    assert [row["statement"] for row in statements[:3]] == ["'" + FORMULA.text, NAMED.text, "'" + MINUS.text]
    assert [row["name"] for row in read_csv(tmp_path / "projects.csv")][:2] == ["'+371", "'@skola"]
    for name in ("letters", "statements", "counts", "projects", "parts", "signatures", "history"):
        for row in read_csv(tmp_path / f"{name}.csv"):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_the_data_package_tells_of_the_apostrophe(dataset: Dataset, tmp_path: Path) -> None:
    *_, package = export_dataset(dataset, tmp_path, "csv", Language.ENGLISH)
    assert "apostrophe" in json.loads(package.read_text(encoding="utf-8"))["description"]


@pytest.fixture(scope="module")
def workbook(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Any:
    target = tmp_path_factory.mktemp("xlsx") / "letters.xlsx"
    assert export_dataset(dataset, target, "xlsx", Language.LATVIAN) == [target]
    return openpyxl.load_workbook(target)


def column(sheet: Any, name: str) -> list[Any]:
    return next(list(cells[1:]) for cells in sheet.iter_cols() if cells[0].value == name)


def test_xlsx_has_a_sheet_a_table_and_a_dictionary(workbook: Any) -> None:
    assert workbook.sheetnames == [
        "letters",
        "statements",
        "counts",
        "projects",
        "parts",
        "signatures",
        "history",
        "dictionary",
    ]
    for sheet in workbook.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert all(dimension.width <= 62 for dimension in sheet.column_dimensions.values())
    assert workbook["statements"].column_dimensions["E"].width == 62


def test_xlsx_runs_no_formula(workbook: Any) -> None:
    cells = [
        cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    statements = column(workbook["statements"], "statement")
    assert [cell.value for cell in statements[:3]] == [FORMULA.text, NAMED.text, MINUS.text]
    assert [cell.quotePrefix for cell in statements[:3]] == [True, False, True]


def test_xlsx_cells_are_what_they_are(workbook: Any) -> None:
    values = [cell.value for cell in column(workbook["counts"], "value")]
    assert values == [14, 14, 2, 30]
    assert all(isinstance(value, int) for value in values)
    (day, *_) = [cell for cell in column(workbook["letters"], "letter_date") if cell.value]
    assert (day.value, day.number_format) == (datetime(2023, 3, 14), "yyyy-mm-dd")
    assert [cell.value for cell in column(workbook["letters"], "failed")] == [False, False, True]
    assert {cell.data_type for cell in column(workbook["letters"], "failed")} == {"b"}
    assert column(workbook["letters"], "reporting_years")[1].value == "2021, 2022"
    assert column(workbook["statements"], "years")[0].value == "2021"
    assert column(workbook["letters"], "confidence")[2].value is None


def test_the_dictionary_explains_every_column_in_latvian(workbook: Any) -> None:
    explained = {(row[0], row[1]): row[4] for row in workbook["dictionary"].iter_rows(min_row=2, values_only=True)}
    for layout in load_layouts().values():
        for one in layout.columns:
            assert explained[layout.name, one.name] == one.description.lv


def test_parquet_has_the_types_of_the_catalogue(dataset: Dataset, tmp_path: Path) -> None:
    written = export_dataset(dataset, tmp_path, "parquet", Language.ENGLISH)
    tables = {file.stem: pq.read_table(file) for file in written}
    assert {name: table.num_rows for name, table in tables.items()} == {
        "letters": 3,
        "statements": 7,
        "counts": 4,
        "projects": 3,
        "parts": 0,
        "signatures": 0,
        "history": 0,
    }
    letters = tables["letters"]
    assert letters.schema.field("letter_date").type == pa.date32()
    assert letters.schema.field("reporting_years").type == pa.list_(pa.int32())
    assert letters.schema.field("failed").type == pa.bool_()
    assert tables["counts"].schema.field("value").type == pa.int64()
    assert letters.schema.field("respondent").metadata[b"title"] == b"Respondent"
    assert letters.column("reporting_years").to_pylist()[1] == [2021, 2022]
    # A table for programs, not for spreadsheets: text is as it is.
    assert tables["statements"].column("statement").to_pylist()[0] == FORMULA.text


@pytest.mark.parametrize("format", ["jsonl", "json", "csv"])
def test_the_same_dataset_gives_the_same_bytes(dataset: Dataset, tmp_path: Path, format: str) -> None:
    with open_dataset(str(tmp_path / "again.sqlite")) as again:
        fill(again)
        fill(again)
        first = export_dataset(dataset, tmp_path / "first", format, Language.LATVIAN)
        second = export_dataset(again, tmp_path / "second", format, Language.LATVIAN)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "xlsx", "parquet"])
def test_a_target_that_cannot_be_written(dataset: Dataset, tmp_path: Path, format: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"file.* cannot be written"):
        export_dataset(dataset, tmp_path / "file" / "x", format, Language.ENGLISH)


@pytest.mark.parametrize("format", ["jsonl", "xlsx"])
def test_a_folder_in_the_place_of_the_file(dataset: Dataset, tmp_path: Path, format: str) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(UsageError, match="taken cannot be written"):
        export_dataset(dataset, tmp_path / "taken", format, Language.ENGLISH)
    assert names_in(tmp_path) == ["taken"]


def test_what_stood_there_stays_when_writing_fails(tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    target.write_text("before", encoding="utf-8")
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        fill(dataset)
        with dataset._engine.begin() as connection:
            connection.exec_driver_sql("update findings set field = 'colour' where ordinal > 3")
        with pytest.raises(KeyError):
            export_dataset(dataset, target, "jsonl", Language.ENGLISH)
    assert target.read_text(encoding="utf-8") == "before"
    assert names_in(tmp_path) == ["records.jsonl", "x.sqlite", "x.sqlite.lock"]


def test_what_a_person_set_is_what_is_exported(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, replace(NOTHING, confidence=0.9)))
        identifier = next(dataset.records()).id
        dataset.set_value(identifier, "domain", "housing", who="Ilze")
        dataset.set_letter_value("talsi.pdf", "respondent", "Tukuma novads", who="Ilze")
        first, second = record_lines(dataset, Language.ENGLISH)
    assert (first["domain"], first["respondent"], first["review_status"]) == ("housing", "Tukuma novads", "corrected")
    assert first["findings"]["domain"]["decided_by"] == "Ilze"
    assert (second["domain"], second["respondent"], second["review_status"]) == (
        "health",
        "Tukuma novads",
        "unreviewed",
    )
