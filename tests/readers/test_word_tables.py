"""Tables of DOCX files: where each cell stands, whatever frames it."""

from __future__ import annotations

from collections.abc import Callable

from extract.model import BlockKind, Cell, Document
from extract.readers.word import read_word
from word_markup import line, par

MakeWord = Callable[..., bytes]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def cells_of(document: Document) -> list[tuple[str, Cell | None]]:
    return [(document.text[b.start : b.end], b.cell) for b in document.blocks]


def test_cells_stand_at_their_place_in_the_grid(make_word: MakeWord) -> None:
    body = table(
        row(cell(line("a"), '<w:gridSpan w:val="2"/>'), cell(line("b") + line("c"))),
        row(cell(line("d"), '<w:vMerge w:val="restart"/>'), cell(line("e")), cell(line("- f"))),
        row(cell(line("segts"), "<w:vMerge/>"), cell(line("g")), cell(par(""))),
        row(cell(line("h")), cell(line("i")), properties='<w:gridBefore w:val="1"/>'),
        row(cell(line("dzēsts")), cell(line("x")), properties='<w:del w:id="9"/>'),
    )
    document = read_word(make_word(line("Ievads.") + body), "v.docx")
    assert cells_of(document) == [
        ("Ievads.", None),
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 2)),
        ("c", Cell(0, 0, 2)),
        ("d", Cell(0, 1, 0)),
        ("e", Cell(0, 1, 1)),
        ("f", Cell(0, 1, 2)),
        ("g", Cell(0, 2, 1)),
        ("h", Cell(0, 3, 1)),
        ("i", Cell(0, 3, 2)),
    ]
    assert {b.kind for b in document.blocks[1:]} == {BlockKind.CELL}
    assert document.blocks[6].marker == "-"


def test_table_in_a_table_has_its_own_number(make_word: MakeWord) -> None:
    inner = table(row(cell(line("iekšā 1")), cell(line("iekšā 2"))))
    body = table(row(cell(line("ārā") + inner + line("pēc")), cell(line("blakus")))) + line("Starp.")
    body += table(row(cell(line("otra")), cell(line("tabula"))))
    assert cells_of(read_word(make_word(body), "v.docx")) == [
        ("ārā", Cell(0, 0, 0)),
        ("iekšā 1", Cell(1, 0, 0)),
        ("iekšā 2", Cell(1, 0, 1)),
        ("pēc", Cell(0, 0, 0)),
        ("blakus", Cell(0, 0, 1)),
        ("Starp.", None),
        ("otra", Cell(2, 0, 0)),
        ("tabula", Cell(2, 0, 1)),
    ]


def test_frame_of_one_cell_is_no_table(make_word: MakeWord) -> None:
    document = read_word(make_word(table(row(cell(line("Viss teksts.") + line("- viens"))))), "v.docx")
    assert [(b.kind, b.cell) for b in document.blocks] == [(BlockKind.PARAGRAPH, None), (BlockKind.LIST_ITEM, None)]


def test_rows_and_cells_in_controls(make_word: MakeWord) -> None:
    body = table(
        f"<w:sdt><w:sdtContent>{row(cell(line('a')), cell(line('b')))}</w:sdtContent></w:sdt>",
        row(f"<w:sdt><w:sdtContent>{cell(line('c'))}</w:sdtContent></w:sdt>", cell(line("d"))),
    )
    assert [b.cell for b in read_word(make_word(body), "v.docx").blocks] == [
        Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 1, 1),
    ]  # fmt: skip


def test_table_in_a_header_is_header(make_word: MakeWord) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    header = table(row(cell(line("JŪRAS NOVADS")), cell(line("Krasta iela 1"))))
    document = read_word(make_word(line("Teksts.") + section, header1=header), "v.docx")
    assert [(b.kind, b.cell) for b in document.blocks] == [
        (BlockKind.HEADER, None), (BlockKind.HEADER, None), (BlockKind.PARAGRAPH, None),
    ]  # fmt: skip
