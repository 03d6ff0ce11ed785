"""HTML: blocks, lists and tables of a page; nothing that is hidden, and nothing fetched."""

from pathlib import Path

import pytest

from arrival_files import make_mail
from extract.errors import DamagedFileError, EmptyFileError
from extract.model import Cell, Document
from extract.readers import read_document
from extract.readers.dispatch import read_bytes
from extract.readers.web_page import read_web_page


def read(page: str | bytes) -> Document:
    return read_bytes(page if isinstance(page, bytes) else f"<html><body>{page}".encode(), "v.html")


def shown(document: Document) -> list[tuple[str, str | None, str]]:
    return [(block.kind.value, block.marker, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Viens\n  divi</p>trīs", [("paragraph", None, "Viens divi"), ("paragraph", None, "trīs")]),
        ("<h2>Joma</h2><p>Darbs.", [("heading", None, "Joma"), ("paragraph", None, "Darbs.")]),
        ("<ul><li>a<li>b</ul>c", [("list_item", "•", "a"), ("list_item", "•", "b"), ("paragraph", None, "c")]),
        ("<ol start=3><li>a<li>b</ol>", [("list_item", "3.", "a"), ("list_item", "4.", "b")]),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>",
         [("list_item", "1.", "a"), ("list_item", "•", "b"), ("list_item", "2.", "c")]),
        ("Ar cieņu<br>I.P.", [("paragraph", None, "Ar cieņu"), ("paragraph", None, "I.P.")]),
        ("Šo rindu programma salauza garās rindas beigās,<br>lai tā ietilptu.",
         [("paragraph", None, "Šo rindu programma salauza garās rindas beigās, lai tā ietilptu.")]),
        ("<pre>Pirmā.\nOtrā.</pre>", [("paragraph", None, "Pirmā."), ("paragraph", None, "Otrā.")]),
        ("<p>a<span style='display: none'>b</span><script>c</script><style>d</style><!-- e --></p>",
         [("paragraph", None, "a")]),
        ("<table><tr><td><p>Vēstule</p><table><tr><td>x</table></table>",
         [("paragraph", None, "Vēstule"), ("paragraph", None, "x")]),
        ("- romi<p>2.1. Skola", [("list_item", "-", "romi"), ("list_item", "2.1.", "Skola")]),
    ],
)  # fmt: skip
def test_blocks(page: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert shown(read(page)) == expected


def test_a_table_has_rows_and_columns() -> None:
    document = read("<table><tr><th>Joma<th>Darbs<tr><td colspan=2>abi<tr><td>a<td>b</table>")
    assert [block.cell for block in document.blocks] == [
        Cell(0, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0), Cell(0, 2, 0), Cell(0, 2, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>Ziņa".encode(),
        "<html><p>Ziņa".encode("cp1257"),
        '<html><meta charset="iso-8859-13"><p>Ziņa'.encode("iso8859-13"),
        "\ufeff<html><p>Ziņa".encode(),
    ],
)
def test_encodings(page: bytes) -> None:
    assert shown(read(page)) == [("paragraph", None, "Ziņa")]


def test_entities_of_a_document_type_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("noslēpums", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{tmp_path / "secret"}">]><html><p>a&x;b'
    assert "noslēpums" not in read(page.encode()).text


def test_a_page_without_text() -> None:
    with pytest.raises(EmptyFileError, match=r"v\.html is a web page without text"):
        read("<script>x</script>")


def test_a_page_nested_deeper_than_any_is_not_cut_in_silence() -> None:
    with pytest.raises(DamagedFileError, match=r"v\.html is nested deeper"):
        read("<div>" * 400 + "teksts")


@pytest.mark.shared
def test_a_page_in_a_word_file(shared: Path) -> None:
    document = read_document(shared / "hard" / "apache+tika__testAltChunkHTML.docx")
    assert len(document.text) > 20


@pytest.mark.parametrize(
    ("page", "is_told"),
    [
        ("<html><body><p>Mācījās 5 bērni.</p></body></html>\n", False),
        ("<p>Mācījās 5 bērni, ja 3 < 5", False),
        ("<div dir=ltr>Mācījās 5 bērni.</div>", False),
        ("<HTML><BODY><P>Mācījās 5 bērni.</BODY>", False),
        ("<html><body><p>Mācījās 5 bērni un vēl", True),
        ("<p>Mācījās 5 bērni.</p><p cla", True),
    ],
)
def test_a_page_cut_off_is_told_of(page: str, is_told: bool) -> None:
    for data in (page.encode(), page.encode("utf-16")):
        document = read_web_page(data, "v.html")
        assert "Mācījās 5 bērni" in document.text
        assert any("v.html does not end as a web page does" in str(n) for n in document.notices) == is_told
    mail = make_mail("", html=page).as_bytes()
    assert any("does not end as a web page does" in str(n) for n in read_bytes(mail, "a.eml").notices) == is_told
