"""Letters without pages (DOCX, ODT, RTF, DOC): LibreOffice lays them out, and their words are found there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from extract.errors import ReadError
from extract.model import Box, Document
from extract.readers.libreoffice import convert
from extract.readers.pdf import read_pdf
from extract.readers.sniff import Format

#: What LibreOffice lays out, and the suffix by which it knows the format.
SUFFIXES = {Format.DOCX: "docx", Format.ODT: "odt", Format.RTF: "rtf", Format.DOC: "doc"}
_WORD = re.compile(r"\S+")
_SIGNS = re.compile(r"\W+")
#: Share of a letter's words that must be found on its pages; with fewer the text is shown without pages.
_LEAST_FOUND = 0.8


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A letter's pages as LibreOffice lays them out: a PDF, the sizes of its pages in points, and its words' boxes.

    `words` are spans of the letter's own text with their places on the pages, by their start.
    """

    pdf: bytes
    pages: tuple[tuple[float, float], ...]
    words: tuple[tuple[int, int, tuple[Box, ...]], ...]


def lay_out(data: bytes, format_: Format, text: str, name: str) -> LaidOut | None:
    """The letter's pages; None where LibreOffice is missing or shows another text than was read."""
    pdf = convert(data, SUFFIXES[format_], "pdf", name)
    if pdf is None:
        return None
    try:
        shown = read_pdf(pdf, name)
    except ReadError:
        return None  # a layout without text: the letter is shown as the text that was read
    words, found = _place_words(text, shown)
    if not words or found < _LEAST_FOUND:
        return None
    return LaidOut(pdf, tuple((page.width, page.height) for page in shown.pages), words)


def _place_words(text: str, shown: Document) -> tuple[tuple[tuple[int, int, tuple[Box, ...]], ...], float]:
    """The words of `text` with the boxes of the same words in the same order as `shown`, and the share that has some.

    The longest common subsequence of words: what the layout adds (page numbers, list numbers) or says elsewhere
    (footnotes, text boxes) stays without a place.
    """
    own, other = _words(text), _words(shown.text)
    placed: list[tuple[int, int, tuple[Box, ...]]] = []
    for step in LCSseq.opcodes([word for word, _, _ in own], [word for word, _, _ in other]):
        if step.tag != "equal":
            continue
        pairs = zip(own[step.src_start : step.src_end], other[step.dest_start : step.dest_end], strict=True)
        for (_, start, end), (_, first, last) in pairs:
            if boxes := shown.evidence(first, last).boxes:
                placed.append((start, end, boxes))
    return tuple(placed), len(placed) / max(1, len(own))


def _words(text: str) -> list[tuple[str, int, int]]:
    """Each word without its signs and letter case, and its span; signs that stand alone are no words."""
    words = ((_SIGNS.sub("", word[0].casefold()), word.start(), word.end()) for word in _WORD.finditer(text))
    return [word for word in words if word[0]]
