"""OpenDocument text: what of its XML is text, and where that text stands."""

import io
import zipfile
from pathlib import Path

import pytest

from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError
from extract.model import Cell
from extract.readers import read_document
from extract.readers.odt import read_odt
from extract.readers.sniff import Format, sniff_format
from word_markup import shown

_NAMES = "office style text table draw fo"
_CALLED = {"fo": "xsl-fo-compatible"}
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{_CALLED.get(name, name)}:1.0"' for name in _NAMES.split()
)
MIME = "application/vnd.oasis.opendocument.text"
BOLD = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
)
LISTS = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="1"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" style:num-suffix="."/>'
    '</text:list-style><text:list-style style:name="M">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7" style:num-suffix="."/></text:list-style>'
)


def content(body: str, styles: str = "") -> str:
    return (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt(body: str, styles: str = "", masters: str = "", **members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content(body, styles))
        page = f"<office:master-styles>{masters}</office:master-styles>"
        archive.writestr("styles.xml", f"<office:document-styles {_SPACES}>{page}</office:document-styles>")
        for name, text in members.items():
            archive.writestr({"manifest": "META-INF/manifest.xml"}[name], text)
    return stream.getvalue()


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def item(inner: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{inner}</text:list-item>"


def listed(items: str, attributes: str = "", style: str = "L") -> str:
    return f'<text:list text:style-name="{style}" {attributes}>{items}</text:list>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("Divi <text:span>bērni</text:span> dzied"), "Divi bērni dzied"),
        (p('a<text:s text:c="3"/>b<text:tab/>c'), "a b c"),
        (p("pie\u00adredze"), "pieredze"),
        (p("Sadarbībā ar<text:line-break/>Rīgas skolām."), "Sadarbībā ar Rīgas skolām."),
        (p("Notika koncerts.<text:line-break/>Dziedāja bērni."), "Notika koncerts.\nDziedāja bērni."),
        (p('redzams<text:span text:style-name="H"> paslēpts</text:span>'), "redzams"),
        (p("<text:a>vietne</text:a> <text:date>2022. gada 3. maijs</text:date>"), "vietne 2022. gada 3. maijs"),
        (
            "<text:tracked-changes><text:changed-region><text:deletion>" + p("divi ")
            + "</text:deletion></text:changed-region></text:tracked-changes>"
            + p('Bija <text:change-start text:change-id="a"/>trīs<text:change-end text:change-id="a"/> svētki'),
            "Bija trīs svētki",
        ),
        (p("<text:ruby><text:ruby-base>zem</text:ruby-base><text:ruby-text>virs</text:ruby-text></text:ruby>"), "zem"),
        (p("<text:title>Gada pārskats</text:title> ir"), "Gada pārskats ir"),
        (p("Ar <draw:frame><draw:object>" + p("17") + "</draw:object></draw:frame>diagrammu"), "Ar diagrammu"),
        ('<text:section text:display="none">' + p("x") + "</text:section>" + p("y"), "y"),
        (p("Rāmis<draw:frame><draw:text-box>" + p("iekšā") + "</draw:text-box></draw:frame>."), "Rāmis.\niekšā"),
    ],
)  # fmt: skip
def test_text(body: str, expected: str) -> None:
    assert read_odt(odt(body, BOLD), "v.odt").text == expected


