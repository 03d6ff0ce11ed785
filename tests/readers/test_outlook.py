"""Outlook messages: files written by the test after the published format, and those of others."""

import io
from datetime import UTC, datetime
from pathlib import Path

import compressed_rtf
import olefile
import pytest

from arrival_files import make_letter
from compound_files import Tree, make_attachment, make_message, write_compound
from extract.errors import DamagedFileError, ReadError
from extract.model import Document, PartRole
from extract.readers import read_document
from extract.readers.dispatch import read_bytes
from extract.readers.outlook_rtf import find_page, unpack_rtf
from extract.readers.web_page import read_web_page

SUBJECT, BODY, SENDER, ADDRESS, RTF = 0x0037, 0x1000, 0x0C1A, 0x5D01, 0x10090102
LETTER = make_letter("Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības.")
HEAD = {SUBJECT: "Atb: Par atbildi", SENDER: "Lietvedība", ADDRESS: "pasts@paraugi.example"}


def read(data: bytes, name: str = "pasts.msg") -> Document:
    return read_bytes(data, name)


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def test_the_writer_writes_what_the_library_reads() -> None:
    tree: Tree = {"a": b"x" * 5000, "b": {"c": b"y", "d": {"e": b"z" * 70}}, "f": b""}
    with olefile.OleFileIO(io.BytesIO(write_compound(tree)), raise_defects=olefile.DEFECT_POTENTIAL) as ole:
        assert sorted(ole.listdir()) == [["a"], ["b", "c"], ["b", "d", "e"], ["f"]]
        assert ole.openstream("a").read() == b"x" * 5000
        assert ole.openstream("b/d/e").read() == b"z" * 70


def test_a_message_with_a_letter() -> None:
    message = make_message(
        HEAD | {BODY: "Labdien!\r\n\r\nPielikumā vēstule.\r\n"},
        sent=datetime(2023, 3, 14, 7, 30, tzinfo=UTC),
        attachments=(make_attachment("vēstule.docx", LETTER),),
    )
    document = read(write_compound(message))
    assert document.format == "msg"
    assert lines(document) == [
        "Lietvedība <pasts@paraugi.example>", "14.03.2023. 07:30", "Par atbildi", "Labdien!", "Pielikumā vēstule.",
        "Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības.",
    ]  # fmt: skip
    assert [(part.path, part.format, part.is_message) for part in document.parts] == [
        ((), "msg", True),
        (("vēstule.docx",), "docx", False),
    ]
    assert document.notices == ()


@pytest.mark.parametrize("codepage", [1257, 1251, 65001])
def test_code_pages(codepage: int) -> None:
    text = "Рига" if codepage == 1251 else "Rīgas bērni"
    encoded = make_message({}, numbers={0x3FFD: codepage})
    raw = text.encode("utf-8" if codepage == 65001 else f"cp{codepage}")
    assert lines(read(write_compound({**encoded, "__substg1.0_1000001E": raw}))) == [text]


def test_an_unknown_code_page_is_guessed() -> None:
    tree = make_message({}, numbers={0x3FFD: 31337})
    assert lines(read(write_compound({**tree, "__substg1.0_1000001E": "Rīgas bērni".encode("cp1257")}))) == [
        "Rīgas bērni"
    ]


def test_the_page_of_a_message() -> None:
    tree = make_message(HEAD, page="<html><p>Labdien!<p>Bērni.".encode("cp1257"), numbers={0x3FDE: 1257})
    assert lines(read(write_compound(tree)))[-2:] == ["Labdien!", "Bērni."]


def test_a_message_in_a_message() -> None:
    inner = make_message({SUBJECT: "Talsi", BODY: "Sūtām."}, attachments=(make_attachment("v.docx", LETTER),), head=24)
    document = read(
        write_compound(make_message({BODY: "Pārsūtu."}, attachments=(make_attachment("", inner, method=5),)))
    )
    assert [part.path for part in document.parts] == [(), ("Talsi.msg",), ("Talsi.msg", "v.docx")]
    assert lines(document)[:3] == ["Pārsūtu.", "Talsi", "Sūtām."]


def test_links_and_hidden_attachments() -> None:
    attachments = (
        make_attachment("mākonī.docx", None, method=7),
        make_attachment("logo.png", b"\x89PNG\r\n\x1a\n", hidden=True),
        make_attachment("v.docx", LETTER),
    )
    document = read(write_compound(make_message({BODY: "Labdien!"}, attachments=attachments)))
    roles = {part.name: part.role for part in document.parts}
    assert (roles["mākonī.docx"], roles["logo.png"]) == (PartRole.UNREADABLE, PartRole.ASIDE)
    assert "mākonī.docx is only a link" in str(document.notices[0])


