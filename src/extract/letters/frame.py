"""What a letter says of itself: its date, its number, and the years it answers for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.latvian.dates import DateKind, FoundDate, find_dates
from extract.letters.body import Part
from extract.model import Block, Document, Evidence, Finding, Message, Statement

#: A letter's number after "Nr.": letters, digits and the marks between them, with a digit somewhere.
_NUMBER = re.compile(
    r"(?<![\w.])N[rR]\s?[.:]?\s*(?P<number>(?=[^\s,;()]*\d)[\w.]+(?:\s?[-–/\\_]\s?[\w.]+)*)",
)
#: What stands before the number of something else.
_OTHER_NUMBER = re.compile(
    r"(?:\bre[gģ](?:istrācijas)?\.?|\bprojekta|\bkont[as]\w*|\bpvn|\bmaksātāja|\blīguma|\btālr\w*\.?|\bfaks\w*|\blikuma)\s*$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?:^|(?<=[\s.;,]))uz\s+(?:jūsu\s+|LR\s+)?(?:\d|nr\b|_)", re.IGNORECASE)
#: A plan's name before its period: its years are not those that the letter answers for.
_PLAN = re.compile(
    r"\b(?:plān|stratēģi|pamatnostādn|programm|rīcības|ietvar|attīstības|politik)\w*[^.,;]{0,90}$", re.IGNORECASE
)
_FOR_YEARS = re.compile(r"gadam\W*$|^\D*\d{4}\D{0,3}\d{4}\D?$", re.IGNORECASE)
#: What follows a day or year of the request itself: "2023. gada 17. februāra vēstuli".
_ASKED = re.compile(r"\W*(?:\w+\W+){0,2}?(?:vēstul|pieprasīj|lūgum|Nr)", re.IGNORECASE)
#: How sure a finding is by the place that tells it: set by hand, from 0 to 1.
_CONFIDENCE = {
    "date_line": 0.95,
    "header": 0.7,
    "signature": 0.6,
    "opening": 0.95,
    "subject": 0.9,
    "heading": 0.75,
    "statements": 0.7,
    "days": 0.5,
    "letter_date": 0.3,
}
#: Years that stand in brackets with nothing beside them: "par diviem gadiem (2021, 2022)".
_BRACKETED = re.compile(r"\((?:19|20)\d\d\.?(?:\s*(?:,|un|[-–])\s*(?:19|20)\d\d\.?){0,5}\)")
#: How many years before the letter it may answer for.
_LONGEST_AGO = 6
#: Years named in fewer than this share of the statements that the commonest year is named in are by the way.
_BY_THE_WAY = 0.2


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def find_letter_date(document: Document, parts: Sequence[Part]) -> Finding[date] | None:
    """The day the letter was written: in its head, else beneath it; None where only a time stamp tells."""
    places = (
        (_lines(document, parts, {Part.DATE_LINE, Part.LETTERHEAD}), "date_line"),
        (_lines(document, parts, {Part.BESIDE}), "header"),
        (_lines(document, parts, {Part.CLOSING}), "signature"),
    )
    for lines, method in places:
        for line in lines:
            for found in find_dates(line.text):
                if found.kind is DateKind.DAY and found.value is not None:
                    return Finding(
                        value=found.value,
                        evidence=(document.evidence(line.start + found.start, line.start + found.end),),
                        method=method,
                        confidence=_CONFIDENCE[method],
                        reason=Message("The letter is dated {quote}.", {"quote": line.text[found.start : found.end]}),
                    )
    return None


def find_letter_number(document: Document, parts: Sequence[Part]) -> Finding[str] | None:
    """The letter's own number, as written; not that of a register, a project, or the letter that is answered."""
    for line in _lines(document, parts, {Part.DATE_LINE, Part.LETTERHEAD, Part.BESIDE}):
        for found in _NUMBER.finditer(line.text):
            if _OTHER_NUMBER.search(line.text, 0, found.start()):
                continue
            number = found["number"].rstrip(".")
            start = line.start + found.start("number")
            return Finding(
                value=number,
                evidence=(document.evidence(start, start + len(number)),),
                method="date_line",
                confidence=_CONFIDENCE["date_line"],
                reason=Message("The letter's head gives the number {quote}.", {"quote": number}),
            )
    return None


