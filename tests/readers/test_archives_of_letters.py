"""ZIP archives with letters in them, honest and not; PDF files that carry others."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from arrival_files import embed, make_container, make_letter, make_mail, make_pdf, make_zip, sign
from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ReadError
from extract.model import Document, PartRole
from extract.readers import archives, containers, read_document, web_page
from extract.readers.dispatch import read_bytes
from pdf_drawing import Drawing

TEXT = "Novadā notika nodarbības.".encode()
SOUND = make_zip({"v.txt": TEXT, "mape/w.html": b"<html><p>teksts</p>"})
SIGNED = make_container({"v.txt": TEXT}, [sign({"v.txt": TEXT})])
MAILED = make_mail("Labdien!", {"v.txt": TEXT}, html="<p>Labdien!</p>").as_bytes()
LETTER = make_letter("Talsu novada pašvaldība", "2022. gadā notika trīs nodarbības.")


def read(data: bytes, name: str = "vēstules.zip") -> Document:
    return read_bytes(data, name)


def roles(document: Document) -> dict[str, str]:
    return {part.name: part.role.value for part in document.parts}


def test_embedded_files_that_need_a_password() -> None:
    """PDFium gives what only the owner's password opens as it is stored: as noise."""
    drawing = Drawing(encrypt=StandardEncryption("", "noslēpums"))
    drawing.text(70, 100, "Pielikumā vēstule.")
    data = embed(drawing.data(), {"vestule.pdf": bytes(range(255, 0, -1)), "dati.bin": bytes(range(255, 0, -1))})
    document = read_bytes(data, "mape.pdf")
    assert roles(document) == {"mape.pdf": "letter", "vestule.pdf": "unreadable", "dati.bin": "aside"}
    assert [str(notice) for notice in document.notices] == [
        "mape.pdf › vestule.pdf needs a password.",
        "Ask the sender for the letter without a password.",
    ]


def test_an_attached_file_that_needs_a_password() -> None:
    drawing = Drawing(encrypt="noslēpums")
    drawing.text(70, 100, "Slepeni.")
    mail = make_mail("Labdien! Nosūtām vēstuli.", {"vestule.pdf": drawing.data()})
    document = read_bytes(mail.as_bytes(), "pasts.eml")
    assert str(document.notices[0]) == "pasts.eml › vestule.pdf is encrypted and needs a password."


def test_every_cause_is_told_where_nothing_can_be_read() -> None:
    with pytest.raises(ReadError) as caught:
        read(make_zip({"a.docx": LETTER[:900], "b.rar": b"Rar!\x1a\x07\x00"}))
    assert str(caught.value.cause) == (
        "None of the 2 parts of vēstules.zip could be read. "
        "vēstules.zip › a.docx is damaged: it is cut off or was changed on its way. "
        "vēstules.zip › b.rar is a packed archive, which is not read."
    )


def test_letters_in_folders() -> None:
    document = read(make_zip({"2022/talsi.docx": LETTER, "2022/rīga.txt": "Rīgā notika koncerts.".encode()}))
    assert document.format == "zip"
    assert [part.path for part in document.parts] == [("2022/talsi.docx",), ("2022/rīga.txt",)]
    assert document.text.endswith("trīs nodarbības.\nRīgā notika koncerts.")
    assert document.notices == ()


def test_a_letter_packed_three_times() -> None:
    signed = make_container({"v.docx": LETTER}, [sign({"v.docx": LETTER})])
    mail = make_mail("Labdien!", {"a.zip": make_zip({"atbilde.edoc": signed})})
    document = read_bytes(mail.as_bytes(), "pasts.eml")
    letter = document.parts[-1]
    assert letter.path == ("a.zip", "atbilde.edoc", "v.docx")
    assert [signature.within for signature in document.signatures] == [("a.zip", "atbilde.edoc")]
    assert document.signatures[0].vouches_for(letter) == "intact"


def test_files_of_systems_are_passed_over() -> None:
    files = ["__MACOSX/._v.docx", ".DS_Store", "x/Thumbs.db", "x/~$v.docx", "desktop.ini"]
    document = read(make_zip({"v.docx": LETTER, **dict.fromkeys(files, b"x")}))
    assert roles(document) == {"v.docx": "letter"}


@pytest.mark.parametrize(
    "name", ["../v.docx", "a/../../v.docx", "/etc/v.docx", "C:/v.docx", "..\\v.docx", "\\\\host\\v.docx"]
)
def test_names_that_lead_elsewhere(name: str) -> None:
    with pytest.raises(DamagedFileError, match="could land outside"):
        read(make_zip({name: LETTER}))
    document = read(make_zip({name: LETTER, "laba.docx": LETTER}))
    assert sorted(roles(document).values()) == ["letter", "unreadable"]


def test_names_that_all_lead_elsewhere_are_named_as_such() -> None:
    with pytest.raises(DamagedFileError, match="could land outside") as caught:
        read(make_zip({"C:/v.docx": LETTER, "/etc/v.docx": LETTER}))
    assert "save the letter that it holds" not in str(caught.value.advice)


