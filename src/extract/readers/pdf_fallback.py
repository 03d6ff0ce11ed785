"""Reads a PDF with pdfplumber, as a program of its own: bytes on standard input, JSON on standard output.

Run as `python -m extract.readers.pdf_fallback [PAGE…]`. It is a program because pdfminer can take minutes or all memory
over a malformed file, which only an own process can be kept from.
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
from typing import Any

#: How pdfminer writes a glyph whose character nobody knows.
_UNMAPPED = re.compile(r"\(cid:\d+\)")

#: How far below its baseline pdfminer draws a glyph's box, in shares of the font size; usual for text fonts.
_DESCENT = 0.21

MAX_CHARS = 100_000
MAX_MEMORY = 2 * 1024**3


def main() -> None:
    """Read the pages that the arguments name, or all."""
    _limit_memory()
    try:
        reply = _read(sys.stdin.buffer.read(), {int(number) for number in sys.argv[1:]})
    except Exception as error:  # noqa: BLE001 - pdfminer raises TypeError, RecursionError and whatever else it stumbles over
        reply = {"error": "password" if _is_password(error) else f"{type(error).__name__}: {error}"}
    json.dump(reply, sys.stdout)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _is_password(error: BaseException | None) -> bool:
    """Whether the error, or one that it wraps, is about a password: pdfplumber's own has an empty message."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    if error is None:
        return False
    wrapped = [arg for arg in error.args if isinstance(arg, BaseException)]
    return isinstance(error, PDFEncryptionError | PDFPasswordIncorrect) or any(map(_is_password, wrapped))


def _read(data: bytes, wanted: set[int]) -> dict[str, Any]:
    import pdfplumber

    pages = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            if wanted and page.page_number not in wanted:
                continue
            chars = [_char(char) for char in page.chars[:MAX_CHARS]]
            number, width, height = page.page_number, float(page.width), float(page.height)
            pages.append({"number": number, "width": width, "height": height, "chars": chars})
            page.close()
    return {"pages": pages}


def _char(char: dict[str, Any]) -> list[Any]:
    from extract.readers.pdf_glyphs import is_bold_name

    a, b = char["matrix"][0], char["matrix"][1]
    size = max(0.1, float(char["size"]))
    return [
        _UNMAPPED.sub(" ", char["text"]),
        float(char["x0"]),
        float(char["top"]),
        float(char["x1"]),
        float(char["bottom"]),
        size,
        float(char["bottom"]) - _DESCENT * size,
        round(math.degrees(math.atan2(b, a))) % 360,
        is_bold_name(str(char["fontname"])),
    ]


if __name__ == "__main__":
    main()
