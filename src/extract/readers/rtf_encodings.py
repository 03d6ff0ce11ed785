"""The encodings of text in Rich Text: by its font's character set, else that of the document."""

from __future__ import annotations

import codecs

#: Values of `\fcharset` (RTF 1.9.1, "Font Table") that name an encoding of their own.
_CHARSETS = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
_KINDS = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_DEFAULT = "cp1252"


def encoding_of_code_page(number: int | None) -> str:
    """The encoding that `\\ansicpg` or `\\cpg` names; that of Western Europe where there is none of the number."""
    name = {65001: "utf-8", 10000: "mac-roman", 28603: "iso8859-13"}.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _DEFAULT


def encoding_of_kind(word: str) -> str:
    """The encoding of a document that says of itself `\\ansi`, `\\mac`, `\\pc` or `\\pca`."""
    return _KINDS.get(word, _DEFAULT)


def encoding_of_charset(number: int | None) -> str | None:
    """The encoding of a font; None for the document's own.

    Set 0 is Western by the book, but programs that say no more than `\\ansicpg1257` write it for Latvian fonts, too.
    """
    return _CHARSETS.get(number or 0)


def join_halves(text: str) -> str:
    """The text with the halves of characters beyond 16 bits put together; a half by itself becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
