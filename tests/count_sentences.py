"""Runs the count finder on single sentences and writes its findings short, for the tests of counts."""

from functools import cache
from pathlib import Path

from spacy.language import Language

from extract.codebook import Codebook, load_codebook
from extract.fields.analysed import AnalysedLetter
from extract.fields.counts import find_counts
from extract.latvian.language import load_language
from extract.model import Bound, Count, Finding, Frame, Layout, Letter, Role, Statement, Unit
from extract.readers.assembly import DocumentBuilder

MODEL = Path(__file__).resolve().parent.parent / "models" / "lv_extract"
_NO_FRAME = Frame(None, None, None, None)


def analyse(*texts: str, lead_in: str | None = None) -> AnalysedLetter:
    """A letter of these statements, with the sentence that opens their list before them where one is given."""
    builder = DocumentBuilder("letter.txt", "0" * 64, "txt")
    if lead_in:
        builder.add_text(lead_in)
    for text in texts:
        builder.add_text(text)
    document = builder.build()
    blocks = document.blocks
    opening = document.evidence(blocks[0].start, blocks[0].end) if lead_in else None
    statements = tuple(
        Statement(b.start, b.end, document.text[b.start : b.end], i, lead_in=opening, is_list_item=opening is not None)
        for i, b in enumerate(blocks[1:] if lead_in else blocks)
    )
    letter = Letter(document, _NO_FRAME, Layout.PLAIN, statements)
    return AnalysedLetter(letter, tuple(_language().pipe(s.text for s in statements)), _codebook())


def _language() -> Language:
    """The pipeline that annotates letters."""
    return load_language(MODEL)


@cache
def _codebook() -> Codebook:
    return load_codebook()


def findings_of(text: str, lead_in: str | None = None) -> list[Finding[Count]]:
    """The findings of counts in one statement; none in a text without any."""
    letter = analyse(text, lead_in=lead_in)
    return [finding for findings in find_counts(letter) for finding in findings]


def counts_of(text: str, lead_in: str | None = None) -> list[str]:
    """The counts of one statement: "28 romi", "about 20 skatītāji", "provider 2 mediatori", "families 3 ģimenes"."""
    return [short(finding.value) for finding in findings_of(text, lead_in)]


def short(count: Count) -> str:
    """A count in few words; what is usual (exact, persons, participant) is left out."""
    words = [
        "" if count.role is Role.PARTICIPANT else "provider",
        "" if count.bound is Bound.EXACT else count.bound.value,
        "" if count.unit is Unit.PERSONS else "families",
        str(count.value),
        count.group or "-",
    ]
    return " ".join(word for word in words if word)