@pytest.mark.parametrize("name", ["mape/../v.docx", "./v.docx", "a/b/../../v.docx", "a..b/v..docx"])
def test_names_that_stay_within(name: str) -> None:
    document = read(make_zip({name: LETTER}))
    assert list(roles(document).values()) == ["letter"]


def test_links_are_not_followed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("v.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(DamagedFileError, match="is only a link to a file that did not come along"):
        read(stream.getvalue())


def test_two_files_of_one_name() -> None:
    stream = io.BytesIO()
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("v.txt", "viens")
        archive.writestr("v.txt", "otrs")
    with pytest.raises(DamagedFileError, match="stands in its archive more than once"):
        read(stream.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "cp775"])
def test_names_that_do_not_say_their_encoding(encoding: str) -> None:
    data = make_zip({"vestuleee.txt": b"teksts"})
    name = "vēstulē.txt".encode(encoding).ljust(13, b"x")
    document = read(data.replace(b"vestuleee.txt", name))
    assert [part.name.rstrip("x") for part in document.parts] == ["vēstulē.txt"]


def lock(data: bytes, name: str) -> bytes:
    """Set the flag of encryption of a member, in both of its heads."""
    changed = bytearray(data)
    for signature, flags, at_name in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        at = data.index(signature)
        while data[at + at_name : at + at_name + len(name)] != name.encode():
            at = data.index(signature, at + 1)
        changed[at + flags] |= 1
    return bytes(changed)


def test_a_locked_member_is_told_of_and_the_others_are_read() -> None:
    data = make_zip({"atverta.docx": LETTER, "slegta.docx": LETTER})
    document = read(lock(data, "slegta.docx"))
    assert roles(document) == {"atverta.docx": "letter", "slegta.docx": "unreadable"}
    assert "slegta.docx needs a password" in str(document.notices[0])
    with pytest.raises(EncryptedFileError, match=r"vēstules\.zip › v\.docx needs a password"):
        read(lock(make_zip({"v.docx": LETTER}), "v.docx"))


def test_a_bomb_is_not_opened() -> None:
    with pytest.raises(DamagedFileError, match="far more than a letter holds"):
        read(make_zip({"v.txt": bytes(30 * 1024 * 1024)}))


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("MAX_MEMBERS", r"vēstules\.zip holds more than 1 files"),
        ("MAX_TOTAL_BYTES", r"vēstules\.zip unpacks to more than the 0 MB that are read"),
        ("MAX_MEMBER_BYTES", r"A part of vēstules\.zip unpacks to more than the 0 MB that are read"),
    ],
)
def test_each_limit_is_told_as_what_it_is(monkeypatch: pytest.MonkeyPatch, limit: str, words: str) -> None:
    monkeypatch.setattr(archives, limit, 1)
    with pytest.raises(DamagedFileError, match=words):
        read(make_zip({"a.txt": b"teksts", "b.txt": b"teksts"}))


def test_a_directory_that_lies_of_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBER_BYTES", 1000)
    data = bytearray(make_zip({"v.txt": b"garums " * 1000}))
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", data, data.index(signature) + at, 10)
    with pytest.raises(DamagedFileError):
        read(bytes(data))


def test_bombs_in_each_other_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_TOTAL_BYTES", 3000)
    inner = {f"{i}.zip": make_zip({"v.txt": b"x" * 999}) for i in range(5)}
    with pytest.raises(DamagedFileError, match=r"vēstules\.zip unpacks to far more"):
        read(make_zip(inner))


def test_more_files_than_any_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_PARTS", 3)
    with pytest.raises(DamagedFileError, match=r"vēstules\.zip holds more than 3 files"):
        read(make_zip({f"{i}.txt": b"teksts" for i in range(4)}))


@pytest.mark.parametrize("files", [{}, {".DS_Store": b"x"}])
def test_an_archive_of_nothing(files: Mapping[str, bytes]) -> None:
    with pytest.raises(EmptyFileError, match=r"vēstules\.zip holds no letter"):
        read(make_zip(files))


def test_an_archive_cut_off() -> None:
    with pytest.raises(DamagedFileError, match=r"vēstules\.zip is damaged"):
        read(make_zip({"v.docx": LETTER})[:-60])


def test_an_archive_whose_beginning_is_missing() -> None:
    data = make_zip({"a.txt": b"teksts", "b.txt": b"teksts"})
    with pytest.raises(DamagedFileError, match=r"vēstules\.zip"):
        read(b"PK\x03\x04" + data[60:])


def test_a_member_without_a_name() -> None:
    data = make_zip({"v.txt": b"teksts", "x": b"otrs"})
    at = data.rindex(b"PK\x01\x02")
    nameless = data[: at + 28] + b"\0\0" + data[at + 30 : at + 46] + data[at + 47 :]
    size = struct.unpack_from("<L", nameless, len(nameless) - 10)[0]
    nameless = nameless[:-10] + struct.pack("<L", size - 1) + nameless[-6:]
    assert roles(read(nameless))["v.txt"] == "letter"


