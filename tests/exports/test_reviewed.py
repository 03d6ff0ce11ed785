"""What people have set, as the exports tell it: corrected values, why there is none, added statements, the history."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from extract.dataset import Absence, Change, Dataset, Marked, open_dataset
from extract.exports import export_dataset, record_lines
from extract.exports.tables import build_tables
from extract.messages import Language
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, make_extraction, persons

HEAD = "Talsu novada pašvaldība"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """A letter of which every kind of thing was set: values, absences, zero, a rejection, an addition, an undo."""
    with open_dataset(str(tmp_path_factory.mktemp("dataset") / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING))
        lessons, camp, nothing = (record.id for record in opened.records())
        opened.edit(
            [Change(lessons, "counts", (Marked(persons(15), "14 romu", 31),), why="=counted again")], who="Ilze"
        )
        opened.edit([Change(lessons, "years", (2021, 2022))], who="Ilze")
        opened.edit([Change(lessons, "projects", Absence.NOT_APPLICABLE)], who="Ilze")
        opened.edit([Change(camp, "review_status", "rejected")], who="Ilze")
        opened.edit([Change(nothing, "domain", Absence.ILLEGIBLE)], who="Ilze")
        opened.edit([Change(nothing, "counts", (Marked(persons(0, None)),))], who="Ilze")
        opened.edit([Change(None, "letter_number", Absence.NOT_STATED, document="talsi.pdf")], who="Jānis")
        added = opened.add_statement("talsi.pdf", 0, len(HEAD), who="Jānis")
        opened.edit([Change(added, "domain", "culture")], who="Jānis")
        opened.undo("Jānis")
        yield opened


@pytest.fixture(scope="module")
def tables(dataset: Dataset) -> dict[str, pd.DataFrame]:
    return build_tables(dataset, Language.ENGLISH)


def test_lines_have_what_people_set_and_what_they_added(dataset: Dataset) -> None:
    added, lessons, nothing = record_lines(dataset, Language.ENGLISH)
    assert (added["statement"], added["added_by"], added["domain"]) == (HEAD, "Jānis", None)
    assert ([count["value"] for count in lessons["counts"]], lessons["years"]) == ([15], [2021, 2022])
    assert lessons["counts"][0]["evidence"][0]["quote"] == "14 romu"
    assert lessons["absences"] == {"projects": "not_applicable"}
    assert lessons["suggested"]["years"] == [[2021]]
    assert [one["value"] for one in lessons["suggested"]["counts"]] == [14]
    assert (nothing["domain"], nothing["absences"]) == (None, {"domain": "illegible"})
    assert [count["value"] for count in nothing["counts"]] == [0]


def test_the_letter_tells_why_it_lacks_something(dataset: Dataset, tmp_path: Path) -> None:
    (file,) = export_dataset(dataset, tmp_path / "letters.json", "json", Language.ENGLISH)
    (letter,) = json.loads(file.read_text(encoding="utf-8"))
    assert (letter["letter_number"], letter["absences"]) == (None, {"letter_number": "not_stated"})
    assert letter["suggested"] == {"letter_number": ["1-15/23/77"]}


def test_the_four_kinds_of_nothing_are_told_apart_in_the_tables(tables: dict[str, pd.DataFrame]) -> None:
    statements = tables["statements"].set_index("statement")
    nothing, lessons = statements.loc[NOTHING.text], statements.loc[LESSONS.text]
    assert (nothing["domain_absence"], lessons["projects_absence"]) == ("illegible", "not_applicable")
    assert pd.isna(nothing["counts_absence"])
    assert tables["letters"]["letter_number_absence"].tolist() == ["not_stated"]
    assert sorted(tables["counts"]["value"]) == [0, 15]
    assert statements["added_by"].dropna().to_dict() == {HEAD: "Jānis"}


def test_the_history_has_every_change_and_what_the_machine_had_found(tables: dict[str, pd.DataFrame]) -> None:
    history = tables["history"]
    assert history["change_id"].is_unique
    people = history[history["action"] != "found"]
    assert people[["who", "field", "action", "before_by", "after_by"]].to_numpy().tolist() == [
        ["Ilze", "counts", "value_set", "extract", "Ilze"],
        ["Ilze", "years", "value_set", "extract", "Ilze"],
        ["Ilze", "projects", "value_set", "extract", "Ilze"],
        ["Ilze", "review_status", "value_set", "extract", "Ilze"],
        ["Ilze", "domain", "value_set", "extract", "Ilze"],
        ["Ilze", "counts", "value_set", "extract", "Ilze"],
        ["Jānis", "letter_number", "value_set", "extract", "Jānis"],
        ["Jānis", "statement", "value_set", "extract", "Jānis"],
        ["Jānis", "domain", "value_set", "extract", "Jānis"],
        ["Jānis", "domain", "undone", "Jānis", "extract"],
    ]
    rows: list[Any] = history.dropna(subset=["statement"]).to_dict("records")
    by_field = {(row["action"], row["field"]): row for row in rows if row["statement"] == LESSONS.text}
    years = by_field["value_set", "years"]
    assert (years["before"], years["after"]) == ("2021", "2021;2022")
    assert by_field["value_set", "projects"]["after"] == "not_applicable"
    assert json.loads(by_field["value_set", "counts"]["after"])[0]["quote"] == "14 romu"
    assert ("found", "counts") in by_field
    # Nothing is told of what never changed.
    assert ("found", "domain") not in by_field


def test_the_history_is_a_sheet_and_a_table_that_runs_no_formula(dataset: Dataset, tmp_path: Path) -> None:
    export_dataset(dataset, tmp_path / "letters.xlsx", "xlsx", Language.LATVIAN)
    sheet = openpyxl.load_workbook(tmp_path / "letters.xlsx")["history"]
    rows: list[tuple[Any, ...]] = list(sheet.iter_rows(values_only=True))
    why = rows[0].index("why")
    assert "=counted again" in {row[why] for row in rows[1:]}
    written = export_dataset(dataset, tmp_path / "csv", "csv", Language.LATVIAN)
    report = frictionless.Package(str(written[-1])).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    text = (tmp_path / "csv" / "history.csv").read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == len(rows)
    assert ",'=counted again" in text
    assert pq.read_table(export_dataset(dataset, tmp_path, "parquet", Language.LATVIAN)[-1]).num_rows == len(rows) - 1


def test_an_export_after_undoing_everything_is_that_of_the_machine(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP))
        before = list(record_lines(dataset, Language.ENGLISH))
        lessons, camp = dataset.records()
        dataset.edit([Change(lessons.id, "domain", "health"), Change(camp.id, "counts", ())], who="Ilze")
        dataset.merge_statements([lessons.id, camp.id], who="Ilze")
        assert list(record_lines(dataset, Language.ENGLISH)) != before
        while dataset.undo("Ilze") is not None:
            pass
        assert list(record_lines(dataset, Language.ENGLISH)) == before
