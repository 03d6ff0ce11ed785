"""The dataset written out: one file a format. Statements that a person has rejected are left out of every one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.messages import Language

if TYPE_CHECKING:
    from extract.dataset import Dataset


def export_dataset(dataset: Dataset, target: Path, format: str, language: Language) -> list[Path]:
    """Write the dataset to `target` and return the files written; sentences in them are in `language`.

    `target` is a file for "jsonl", "json" and "xlsx", a folder for "csv" and "parquet"; folders are made where they are
    missing. Each file is put in place as a whole. Raises UsageError where `target` cannot be written, KeyError for an
    unknown format.
    """
    # Each format's libraries are loaded only where it is asked for.
    return {
        "jsonl": _export_jsonl,
        "json": _export_json,
        "csv": _export_csv,
        "xlsx": _export_xlsx,
        "parquet": _export_parquet,
    }[format](dataset, target, language)


def record_lines(dataset: Dataset, language: Language = Language.LATVIAN) -> Iterator[dict[str, Any]]:
    """The lines of records.jsonl, one a statement."""
    from extract.exports.record_lines import record_lines as lines

    return lines(dataset, language)


def _export_jsonl(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    from extract.exports.record_lines import export_record_lines

    return export_record_lines(dataset, target, language)


def _export_json(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    from extract.exports.letter_tree import export_letter_tree

    return export_letter_tree(dataset, target, language)


def _export_csv(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    from extract.exports.delimited import export_delimited

    return export_delimited(dataset, target, language)


def _export_xlsx(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    from extract.exports.spreadsheet import export_spreadsheet

    return export_spreadsheet(dataset, target, language)


def _export_parquet(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    from extract.exports.columnar import export_columnar

    return export_columnar(dataset, target, language)
