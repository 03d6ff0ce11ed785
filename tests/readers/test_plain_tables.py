"""Tables drawn in plain text."""

import pytest

from extract.model import BlockKind, Cell, Document
from extract.readers.plain import read_plain


def read(text: str) -> Document:
    return read_plain(text.encode(), "v.txt")


def cells(document: Document) -> list[tuple[str, Cell | None]]:
    return [(document.text[b.start : b.end], b.cell) for b in document.blocks]


HEAD = [("Joma", Cell(0, 0, 0)), ("Paveiktais", Cell(0, 0, 1))]
ROW = [("Izglītība", Cell(0, 1, 0)), ("Notika nodarbības.", Cell(0, 1, 1))]


@pytest.mark.parametrize(
    "text",
    [
        "Joma\tPaveiktais\nIzglītība\tNotika nodarbības.",
        "Joma\t\tPaveiktais\nIzglītība\tNotika nodarbības.",
        "Joma | Paveiktais\nIzglītība | Notika nodarbības.",
        "| Joma | Paveiktais |\n| Izglītība | Notika nodarbības. |",
        "| Joma      | Paveiktais         |\n|-----------|--------------------|\n| Izglītība | Notika nodarbības. |",
        "+------+-----+\n| Joma | Paveiktais |\n+------+-----+\n| Izglītība | Notika nodarbības. |\n+------+-----+",
        "|Joma|Paveiktais|\n|---|---|\n|Izglītība|Notika|\n||nodarbības.|",
        "Joma | Paveiktais\n\nIzglītība | Notika nodarbības.",
    ],
)
def test_tables(text: str) -> None:
    document = read(f"Ievads.\n{text}\nNobeigums.")
    assert cells(document) == [("Ievads.", None), *HEAD, *ROW, ("Nobeigums.", None)]
    assert [b.kind for b in document.blocks[1:-1]] == [BlockKind.CELL] * 4
    assert [b.paragraph for b in document.blocks] == [0, 1, 1, 2, 2, 3]


def test_two_tables() -> None:
    document = read("a | b\nc | d\nStarp tām.\ne\tf\ng\th")
    assert [cell.table for _, cell in cells(document) if cell] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_empty_cells_give_no_block() -> None:
    assert cells(read("| a | | b |\n| | C | d |")) == [
        ("a", Cell(0, 0, 0)), ("b", Cell(0, 0, 2)), ("C", Cell(0, 1, 1)), ("d", Cell(0, 1, 2)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Vadītāja\t\tA. Kļaviņa", "Viena | svītra", "Talsi | Stende un vēl viena rinda\nBez svītras", "|"]
)
def test_one_line_is_no_table(text: str) -> None:
    assert all(cell is None for _, cell in cells(read(f"Ievads.\n{text}\nBeigas.")))
