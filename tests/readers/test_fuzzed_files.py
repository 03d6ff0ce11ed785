"""Files that were broken at random: each gives a document whose parts agree, or a ReadError that names it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from arrival_files import make_container, make_mail, make_zip, sign
from extract.errors import DamagedFileError, ReadError
from extract.readers.dispatch import read_bytes
from pdf_drawing import FONTS

TEXT = ("Talsu novads", "2022. gadā notika koncerts, tajā piedalījās 20 bērni.", "1. Izglītība")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def make_docx() -> bytes:
    document = docx.Document()
    for text in TEXT:
        document.add_paragraph(text)
    document.add_table(1, 2).cell(0, 1).text = "šūna"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def make_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=0)
    # The font has no Latvian letters; a page of squares would be recognised as a scan, which takes long.
    for i, text in enumerate(
        ("Talsu novads", "2022. gada novembris: koncerts, 20 dalibnieki.", "1. Sports un kultura")
    ):
        canvas.drawString(72, 700 - 20 * i, text)
    canvas.save()
    return stream.getvalue()


def make_odt() -> bytes:
    body = "".join(f"<text:p>{text}</text:p>" for text in TEXT)
    content = (
        f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def make_rtf() -> bytes:
    head = r"{\rtf1\ansi\ansicpg1257{\fonttbl{\f0\fcharset186 Arial;}}"
    return (head + r"\par ".join(TEXT) + "}").encode("cp1257")


def make_html() -> bytes:
    return ("<html><body><p>" + "</p><p>".join(TEXT) + "</p></body></html>").encode()


def make_edoc() -> bytes:
    files = {"vestule.docx": make_docx()}
    return make_container(files, [sign(files)])


#: A small file of each format, and what its reader calls the format.
SAMPLES: dict[str, tuple[Callable[[], bytes], str]] = {
    "docx": (make_docx, "docx"),
    "odt": (make_odt, "odt"),
    "rtf": (make_rtf, "rtf"),
    "pdf": (make_pdf, "pdf"),
    "txt": (lambda: "\r\n".join(TEXT).encode(), "txt"),
    "html": (make_html, "html"),
    "eml": (lambda: make_mail("Pielikumā nosūtām vēstuli.", {"vestule.docx": make_docx()}).as_bytes(), "eml"),
    "zip": (lambda: make_zip({"vestule.docx": make_docx(), "vestule.txt": "\n".join(TEXT).encode()}), "zip"),
    "edoc": (make_edoc, "asice"),
}


@cache
def sample(suffix: str) -> bytes:
    """The small file of the format, made once."""
    return SAMPLES[suffix][0]()


@st.composite
def broken(draw: st.DrawFn, data: bytes) -> bytes:
    """The file with bytes changed, a part doubled, moved or cut out, or its end missing."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        if not changed:
            break
        at = draw(st.integers(0, len(changed) - 1))
        end = min(len(changed), at + draw(st.integers(1, 64)))
        match draw(st.sampled_from(["flip", "cut", "double", "move", "truncate", "fill"])):
            case "flip":
                changed[at] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del changed[at:end]
            case "double":
                changed[at:at] = changed[at:end]
            case "move":
                part = changed[at:end]
                del changed[at:end]
                to = draw(st.integers(0, len(changed)))
                changed[to:to] = part
            case "truncate":
                del changed[at:]
            case _:
                changed[at:end] = draw(st.binary(min_size=1, max_size=16))
    return bytes(changed)


@pytest.mark.parametrize("suffix", SAMPLES)
@settings(max_examples=60)
@given(st.data())
def test_broken_files(suffix: str, data: st.DataObject) -> None:
    check_reading(data.draw(broken(sample(suffix))), f"v.{suffix}")


@cache
def picture() -> bytes:
    """A picture of the text as PNG without compression, so that what is changed in it is seen."""
    canvas = Image.new("L", (900, 220), 255)
    font = ImageFont.truetype(FONTS / "DejaVuSerif.ttf", 36)
    for row, line in enumerate(TEXT):
        ImageDraw.Draw(canvas).text((40, 20 + 60 * row), line, font=font)
    stream = io.BytesIO()
    canvas.save(stream, "PNG", dpi=(200, 200), compress_level=0)
    return stream.getvalue()


@st.composite
def broken_chunks(draw: st.DrawFn, data: bytes) -> bytes:
    """The PNG file with a chunk left out, doubled or changed, each with the check sum that it should have."""
    chunks: list[tuple[bytes, bytes]] = []
    at = 8
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        chunks.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + size]))
        at += size + 12
    i = draw(st.integers(0, len(chunks) - 1))
    kind, content = chunks[i]
    what = draw(st.sampled_from(["leave out", "double", "change", "swell"]))
    if what == "leave out":
        del chunks[i]
    elif what == "double":
        chunks.insert(i, chunks[i])
    elif what == "change":
        chunks[i] = kind, draw(broken(content)) if content else b"\0"
    else:
        chunks[i] = kind, b"\x7f\xff\xff\xff" * 2 + content[8:]
    return data[:8] + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


@pytest.mark.tesseract
@settings(max_examples=25)
@given(st.one_of(broken(picture()), broken_chunks(picture())))
def test_broken_pictures(content: bytes) -> None:
    check_reading(content, "v.png")


def check_reading(content: bytes, name: str) -> None:
    """Read a file: its document's parts agree, or the error names it."""
    try:
        document = read_bytes(content, name)
    except ReadError as error:
        assert name in str(error.cause)
        return
    text = document.text
    assert "\n".join(text[block.start : block.end] for block in document.blocks) == text
    for word in document.words:
        assert text[word.start : word.end].strip()
    for block in document.blocks:
        assert document.evidence(block.start, block.end).quote == text[block.start : block.end]


@pytest.mark.parametrize("suffix", SAMPLES)
def test_whole_files_are_read(suffix: str) -> None:
    document = read_bytes(sample(suffix), f"v.{suffix}")
    assert "koncerts" in document.text
    assert document.format == SAMPLES[suffix][1]


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_directory_that_points_before_the_file(suffix: str) -> None:
    data = bytearray(sample(suffix))
    place = slice(len(data) - 6, len(data) - 2)  # where the archive's directory begins, in its last record
    data[place] = (int.from_bytes(data[place], "little") + 1).to_bytes(4, "little")
    with pytest.raises(DamagedFileError):
        read_bytes(bytes(data), f"v.{suffix}")
