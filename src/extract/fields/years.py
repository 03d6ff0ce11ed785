"""The reporting years of each statement: named by it, by what it stands under, inherited, or the letter's own."""

from __future__ import annotations

from collections.abc import Sequence

from extract.fields.analysed import AnalysedLetter
from extract.fields.year_mentions import CONFIDENCE, Asked, Belonging, YearMention, find_year_mentions, own_mentions
from extract.latvian.dates import find_dates
from extract.model import Block, Evidence, Finding, Message

Years = tuple[int, ...]

#: Confidence of years taken from elsewhere: from the heading or lead-in above, from the statement before, the letter.
_ABOVE = 0.9
_INHERITED = 0.92
_LETTER = 0.85
#: Below this confidence a statement's domain may as well be that of the statement before it.
_DOUBTED_DOMAIN = 0.8
#: What is lost where the statement names years that belong to something else.
_OTHER_YEARS_NAMED = 0.9


def find_years(letter: AnalysedLetter, domains: Sequence[Finding[str] | None]) -> tuple[Finding[Years] | None, ...]:
    """The reporting years of each statement, sorted; None where neither it nor the letter tells any.

    Where a statement names none, they are those of its heading, lead-in or table row, else of the nearest earlier
    statement of the same domain, else the letter's (codebook, "years").
    """
    asked = Asked.of(letter.letter.frame)
    latest: dict[str | None, Finding[Years]] = {}
    findings: list[Finding[Years] | None] = []
    for i, domain in enumerate(domains):
        code = domain.value if domain else None
        finding = _explicit(letter, i, asked) or _above(letter, i, asked)
        if finding is None and (earlier := latest.get(code) or _beside(letter, i, domains, findings)) is not None:
            finding = _inherited(earlier, domain)
        if finding is None:
            finding = _letter_years(letter)
        if finding is not None:
            latest[code] = finding = _doubted(finding, letter.letter.statements[i].text, asked)
        findings.append(finding)
    return tuple(findings)


def _beside(
    letter: AnalysedLetter, i: int, domains: Sequence[Finding[str] | None], findings: Sequence[Finding[Years] | None]
) -> Finding[Years] | None:
    """The years of the statement before in the same paragraph, where its domain may well be this one's."""
    statements, domain = letter.letter.statements, domains[i]
    if i == 0 or domain is None or domain.confidence >= _DOUBTED_DOMAIN:
        return None
    if statements[i - 1].paragraph != statements[i].paragraph:
        return None
    before, finding = domains[i - 1], findings[i - 1]
    if before is None or finding is None or finding.method == "letter" or before.value not in domain.alternatives[:1]:
        return None
    return finding


def _explicit(letter: AnalysedLetter, i: int, asked: Asked) -> Finding[Years] | None:
    mentions = own_mentions(letter.letter.statements[i].text, asked)
    if not mentions:
        return None
    evidence = tuple(letter.evidence(i, mention.start, mention.end) for mention in mentions)
    return _named(mentions, evidence, asked, "explicit")


def _named(
    mentions: Sequence[YearMention], evidence: tuple[Evidence, ...], asked: Asked, method: str
) -> Finding[Years]:
    years = tuple(sorted({year for mention in mentions for year in mention.years}))
    doubt = min((mention.belonging for mention in mentions), key=CONFIDENCE.__getitem__)
    words = {"words": ", ".join(f"„{each.quote}”" for each in evidence)}
    alternatives: tuple[Years, ...] = ()
    if doubt is Belonging.UNASKED and asked.years:
        reason = Message("The statement says {words}, which the letter does not answer for.", words)
        alternatives = (asked.years,)
    elif doubt is Belonging.UNASKED:
        reason = Message("The statement says {words}; the letter does not say which years it answers for.", words)
    elif doubt is Belonging.SINCE:
        reason = Message("The statement tells of the time since {words}.", words)
        alternatives = tuple(later for later in [tuple(y for y in asked.years if y >= years[0])] if later != years)
    elif doubt is Belonging.RELATIVE:
        reason = Message("The statement says {words}, counted from the date of the letter.", words)
    elif doubt is Belonging.LETTER_YEARS:
        reason = Message("The statement says {words}: the years that the letter answers for.", words)
    elif method == "above":
        reason = Message("It stands under {words}.", words)
    else:
        reason = Message("The statement says {words}.", words)
    confidence = CONFIDENCE[doubt] if method == "explicit" else min(_ABOVE, CONFIDENCE[doubt])
    if not asked.years and doubt is Belonging.UNASKED:
        confidence = 0.8
    return Finding(years, evidence, method, confidence, reason, alternatives)


def _above(letter: AnalysedLetter, i: int, asked: Asked) -> Finding[Years] | None:
    """Years named by the lead-in, by the table's row or column, or by the heading, the nearest first."""
    statement = letter.letter.statements[i]
    document = letter.letter.document
    places = [statement.lead_in, *(document.evidence(b.start, b.end) for b in _cells(letter, i)), statement.heading]
    for place in places:
        if place is None:
            continue
        mentions = own_mentions(place.quote, asked)
        if mentions:
            spans = tuple(document.evidence(place.start + m.start, place.start + m.end) for m in mentions)
            return _named(mentions, spans, asked, "above")
    return None


def _cells(letter: AnalysedLetter, i: int) -> list[Block]:
    """The cells left of the statement's in its row and above it in the table's first row, if they are but dates."""
    document = letter.letter.document
    cell = document.block_at(letter.letter.statements[i].start).cell
    if cell is None:
        return []
    return [
        block
        for block in document.blocks
        if (other := block.cell) is not None
        and other.table == cell.table
        and ((other.row == cell.row and other.column < cell.column) or (other.row == 0 and other.column == cell.column))
        and other != cell
        and _is_date(document.text[block.start : block.end])
    ]


def _is_date(text: str) -> bool:
    """Whether a cell holds a date and hardly anything else ("2021. gads", "2021")."""
    return len(text) <= 30 and (
        text.strip(" .").isdigit() or any(d.end - d.start > len(text) // 2 for d in find_dates(text))
    )


def _inherited(earlier: Finding[Years], domain: Finding[str] | None) -> Finding[Years]:
    sure = domain.confidence if domain else 0.7
    return Finding(
        earlier.value,
        earlier.evidence,
        "inherited",
        min(earlier.confidence, _INHERITED) * (0.5 + 0.5 * sure),
        Message(
            "It names no year; the statement before it in the same domain tells of {years}.",
            {"years": ", ".join(map(str, earlier.value))},
        ),
        earlier.alternatives,
    )


def _letter_years(letter: AnalysedLetter) -> Finding[Years] | None:
    told = letter.letter.frame.reporting_years
    if told is None:
        return None
    return Finding(
        told.value,
        told.evidence,
        "letter",
        min(_LETTER, told.confidence),
        Message(
            "It names no year, nor does a statement before it in the same domain; the letter answers for {years}.",
            {"years": ", ".join(map(str, told.value))},
        ),
    )


def _doubted(finding: Finding[Years], text: str, asked: Asked) -> Finding[Years]:
    """The finding, less sure where it was not told by the statement although this names years of something else."""
    if finding.method == "explicit" or not any(not m.counts for m in find_year_mentions(text, asked)):
        return finding
    return Finding(
        finding.value,
        finding.evidence,
        finding.method,
        finding.confidence * _OTHER_YEARS_NAMED,
        finding.reason,
        finding.alternatives,
    )
