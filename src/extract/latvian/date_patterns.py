"""The spellings of dates in Latvian, as regular expressions built from the lexicons in `data`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extract.lexicons import read_lexicon

#: Nothing that makes the digits part of a longer number or code may stand before or after.
_LEFT = r"(?<![\w/])(?<!\d[.,])(?<!\d-)(?<!\d–)"
_RIGHT = r"(?![\w/])"
_YEAR = r"(?:19|20)\d\d"
_TO = r"(?:-|–|—|līdz\b)"
_AND = rf"(?:{_TO}|,\s*ne\b|,\s*gan(?:\s+arī)?\b|,\s*kā\s+arī\b|,\s*un\b|,|un\b|vai\b|gan(?:\s+arī)?\b|kā\s+arī\b)"
#: A list has no more items; without a limit a text of many numbers would take quadratic time.
_SOME = "{0,12}"
_GADS = r"gad(?:s|a|am|u|ā|i|iem|us|os)\b"
_OF_YEAR = r"\.?\s*(?:gad[aā]\b,?|g\.)\s*"
_ADJECTIVE = r"(?:ais|ā|ajam|ajai|o|ajā|ie|ajiem|os|ajos|am)"
_STUDY = rf"(?:m\.\s*g\.|m/g\b|(?:mācību|studiju)\s+{_GADS})"


@cache
def months() -> dict[str, int]:
    """Every form and abbreviation of the months in lower case, with the month's number from 1."""
    return {
        form: number
        for number, month in enumerate(read_lexicon("latvian", "months.toml")["months"], start=1)
        for form in (*month["forms"], *month["abbreviations"])
    }


@cache
def year_words() -> dict[str, dict[str, int]]:
    """The words that make up a year written out: thousands, tens and the stems of ordinals, with their values."""
    return {part: read_lexicon("latvian", "year_words.toml")[part] for part in ("thousands", "tens", "ordinals")}


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)) + ")"


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, those that tell most first."""
    months_data = read_lexicon("latvian", "months.toml")["months"]
    full = _any(form for month in months_data for form in month["forms"])
    short = _any(form for month in months_data for form in month["abbreviations"]) + r"\."
    month = rf"(?:{full}\b|{short})"
    days = rf"\d{{1,2}}\.(?:\s*{_AND}\s*\d{{1,2}}\.){_SOME}"
    not_dated = rf"(?!{_OF_YEAR}(?:\d{{1,2}}\.\s*(?:{_AND}\s*\d{{1,2}}\.\s*){_SOME}{month}|{month}))"
    listed = rf"{_YEAR}\.(?:\s*(?!gadu\s*,|gad(?:am|iem)\b){_GADS}|\s*g\.)?{not_dated}"
    words = year_words()
    relative = read_lexicon("latvian", "year_words.toml")["relative"]
    adjectives = rf"{_any(relative['adjective_stems'])}{_ADJECTIVE}"
    spellings = {
        "short_period": rf"{_LEFT}\d{{1,2}}\.\d{{1,2}}\.?\s*{_TO}\s*\d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b\.?",
        "numeric": (
            rf"{_LEFT}(?P<day>\d{{1,2}})(?P<dot>[./])\s?(?P<month>\d{{1,2}})(?P=dot)\s?(?P<year>{_YEAR})(?![\d/])\.?"
        ),
        "iso": rf"{_LEFT}(?P<year>{_YEAR})(?P<dot>[-.])(?P<month>\d\d)(?P=dot)(?P<day>\d\d)(?![\w/-])\.?",
        "year_day": rf"{_LEFT}(?P<year>{_YEAR}){_OF_YEAR}(?P<days>{days})\s*(?P<name>{month})",
        "day": (
            rf"{_LEFT}(?P<days>{days})\s*(?P<name>{month})"
            rf"(?:,?\s*(?P<year>{_YEAR})(?:\.?\s*{_GADS}|\.?\s*g\.|\.|(?=\s*(?:[,;)\n]|$))))?"
        ),
        "year_month": (rf"{_LEFT}(?P<year>{_YEAR}){_OF_YEAR}(?P<name>{month})(?P<more>(?:\s*{_AND}\s*{month}){_SOME})"),
        "month_year": rf"(?<!\w)(?P<name>{month}),?\s*(?P<year>{_YEAR})\.?\s*(?:{_GADS}|g\.)",
        "study_year": (
            rf"{_LEFT}(?<!Nr\.)(?<!Nr\.\s)(?P<year>{_YEAR})\.?\s*/\s*(?P<next>{_YEAR}|\d\d)"
            rf"(?:\.?\s*(?:{_STUDY}|{_GADS}|g\.)|\.|{_RIGHT})"
        ),
        "named_study_year": (rf"{_LEFT}(?P<year>{_YEAR})\.?(?:\s*{_TO}\s*(?P<next>{_YEAR}|\d\d)\.?)?\s*{_STUDY}"),
        "short_study_year": rf"{_LEFT}(?P<short>\d\d)\.?\s?/\s?(?P<next>\d\d)\.?\s*{_STUDY}",
        "years": (
            rf"{_LEFT}{listed}(?:\s*{_AND}\s*{listed}){_SOME}\s*{_AND}\s*{_YEAR}\b\.?(?!\d){not_dated}"
            rf"(?:\s*(?:{_GADS}|g\.))?"
        ),
        "bare_range": (
            rf"{_LEFT}(?P<year>{_YEAR})(?:\s?[-–]\s?|(?<=\bno\s\d\d\d\d)\s+līdz\s+)(?P<next>{_YEAR})(?![\w/-])"
            rf"(?:\.?\s*(?:{_GADS}|g\.))?"
        ),
        "year": rf"{_LEFT}(?P<year>{_YEAR})\s?(?:\.?\s*{_GADS}|\.?\s*g(?:\.|(?=\s)))",
        "year_after_comma": rf"(?<=\d,)(?P<year>{_YEAR})\.\s?{_GADS}",
        "bound_year": rf"(?<=\s)(?:(?<=no\s)|(?<=kopš\s)|(?<=līdz\s)|(?<=pirms\s)|(?<=pēc\s))(?P<year>{_YEAR})\.(?!\d)",
        "year_words": (
            rf"\b(?P<thousands>{_any(words['thousands'])})\s*"
            rf"(?:(?:(?P<tens>{_any(words['tens'])})\s*)?(?P<ordinal>{_any(words['ordinals'])}){_ADJECTIVE}"
            rf"|(?P<round>{_any(words['tens'])}){_ADJECTIVE}|{_ADJECTIVE})\s+{_GADS}"
        ),
        "relative": rf"\b(?:{_any(relative['adverbs'])}|(?:{adjectives}|{_any(relative['pronouns'])})\s+{_GADS})\b",
        "month": rf"(?<!\w)(?-i:{full})(?!\w)",
    }
    return {name: re.compile(spelling, re.IGNORECASE) for name, spelling in spellings.items()}
