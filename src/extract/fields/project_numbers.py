"""Project numbers ("Nr.9.2.4.2/16/I/050") in a text, and the project each belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

#: A number stands at most so many characters from its project's name.
_NEAR = 90

_EU_FUND = re.compile(
    r"(?:(?<![\w.])|(?<=\b[Nn]r\.))(\d{1,2}(?:\.\s?\d{1,2}){2,4})\.?\s?/\s?(\d\d)\s?/\s?([A-Z])\s?/\s?(\d{3})(?!\d)"
)
_OTHER = re.compile(
    r"(?:(?P<of>[^\W\d_]+)\W{0,2}\s*)?(?:identifikācijas\s+)?\b(?:Nr|nr|NR|ID)\b\.?\s*:?\s*"
    r"(?P<number>[A-Z0-9][\w.+]*(?:[/-][\w.+]+)+|\d+(?:\.\d+){2,})"
)
#: Before "Nr." these words say that the number is not a project's.
_NOT_OF = re.compile(
    r"(?:lēmum|līgum|protokol|noteikum|rīkojum|vēstul|reģ\.|reģistr|likum|pavēl|kont|tālr|uz$|prot$|nolikum|dokument|gadā|gada)",
    re.IGNORECASE,
)
#: What may stand between a name and its project's number.
_BEHIND = re.compile(r"[\s(,–-]*(?:projekta\s+)?(?:identifikācijas\s+)?(?:Nr|ID|numurs)\b\.?\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProjectNumber:
    """A number in its canonical form, without a dot before the stroke, and the place of its characters."""

    start: int
    end: int
    number: str


def find_project_numbers(text: str) -> list[ProjectNumber]:
    """All numbers in `text` that can be a project's."""
    found = [
        ProjectNumber(*piece.span(), "{}/{}/{}/{}".format(re.sub(r"\s", "", piece[1]), *piece.groups()[1:]))
        for piece in _EU_FUND.finditer(text)
    ]
    for piece in _OTHER.finditer(text):
        start, end = piece.span("number")
        if any(start < other.end and other.start < end for other in found) or _NOT_OF.match(piece["of"] or ""):
            continue
        number = re.sub(r"\.(?=/|$)", "", piece["number"])
        found.append(ProjectNumber(start, start + len(piece["number"].rstrip(".")), number))
    return sorted(found, key=lambda number: number.start)


def has_number_behind(text: str, end: int) -> bool:
    """Whether a structural fund project's number is all that stands between `end` and a bracket's or clause's end."""
    behind = text[end : end + _NEAR]
    funded = (number for number in find_project_numbers(behind) if _EU_FUND.fullmatch(number.number))
    return any(_BEHIND.fullmatch(behind, 0, number.start) for number in funded)


def assign_numbers(text: str, names: Sequence[tuple[int, int]]) -> list[ProjectNumber | None]:
    """For each name (`text[start:end]`) its number: the nearest before or after it that no name is nearer to.

    Where the distance is alike the number after the name is its own.
    """
    assigned: list[ProjectNumber | None] = [None] * len(names)
    for number in find_project_numbers(text):
        gaps = [
            (start - number.end + 1 if number.end <= start else number.start - end, k)
            for k, (start, end) in enumerate(names)
            if assigned[k] is None
        ]
        near = [(gap, k) for gap, k in gaps if 0 <= gap <= _NEAR]
        if near:
            assigned[min(near)[1]] = number
    return assigned
