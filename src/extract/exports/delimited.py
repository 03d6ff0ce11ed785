"""CSV tables with a Frictionless `datapackage.json` that tells their columns (https://datapackage.org)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from extract.dataset import Dataset
from extract.exports.catalogue import Column, Layout, load_layouts
from extract.exports.formulas import defuse
from extract.exports.tables import build_tables
from extract.exports.writing import replacing
from extract.messages import Language, render
from extract.model import Message

#: Between the numbers of one cell; a comma would make a spreadsheet read two years as one number.
_SEPARATOR = ";"


def export_delimited(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    """Write one CSV a table and `datapackage.json` into the folder `target`.

    UTF-8 with a byte-order mark, without which Excel garbles diacritics; commas, CRLF and quotes as in RFC 4180.
    """
    written: list[Path] = []
    resources = []
    for name, table in build_tables(dataset, language).items():
        layout = load_layouts()[name]
        file = target / f"{name}.csv"
        content = _defused(layout, table).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
        with replacing(file) as new:
            new.write_bytes(content)
        written.append(file)
        resources.append(_resource(layout, file.name, content, language))
    description = target / "datapackage.json"
    with replacing(description) as new:
        new.write_text(json.dumps(_package(resources, language), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [*written, description]


def _defused(layout: Layout, table: pd.DataFrame) -> pd.DataFrame:
    """The table with every cell as it is to be written."""
    written = table.copy()
    for column in layout.columns:
        cells = table[column.name]
        if column.type == "string":
            written[column.name] = cells.map(defuse, na_action="ignore")
        elif column.type == "integers":
            written[column.name] = cells.map(lambda numbers: _SEPARATOR.join(map(str, numbers)))
        elif column.type == "boolean":
            written[column.name] = cells.map({True: "true", False: "false"})
    return written


def _package(resources: list[dict[str, Any]], language: Language) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "extract",
        "title": render(Message("What the letters tell"), language),
        "description": render(
            Message(
                "Text that begins with =, +, -, @, a tab or a line break has an apostrophe before it, "
                "so that no spreadsheet runs it as a formula."
            ),
            language,
        ),
        "resources": resources,
    }


def _resource(layout: Layout, path: str, content: bytes, language: Language) -> dict[str, Any]:
    return {
        "type": "table",
        "name": layout.name,
        "path": path,
        "title": layout.title.into(language),
        "description": layout.description.into(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column, language) for column in layout.columns],
            "primaryKey": layout.key,
            "foreignKeys": [
                {
                    "fields": column.name,
                    "reference": {
                        "resource": "" if column.refers_to == layout.name else column.refers_to,
                        "fields": load_layouts()[column.refers_to].key,
                    },
                }
                for column in layout.columns
                if column.refers_to
            ],
        },
    }


def _field(column: Column, language: Language) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.title.into(language),
        "description": column.description.into(language),
        "type": column.type,
    }
    if column.type == "integers":
        field |= {"type": "list", "delimiter": _SEPARATOR, "itemType": "integer"}
    is_required = column.key or (column.refers_to and not column.optional)
    constraints: dict[str, Any] = {"required": True} if is_required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return {**field, "constraints": constraints} if constraints else field
