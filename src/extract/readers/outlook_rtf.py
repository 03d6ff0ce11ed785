"""The text of an Outlook message that has it as packed Rich Text only ([MS-OXRTFCP]), at times with its page within.

Outlook writes a page as Rich Text whose groups `htmltag` hold the page's tags, and marks with `htmlrtf` what only the
Rich Text needs ([MS-OXRTFEX]); taking out the tags and the unmarked text gives the page back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import compressed_rtf

from extract.errors import DamagedFileError
from extract.model import Message
from extract.readers.rtf_encodings import encoding_of_charset, encoding_of_code_page, join_halves
from extract.readers.rtf_tokens import CHARACTERS, Kind, Token, read_tokens

#: Packed text has no more bytes than this; unpacked it is up to eight times as long.
MAX_BYTES = 16 * 1024 * 1024
#: The mark of a page stands among the first words ([MS-OXRTFEX] 2.1.3.1).
_FROM_PAGE = re.compile(rb"\\fromhtml1?(?![0-9])")
_HEAD = 1024
_LINE_ENDS = frozenset({"par", "line"})
_SYMBOLS = {"~": "&nbsp;", "_": "&shy;", "{": "{", "}": "}", "\\": "\\"}
#: Groups without text of the page.
_UNSEEN = frozenset({"colortbl", "stylesheet", "info", "pict", "pntext", "listtext", "fldinst"})


def unpack_rtf(packed: bytes, path: str) -> bytes:
    """The Rich Text in the bytes that Outlook stores. Raises DamagedFileError where they are broken or too many."""
    if len(packed) > MAX_BYTES:
        raise _damaged(path)
    try:
        unpacked: bytes = compressed_rtf.decompress(packed)
    except Exception as error:  # the library raises nothing more exact
        raise _damaged(path) from error
    return unpacked.rstrip(b"\0")


def _damaged(path: str) -> DamagedFileError:
    return DamagedFileError(
        Message("The text of {file} is packed as only Outlook does, and is damaged.", {"file": path}),
        Message("Open the message in Outlook and save it as PDF or HTML."),
    )


def find_page(rtf: bytes) -> str | None:
    """The page that Rich Text was made of; None where it was made of none."""
    if not _FROM_PAGE.search(rtf, 0, _HEAD):
        return None
    reader = _PageReader()
    for token in read_tokens(rtf):
        reader.take(token)
    return reader.end()


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits: whether its text is the Rich Text's alone or of no text, its font, how `u` is followed."""

    suppressed: bool = False
    ignored: bool = False
    in_fonts: bool = False
    is_tag: bool = False
    font: int | None = None
    skips: int = 1


class _PageReader:
    """Takes token after token and keeps what is the page's."""

    def __init__(self) -> None:
        self._state = _State()
        self._stack: list[_State] = []
        self._encoding = encoding_of_code_page(None)
        self._fonts: dict[int | None, str | None] = {}
        self._pending = bytearray()
        self._written: list[str] = []
        self._skip = 0
        self._ignorable = self._opens = False

    def take(self, token: Token) -> None:
        """Keep what the next token has of the page."""
        if token.kind is Kind.TEXT:
            skipped = min(self._skip, len(token.text))
            self._skip -= skipped
            self._opens = self._ignorable = False
            self._pending += token.text[skipped:]
            return
        self._flush()
        match token.kind:
            case Kind.OPEN:
                self._stack.append(self._state)
                self._opens, self._ignorable, self._skip = True, False, 0
                return
            case Kind.CLOSE:
                self._state, self._skip = self._stack.pop() if self._stack else _State(), 0
            case Kind.SYMBOL if token.name == "*":
                self._ignorable = True
                return
            case Kind.SYMBOL:
                self._write(_SYMBOLS.get(token.name, ""))
            case _:
                self._take_word(token.name, token.number)
        self._opens = self._ignorable = False

    def end(self) -> str:
        """The page."""
        self._flush()
        return join_halves("".join(self._written))

    def _take_word(self, word: str, number: int | None) -> None:
        state = self._state
        if self._opens and (self._ignorable or word in _UNSEEN or word == "fonttbl"):
            is_tag = word == "htmltag"
            self._state = replace(state, is_tag=is_tag, in_fonts=word == "fonttbl", ignored=not is_tag)
            return
        match word:
            case "htmlrtf":
                self._state = replace(state, suppressed=number != 0)
            case "ansicpg":
                self._encoding = encoding_of_code_page(number)
            case "f":
                self._state = replace(state, font=number)
            case "fcharset" if state.in_fonts:
                self._fonts[state.font] = encoding_of_charset(number)
            case "plain":
                self._state = replace(state, font=None)
            case "uc":
                self._state = replace(state, skips=max(0, min(number or 0, 16)))
            case "u":
                self._write(chr((number or 0) % 0x10000))
                self._skip = state.skips
            case _ if word in _LINE_ENDS:
                self._write("\n")
            case _:
                self._write(CHARACTERS.get(word, ""))

    def _flush(self) -> None:
        """Decode the bytes gathered so far: a character of some encodings is several of them."""
        if self._pending:
            font = None if self._state.is_tag else self._fonts.get(self._state.font)
            self._write(self._pending.decode(font or self._encoding, "replace"))
            self._pending.clear()

    def _write(self, text: str) -> None:
        # A tag is the page's even where the text around it is not.
        if not self._state.ignored and (self._state.is_tag or not self._state.suppressed):
            self._written.append(text)
