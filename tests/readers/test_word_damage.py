"""DOCX files that are broken, locked, empty or made to do harm."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.errors import DamagedFileError, EmptyFileError, EncryptedFileError, ReadError
from extract.model import Document
from extract.readers import archives, read_document, word_package
from extract.readers.archives import Archive
from extract.readers.word import read_word

MakeWord = Callable[..., bytes]
LINE = "<w:p><w:r><w:t>Sveicināti!</w:t></w:r></w:p>"


def rezip(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The archive with the content of its members changed; None leaves one out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if (content := change(member, old.read(member))) is not None:
                new.writestr(member, content)
    return stream.getvalue()


@pytest.mark.parametrize("kept", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated(make_word: MakeWord, kept: float) -> None:
    data = make_word(LINE)
    with pytest.raises(DamagedFileError, match=r"vēstule\.docx is damaged"):
        read_word(data[: int(kept * len(data))], "vēstule.docx")


def test_broken_member(make_word: MakeWord) -> None:
    data = bytearray(make_word(LINE * 500))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        start = archive.getinfo("word/document.xml").header_offset + 60
    data[start : start + 20] = b"\xff" * 20
    with pytest.raises(DamagedFileError):
        read_word(bytes(data), "v.docx")


@pytest.mark.parametrize("content", [b"", b"<w:document", b"<a/>", b"\x00\x01\x02", b"<w:document/>"])
def test_broken_main_part(make_word: MakeWord, content: bytes) -> None:
    data = rezip(make_word(LINE), lambda name, old: content if name == "word/document.xml" else old)
    with pytest.raises(DamagedFileError):
        read_word(data, "v.docx")


def test_missing_main_part(make_word: MakeWord) -> None:
    data = rezip(make_word(LINE), lambda name, old: None if name == "word/document.xml" else old)
    with pytest.raises(DamagedFileError):
        read_word(data, "v.docx")


@pytest.mark.parametrize("missing", ["_rels/.rels", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml",
                                     "word/_rels/document.xml.rels", "docProps/core.xml"])  # fmt: skip
def test_missing_part_that_the_text_does_not_need(make_word: MakeWord, missing: str) -> None:
    data = rezip(make_word(LINE), lambda name, old: None if name == missing else old)
    assert read_word(data, "v.docx").text == "Sveicināti!"


def test_strict_namespaces(make_word: MakeWord) -> None:
    def strict(name: str, old: bytes) -> bytes:
        return old.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        ).replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                  b"http://purl.oclc.org/ooxml/officeDocument/relationships")  # fmt: skip

    body = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Virsraksts</w:t></w:r></w:p>' + LINE
    body += '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    data = rezip(make_word(body, header1="<w:p><w:r><w:t>Galva</w:t></w:r></w:p>"), strict)
    document = read_word(data, "v.docx")
    assert document.text == "Galva\nVirsraksts\nSveicināti!"
    assert document.blocks[1].kind == "heading"


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:p><w:r><w:t> \u00a0\u200b</w:t></w:r></w:p>", "<w:sectPr/>",
                                  "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"])  # fmt: skip
def test_without_text(make_word: MakeWord, body: str) -> None:
    with pytest.raises(EmptyFileError, match=r"v\.docx has no text in its body"):
        read_word(make_word(body), "v.docx")


def test_text_in_the_header_alone_is_no_letter(make_word: MakeWord) -> None:
    body = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    with pytest.raises(EmptyFileError):
        read_word(make_word(body, header1=LINE), "v.docx")


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c SYSTEM "file:///etc/hostname">]>'
)


@pytest.mark.parametrize("entity", [b"&b;", b"&c;", b""])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_document_type_is_refused(make_word: MakeWord, part: str, entity: bytes) -> None:
    def poison(name: str, old: bytes) -> bytes:
        return LAUGHS + old.split(b"?>")[-1].replace(b"Sveicin", entity) if name == part else old

    with pytest.raises(DamagedFileError, match=r"v\.docx declares a document type"):
        read_word(rezip(make_word(LINE), poison), "v.docx")


def test_document_type_in_utf16_is_refused(make_word: MakeWord) -> None:
    poison = (LAUGHS.decode() + "<x>&b;</x>").replace("?>", ' encoding="UTF-16"?>', 1).encode("utf-16")
    data = rezip(make_word(LINE), lambda name, old: poison if name == "word/document.xml" else old)
    with pytest.raises(DamagedFileError, match=r"v\.docx declares a document type"):
        read_word(data, "v.docx")


def test_bomb_is_refused_before_it_is_unpacked(make_word: MakeWord) -> None:
    bomb = b"<w:document>" + b" " * (60 * 1024 * 1024)
    data = rezip(make_word(LINE), lambda name, old: bomb if name == "word/document.xml" else old)
    assert len(data) < 200_000
    with pytest.raises(DamagedFileError, match="unpacks to far more than a letter holds"):
        read_word(data, "v.docx")


def zip_of(content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("a", content)
    return stream.getvalue()


def test_member_beyond_its_limit() -> None:
    with Archive(zip_of(b"x" * 5000), "v.docx") as archive:
        assert len(archive.read("a", 5000)) == 5000
        with pytest.raises(DamagedFileError, match=r"A part of v\.docx unpacks to more than the 0 MB"):
            archive.read("a", 4999)


def test_size_that_the_directory_hides() -> None:
    # Both sizes, in the directory and in the member's header, are made to say less.
    lying = zip_of(b"x" * 5000).replace(struct.pack("<I", 5000), struct.pack("<I", 900))
    with Archive(lying, "v.docx") as archive, pytest.raises(DamagedFileError):
        archive.read("a", 1000)


def test_too_large_xml(make_word: MakeWord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "MAX_XML_BYTES", 10_000)
    with pytest.raises(DamagedFileError, match=r"A part of v\.docx unpacks to more than the 0 MB"):
        read_word(make_word(LINE * 500), "v.docx")


def test_too_many_members(monkeypatch: pytest.MonkeyPatch, make_word: MakeWord) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 5)
    with pytest.raises(DamagedFileError):
        read_word(make_word(LINE), "v.docx")


def test_member_with_a_password(make_word: MakeWord) -> None:
    data = bytearray(make_word(LINE))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    with pytest.raises(EncryptedFileError):
        read_word(bytes(data), "v.docx")


def test_deep_nesting_is_an_error_and_no_crash(make_word: MakeWord) -> None:
    deep = "<w:sdt><w:sdtContent>" * 2000 + LINE + "</w:sdtContent></w:sdt>" * 2000
    with pytest.raises(DamagedFileError, match=r"v\.docx is nested deeper than any letter"):
        read_word(make_word(deep), "v.docx")


def test_nesting_as_deep_as_the_parser_allows(make_word: MakeWord) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 80 + LINE + "</w:tc></w:tr></w:tbl>" * 80
    assert read_word(make_word(deep), "v.docx").text == "Sveicināti!"


def test_circle_of_styles(make_word: MakeWord) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Teksts</w:t></w:r></w:p>'
    assert read_word(make_word(body, styles=styles), "v.docx").text == "Teksts"


def read_or_error(path: Path) -> Document | ReadError:
    try:
        return read_document(path)
    except ReadError as error:
        return error


@pytest.mark.shared
def test_hard_files_give_a_document_or_an_error_with_their_name(shared: Path) -> None:
    files = sorted((shared / "hard").glob("*.docx"))
    assert files
    for path in files:
        outcome = read_or_error(path)
        if isinstance(outcome, Document):
            assert outcome.text
        else:
            assert path.name in str(outcome.cause)
            assert str(outcome.advice)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "error"),
    [
        ("apache+poi__Bug60341.docx", EmptyFileError),
        ("apache+poi__zero-length.docx", EmptyFileError),
        ("apache+poi__truncated62886.docx", DamagedFileError),
        ("apache+tika__testWORD_truncated.docx", DamagedFileError),
        ("apache+poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx", DamagedFileError),
    ],
)
def test_cause_is_named(shared: Path, file: str, error: type[ReadError]) -> None:
    with pytest.raises(error):
        read_document(shared / "hard" / file)


@pytest.mark.shared
def test_tracked_changes_of_a_real_file(shared: Path) -> None:
    path = shared / "hard" / "apache+poi__delins.docx"
    text = read_document(path).text
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("word/document.xml").decode()
    deleted = [part.split(">", 1)[1].split("<")[0].strip() for part in xml.split("<w:delText")[1:]]
    long = [part for part in deleted if len(part) > 12]
    assert long
    assert not [part for part in long if part in text]
