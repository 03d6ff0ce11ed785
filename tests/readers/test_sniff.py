"""What a file is, told from its bytes."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.readers.sniff import Format, sniff_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIL = b"From: anna@example.lv\r\nTo: ministrija@example.lv\r\nSubject: Par\r\nDate: Mon, 6 Mar 2023\r\n\r\nTeksts"


def container(*members: str, mime_type: str | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mime_type:
            archive.writestr("mimetype", mime_type)
        for member in members:
            archive.writestr(member, "x")
    return stream.getvalue()


def stream_name(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(64)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n...", Format.PDF),
        (b"\r\n\r\n%PDF-1.4\n", Format.PDF),
        (b"%!PS junk" + bytes(300) + b"%PDF-1.4", Format.PDF),
        (rb"{\rtf1\ansi\ansicpg1257 Teksts}", Format.RTF),
        (b"\x89PNG\r\n\x1a\n....", Format.IMAGE),
        (b"\xff\xd8\xff\xe0....JFIF", Format.IMAGE),
        (b"II*\x00....", Format.IMAGE),
        (b"MM\x00*....", Format.IMAGE),
        (b"GIF89a....", Format.IMAGE),
        (b"RIFF....WEBPVP8 ", Format.IMAGE),
        (b"....ftypheic....", Format.IMAGE),
        (b"BM\x10\x00\x00\x00\x00\x00\x00\x00....", Format.IMAGE),
        (b"7z\xbc\xaf\x27\x1c..", Format.ARCHIVE),
        (b"Rar!\x1a\x07\x01\x00", Format.ARCHIVE),
        (b"\x1f\x8b\x08....", Format.ARCHIVE),
        (b"\xfd7zXZ\0..", Format.ARCHIVE),
        (b"\x28\xb5\x2f\xfd..", Format.ARCHIVE),
        (b"MSCF\0\0\0\0..", Format.ARCHIVE),
        (b"!\x08-lh5-..", Format.ARCHIVE),
        (bytes(16 * 2048) + b"\x01CD001", Format.ARCHIVE),
        (b"\x78\x9f\x3e\x22..", Format.TNEF),
        (bytes.fromhex("3082100006092a864886f70d010702"), Format.CMS),
        (
            b'<!DOCTYPE office:document [<!ENTITY a "b">]><office:document office:mimetype='
            b'"application/vnd.oasis.opendocument.text">',
            Format.ODT,
        ),
        (b'<!-- x --><office:document office:mimetype="application/vnd.oasis.opendocument.text">', Format.ODT),
        (b"<!DOCTYPE note [<!ENTITY a 'b'>]><note/>", Format.XML),
        (b"<!doctype html><p>Teksts", Format.HTML),
        (stream_name("EncryptedPackage"), Format.PROTECTED_OFFICE),
        (stream_name("WordDocument"), Format.DOC),
        (stream_name("Workbook"), Format.XLS),
        (stream_name("PowerPoint Document"), Format.PPT),
        (stream_name("__properties_version1.0"), Format.MSG),
        (stream_name("__properties_version1.0") + stream_name("WordDocument"), Format.MSG),
        (OLE, Format.OLE),
        (container("[Content_Types].xml", "word/document.xml"), Format.DOCX),
        (container("[Content_Types].xml", "xl/workbook.xml"), Format.XLSX),
        (container("[Content_Types].xml", "ppt/presentation.xml"), Format.PPTX),
        (container("content.xml", mime_type="application/vnd.oasis.opendocument.text"), Format.ODT),
        (container("content.xml", mime_type="application/vnd.oasis.opendocument.spreadsheet"), Format.ODS),
        (container("content.xml", "styles.xml"), Format.ODT),
        (container("a.docx", mime_type="application/vnd.etsi.asic-e+zip"), Format.ASICE),
        (container("a.docx", "META-INF/edoc-signatures-S1.xml"), Format.ASICE),
        (container("[Content_Types].xml", "EDoc/Documents/a.doc"), Format.ASICE),
        (container("a.txt", "b.pdf"), Format.ZIP),
        (container(), Format.ZIP),
        (b"PK\x03\x04........word/document.xml....", Format.DOCX),
        (b"#\x00\xf3" + container("META-INF/signatures.xml"), Format.ASICE),
        (b"#\x00\xf3\n7 0 obj\n<</Length 9>>\nstream\nabc\nendstream\nendobj\n", Format.PDF),
        (b"PK\x03\x04........", Format.ZIP),
        (MAIL, Format.EML),
        (b"Received: from x\n by y\nMIME-Version: 1.0\nSubject: x\n\nTeksts", Format.EML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x", Format.EML),
        (b"From: Anna\nSveiki!\n", Format.TXT),
        (b"Subject: Par atbildi\n\nSveiki! To: visiem", Format.TXT),
        (b"<!DOCTYPE html><html>", Format.HTML),
        (b"\xef\xbb\xbf\n <HTML><body>", Format.HTML),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", Format.HTML),
        (b"<?xml version='1.0'?><office:document>", Format.XML),
        ("Jūras novads\nAtbilde".encode(), Format.TXT),
        ("Jūras novads\nAtbilde".encode("cp1257"), Format.TXT),
        ("Jūras novads\nAtbilde".encode("utf-16"), Format.TXT),
        ("Jūras novads\nAtbilde".encode("utf-16-le"), Format.TXT),
        ("Jūras novads\nAtbilde".encode("utf-16-be"), Format.TXT),
        ("Jūras novads\nAtbilde".encode("utf-32"), Format.TXT),
        (b"PKS ir saite", Format.TXT),
        (b"MZ\x90\x00\x03" + bytes(3) + b"\x04" + b"\xff\xb8" * 40, Format.UNKNOWN),
    ],
)
def test_sniff_format(data: bytes, expected: Format) -> None:
    assert sniff_format(data, "fails.bin") is expected


def test_word_file_named_otherwise(blank_word: bytes) -> None:
    assert sniff_format(blank_word, "x.pdf") is Format.DOCX


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.docx", Format.DOCX),
        ("A.EDOC", Format.ASICE),
        ("a.odt", Format.ODT),
        ("a.zip", Format.ZIP),
        ("a", Format.ZIP),
    ],
)
def test_name_tells_only_of_a_container_that_cannot_be_looked_into(name: str, expected: Format) -> None:
    assert sniff_format(container("a.txt")[:40], name) is expected
    assert sniff_format(container("a.txt"), name) is Format.ZIP


FIRST: dict[str, Callable[[str], bool]] = {
    ".docx": lambda found: found == Format.DOCX,
    ".pdf": lambda found: found == Format.PDF,
    ".odt": lambda found: found in (Format.ODT, Format.TXT),  # one is no zip at all
    ".rtf": lambda found: found == Format.RTF,
    ".msg": lambda found: found == Format.MSG,
    ".doc": lambda found: found == Format.DOC,
    ".eml": lambda found: found == Format.EML,
    ".zip": lambda found: found == Format.ZIP,
    ".edoc": lambda found: found == Format.ASICE,
    ".asice": lambda found: found == Format.ASICE,
    ".txt": lambda found: found == Format.TXT,
}


@pytest.mark.shared
def test_real_files(shared: Path) -> None:
    files = [path for folder in ("hard", "gold/letters") for path in (shared / folder).iterdir() if path.is_file()]
    found = {path.name: (path.suffix, sniff_format(path.read_bytes(), path.name)) for path in files}
    wrong = {name: str(f) for name, (suffix, f) in found.items() if suffix in FIRST and not FIRST[suffix](f)}
    assert len(found) > 100
    assert wrong == {}


@pytest.mark.parametrize("kind", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_an_archive_is_none_of_the_files_in_it(kind: int) -> None:
    """The last file in a TAR of DOCX files stands at its end, where a ZIP archive has its directory."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=kind) as archive:
        for name in ("pirmā.docx", "otrā.docx"):
            content = container("[Content_Types].xml", "word/document.xml")
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    assert sniff_format(stream.getvalue(), "v.tar") is Format.ARCHIVE
