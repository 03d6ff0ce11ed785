"""The years a text names, each told apart by whether the return answers for it or it belongs to something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from extract.fields.analysed import AnalysedLetter
from extract.fields.quotations import find_quotations
from extract.fields.vocabulary import is_finite_verb
from extract.latvian.dates import DateKind, FoundDate, find_dates
from extract.latvian.folding import fold
from extract.lexicons import read_lexicon
from extract.model import Finding, Frame

#: A year so long before the asked ones is never what the letter answers for.
_LONG_BEFORE = 5


class Belonging(StrEnum):
    """Why a year counts as the statement's, or what else it belongs to."""

    ANSWERED = "answered"
    LETTER_YEARS = "letter_years"
    RELATIVE = "relative"
    SINCE = "since"
    UNASKED = "unasked"
    NAME = "name"
    DOCUMENT = "document"
    PLAN = "plan"
    BEFORE = "before"
    BESIDE = "beside"
    COMPARED = "compared"
    PROJECT_TERM = "project_term"


#: The confidence of a year by why it counts; the other kinds do not count.
CONFIDENCE = {
    Belonging.ANSWERED: 0.97,
    Belonging.LETTER_YEARS: 0.9,
    Belonging.RELATIVE: 0.6,
    Belonging.SINCE: 0.65,
    Belonging.UNASKED: 0.5,
}


@dataclass(frozen=True, slots=True)
class YearMention:
    """The words `text[start:end]` name these years, which belong to this."""

    start: int
    end: int
    years: tuple[int, ...]
    belonging: Belonging

    @property
    def counts(self) -> bool:
        """Whether the years are the statement's own."""
        return self.belonging in CONFIDENCE


@dataclass(frozen=True, slots=True)
class Asked:
    """The years a letter answers for, sorted, empty where it does not say; and the year it was written in."""

    years: tuple[int, ...]
    written: int | None

    @classmethod
    def of(cls, frame: Frame) -> Asked:
        """What the frame of a letter tells."""
        return cls(_value(frame.reporting_years) or (), frame.letter_date.value.year if frame.letter_date else None)

    @property
    def last(self) -> int | None:
        """The last year that can have been answered for."""
        return max(self.years) if self.years else self.written


def _value(finding: Finding[tuple[int, ...]] | None) -> tuple[int, ...]:
    return finding.value if finding else ()


@cache
def _words(*keys: str, whole: bool = False) -> str:
    data = read_lexicon("fields", "year_contexts.toml")
    phrases = [phrase for key in keys for phrase in data[key]]
    end = r"\b" if whole else r"\w*"
    return "(?:" + "|".join(r"\W+".join(re.escape(w) + end for w in fold(p).split()) for p in phrases) + ")"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    near = r"(?:\W+\w+)"
    documents, comparing, times = (
        f"(?:{_words(stems)}|{_words(words, whole=True)})"
        for stems, words in (
            ("documents", "document_words"),
            ("comparing", "comparing_words"),
            ("times_of_year", "times_of_year_words"),
        )
    )
    spellings = {
        "number_before": r"\b(?:nr|reg)\W*$",
        "number_after": r"^[\s,.]{0,3}(?:nr\b|\()\W*(?:nr\b)",
        "document_after": rf"^\W*(?:\w+\W+){{0,3}}?{documents}",
        "document_before": rf"\b{documents}{near}{{0,3}}\W*$",
        "period_of_document": rf"\b{documents}(?P<between>{near}{{0,9}}\W*)$",
        "period_of_programme": rf"\b{_words('programmes')}(?P<between>{near}{{0,3}}[^\w(„“\"«]*)$",
        "past_form": r"\w{2,}(?:[aeio]t|u[sš])(?:s|a|i|as|us|u)",
        "from": r"(?<!\w)no\W*$",
        "period_from": rf"\b{_words('periods')}\W+no\W*$",
        "until": r"\blidz\W*$",
        "as_of": r"\buz\W*$",
        "since": r"\b(?:kops|sakot\s+(?:ar|no)|no|jau\s+no)\W*$",
        "founding": rf"\b(?!{_words('no_founding')}){_words('founding')}",
        "comparing": rf"\b{comparing}(?:[^\w,]+[^\W\d]+){{0,3}}[^\w,]*$",
        "project_term": rf"\b{_words('project_terms')}{near}{{0,2}}\W*$",
        "time_of_year": rf"^\W*(?:\w+\W+){{0,2}}?{times}",
        "told_beside": rf",\s*(?:un\s+)?{_words('subordinating', whole=True)}[^,;:]*$",
        "lasting": rf"\b{_words('lasting', whole=True)}",
        "future": rf"\b(?!{_words('no_future')})(?:{_words('future')}|{_words('future_words', whole=True)})",
        "past": rf"\b{_words('past_words', whole=True)}",
        "letter_years": rf"\b{_words('letter_years')}",
        "year_counts": (
            rf"(?<!\w)(?<!nakamajos )(?<!nakamo )(?:(?:visos|sajos|so)\s+)?(?P<count>{_counts()})\s+(?:\w+jos\s+)?"
            r"gad(?:os|u\s+(?:laika|garuma))\b|\bvisus\s+(?P<all>tris|cetrus)\s+gadus\b"
        ),
    }
    return re.compile(spellings[name])