@pytest.mark.parametrize("compressed", [True, False])
def test_a_text_that_is_packed_rich_text_only(compressed: bool) -> None:
    head = rb"{\rtf1\ansi\ansicpg1257\deff0{\fonttbl{\f0 Arial;}}\pard "
    rtf = head + rb"Labdien!\par 2022. gad\'e2 {\b tr\'ees} b\'e7rni.\par}"
    packed = compressed_rtf.compress(rtf, compressed)
    tree = {**make_message({SUBJECT: "Talsi"}), "__substg1.0_10090102": packed}
    assert lines(read(write_compound(tree))) == ["Talsi", "Labdien!", "2022. gadā trīs bērni."]


def test_the_page_in_a_packed_text() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1257\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}"
        rb"{\colortbl\red0\green0\blue0;}\uc1\pard\plain\deftab360 \f0\fs24 "
        rb"{\*\htmltag18 <html>}{\*\htmltag50 <body>}\htmlrtf \lang1062 \htmlrtf0 "
        rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Labdien!{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0"
        rb"{\*\htmltag <table><tr><td>}Gads{\*\htmltag </td><td>}\htmlrtf\cell\htmlrtf0 B\'e7rni"
        rb"{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 \u353?eit"
        rb"{\*\htmltag </td></tr><tr><td>}2022{\*\htmltag </td><td>}3{\*\htmltag </td></tr></table>}"
        rb"{\f1 \'d0\'e8\'e3\'e0}{\*\mhtmltag <p>}{\pntext -}{\*\htmltag </body></html>}}"
    )
    tree = {**make_message({SUBJECT: "Talsi"}), "__substg1.0_10090102": compressed_rtf.compress(rtf)}
    document = read(write_compound(tree))
    assert lines(document) == ["Talsi", "Labdien!", "Gads", "Bērni šeit", "2022", "3", "Рига"]
    assert [block.cell and (block.cell.row, block.cell.column) for block in document.blocks] == [
        None, None, (0, 0), (0, 1), (1, 0), (1, 1), None,
    ]  # fmt: skip


@pytest.mark.parametrize("packed", [b"LZFu", b"", compressed_rtf.compress(b"{\\rtf1 Labdien!}" * 9)[:-9], b"x" * 99])
def test_a_packed_text_that_is_damaged_is_told_of(packed: bytes) -> None:
    tree = {**make_message({SUBJECT: "x"}), "__substg1.0_10090102": packed}
    with pytest.raises(
        ReadError, match=r"text of pasts\.msg is packed as only Outlook does" if packed else "no letter"
    ):
        read(write_compound(tree))


@pytest.mark.shared
def test_the_packed_texts_of_others_say_what_their_plain_texts_say(shared: Path) -> None:
    compared = 0
    for path in sorted((shared / "hard").glob("*.msg")):
        with olefile.OleFileIO(str(path)) as ole:
            for stream in ole.listdir():
                plain = [*stream[:-1], "__substg1.0_1000001F"]
                if stream[-1] != "__substg1.0_10090102" or not ole.exists(plain):
                    continue
                page = find_page(unpack_rtf(ole.openstream(stream).read(), path.name))
                assert page is not None
                said = ole.openstream(plain).read().decode("utf-16-le")
                assert read_web_page(page.encode(), path.name).text.split() == said.split()
                compared += 1
    assert compared == 6


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_cut_off_files_end_in_an_error_that_names_them(kept: float) -> None:
    message = make_message({BODY: "Labdien! " * 900}, attachments=(make_attachment("v.docx", LETTER),))
    data = write_compound(message)
    with pytest.raises(DamagedFileError, match=r"pasts\.msg.* is damaged"):
        read(data[: int(len(data) * kept)])


def test_bytes_changed_anywhere_end_in_a_document_or_an_error() -> None:
    message = make_message(HEAD | {BODY: "Labdien!"}, attachments=(make_attachment("v.docx", LETTER[:6000]),))
    data = write_compound(message)
    for at in range(0, len(data), 97):
        changed = bytearray(data)
        changed[at] ^= 0xFF
        try:
            document = read(bytes(changed))
        except ReadError as error:
            assert "pasts.msg" in str(error)
        else:
            assert all(document.block_at(block.start) == block for block in document.blocks)


@pytest.mark.shared
def test_the_messages_of_others(shared: Path) -> None:
    found = {}
    for path in sorted((shared / "hard").glob("*.msg")):
        document = read_document(path)
        found[path.stem.rpartition("-")[2].rpartition("_")[2]] = [
            (part.format, part.role.value) for part in document.parts
        ]
    own, inner, pdf, unread = ("msg", "letter"), ("msg", "letter"), ("pdf", "letter"), ("", "unreadable")
    assert found == {
        "CP1251": [own],
        "pdf": [own, inner, pdf],
        "4735011465854976": [own, unread, unread],
        "4848576776503296": [own],
        "msg": [own, inner, pdf],
        "chinese": [own],
    }
