"""Documents for the tests of letters, written line by line, as a reader would give them."""

from collections.abc import Callable

import pytest

from extract.codebook import Codebook, load_codebook
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.letters.headings import CodebookHeadings
from extract.model import BlockKind, Cell, Document, Letter
from extract.readers.assembly import DocumentBuilder
from extract.readers.markers import split_marker

_KINDS = {"#": BlockKind.HEADING, "^": BlockKind.HEADER, "_": BlockKind.FOOTER}


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    return load_codebook()


@pytest.fixture(scope="session")
def codebook_headings(codebook: Codebook) -> CodebookHeadings:
    return CodebookHeadings.of(codebook)


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    """A document of lines: "# " a heading, "^ " a header, "_ " a footer, "| a | b" a table's row, else a paragraph.

    A paragraph with a list number or bullet is a list item; "//" parts the paragraphs of a cell.
    """

    def make(text: str, name: str = "vestule.docx") -> Document:
        builder = DocumentBuilder(name, "0" * 64, "docx")
        table, row = 0, 0
        for number, line in enumerate(each.strip() for each in text.strip().splitlines()):
            if line.startswith("|"):
                for column, cell in enumerate(line.strip("|").split("|")):
                    for paragraph in cell.split("//"):
                        marker, rest = split_marker(paragraph)
                        builder.add_text(rest, BlockKind.CELL, cell=Cell(table, row, column), marker=marker)
                row += 1
                continue
            table, row = (table + 1, 0) if row else (table, row)
            kind = _KINDS.get(line[:1], BlockKind.PARAGRAPH) if line[1:2] == " " else BlockKind.PARAGRAPH
            if kind is BlockKind.PARAGRAPH:
                marker, line = split_marker(line)
                builder.add_text(line, BlockKind.LIST_ITEM if marker else kind, marker=marker, paragraph=number)
            else:
                builder.add_text(line[2:], kind, paragraph=number)
        return builder.build()

    return make


@pytest.fixture(scope="session")
def make_letter(make_document: Callable[..., Document], codebook: Codebook) -> Callable[..., Letter]:
    """The letter read from such lines."""

    def make(text: str, name: str = "vestule.docx") -> Letter:
        return read_letter(make_document(text, name), codebook, load_language())

    return make
