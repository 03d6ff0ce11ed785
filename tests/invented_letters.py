"""Letters made of invented statements, for the tests of what fields are found in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.language import Language

from extract.codebook import Codebook, load_codebook
from extract.fields.analysed import AnalysedLetter
from extract.latvian.language import load_language
from extract.model import BlockKind, Cell, Evidence, Finding, Frame, Layout, Letter, Message, Statement
from extract.readers.assembly import DocumentBuilder

_SAID = Message("The letter says so.")


@dataclass(frozen=True)
class Told:
    """An invented statement; `heading` and `lead_in` are blocks above it, a heading that `runs_in` opens its block."""

    text: str
    heading: str | None = None
    lead_in: str | None = None
    same_paragraph: bool = False
    cell: Cell | None = None
    runs_in: bool = False


def analysed(
    told: Sequence[str | Told],
    reporting_years: tuple[int, ...] | None = (2021, 2022),
    written: int | None = 2023,
    codebook: Codebook | None = None,
    language: Language | None = None,
) -> AnalysedLetter:
    """The letter with these statements, analysed by the rules or a `language`; it was written in March of `written`."""
    each_told = [Told(each) if isinstance(each, str) else each for each in told]
    builder = DocumentBuilder("vestule.txt", "0" * 64, "txt")
    builder.add_text("Vēstule ministrijai")
    places: list[tuple[int, int | None, int | None]] = []
    blocks, heading, lead_in = 1, None, None
    seen: dict[str, int] = {}
    for each in each_told:
        for text, kind in ((each.heading, BlockKind.HEADING), (each.lead_in, BlockKind.PARAGRAPH)):
            if text is not None and text not in seen:
                if each.runs_in and text == each.heading:
                    seen[text] = blocks
                    continue
                builder.add_text(text, kind)
                seen[text] = blocks
                blocks += 1
        heading = seen[each.heading] if each.heading is not None else None
        lead_in = seen[each.lead_in] if each.lead_in is not None else None
        text = f"{each.heading} {each.text}" if each.runs_in else each.text
        builder.add_text(text, BlockKind.CELL if each.cell else BlockKind.PARAGRAPH, cell=each.cell)
        places.append((blocks, heading, lead_in))
        blocks += 1
    document = builder.build()

    run_in = {places[i][0]: each.heading for i, each in enumerate(each_told) if each.runs_in and each.heading}

    def evidence(block: int | None) -> Evidence | None:
        if block is None:
            return None
        start, end = document.blocks[block].start, document.blocks[block].end
        return document.evidence(start, start + len(run_in[block]) if block in run_in else end)

    statements: list[Statement] = []
    paragraph = -1
    for each, (block, heading, lead_in) in zip(each_told, places, strict=True):
        paragraph += not each.same_paragraph
        start, end = document.blocks[block].start, document.blocks[block].end
        start += len(run_in[block]) + 1 if block in run_in else 0
        statements.append(
            Statement(
                start,
                end,
                document.text[start:end],
                paragraph,
                evidence(heading),
                evidence(lead_in),
                is_list_item=lead_in is not None,
            )
        )
    opening = (document.evidence(0, document.blocks[0].end),)
    years = Finding(reporting_years, opening, "test", 0.9, _SAID) if reporting_years else None
    day = Finding(date(written, 3, 1), opening, "test", 0.9, _SAID) if written else None
    letter = Letter(document, Frame(None, day, None, years), Layout.PLAIN, tuple(statements))
    docs = tuple((language or load_language()).pipe(statement.text for statement in statements))
    return AnalysedLetter(letter, docs, codebook or _codebook())


@cache
def _codebook() -> Codebook:
    return load_codebook()
