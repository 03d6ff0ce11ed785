"""Letters that are pictures: formats and kinds of pixels, pages, turned cameras, bombs and damage."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image

from extract.errors import DamagedFileError, EmptyFileError, ReadError, UnsupportedFormatError
from extract.model import Document
from extract.readers.dispatch import read_bytes
from pdf_drawing import Drawing
from scanning import photograph, roughen, saved

pytestmark = pytest.mark.tesseract

TEXT = "Nometnē Ķemeros piedalījās 12 jaunieši."


def page(text: str = TEXT, dpi: int = 200) -> Image.Image:
    drawing = Drawing((420, 300))
    drawing.text(50, 150, text, 12)
    return photograph(drawing.data(), dpi=dpi)


def read(data: bytes, name: str) -> Document:
    return read_bytes(data, name)


@pytest.mark.parametrize(
    ("format_", "mode", "options"),
    [
        ("PNG", "L", {"dpi": (200, 200)}),
        ("PNG", "1", {"dpi": (200, 200)}),
        ("JPEG", "CMYK", {"dpi": (200, 200)}),
        ("TIFF", "1", {"dpi": (200, 200), "compression": "group4"}),
        ("BMP", "RGB", {"dpi": (200, 200)}),
        ("WEBP", "RGB", {"lossless": True}),
        ("GIF", "P", {}),
    ],
)
def test_formats_and_kinds_of_pixels(format_: str, mode: str, options: dict[str, object]) -> None:
    document = read(saved(page().convert(mode), format_, **options), f"vēstule.{format_.lower()}")
    assert document.text == TEXT
    assert document.format == "image"
    assert document.words[0].boxes[0].page == 1


def test_words_stand_in_points_of_the_page() -> None:
    document = read(saved(page(dpi=150), "PNG", dpi=(150, 150)), "a.png")
    assert document.pages[0].width == pytest.approx(420, abs=1)
    (box,) = document.words[0].boxes
    assert box.x0 == pytest.approx(50, abs=2)
    assert box.bottom == pytest.approx(150, abs=2)


def test_without_dots_an_inch_the_picture_is_a_page_of_a4() -> None:
    drawing = Drawing()
    drawing.text(70, 150, TEXT)
    document = read(saved(photograph(drawing.data(), dpi=130), "PNG"), "a.png")
    assert document.text == TEXT
    assert document.pages[0].width == pytest.approx(595, abs=2)


def test_transparent_paper_is_white() -> None:
    ink = page().point(lambda tone: 255 - tone)
    picture = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    picture.putalpha(ink)
    assert read(saved(picture, "PNG", dpi=(200, 200)), "a.png").text == TEXT


def test_every_page_of_a_tiff_is_read() -> None:
    first, second = page(), page("Novadā dzīvo septiņas romu ģimenes.")
    data = saved(first, "TIFF", save_all=True, append_images=[second], dpi=(200, 200))
    document = read(data, "a.tif")
    assert [document.text[b.start : b.end] for b in document.blocks] == [TEXT, "Novadā dzīvo septiņas romu ģimenes."]
    assert [word.boxes[0].page for word in document.words][-1] == 2


def test_a_camera_held_sideways_is_told_by_the_file() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown turned clockwise by a quarter
    data = saved(roughen(page()).rotate(90, expand=True), "JPEG", exif=exif, dpi=(200, 200))
    document = read(data, "a.jpg")
    assert document.text == TEXT
    assert document.pages[0].width > document.pages[0].height


def huge_png(side: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    content = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", content) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [10_000, 32_000, 2**30])
def test_pictures_of_too_many_pixels_are_refused_before_they_are_unpacked(side: int) -> None:
    with pytest.raises(ReadError, match=r"bumba\.png has more than the 80 million pixels") as caught:
        read(huge_png(side), "bumba.png")
    assert "300 dpi" in str(caught.value.advice)


def test_cut_off_picture_is_damaged() -> None:
    data = saved(page(), "PNG")
    with pytest.raises(DamagedFileError, match=r"a\.png is a damaged picture"):
        read(data[: len(data) // 2], "a.png")


@pytest.mark.parametrize("data", [b"\x00\x00\x00\x18ftypheic" + bytes(60), b"AT&TFORM" + bytes(60)])
def test_pictures_of_other_kinds_are_told_of(data: bytes) -> None:
    with pytest.raises(UnsupportedFormatError, match="save it as PNG, JPEG, TIFF or PDF"):
        read(data, "a.heic")


def test_picture_without_text_is_an_error() -> None:
    with pytest.raises(EmptyFileError, match=r"No text was recognised on the picture a\.png"):
        read(saved(Image.new("L", (800, 600), 255), "PNG"), "a.png")


def test_what_cannot_be_recognised_is_left_out() -> None:
    # Random strokes: a recogniser sees something in them, with little confidence.
    picture = Image.effect_noise((900, 600), 120).resize((1800, 1200)).point(lambda tone: 0 if tone < 60 else 255)
    with pytest.raises(EmptyFileError):
        read(saved(picture, "PNG", dpi=(200, 200)), "a.png")


@pytest.mark.parametrize("share", [0.6, 0.95, 0.99])
def test_cut_off_tiff_of_several_pages_is_damaged(share: float) -> None:
    data = saved(page(), "TIFF", save_all=True, append_images=[page(), page()], compression="tiff_lzw")
    with pytest.raises(DamagedFileError, match=r"a\.tif is a damaged picture"):
        read(data[: round(share * len(data))], "a.tif")