_BARE = re.compile(
    r"(?:^|(?<=\())\s*(?:20\d\d\.?(?:\s*(?:,|un|[-–])\s*20\d\d\.?)*)(?=\s*\))|(?:^|(?<=[,;:]))\s*20\d\d\.?(?=\s*[:–-]\s)"
    r"|^\s*20\d\d\.?(?=\s*$)"
)
_LAST_YEAR = re.compile(r"(?P<before>aiz(?:pern|pagajus))|pern|pagajus|aizvadit")
#: A definite participle with its noun: "2021. gadā iesāktā sadarbība".
_BEGUN = re.compile(r"\s+(\w+(?:tais|tā|tās|to|tie|tajā|tajam|tajai|tajos|tajās|tajiem|tajām))\s+\w")
#: Which of the letter's years: "pārskata perioda otrajā gadā".
_WHICH = re.compile(r"\s+(pirm|otr|tres|pedej)\w*\s+gad\w*")
_WHICH_OF_PERIOD = re.compile(
    r"\bparskata\s+(pirm|otr|tres|pedej)\w*\s+gad\w*|\b(pirm|otr|tres|pedej)\w*\s+parskata\s+(?:perioda\s+)?gad\w*"
)
_PLACES = {"pirm": 0, "otr": 1, "tres": 2, "pedej": -1}


def find_year_mentions(text: str, asked: Asked) -> list[YearMention]:
    """All years that `text` names, in order, with what each belongs to."""
    folded = fold(text)
    quotations = find_quotations(text)
    mentions = []
    for date in find_dates(text):
        if any(q.start < date.start and date.end < q.end for q in quotations):
            mentions.append(YearMention(date.start, date.end, date.years, Belonging.NAME))
        elif date.kind is DateKind.RELATIVE:
            mentions.extend(_relative(folded, date, asked))
        elif date.years:
            mentions.append(_mention(text, folded, date, asked))
    taken = [(mention.start, mention.end) for mention in mentions]
    for bare in _BARE.finditer(text):
        years = tuple(sorted({int(year) for year in re.findall(r"20\d\d", bare[0])}))
        if set(years) <= set(asked.years) and not any(s < bare.end() and bare.start() < e for s, e in taken):
            start = bare.end() - len(bare[0].lstrip())
            mentions.append(YearMention(start, bare.end(), years, Belonging.ANSWERED))
    if asked.years:
        mentions.extend(_letter_years(folded, asked))
    mentions = [_beside(text, mention, mentions) for mention in mentions]
    return sorted(mentions, key=lambda mention: mention.start)


def _beside(text: str, mention: YearMention, mentions: list[YearMention]) -> YearMention:
    """The mention, told to be none of the statement's where it dates what began then and another year is named."""
    begun = _BEGUN.match(text, mention.end)
    dated = begun is not None and _pattern("founding").match(fold(begun[1])) is not None
    if dated and any(each.counts and each.years != mention.years for each in mentions):
        return replace(mention, belonging=Belonging.BESIDE)
    return mention


