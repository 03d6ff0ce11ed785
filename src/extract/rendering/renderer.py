"""The one worker that renders letters, and what is kept of its work."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from extract.errors import DamagedFileError, ReadError
from extract.limits import MEMORY
from extract.model import Document, DocumentPart, Message, PartRole
from extract.readers.libreoffice import find_libreoffice
from extract.rendering import worker
from extract.rendering.conversion import SUFFIXES, LaidOut
from extract.rendering.view import LetterView, ShownPage, ShownPart, ShownWord

P = ParamSpec("P")
T = TypeVar("T")

#: Seconds after which a page, or the layout of a letter, is given up.
TIMEOUT = 60.0
#: Letters whose views and layouts are kept; a layout holds a PDF, mostly of some 50 kB.
_KEPT = 32
_LAID_OUT = frozenset(format_.value for format_ in SUFFIXES)
#: Parts that are shown: the others are no letter, or say the same again.
_SHOWN = frozenset({PartRole.LETTER, PartRole.ANNEX, PartRole.COVER})

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Drawable:
    """Where a shown page is drawn from: a page of the file with the hash, or of its layout."""

    sha256: str
    index: int
    size: tuple[float, float]
    layout: LaidOut | None


@dataclass(frozen=True, slots=True)
class _Prepared:
    view: LetterView
    pages: tuple[_Drawable, ...]


class Renderer:
    """Renders letters in one worker process. Use it as a context manager, or `close` it. Threads may share it."""

    def __init__(self, timeout: float = TIMEOUT, memory: int = MEMORY) -> None:
        self._timeout = timeout
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPool(1, initializer=worker.prepare, initargs=(memory,), context=context)
        self._pool.schedule(worker.warm_up)
        self._kept: OrderedDict[Hashable, _Prepared] = OrderedDict()
        self._lock = threading.Lock()

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates only some of its methods
        self._pool.join()

    def view(self, document: Document, original: Path | None) -> LetterView:
        """How the letter is shown; without its original, or where that cannot be laid out, as flowing text."""
        return self._prepared(document, original).view

    def picture(self, document: Document, original: Path, page: int, scale: float) -> bytes:
        """A shown page as PNG, `scale` pixels a point.

        Raises IndexError where the letter has no such page, ReadError where it cannot be drawn.
        """
        pages = self._prepared(document, original).pages
        if not 1 <= page <= len(pages):
            raise IndexError(f"{document.name} has no page {page} to show")
        drawable = pages[page - 1]
        if drawable.layout is not None:
            pdf = drawable.layout.pdf
            return self._run(document.name, worker.draw_laid_out, pdf, document.name, drawable.index, drawable.size,
                             scale, self._timeout)  # fmt: skip
        return self._run(document.name, worker.draw_original, original, document.name, drawable.sha256,
                         drawable.index, drawable.size, scale, self._timeout)  # fmt: skip

    def _prepared(self, document: Document, original: Path | None) -> _Prepared:
        key = (document.name, document.sha256, document.text, original)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        prepared = self._prepare(document, original)
        with self._lock:
            self._kept[key] = prepared
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return prepared

    def _prepare(self, document: Document, original: Path | None) -> _Prepared:
        parts: list[ShownPart] = []
        words: list[ShownWord] = []
        pages: list[_Drawable] = []
        for part in _parts(document):
            found = self._pages(document, part, original)
            offset = len(pages)
            sizes = tuple(ShownPage(offset + i, *each.size) for i, each in enumerate(found[0], start=1))
            name = part.name if document.parts else None
            parts.append(ShownPart(name, part.start, part.end, sizes))
            pages += found[0]
            words += [
                replace(word, boxes=tuple(replace(box, page=box.page + offset) for box in word.boxes))
                for word in found[1]
            ]
        return _Prepared(LetterView(tuple(parts), tuple(words)), tuple(pages))

    def _pages(
        self, document: Document, part: DocumentPart, original: Path | None
    ) -> tuple[list[_Drawable], list[ShownWord]]:
        """The pages of a part and its words, whose boxes count the pages from 1; nothing of what has no pages."""
        if original is None:
            return [], []
        if part.first_page is not None:
            before = part.first_page - 1
            drawables = [
                _Drawable(part.sha256, i, (page.width, page.height), None)
                for i, page in enumerate(document.pages[before : before + part.pages])
                if page.width > 0 and page.height > 0
            ]
            if len(drawables) < part.pages:
                return [], []  # a damaged page has no size: what was read is all there is to show
            words = [
                ShownWord(w.start, w.end, tuple(replace(box, page=box.page - before) for box in w.boxes))
                for w in document.words
                if part.start <= w.start < part.end
            ]
            return drawables, words
        if part.format not in _LAID_OUT or find_libreoffice() is None:
            return [], []
        layout = self._lay_out(document, part, original)
        if layout is None:
            return [], []
        drawables = [_Drawable(part.sha256, i, size, layout) for i, size in enumerate(layout.pages)]
        return drawables, [ShownWord(s + part.start, e + part.start, boxes) for s, e, boxes in layout.words]

    def _lay_out(self, document: Document, part: DocumentPart, original: Path) -> LaidOut | None:
        text = document.text[part.start : part.end]
        try:
            return self._run(
                document.name, worker.lay_out_original, original, document.name, part.sha256, text, self._timeout
            )
        except ReadError as error:
            _log.warning("%s: %s", document.name, error)
            return None  # shown as flowing text

    def _run(self, name: str, task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            # Time spent waiting for pages asked for before does not count.
            future = self._pool.schedule(task, args=args, kwargs=kwargs, timeout=self._timeout)
            result: T = future.result()
        except (FutureTimeoutError, ProcessExpired) as error:
            raise DamagedFileError(
                Message("{file} cannot be shown: drawing it takes too much time or memory.", {"file": name}),
                Message("Open it in a PDF viewer; if that fails too, ask the sender for it again."),
            ) from error
        return result


def _parts(document: Document) -> tuple[DocumentPart, ...]:
    """The parts to show; a letter that came as one file is its own only part."""
    if not document.parts:
        return (
            DocumentPart(
                document.name,
                document.format,
                document.sha256,
                PartRole.LETTER,
                end=len(document.text),
                first_page=1 if document.pages else None,
                pages=len(document.pages),
            ),
        )
    return tuple(part for part in document.parts if part.role in _SHOWN and part.end > part.start)
