"""The encoding of plain text from Latvian offices."""

from __future__ import annotations

import codecs
import re

from extract.errors import DamagedFileError
from extract.model import Message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its start
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
#: A text has no more control characters than this share.
_MAX_CONTROL = 0.005
#: A text in UTF-8 that was cut or spoilt in transfer has no more broken characters than this share of those not ASCII.
_MAX_BROKEN = 0.1


def decode(data: bytes, name: str) -> tuple[str, Message | None]:
    """The text of `data` and a notice where some characters of it were lost.

    A byte-order mark counts first, then the NULs of UTF-16, strict UTF-8, and windows-1257 with its relative
    ISO 8859-13. Statistical guessers are not asked: they take Latvian windows-1257 for windows-1250.
    Raises DamagedFileError for what is no text.
    """
    text, notice = _decode(data, name)
    text = text.rstrip("\x1a\x00").removeprefix("\ufeff")
    if len(_CONTROL.findall(text)) > _MAX_CONTROL * len(text):
        raise _no_text(name)
    return text, notice


def _decode(data: bytes, name: str) -> tuple[str, Message | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_loosely(data[len(mark) :], encoding, name)
    if wide := find_wide(data):
        return _decode_loosely(data, wide, name)
    if b"\0" in data.rstrip(b"\0"):
        raise _no_text(name)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        loose = data.decode("utf-8", "replace")
    foreign = sum(char > "\x7f" for char in loose)
    if loose.count("\ufffd") <= _MAX_BROKEN * foreign:
        return _decode_loosely(data, "utf-8", name)
    try:
        return data.decode("cp1257"), None
    except UnicodeDecodeError:
        return data.decode("iso8859-13"), None


def _decode_loosely(data: bytes, encoding: str, name: str) -> tuple[str, Message | None]:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if not broken:
        return text, None
    return text, Message(
        "Characters of {file} that are broken and could not be read: {count}.", {"count": broken, "file": name}
    )


def find_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: of Latin text every other byte is 0 or 1, and mostly 0."""
    sample = data[: 4096 & ~1]
    even, odd = sample[::2], sample[1::2]
    if len(odd) < 2:
        return None
    if _is_high(odd) and not _is_high(even):
        return "utf-16-le"
    return "utf-16-be" if _is_high(even) and not _is_high(odd) else None


def _is_high(half: bytes) -> bool:
    return half.count(0) * 2 > len(half)


def _no_text(name: str) -> DamagedFileError:
    return DamagedFileError(
        Message("{file} is named as text, but it is none: most of it cannot be shown.", {"file": name}),
        Message("Open it in the program that it was made with and save it as PDF or DOCX."),
    )