@cache
def _counts() -> str:
    return "|".join(map(fold, read_lexicon("fields", "year_contexts.toml")["year_counts"]))


def _letter_years(folded: str, asked: Asked) -> Iterator[YearMention]:
    """Words for all the letter's years, or for one of them."""
    counts = {fold(word): count for word, count in read_lexicon("fields", "year_contexts.toml")["year_counts"].items()}
    for words in _pattern("year_counts").finditer(folded):
        if counts[words["count"] or {"tris": "triju", "cetrus": "cetru"}[words["all"]]] == len(asked.years):
            yield YearMention(*words.span(), asked.years, Belonging.LETTER_YEARS)
    for words in _WHICH_OF_PERIOD.finditer(folded):
        yield YearMention(*words.span(), _which(words[1] or words[2], asked), Belonging.LETTER_YEARS)
    for words in _pattern("letter_years").finditer(folded):
        which = _WHICH.match(folded[words.end() :])
        if which is None and _WHICH_OF_PERIOD.search(folded):
            continue
        if which is None:
            yield YearMention(*words.span(), asked.years, Belonging.LETTER_YEARS)
            continue
        end = words.end() + which.end()
        yield YearMention(words.start(), end, _which(which[1], asked), Belonging.LETTER_YEARS)


def _which(ordinal: str, asked: Asked) -> tuple[int, ...]:
    """The year that an ordinal's beginning tells of those asked about; all where there are not so many."""
    return asked.years[_PLACES[ordinal] :][:1] or asked.years


def _relative(folded: str, date: FoundDate, asked: Asked) -> list[YearMention]:
    """The last year and the one before it, where asked about; "this year" and "next year" are ahead or besides."""
    last = _LAST_YEAR.search(folded[date.start : date.end])
    if asked.written is None or last is None:
        return []
    year = asked.written - (2 if last["before"] else 1)
    return [YearMention(date.start, date.end, (year,), Belonging.RELATIVE)] if year in asked.years else []


def _mention(text: str, folded: str, date: FoundDate, asked: Asked) -> YearMention:
    years, belonging = _belonging(text, folded, date, asked)
    return YearMention(date.start, date.end, years, belonging)


def _belonging(text: str, folded: str, date: FoundDate, asked: Asked) -> tuple[tuple[int, ...], Belonging]:
    before, after = folded[max(0, date.start - 110) : date.start], folded[date.end : date.end + 60]
    words = text[date.start : date.end].rstrip(" .,")
    ranged = date.kind is DateKind.PERIOD or (
        date.kind is DateKind.YEARS and re.search(r"[-–—]|līdz", words) is not None
    )
    dated = "" if words.endswith("gada") and _is_part_of_year(text[date.end :]) else after
    if _is_of_document(words, before, dated, date, ranged):
        return date.years, Belonging.DOCUMENT
    if _pattern("project_term").search(before):
        return date.years, Belonging.PROJECT_TERM
    if not asked.years:
        ahead = asked.last is not None and date.years[-1] > asked.last
        return date.years, Belonging.PLAN if ahead else Belonging.UNASKED
    if ranged and not set(date.years) <= set(asked.years):
        return _outside_range(date, asked)
    if _pattern("comparing").search(before):
        return date.years, Belonging.COMPARED
    if date.years[-1] > asked.years[-1]:
        belonging = _ahead(folded, words, before, date, asked)
        if belonging is Belonging.UNASKED and _is_told_beside(words, before, after, date):
            belonging = Belonging.BESIDE
        return date.years, belonging
    if date.years[0] < asked.years[0]:
        belonging = _earlier(folded, before, after, date, asked)
        if belonging is Belonging.UNASKED and _is_told_beside(words, before, after, date):
            belonging = Belonging.BESIDE
        within = tuple(year for year in date.years if year in asked.years)
        if belonging is not Belonging.UNASKED and within:
            return within, Belonging.ANSWERED  # "dibināta 2004. gadā, 2021. gadā rīkoja …"
        return date.years, belonging
    if not ranged and _pattern("since").search(before):
        return date.years, Belonging.SINCE
    return date.years, Belonging.ANSWERED


