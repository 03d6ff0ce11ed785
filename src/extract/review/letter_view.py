"""The letter as it came, for the left side of its page: pictures of pages, places of words, evidence of values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from extract.dataset import StoredRecord
from extract.errors import UsageError
from extract.model import Box, Document, Message
from extract.rendering import LetterView, find_original
from extract.review.blind import list_unseen
from extract.review.desk import Visit
from extract.review.flowing import flow
from extract.review.serving import show

#: Pixels a point of the sharpest picture: 288 dots an inch.
_SHARPEST = 4.0


def show_pages(visit: Visit) -> Response:
    """The pages, still without their pictures, or the flowing text: a part of the letter's page."""
    document, _, view = open_letter(visit, visit.query.get("letter", ""))
    return visit.page(
        "letter_pages.html",
        view=view,
        document=document,
        text=document.text,
        flow=flow,
        address=lambda what, page: f"/pages/{what}?{urlencode({'letter': document.name, 'page': page})}",
    )


def show_picture(visit: Visit) -> Response:
    """A page as PNG."""
    document, original, view = open_letter(visit, visit.query.get("letter", ""))
    page, scale = _number(visit, "page", 1, len(view.pages)), _number(visit, "scale", 0.1, _SHARPEST)
    if original is None:
        raise _no_such_page(document.name)
    return Response(visit.desk.renderer.picture(document, original, int(page), scale), media_type="image/png")


def show_words(visit: Visit) -> Response:
    """The words of a page: start, end, and boxes of left, top, right and bottom in points."""
    _, _, view = open_letter(visit, visit.query.get("letter", ""))
    page = int(_number(visit, "page", 1, len(view.pages)))
    words = [
        (word.start, word.end, [_edges(box) for box in word.boxes if box.page == page]) for word in view.words_on(page)
    ]
    return visit.answer(words=words)


def show_highlights(visit: Visit) -> Response:
    """Where every statement and the evidence of every value stand: spans of the text, and boxes with their page."""
    document, _, view = open_letter(visit, visit.query.get("letter", ""))
    unseen = list_unseen(visit)
    found = [
        mark
        for record in visit.desk.dataset.records(document.name)
        for mark in _marks(record, view, is_seen=record.id not in unseen)
    ]
    return visit.answer(highlights=found)


def _marks(record: StoredRecord, view: LetterView, *, is_seen: bool) -> Iterator[dict[str, Any]]:
    statement = record.statement
    yield mark(view, statement.start, statement.end, record.id, "statement", None)
    for field, finding in record.by_field() if is_seen else ():
        for evidence in finding.evidence:
            yield mark(view, evidence.start, evidence.end, record.id, field, finding.id)


def mark(view: LetterView, start: int, end: int, statement: str, field: str, finding: str | None) -> dict[str, Any]:
    """What is drawn for a span of the text."""
    boxes = [(box.page, *_edges(box)) for box in view.boxes(start, end)]
    return {"start": start, "end": end, "statement": statement, "field": field, "finding": finding, "boxes": boxes}


def _edges(box: Box) -> tuple[float, ...]:
    return tuple(round(edge, 2) for edge in (box.x0, box.top, box.x1, box.bottom))


def open_letter(visit: Visit, name: str) -> tuple[Document, Path | None, LetterView]:
    """The letter of that name, its file where it is found, and how it is shown. Raises DatasetError."""
    document = visit.desk.dataset.document(name)
    source = visit.desk.dataset.letter(name).source
    original = find_original(source, name, document.sha256, visit.desk.folders)
    return document, original, visit.desk.renderer.view(document, original)


def _number(visit: Visit, name: str, least: float, most: float) -> float:
    try:
        number = float(visit.query.get(name, ""))
    except ValueError as error:
        raise _no_such_page(visit.query.get("letter", "")) from error
    if not least <= number <= most:
        raise _no_such_page(visit.query.get("letter", ""))
    return number


def _no_such_page(name: str) -> UsageError:
    return UsageError(
        Message("{file} has no such page to show.", {"file": name}), Message("Load the page anew and try again.")
    )


ROUTES = [
    show("/pages", show_pages),
    show("/pages/picture", show_picture),
    show("/pages/words", show_words),
    show("/pages/highlights", show_highlights),
]
