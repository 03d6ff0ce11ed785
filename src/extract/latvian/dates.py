"""Finds dates and years in Latvian text: days, months, years, lists and ranges of years, study years, relative years.

Works on characters, not tokens, so that a missing or a doubled space and any tokenizer give the same dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from extract.latvian.date_patterns import months, patterns, year_words


class DateKind(StrEnum):
    """What a found date tells: `YEARS` a list or range of years, `PERIOD` days or months from one to another."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    YEARS = "years"
    STUDY_YEAR = "study_year"
    PERIOD = "period"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """The words `text[start:end]` name this time.

    `value` is the day, or a period's first day, where day, month and year are told and the day exists. `years` holds
    all years it covers, sorted: both ends of a range and what lies between; the first year alone for a study year;
    none where the words name no year ("12. martā", "pagājušajā gadā").
    """

    start: int
    end: int
    kind: DateKind
    value: date | None
    years: tuple[int, ...]


_TO = re.compile(r"\s*(?:-|–|—|līdz)\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RANGE = re.compile(r"(?:19|20)\d\d\D*?(?:-|–|—|līdz)\D*?(?:19|20)\d\d", re.IGNORECASE)
#: A range longer than this (in years) is no reporting range but two years of their own, as in a person's life.
_LONGEST_RANGE = 15
_RANGED = {DateKind.DAY, DateKind.MONTH, DateKind.YEAR}


def find_dates(text: str) -> list[FoundDate]:
    """All dates of `text`, in order, none overlapping another; of readings that overlap, the earlier, then the longer.

    Two of them joined by a dash or "līdz" are one period.
    """
    candidates = [
        found
        for name, pattern in patterns().items()
        for piece in pattern.finditer(text)
        if (found := _read(name, piece)) is not None
    ]
    dates: list[FoundDate] = []
    for found in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if dates and found.start < dates[-1].end:
            continue
        if dates and (period := _join(dates[-1], found, text)) is not None:
            dates[-1] = period
        else:
            dates.append(found)
    return dates


def _read(name: str, piece: re.Match[str]) -> FoundDate | None:
    """The date that a pattern's finding tells; None where its numbers are no date."""
    groups = piece.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    years = (year,) if year is not None else ()
    told = FoundDate(*piece.span(), DateKind.YEAR, None, years)
    match name:
        case "numeric" | "iso":
            return _day(told, int(groups["day"]), int(groups["month"]))
        case "year_day" | "day":
            days = [int(day) for day in re.findall(r"\d+", groups["days"])]
            if not all(1 <= day <= 31 for day in days):
                return None
            found = _day(told, days[0], months()[groups["name"].rstrip(".").lower()])
            return found if found is None or len(days) == 1 else replace(found, kind=DateKind.PERIOD)
        case "year_month":
            return replace(told, kind=DateKind.PERIOD if groups["more"] else DateKind.MONTH)
        case "month_year" | "month":
            return replace(told, kind=DateKind.MONTH)
        case "short_period":
            return _short_period(told, [int(number) for number in re.findall(r"\d+", piece[0])])
        case "short_study_year":
            return _study_year(replace(told, years=(2000 + int(groups["short"]),)), groups["next"])
        case "study_year" | "named_study_year":
            return _study_year(told, groups["next"])
        case "years" | "bare_range":
            return _years(told, piece[0])
        case "year_words":
            return replace(told, years=(_worded_year(groups),))
        case "relative":
            return replace(told, kind=DateKind.RELATIVE)
        case _:
            return told


def _day(told: FoundDate, day: int, month: int) -> FoundDate | None:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return replace(told, kind=DateKind.DAY, value=_existing(told.years[0], month, day) if told.years else None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 April is still a date that the letter names, but no day
        return None


def _short_period(told: FoundDate, numbers: list[int]) -> FoundDate | None:
    first_day, first_month, last_day, last_month, year = numbers
    if _existing(year, first_month, first_day) is None or _existing(year, last_month, last_day) is None:
        return None
    return replace(told, kind=DateKind.PERIOD, value=date(year, first_month, first_day), years=(year,))


def _study_year(told: FoundDate, following: str | None) -> FoundDate | None:
    if following is not None and int(following) % 100 != (told.years[0] + 1) % 100:
        return None
    return replace(told, kind=DateKind.STUDY_YEAR)


def _years(told: FoundDate, text: str) -> FoundDate:
    years = {int(year) for year in _YEAR.findall(text)}
    for span in _RANGE.findall(text):
        first, last = (int(year) for year in _YEAR.findall(span))
        years.update(_covered(first, last))
    return replace(told, kind=DateKind.YEARS, years=tuple(sorted(years)))


def _covered(first: int, last: int) -> set[int]:
    """The years of a range with what lies between; its ends alone where it is too long or runs backwards."""
    return set(range(first, last + 1)) if first <= last <= first + _LONGEST_RANGE else {first, last}


def _worded_year(groups: dict[str, str | None]) -> int:
    words = year_words()

    def value(part: str, group: str) -> int:
        word = groups[group]
        return 0 if word is None else words[part][" ".join(word.lower().split())]

    return (
        value("thousands", "thousands") + value("tens", "tens") + value("ordinals", "ordinal") + value("tens", "round")
    )


def _join(first: FoundDate, last: FoundDate, text: str) -> FoundDate | None:
    """The period from one date to another where the words between them say so."""
    if first.kind not in _RANGED or last.kind not in _RANGED or not _TO.fullmatch(text[first.end : last.start]):
        return None
    years = {*first.years, *last.years}
    if years:
        years = _covered(min(years), max(years))
    return FoundDate(first.start, last.end, DateKind.PERIOD, first.value, tuple(sorted(years)))
