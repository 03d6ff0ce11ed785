"""Parquet: one file a table, with the types, titles and descriptions of its columns."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extract.dataset import Dataset
from extract.exports.catalogue import Layout, load_layouts
from extract.exports.tables import build_tables
from extract.exports.writing import replacing
from extract.messages import Language

_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "integers": pa.list_(pa.int32()),
}


def export_columnar(dataset: Dataset, target: Path, language: Language) -> list[Path]:
    """Write one Parquet file a table into the folder `target`."""
    written = []
    for name, table in build_tables(dataset, language).items():
        schema = _schema(load_layouts()[name], language)
        file = target / f"{name}.parquet"
        with replacing(file) as new:
            pq.write_table(pa.Table.from_pandas(table, schema=schema, preserve_index=False), new)
        written.append(file)
    return written


def _schema(layout: Layout, language: Language) -> pa.Schema:
    return pa.schema(
        [
            pa.field(
                column.name,
                _TYPES[column.type],
                metadata={
                    "title": column.title.into(language),
                    "description": column.description.into(language),
                },
            )
            for column in layout.columns
        ]
    )
