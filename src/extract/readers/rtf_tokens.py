"""The tokens of Rich Text (RTF 1.9.1): groups, control words and symbols, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
#: Control words that stand for a character.
CHARACTERS = {
    "tab": " ",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "line": "\n",
    "lbr": "\n",
    "page": "\n",
    "column": "\n",
}


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    TEXT = auto()


class Token(NamedTuple):
    """A control word's or symbol's `name` with its `number`, or the bytes of a text in the encoding of its font."""

    kind: Kind
    name: str = ""
    number: int | None = None
    text: bytes = b""


_OPEN, _CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def read_tokens(data: bytes) -> Iterator[Token]:
    """The tokens in their order; binary data (`\\bin`) is passed over, a stray backslash too."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        match found.lastgroup:
            case "open":
                yield _OPEN
            case "close":
                yield _CLOSE
            case "text":
                yield Token(Kind.TEXT, text=found["text"])
            case "hex":
                yield Token(Kind.TEXT, text=bytes((int(found["hex"], 16),)))
            case "symbol":
                yield Token(Kind.SYMBOL, found["symbol"].decode("latin-1"))
            case _:
                number = int(found["number"]) if found["number"] else None
                name = found["word"].decode("ascii")
                if name == "bin":
                    at += max(0, number or 0)
                else:
                    yield Token(Kind.WORD, name, number)
