"""Sub-totals: which of a statement's counts are parts of which (codebook, "Counts")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.fields.vocabulary import contexts
from extract.model import Role, Unit

#: What may stand between two parts of one total.
_JOINS = re.compile(r"[^.;()]*(?:,|\bun\b|\bbet\b|\bsavukārt\b)[^.;()]*")


@dataclass(frozen=True, slots=True)
class CountPlace:
    """A count's number, unit and role, and the characters `start:end` of its words in the statement."""

    value: int
    unit: Unit
    role: Role
    start: int
    end: int


def find_totals(text: str, places: Sequence[CountPlace]) -> tuple[int | None, ...]:
    """For each count, in the order of the text, the number of the count that it is a part of; None for most.

    Parts stand behind "no tiem", "t.sk." and the like, in a bracket right behind their total, or behind its colon or
    dash; the next ones follow with a comma or "un" as long as they do not outnumber the total.
    """
    found: list[int | None] = []
    for i, part in enumerate(places):
        found.append(_opened(text, places, i) if i else None)
        before = found[i - 1] if i else None
        if found[i] is not None or before is None:
            continue
        told = sum(place.value for k, place in enumerate(places[:i]) if found[k] == before)
        joined = _JOINS.fullmatch(text[places[i - 1].end : part.start])
        if joined and _alike(part, places[before]) and told + part.value <= places[before].value:
            found[i] = before
    return tuple(found)


def _opened(text: str, places: Sequence[CountPlace], i: int) -> int | None:
    """The total that the words right before a count make it a part of."""
    part = places[i]
    for k in range(i - 1, -1, -1):
        total = places[k]
        if not _alike(total, part) or total.value < part.value:
            continue
        between = text[total.end : part.start]
        if _opening().search(between) or _opening().match(text[part.end :]):
            return k
        if k == i - 1 and re.fullmatch(r"\s*[(:–—-]\s*", between) and _sums_up(text, places, i, k):
            return k
        return None
    return None


def parts_behind(text: str, places: Sequence[CountPlace], i: int) -> list[int]:
    """The counts in the bracket right behind count `i`, or behind its colon or dash, if they add up to it."""
    total, behind = places[i], text[places[i].end :]
    opened = re.match(r"\s*(\(([^)]*)|[:–—][^.;]*)", behind)
    if opened is None:
        return []
    parts = [k for k in range(i + 1, len(places)) if places[k].start < total.end + opened.end()]
    is_sum = sum(places[k].value for k in parts) == total.value
    return parts if is_sum and all(places[k].unit is total.unit for k in parts) else []


def _alike(first: CountPlace, second: CountPlace) -> bool:
    return first.unit is second.unit and first.role is second.role


def _sums_up(text: str, places: Sequence[CountPlace], i: int, k: int) -> bool:
    """Whether a bracket, colon or dash opens parts: there are several, or the bracket holds one that is smaller."""
    more = i + 1 < len(places) and _JOINS.fullmatch(text[places[i].end : places[i + 1].start]) is not None
    return (more and places[i].value + places[i + 1].value <= places[k].value) or places[i].value < places[k].value


@cache
def _opening() -> re.Pattern[str]:
    ellipsis = contexts()["ellipsis"]
    pronouns = [word for words in ellipsis["pronouns"].values() for word in words]
    including = "|".join(re.escape(words) for words in ellipsis["including"])
    return re.compile(
        rf"^[^.;]{{0,40}}?(?:(?<!\w)(?:{including})|\b(?:no|starp)\s+(?:{'|'.join(pronouns)})\b)", re.IGNORECASE
    )
