"""Pictures in letters without pages: those that may hold text are read as further parts, or told of."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Mm
from PIL import Image

from arrival_files import make_mail, make_zip
from extract.errors import EmptyFileError
from extract.model import Document, PartRole
from extract.readers.dispatch import read_bytes
from extract.readers.libreoffice import convert, find_libreoffice
from extract.readers.sniff import Format
from extract.rendering.leaves import find_leaf
from pdf_drawing import Drawing
from program_stand_ins import no_programs
from scanning import photograph, saved

OWN = "Novads nosūta informāciju par paveikto."
SHOWN = "2022. gadā nometnē Ķemeros piedalījās 12 jaunieši."
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
)


def scan(text: str = SHOWN) -> bytes:
    drawing = Drawing((420, 300))
    drawing.text(30, 150, text, 12)
    return saved(photograph(drawing.data()), "PNG", dpi=(200, 200))


def word(picture: bytes, millimetres: float, text: str = OWN) -> bytes:
    letter, stream = docx.Document(), io.BytesIO()
    if text:
        letter.add_paragraph(text)
    letter.add_picture(io.BytesIO(picture), width=Mm(millimetres))
    letter.save(stream)
    return stream.getvalue()


def rtf(picture: bytes, millimetres: float, text: str = OWN) -> bytes:
    width, height = Image.open(io.BytesIO(picture)).size
    across = round(millimetres / 25.4 * 1440)
    written = "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)
    properties = rf"{{\*\picprop{{\sp{{\sn pName}}{{\sv fade}}}}}}\picwgoal{across}\pichgoal{across * height // width}"
    shown = rf"{{\*\shppict{{\pict{properties}\pngblip {picture.hex()}}}}}{{\nonshppict{{\pict\wmetafile8 0102}}}}"
    return rf"{{\rtf1\ansi {written}\par {shown}\par}}".encode()


def _content(image: str, picture: bytes, millimetres: float, text: str) -> str:
    width, height = Image.open(io.BytesIO(picture)).size
    size = f'svg:width="{millimetres / 10}cm" svg:height="{millimetres / 10 * height / width}cm"'
    frame = f"<text:p><draw:frame {size}>{image}</draw:frame></text:p>"
    return f"<office:body><office:text><text:p>{text}</text:p>{frame}</office:text></office:body>"


def odt(picture: bytes, millimetres: float, text: str = OWN) -> bytes:
    image = '<draw:image xlink:href="Pictures/a.png" xmlns:xlink="http://www.w3.org/1999/xlink"/>'
    content = _content(image, picture, millimetres, text)
    root = f"<office:document-content {NAMESPACES}>{content}</office:document-content>"
    kind = b"application/vnd.oasis.opendocument.text"
    return make_zip({"mimetype": kind, "content.xml": root.encode(), "Pictures/a.png": picture})


def fodt(picture: bytes, millimetres: float, text: str = OWN) -> bytes:
    data = f"<office:binary-data>{base64.encodebytes(picture).decode()}</office:binary-data>"
    content = _content(f"<draw:image>{data}</draw:image>", picture, millimetres, text)
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    return f'<?xml version="1.0"?><office:document {kind} {NAMESPACES}>{content}</office:document>'.encode()


MAKERS = {"docx": word, "rtf": rtf, "odt": odt, "fodt": fodt}
every_format = pytest.mark.parametrize("suffix", MAKERS)


def read(data: bytes, suffix: str) -> Document:
    return read_bytes(data, f"v.{suffix}")


@pytest.mark.tesseract
@every_format
def test_a_large_picture_is_read(suffix: str) -> None:
    data = MAKERS[suffix](scan(), 150)
    document = read(data, suffix)
    assert document.text == f"{OWN}\n{SHOWN}"
    letter, picture = document.parts
    assert (letter.name, letter.role, document.text[letter.start : letter.end]) == (f"v.{suffix}", "letter", OWN)
    assert (picture.role, picture.first_page, document.text[picture.start : picture.end]) == ("letter", 1, SHOWN)
    (notice,) = map(str, document.notices)
    assert notice.startswith(f"v.{suffix} › {picture.name}, a picture in the letter, was read, too: its text was rec")
    assert find_leaf(data, f"v.{suffix}", picture.sha256) == (scan(), Format.IMAGE)


@pytest.mark.tesseract
@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_a_large_picture_in_a_doc_file_is_read() -> None:
    data = convert(word(scan(), 150), "docx", "doc", "v.docx")
    assert data is not None
    document = read(data, "doc")
    assert document.text == f"{OWN}\n{SHOWN}"
    assert document.format == "doc"


@pytest.mark.tesseract
@every_format
def test_a_letter_that_is_a_picture_only(suffix: str) -> None:
    assert read(MAKERS[suffix](scan(), 150, ""), suffix).text == SHOWN
    with pytest.raises(EmptyFileError, match="has no text in its body"):
        read(MAKERS[suffix](saved(Image.new("L", (900, 600), 255), "PNG"), 150, ""), suffix)


@every_format
def test_logos_are_passed_over(suffix: str) -> None:
    document = read(MAKERS[suffix](scan(), 40), suffix)
    assert document.text == OWN
    assert (document.parts, document.notices) == ((), ())


@every_format
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda picture: picture[: len(picture) // 2], "is a damaged picture"),
        (lambda picture: b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(80), "is a drawing in the letter"),
    ],
    ids=["cut off", "drawing"],
)
def test_what_cannot_be_read_is_told_of_and_the_letter_is_read(
    suffix: str, spoil: Callable[[bytes], bytes], told: str
) -> None:
    picture = scan()
    made = MAKERS[suffix](picture, 150)
    spoilt = spoil(picture)
    if suffix in ("docx", "odt"):
        made = replaced(made, spoilt)
    elif suffix == "rtf":
        made = made.replace(picture.hex().encode(), spoilt.hex().encode())
    else:
        made = made.replace(base64.encodebytes(picture), base64.encodebytes(spoilt))
    document = read(made, suffix)
    assert document.text == OWN
    assert [part.role for part in document.parts] == [PartRole.LETTER, PartRole.UNREADABLE]
    assert any(told in str(notice) for notice in document.notices)


def replaced(package: bytes, picture: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return make_zip({n: picture if n.endswith(".png") else archive.read(n) for n in archive.namelist()})


def test_without_the_program_pictures_are_told_of() -> None:
    data = word(scan(), 150)
    with no_programs():
        document = read(data, "docx")
    assert document.text == OWN
    assert [part.role for part in document.parts] == [PartRole.LETTER, PartRole.UNREADABLE]
    assert any("Install the Debian packages tesseract-ocr" in str(notice) for notice in document.notices)


def test_a_picture_in_a_header_is_no_part(tmp_path: Path) -> None:
    letter = docx.Document()
    letter.add_paragraph(OWN)
    letter.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(scan()), width=Mm(150))
    letter.save(str(tmp_path / "v.docx"))
    assert read((tmp_path / "v.docx").read_bytes(), "docx").parts == ()
    data = rtf(scan(), 150).replace(b"{\\*\\shppict", b"{\\header ").replace(b"}\\par}", b"}}")
    assert read(data, "rtf").parts == ()


def test_a_picture_that_is_not_in_the_file_is_told_of() -> None:
    data = word(scan(), 150)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        data = make_zip({n: archive.read(n) for n in archive.namelist() if not n.endswith(".png")})
    document = read(data, "docx")
    assert [part.role for part in document.parts] == [PartRole.LETTER, PartRole.UNREADABLE]
    assert "cannot be got out of it" in str(document.notices[0])


@pytest.mark.tesseract
def test_a_letter_with_a_picture_in_a_mail() -> None:
    data = make_mail("Pielikumā.", {"a.txt": b"Sveiki.", "v.docx": word(scan(), 150)}).as_bytes()
    document = read_bytes(data, "m.eml")
    parts = {part.path: document.text[part.start : part.end] for part in document.parts}
    assert parts[("v.docx",)] == OWN
    assert parts[("v.docx", "image1.png")] == SHOWN
    picture = document.parts[-1]
    assert find_leaf(data, "m.eml", picture.sha256) == (scan(), Format.IMAGE)
    assert {box.page for word in document.words for box in word.boxes} == {1}
