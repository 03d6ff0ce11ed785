"""What there is to say of pages, in one sentence for all of which the same is said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import groupby

from extract.model import Message


def tell_pages(
    pages: Collection[int], one: Message, several: Message, values: Mapping[str, str | int] | None = None
) -> list[Message]:
    """The sentence `one` of a single page or `several` of more, with `page` or `pages` filled in; none of no page."""
    if not pages:
        return []
    told = {"page": next(iter(pages))} if len(pages) == 1 else {"pages": page_span(pages)}
    message = one if len(pages) == 1 else several
    return [replace(message, values={**(values or {}), **told})]


def page_span(pages: Collection[int]) -> str:
    """Page numbers as a person writes them: "1–3, 7"."""
    spans = []
    for _, run in groupby(enumerate(sorted(pages)), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        spans.append(f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
    return ", ".join(spans)
