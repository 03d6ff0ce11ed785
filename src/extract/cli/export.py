"""`extract export`: the dataset written out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from extract.cli.parameters import DEFAULT_DATASET, AcceptAbove, Dataset
from extract.cli.terminal import chosen_language, say, tell
from extract.model import Message


class Format(StrEnum):
    """What the dataset can be written as."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSON = "json"


#: Where an export goes when nothing is said: a file, or for formats of several tables a folder.
DEFAULT_OUTPUT = {
    Format.JSONL: Path("records.jsonl"),
    Format.CSV: Path("records-csv"),
    Format.XLSX: Path("records.xlsx"),
    Format.PARQUET: Path("records-parquet"),
    Format.JSON: Path("records.json"),
}


def export(
    dataset: Dataset = DEFAULT_DATASET,
    format: Annotated[
        Format, typer.Option("--format", "-f", help=tell(Message("csv and parquet make a folder of tables.")))
    ] = Format.JSONL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=tell(Message("Where to write; a name is chosen otherwise.")))
    ] = None,
    accept_above: AcceptAbove = None,
) -> None:
    """Write the dataset, with what people have set in place of what was extracted."""
    from extract.dataset import open_dataset
    from extract.exports import export_dataset

    with open_dataset(dataset, create=False, accept_above=accept_above) as store:
        written = export_dataset(store, output or DEFAULT_OUTPUT[format], format, chosen_language())
    for path in written:
        say(Message("Written: {path}", {"path": str(path)}))
