"""XLSX: one sheet a table and a data dictionary that explains every column."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import numpy as np
import pandas as pd
from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from extract.dataset import Dataset
from extract.errors import UsageError
from extract.exports.catalogue import load_layouts
from extract.exports.formulas import is_formula
from extract.exports.tables import build_tables
from extract.exports.writing import replacing
from extract.messages import Language, render
from extract.model import Message

#: Widths of columns, in characters: no narrower than a year, no wider than is read at a glance.
_NARROWEST, _WIDEST = 6, 60
_NUMBER_FORMATS = {"date": "yyyy-mm-dd", "number": "0.00", "integer": "0"}


def export_spreadsheet(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    """Write the workbook to the file `target`."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, table in build_tables(dataset, language).items():
        layout = load_layouts()[name]
        formats = [_NUMBER_FORMATS.get(column.type) for column in layout.columns]
        _fill(workbook.create_sheet(name), list(table.columns), _rows(table), formats)
    titles = (Message("Table"), Message("Column"), Message("Title"), Message("Type"), Message("Meaning"))
    sheet = workbook.create_sheet("dictionary")
    _fill(sheet, [render(title, language) for title in titles], _dictionary(language), [None] * len(titles))
    # Through memory: a workbook whose writing fails midway tries once more when it is thrown away.
    packed = _pack(workbook, target)
    with replacing(target) as new:
        new.write_bytes(packed)
    return [target]


def _pack(workbook: Workbook, target: Path) -> bytes:
    """The workbook as a file's bytes; openpyxl writes its sheets to temporary files. Raises UsageError."""
    packed = io.BytesIO()
    try:
        workbook.save(packed)
    except (OSError, etree.SerialisationError) as error:
        reason = Message("no room is left in the folder for temporary files, {folder}", {"folder": gettempdir()})
        raise UsageError(
            Message("{file} cannot be written: {error}.", {"file": str(target), "error": reason}),
            Message("Make room on the disk, or choose another place with --output."),
        ) from error
    return packed.getvalue()


def _rows(table: pd.DataFrame) -> Iterable[list[Any]]:
    for row in table.itertuples(index=False, name=None):
        yield [_cell_value(value) for value in row]


def _cell_value(value: Any) -> Any:
    if isinstance(value, tuple):
        # Text also for a single year, so that the column is of one type.
        return ", ".join(map(str, value)) or None
    if pd.isna(value):
        return None
    # openpyxl takes NumPy's booleans for numbers.
    return value.item() if isinstance(value, np.generic) else value


def _dictionary(language: Language) -> Iterable[list[Any]]:
    for layout in load_layouts().values():
        yield [layout.name, None, layout.title.into(language), None, layout.description.into(language)]
        for column in layout.columns:
            yield [
                layout.name,
                column.name,
                column.title.into(language),
                column.type,
                column.description.into(language),
            ]


def _fill(sheet: Worksheet, header: Sequence[str], rows: Iterable[list[Any]], formats: Sequence[str | None]) -> None:
    """Write the rows under a header that stays in sight, each value as what it is."""
    widths = [len(title) for title in header]
    for number, row in enumerate([list(header), *rows], start=1):
        for column, value in enumerate(row):
            if value is None:
                continue
            cell = sheet.cell(number, column + 1)
            _write(cell, value, formats[column])
            widths[column] = max(widths[column], len(str(value)))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(width, _NARROWEST), _WIDEST) + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(cell: Cell, value: Any, number_format: str | None) -> None:
    if not isinstance(value, str):
        cell.value = value
        if number_format and (isinstance(value, date) or not isinstance(value, bool)):
            cell.number_format = number_format
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    # openpyxl takes text that begins with = for a formula and #N/A for an error: here text is always text.
    cell.data_type = "s"
    if is_formula(value):
        # What the apostrophe does that a user types: the text stays text when the cell is edited.
        cell.quotePrefix = True
    if len(value) > _WIDEST:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