def _is_part_of_year(after: str) -> bool:
    """Whether a part of the year stands right behind, in which something was done ("gada pavasarī noslēgts līgums")."""
    near = re.findall(r"\w+", after)[:2]
    return any(
        w.lower().endswith(("ā", "ē", "ī", "ū", "ās", "ēs")) and _pattern("time_of_year").match(fold(w)) for w in near
    )


def _is_of_document(words: str, before: str, after: str, date: FoundDate, ranged: bool) -> bool:
    if _pattern("number_before").search(before) or _pattern("number_after").match(after):
        return True
    if words.endswith(("ā", "ī", "ē", "os")):
        return False
    if ranged or words.endswith(("gadam", "gadiem")):
        return _is_period(words, before)
    if _pattern("document_after").match(after):
        return True
    return date.kind is DateKind.DAY and _pattern("document_before").search(before) is not None


def _is_period(words: str, before: str) -> bool:
    """Whether a range is the period of a document or programme that stands before it, with no verb between."""
    if _pattern("from").search(before) and not _pattern("period_from").search(before):
        return False
    found = _pattern("period_of_document").search(before)
    if found is None:
        bracketed = before.endswith("(") and not words.endswith("gadam")
        return _pattern("period_of_programme").search(before) is not None and not bracketed
    between = re.findall(r"\w+", found["between"])
    return not any(_pattern("past_form").fullmatch(word) or is_finite_verb(word) for word in between)


def _outside_range(date: FoundDate, asked: Asked) -> tuple[tuple[int, ...], Belonging]:
    """A range that runs beyond the asked years is a plan's or a project's; one that began earlier counts in part."""
    if date.years[-1] > asked.years[-1]:
        return date.years, Belonging.PLAN
    within = tuple(year for year in date.years if year in asked.years)
    return (within, Belonging.UNASKED) if within else (date.years, Belonging.BEFORE)


def _ahead(folded: str, words: str, before: str, date: FoundDate, asked: Asked) -> Belonging:
    written = asked.written is None or date.years[-1] <= asked.written
    as_of = date.kind is DateKind.DAY and _pattern("as_of").search(before)  # "uz 01.01.2023." is the end of 2022
    if not written or as_of or words.endswith(("gadam", "gadiem")) or _pattern("until").search(before):
        return Belonging.PLAN
    if _pattern("future").search(folded) or not _pattern("past").search(folded):
        return Belonging.PLAN
    return Belonging.UNASKED


def _is_told_beside(words: str, before: str, after: str, date: FoundDate) -> bool:
    """Whether a year that nobody asked about is that of a clause beside, or of the noun behind it ("gada reforma")."""
    if _pattern("told_beside").search(before):
        return True
    of_noun = date.kind is DateKind.YEAR and words.endswith("gada") and re.match(r"\s+\w", after) is not None
    return of_noun and not _pattern("time_of_year").match(after)


def _earlier(folded: str, before: str, after: str, date: FoundDate, asked: Asked) -> Belonging:
    if (
        _pattern("lasting").search(folded)
        or _pattern("since").search(before)
        or asked.years[0] - date.years[0] > _LONG_BEFORE
    ):
        return Belonging.BEFORE
    if _pattern("founding").search(before[-40:]) or _pattern("founding").search(after[:40]):
        return Belonging.BEFORE
    return Belonging.UNASKED


def own_mentions(text: str, asked: Asked) -> list[YearMention]:
    """The mentions whose years are the text's own; years nobody asked about only where no asked one is named."""
    counting = [mention for mention in find_year_mentions(text, asked) if mention.counts]
    asked_about = [mention for mention in counting if mention.belonging is not Belonging.UNASKED]
    return asked_about or counting


def own_years(letter: AnalysedLetter, index: int) -> tuple[int, ...]:
    """The years that statement `index` itself names as its own, sorted."""
    mentions = own_mentions(letter.letter.statements[index].text, Asked.of(letter.letter.frame))
    return tuple(sorted({year for mention in mentions for year in mention.years}))