@settings(max_examples=60)
@given(at=st.integers(0, 2000), byte=st.binary(min_size=1, max_size=3))
def test_bytes_changed_anywhere_end_in_a_document_or_an_error(at: int, byte: bytes) -> None:
    for name, sound in (("a.zip", SOUND), ("a.edoc", SIGNED), ("a.eml", MAILED)):
        data = sound[: at % len(sound)] + byte + sound[at % len(sound) + len(byte) :]
        try:
            document = read_bytes(data, name)
        except ReadError as error:
            assert name in str(error)
        else:
            assert all(document.block_at(block.start) == block for block in document.blocks)


def test_a_part_whose_content_is_spoilt() -> None:
    data = bytearray(make_zip({"laba.docx": LETTER, "v.txt": b"garums " * 50}))
    at = bytes(data).index(b"v.txt") + 8
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert roles(read(bytes(data))) == {"laba.docx": "letter", "v.txt": "unreadable"}


def test_pages_words_and_boxes_run_on() -> None:
    pdf, other = make_pdf("First page.", "Second page."), make_pdf("Third page.")
    document = read(make_zip({"1.pdf": pdf, "2.pdf": other}))
    assert [(part.first_page, part.pages) for part in document.parts] == [(1, 2), (3, 1)]
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [block.page for block in document.blocks] == [1, 2, 3]
    start = document.text.index("Third")
    evidence = document.evidence(start, start + 5)
    assert (evidence.quote, evidence.page, evidence.boxes[0].page) == ("Third", 3, 3)
    alone = read_bytes(other, "2.pdf")
    assert evidence.boxes[0].x0 == alone.evidence(0, 5).boxes[0].x0


def test_tables_of_parts_keep_apart() -> None:
    page = b"<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    document = read(make_zip({"1.html": page, "2.html": page}))
    assert [block.cell.table for block in document.blocks if block.cell] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_a_notice_of_a_page_names_its_part_and_the_page_there() -> None:
    stream = make_zip({"1.pdf": make_pdf("First page"), "2.pdf": make_pdf("Second page", "")})
    document = read(stream)
    assert all(str(notice).startswith("2.pdf: Page 2 is ") for notice in document.notices if "page" in str(notice))
    assert "Page 3" not in " ".join(map(str, document.notices))
    assert [page.number for page in document.pages if not page.has_text] == [3]


def test_a_portfolio() -> None:
    cover = make_pdf("Open this portfolio in a newer program.")
    document = read_bytes(embed(cover, {"vestule.docx": LETTER, "dati.xml": b"<x/>"}), "mape.pdf")
    assert document.format == "pdf"
    own, *embedded = document.parts
    assert (own.path, own.is_message) == ((), True)
    assert {part.path: part.role for part in embedded} == {
        ("vestule.docx",): PartRole.LETTER,
        ("dati.xml",): PartRole.ASIDE,
    }


def test_a_pdf_file_without_others_has_no_parts() -> None:
    assert read_bytes(make_pdf("A letter"), "v.pdf").parts == ()


@pytest.mark.shared
def test_the_archives_and_portfolios_of_others(shared: Path) -> None:
    found: dict[str, list[str] | str] = {}
    for name in ("*.zip", "*PDFPackage.pdf", "*ttachment*.pdf"):
        for path in (shared / "hard").glob(name):
            try:
                document = read_document(path)
            except ReadError as error:
                assert path.name in str(error)
                found[path.name.partition("__")[2]] = type(error).__name__
                continue
            found[path.name.partition("__")[2]] = [part.role.value for part in document.parts]
    assert found == {
        "test-zip-of-zip.zip": ["letter"],
        "testZIP_corrupted_oom.zip": "DamagedFileError",
        "testZipEncrypted.zip": ["letter", "unreadable"],
        "testZip_absolutePath.zip": "DamagedFileError",
        "testZip_overlappingNames.zip": ["letter", "unreadable"],
        "issue-948.zip": ["letter"],
        "testPDFPackage.pdf": ["letter"] * 3,
        "testPDF_deeplyEmbeddedAttachments.pdf": ["letter"] * 21,
        "encrypted-attachment.pdf": ["letter", "unreadable"],
    }


def test_a_defect_met_by_one_part_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, name: str) -> Document:
        raise TypeError(name)

    monkeypatch.setattr(web_page, "read_web_page", fail)
    document = read(make_zip({"w.html": b"<html><p>teksts</p></html>", "a.docx": LETTER}))
    assert "notika trīs nodarbības" in document.text
    assert roles(document) == {"w.html": "unreadable", "a.docx": "letter"}
    assert "vēstules.zip › w.html met a defect of the program (TypeError)." in map(str, document.notices)