def find_reporting_years(
    document: Document,
    parts: Sequence[Part],
    announcements: Sequence[Evidence],
    headings: Sequence[Evidence],
    statements: Sequence[Statement],
    letter_date: Finding[date] | None,
) -> Finding[tuple[int, ...]] | None:
    """The years that the letter as a whole answers for, sorted.

    Told by the opening; else the subject, a heading, the first statement that informs of something, the years that
    the statements name; else taken for the year before the letter's date. None where there is no year at all.
    """
    latest = letter_date.value.year if letter_date is not None else None
    subject = [(line.start, line.text) for line in _lines(document, parts, {Part.SUBJECT})]
    places = (
        ([(each.start, each.quote) for each in announcements], "opening"),
        (subject, "subject"),
        ([(each.start, each.quote) for each in headings], "heading"),
    )
    for texts, method in places:
        evidence: list[Evidence] = []
        years: set[int] = set()
        for start, text in texts:
            for found in _answered_years(text, latest) or _bracketed_years(text, latest):
                years.update(found.years)
                evidence.append(document.evidence(start + found.start, start + found.end))
        if years:
            return _years(tuple(sorted(years)), evidence, method, _CONFIDENCE[method])
    return _years_of_statements(document, statements, latest) or _year_before(letter_date)


def _years(
    value: tuple[int, ...], evidence: Sequence[Evidence], method: str, confidence: float
) -> Finding[tuple[int, ...]]:
    reasons = {
        "opening": Message("The opening says which years the letter tells of: {quote}.", {"quote": evidence[0].quote}),
        "subject": Message("The subject line names the years: {quote}.", {"quote": evidence[0].quote}),
        "heading": Message("A heading names the years: {quote}.", {"quote": evidence[0].quote}),
        "statements": Message("The statements name these years, the first as {quote}.", {"quote": evidence[0].quote}),
    }
    return Finding(value, tuple(evidence), method, confidence, reasons[method])


def _years_of_statements(
    document: Document, statements: Sequence[Statement], latest: int | None
) -> Finding[tuple[int, ...]] | None:
    """The years that the statements and the lines above them name; days are taken where nothing else is named."""
    texts = {(statement.start, statement.text) for statement in statements}
    texts |= {(each.lead_in.start, each.lead_in.quote) for each in statements if each.lead_in is not None}
    for with_days, confidence in ((False, _CONFIDENCE["statements"]), (True, _CONFIDENCE["days"])):
        named: Counter[int] = Counter()
        evidence: dict[int, Evidence] = {}
        for start, text in sorted(texts):
            for found in _answered_years(text, latest, with_days=with_days):
                for year in found.years:
                    named[year] += 1
                    evidence.setdefault(year, document.evidence(start + found.start, start + found.end))
        if named:
            enough = max(named.values()) * _BY_THE_WAY
            years = tuple(sorted(year for year, times in named.items() if times >= enough))
            return _years(years, [evidence[year] for year in years], "statements", confidence)
    return None


def _year_before(letter_date: Finding[date] | None) -> Finding[tuple[int, ...]] | None:
    if letter_date is None:
        return None
    year = letter_date.value.year - 1
    return Finding(
        value=(year,),
        evidence=letter_date.evidence,
        method="letter_date",
        confidence=_CONFIDENCE["letter_date"],
        reason=Message(
            "The letter names no year; it was written in {written}, so it is taken to answer for the year before.",
            {"written": year + 1},
        ),
    )


def _answered_years(text: str, latest: int | None, *, with_days: bool = False) -> list[FoundDate]:
    """The dates in `text` whose years may be answered for: not the request's, a plan's, or years to come."""
    answered = []
    for found in find_dates(text):
        if not found.years or (found.kind is DateKind.DAY and not with_days):
            continue
        before, after = text[: found.start], text[found.end :]
        if _ASKED.match(after) or (_PLAN.search(before) and _FOR_YEARS.search(text[found.start : found.end])):
            continue
        if latest is not None and not latest - _LONGEST_AGO <= min(found.years) <= max(found.years) <= latest:
            continue
        answered.append(found)
    return answered


def _bracketed_years(text: str, latest: int | None) -> list[FoundDate]:
    """Bare years in brackets, such as the letter may answer for."""
    bracketed = []
    for found in _BRACKETED.finditer(text):
        years = sorted({int(year) for year in re.findall(r"\d{4}", found[0])})
        if latest is None or latest - _LONGEST_AGO <= years[0] <= years[-1] <= latest:
            bracketed.append(FoundDate(found.start() + 1, found.end() - 1, DateKind.YEARS, None, tuple(years)))
    return bracketed


def _lines(document: Document, parts: Sequence[Part], wanted: set[Part]) -> list[_Line]:
    """The blocks of those parts, without what a line goes on to say of the letter that is answered."""
    lines = []
    for block, part in zip(document.blocks, parts, strict=True):
        if part in wanted:
            lines.append(_line(document, block))
    return [line for line in lines if line.text]


def _line(document: Document, block: Block) -> _Line:
    text = document.text[block.start : block.end]
    reference = _REFERENCE.search(text)
    return _Line(block.start, text[: reference.start()] if reference else text)