def test_list_numbers_are_markers() -> None:
    deep = f"<text:list>{item(p('dziļi'))}</text:list>"
    inner = f"<text:list>{item(p('divi a'))}{item(p('divi b') + deep)}</text:list>"
    header = f"<text:list-header>{p('Galva')}</text:list-header>"
    body = listed(header + item(p("viens") + p("vēl")) + item(p("divi") + inner))
    body += p("Starp") + listed(item(p("trīs")), 'text:continue-numbering="true"')
    body += listed(item(p("septiņi"), 'text:start-value="7"')) + listed(item(p("zīme")), style="M")
    document = read_odt(odt(body, LISTS), "v.odt")
    assert [(b.marker, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        (None, 0, "Galva"), ("1.", 0, "viens"), (None, 0, "vēl"), ("2.", 0, "divi"), ("a)", 1, "divi a"),
        ("b)", 1, "divi b"), ("2.b.1.", 2, "dziļi"), (None, 0, "Starp"), ("3.", 0, "trīs"), ("7.", 0, "septiņi"),
        ("•", 0, "zīme"),
    ]  # fmt: skip


def test_lists_without_names_count_each_by_itself() -> None:
    body = listed(item(p("viens a")) + item(p("divi a"))) + p("Starp") + listed(item(p("viens b")))
    document = read_odt(odt(body, LISTS), "v.odt")
    assert [b.marker for b in document.blocks] == ["1.", "2.", None, "1."]


def test_headings_and_emphasis() -> None:
    body = '<text:h text:outline-level="2">Skolas</text:h>' + p('<text:span text:style-name="B">Darbs</text:span>')
    document = read_odt(odt(body + p("Notika daudz dažādu koncertu.")), "v.odt")
    assert [(b.kind, b.level) for b in document.blocks] == [("heading", 1), ("paragraph", 0), ("paragraph", 0)]
    document = read_odt(odt(body + p("Notika daudz dažādu koncertu."), BOLD), "v.odt")
    assert [(b.kind, b.level) for b in document.blocks] == [("heading", 1), ("heading", 0), ("paragraph", 0)]


def test_merged_cells() -> None:
    cell = "<table:table-cell {}>{}</table:table-cell>"
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    rows = "<table:table-header-rows><table:table-row>" + cell.format('table:number-columns-spanned="3"', p("A"))
    rows += covered + cell.format("", p("B")) + "</table:table-row></table:table-header-rows>"
    rows += "<table:table-row><table:covered-table-cell/>" + cell.format("", p("C")) + "</table:table-row>"
    document = read_odt(odt(f"<table:table>{rows}</table:table>"), "v.odt")
    assert [(document.text[b.start : b.end], b.cell) for b in document.blocks] == [
        ("A", Cell(0, 0, 0)), ("B", Cell(0, 0, 3)), ("C", Cell(0, 1, 1))
    ]  # fmt: skip


def test_stories_beside_the_body() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("Piezīme.") + "</text:note-body>"
    body = p(f"Teksts{note}</text:note> beidzas<office:annotation>{p('Komentārs')}</office:annotation>.")
    master = '<style:master-page style:name="{}"><style:header>{}</style:header><style:footer>{}</style:footer>'
    master = master.format("Standard", p("Galva"), p("Kāja")) + "</style:master-page>"
    master += f'<style:master-page style:name="X"><style:header>{p("Nelietots")}</style:header></style:master-page>'
    document = read_odt(odt(body, masters=master), "v.odt")
    assert shown(document) == ["Galva", "Teksts beidzas.", "Piezīme.", "Kāja", "Komentārs"]
    assert [b.kind for b in document.blocks] == ["header", "paragraph", "footnote", "footer", "comment"]


def test_flat_file() -> None:
    flat = content(p("Sveicināti!")).replace("document-content", "document")
    flat = flat.replace("<office:document ", f'<office:document office:mimetype="{MIME}" ', 1)
    data = f'<?xml version="1.0" encoding="UTF-8"?>\n{flat}'.encode()
    assert sniff_format(data, "v.fodt") is Format.ODT
    assert read_odt(data, "v.fodt").text == "Sveicināti!"


def test_password_damage_and_nothing() -> None:
    locked = '<manifest:file-entry xmlns:manifest="m"><manifest:encryption-data/></manifest:file-entry>'
    with pytest.raises(EncryptedFileError, match=r"v\.odt is an Office document that needs a password"):
        read_odt(odt(p("x"), manifest=locked), "v.odt")
    with pytest.raises(EmptyFileError):
        read_odt(odt(p(" ")), "v.odt")
    with pytest.raises(DamagedFileError):
        read_odt(odt(p("x"))[:-40], "v.odt")
    with pytest.raises(DamagedFileError):
        read_odt(odt(p("</text:p><broken>")), "v.odt")
    with pytest.raises(DamagedFileError, match=r"v\.fodt declares a document type"):
        read_odt(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "v.fodt")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("apache+tika__testFooter.odt", "Here is footer text"),
        ("apache+tika__testNPEOpenDocument.odt", "Enunciado de la práctica"),
        ("apache+tika__testODTEmbedded.odt", "This document has bold and italic text."),
        ("apache+tika__testODTMacro.fodt", "Hello dear user,"),
        ("apache+tika__testODTMacro.odt", "Hello dear user,"),
    ],
)
def test_hard_files(shared: Path, file: str, words: str) -> None:
    document = read_document(shared / "hard" / file)
    assert words in document.text
    assert document.format == "odt"
