"""The tables: what a row holds, its types, and what the catalogue of columns says of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from extract.dataset import Dataset, open_dataset
from extract.errors import DamagedFileError
from extract.exports.catalogue import load_layouts
from extract.exports.tables import build_tables
from extract.messages import Language
from extract.model import Message, Project, ProjectKind
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, UNKNOWN, Said, make_arrival, make_extraction, persons


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path_factory.mktemp("dataset") / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP, NOTHING))
            run.save(make_extraction(UNKNOWN, name="tukums.pdf", respondent=None, reporting_years=()))
            run.save_failure("zilupe.pdf", "f" * 64, DamagedFileError(Message("It is damaged."), Message("Send anew.")))
        yield opened


@pytest.fixture(scope="module")
def tables(dataset: Dataset) -> dict[str, pd.DataFrame]:
    return build_tables(dataset, Language.ENGLISH)


def test_a_row_for_each_letter_statement_count_and_project(tables: dict[str, pd.DataFrame]) -> None:
    assert {name: len(table) for name, table in tables.items()} == {
        "letters": 3,
        "statements": 4,
        "counts": 3,
        "projects": 1,
        "parts": 0,
        "signatures": 0,
        "history": 0,
    }


@pytest.mark.parametrize("name", ["letters", "statements", "counts", "projects", "parts", "signatures", "history"])
def test_columns_are_those_of_the_catalogue_with_their_types(tables: dict[str, pd.DataFrame], name: str) -> None:
    layout, table = load_layouts()[name], tables[name]
    assert list(table.columns) == [column.name for column in layout.columns]
    expected = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
    for column in layout.columns:
        assert str(table[column.name].dtype) == expected.get(column.type, "object"), column.name


@pytest.mark.parametrize("name", ["letters", "statements", "counts", "projects", "parts", "signatures", "history"])
def test_keys_identify_and_references_lead_somewhere(tables: dict[str, pd.DataFrame], name: str) -> None:
    layout = load_layouts()[name]
    assert tables[name][layout.key].is_unique
    for column in layout.columns:
        if column.refers_to:
            there = tables[column.refers_to][load_layouts()[column.refers_to].key]
            told = tables[name][column.name].dropna() if column.optional else tables[name][column.name]
            assert set(told) <= set(there)


@pytest.mark.parametrize("name", ["letters", "statements", "counts", "projects", "parts", "signatures", "history"])
def test_every_column_is_explained_in_both_languages(name: str) -> None:
    layout = load_layouts()[name]
    wordings = [(layout.title, layout.description), *((one.title, one.description) for one in layout.columns)]
    for title, description in wordings:
        assert all(text.strip() for text in (title.lv, title.en, description.lv, description.en))
        assert description.lv != description.en


def test_a_letter(tables: dict[str, pd.DataFrame]) -> None:
    letter = tables["letters"].set_index("document").loc["talsi.pdf"]
    assert letter["respondent"] == "Talsu novads"
    assert letter["letter_date"] == date(2023, 3, 14)
    assert letter["reporting_years"] == (2021, 2022)
    assert (letter["statements"], letter["counts"], letter["projects"], letter["reviewed"]) == (3, 3, 1, 0)
    assert letter["waiting"] == 1
    assert pd.isna(letter["attention"])


def test_an_unreadable_letter_is_a_row_with_its_reason(tables: dict[str, pd.DataFrame]) -> None:
    letter = tables["letters"].set_index("document").loc["zilupe.pdf"]
    assert letter["failed"]
    assert letter["attention"] == "It is damaged."
    assert pd.isna(letter["letter_date"])
    assert pd.isna(letter["confidence"])


def test_a_statement(tables: dict[str, pd.DataFrame], dataset: Dataset) -> None:
    statement = tables["statements"].iloc[2]
    assert (statement["statement"], statement["domain"], statement["years"]) == (NOTHING.text, "health", (2021,))
    assert statement["no_measures"]
    assert (statement["page"], statement["review_status"], statement["confidence"]) == (1, "unreviewed", 0.5)
    text = dataset.document("talsi.pdf").text
    assert text[statement["start"] : statement["end"]] == NOTHING.text


def test_what_is_not_known_is_missing_not_zero(tables: dict[str, pd.DataFrame]) -> None:
    statement = tables["statements"].set_index("document").loc["tukums.pdf"]
    assert pd.isna(statement["domain"])
    assert pd.isna(statement["respondent"])
    assert pd.isna(statement["confidence"])
    assert statement["years"] == ()
    assert statement["attention"] == "No domain was found. No years were found."


def test_counts_stand_where_their_words_are(tables: dict[str, pd.DataFrame], dataset: Dataset) -> None:
    counts = tables["counts"]
    assert list(counts["value"]) == [14, 2, 30]
    assert list(counts["unit"]) == ["persons", "families", "persons"]
    assert list(counts["bound"]) == ["exact", "exact", "about"]
    assert list(counts["domain"]) == ["education", "culture", "culture"]
    text = dataset.document("talsi.pdf").text
    for _, count in counts.iterrows():
        assert text[count["start"] : count["end"]] == count["text"]


def test_a_rejected_statement_is_left_out_with_all_it_says(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(LESSONS, CAMP))
        dataset.set_value(next(dataset.records()).id, "review_status", "rejected", who="Ilze")
        tables = build_tables(dataset, Language.ENGLISH)
    assert list(tables["statements"]["statement"]) == [CAMP.text]
    assert list(tables["counts"]["value"]) == [2, 30]


def test_an_empty_dataset_has_typed_empty_tables(tmp_path: Path) -> None:
    with open_dataset(str(tmp_path / "x.sqlite")) as dataset:
        tables = build_tables(dataset, Language.ENGLISH)
    assert all(table.empty for table in tables.values())
    assert str(tables["counts"]["value"].dtype) == "Int64"


@pytest.fixture(scope="module")
def arrival(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    with open_dataset(str(tmp_path_factory.mktemp("arrival") / "letters.sqlite")) as opened:
        with opened.begin_run(PROVENANCE) as run:
            run.save(make_arrival())
        return build_tables(opened, Language.ENGLISH)


def test_the_parts_of_an_arrival(arrival: dict[str, pd.DataFrame]) -> None:
    rows = arrival["parts"].to_dict("records")
    assert [(row["part_id"], row["role"], row["format"]) for row in rows] == [
        ("pasts.eml#1", "cover", "eml"),
        ("pasts.eml#2", "letter", "pdf"),
        ("pasts.eml#3", "unreadable", "png"),
    ]
    assert (rows[1]["within"], rows[1]["integrity"], rows[1]["first_page"]) == ("atbilde.edoc", "intact", 1)
    assert pd.isna(rows[0]["within"])
    assert pd.isna(rows[0]["integrity"])
    assert rows[2]["reason"] == "foto.png is a picture, which is not read."


def test_the_signatures_of_an_arrival(arrival: dict[str, pd.DataFrame]) -> None:
    first, second = arrival["signatures"].to_dict("records")
    assert (first["signer"], first["claimed_time"], first["state"], first["covers"]) == (
        "I. P.", "2023-03-14T09:30:00+00:00", "intact", "vēstule.pdf",
    )  # fmt: skip
    assert second["state"] == "broken"
    assert pd.isna(second["signer"])
    assert pd.isna(second["covers"])


def test_a_part_refers_to_its_total_and_a_project_has_one_name(tmp_path: Path) -> None:
    camp = Said(
        "Projektā „Rīta ausma” bija 32 bērni: 3 zēni un 29 meitenes.",
        counts={
            "32 bērni": persons(32),
            "3 zēni": replace(persons(3, "zēni"), part_of=0),
            "29 meitenes": replace(persons(29, "meitenes"), part_of=0),
        },
        projects={"„Rīta ausma”": Project("Rīta ausma", ProjectKind.PROJECT, None, "Eiropas Sociālais fonds")},
    )
    again = Said("Notika „RĪTA AUSMA”.", projects={"„RĪTA AUSMA”": Project("RĪTA AUSMA", ProjectKind.PROJECT)})
    with open_dataset(str(tmp_path / "letters.sqlite")) as dataset:
        with dataset.begin_run(PROVENANCE) as run:
            run.save(make_extraction(camp, again))
        tables = build_tables(dataset, Language.ENGLISH)

    counts = tables["counts"]
    assert list(counts["part_of"].fillna("")) == ["", counts["finding_id"][0], counts["finding_id"][0]]
    assert list(tables["projects"]["name"]) == ["Rīta ausma", "Rīta ausma"]
    assert list(tables["projects"]["funder"].fillna("")) == ["Eiropas Sociālais fonds", ""]
