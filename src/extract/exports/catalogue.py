"""The tables and columns of the exports, as `data/columns.toml` tells them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from extract.messages import Language

_FILE = Path(__file__).parent / "data" / "columns.toml"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Entry):
    """A text in the languages of the interface."""

    lv: str
    en: str

    def into(self, language: Language) -> str:
        """The text in `language`."""
        return self.lv if language is Language.LATVIAN else self.en


class Column(_Entry):
    """A column: `key` marks the table's identifier, `refers_to` the table in whose key the value stands.

    An `optional` reference may be empty.
    """

    name: str
    type: Literal["string", "integer", "number", "boolean", "date", "integers"]
    title: Wording
    description: Wording
    key: bool = False
    refers_to: str | None = None
    optional: bool = False
    values: tuple[str, ...] = ()


class Layout(_Entry):
    """A table of the exports: its name, what a row is, and its columns in order."""

    name: str
    title: Wording
    description: Wording
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """The name of the column that identifies a row."""
        return next(column.name for column in self.columns if column.key)


class _Catalogue(_Entry):
    tables: tuple[Layout, ...]


@cache
def load_layouts() -> dict[str, Layout]:
    """The tables by name, in the order in which they are written."""
    tables = _Catalogue.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8"))).tables
    return {table.name: table for table in tables}
