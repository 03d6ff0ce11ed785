"""What is in force where a Rich Text document is being read."""

from __future__ import annotations

from dataclasses import dataclass

#: The properties that count here, with all kinds of underlining.
# fmt: off
PROPERTIES = frozenset({
    "ansi", "mac", "pc", "pca", "ansicpg", "deff", "f", "fcharset", "cpg", "uc", "plain", "b", "v", "deleted", "mvf",
    "pard", "cs", "ds", "ts", "sbasedon", "qc", "qr", "ql", "qj", "s", "outlinelevel", "ls", "ilvl", "intbl", "itap",
})
# fmt: on


@dataclass(slots=True)
class Font:
    """A font of the document: its name, its encoding where it has one of its own, whether it is of symbols."""

    name: str = ""
    encoding: str | None = None
    is_symbol: bool = False


@dataclass(slots=True)
class FormField:
    """A field to fill in: its kind (1 is a check box), its value (25 is its default), and that default."""

    kind: int = 0
    value: int = 25
    default: int = 0

    def take(self, word: str, number: int) -> None:
        """Take over a control word of the field."""
        match word:
            case "fftype":
                self.kind = number
            case "ffres":
                self.value = number
            case "ffdefres":
                self.default = number

    def shown(self) -> str:
        """What a check box shows; the text of other kinds stands in the field's result."""
        if self.kind != 1:
            return ""
        return "☒" if (self.default if self.value == 25 else self.value) else "☐"


@dataclass(frozen=True, slots=True)
class State:
    """What a group inherits and leaves as it was: where text goes, its font, and properties."""

    destination: str = ""
    ignored: bool = False
    font: int | None = None
    bold: bool = False
    underlined: bool = False
    hidden: bool = False
    deleted: bool = False
    skips: int = 1
    in_table: bool = False
    depth: int = 1
    centred: bool = False
    heading: int | None = None
    level: int = 0
    is_listed: bool = False
