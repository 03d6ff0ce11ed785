"""Pictures of pages and the places of words on them, held against the ink that is there."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from arrival_files import make_letter, make_mail, make_zip
from extract.errors import DamagedFileError
from extract.model import Box, Document
from extract.readers import read_document
from extract.rendering import LetterView, Renderer, find_original
from extract.rendering.view import join_lines

SCALE = 2.0
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer() as made:
        yield made


def store(path: Path, data: bytes) -> tuple[Document, Path]:
    path.write_bytes(data)
    return read_document(path), path


def ink(picture: bytes, box: Box, margin: float) -> tuple[float, float, float, float]:
    """The edges of what is dark within `margin` points around the box, in points: left, top, right, bottom."""
    pixels = np.asarray(Image.open(io.BytesIO(picture)).convert("L")) < 128
    x0, y0 = (max(0, round((edge - margin) * SCALE)) for edge in (box.x0, box.top))
    part = pixels[y0 : round((box.bottom + margin) * SCALE), x0 : round((box.x1 + margin) * SCALE)]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    return (
        (x0 + columns[0]) / SCALE,
        (y0 + rows[0]) / SCALE,
        (x0 + columns[-1] + 1) / SCALE,
        (y0 + rows[-1] + 1) / SCALE,
    )


def mixed_pages() -> bytes:
    """Pages of other sizes, turned, and with a visible part of its own; one lone block of ink as a word on each."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for size in (A4, landscape(A5), A4, A4, A4):
        canvas.setPageSize(size)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(200, 300, "HHHH")
        canvas.showPage()
    canvas.save()
    file = pypdfium2.PdfDocument(stream.getvalue())
    file[2].set_rotation(90)
    file[3].set_rotation(270)
    file[4].set_cropbox(100, 200, A4[0], A4[1])
    out = io.BytesIO()
    file.save(out)
    file.close()
    return out.getvalue()


def test_words_lie_on_their_ink_on_pages_of_mixed_sizes(renderer: Renderer, tmp_path: Path) -> None:
    document, path = store(tmp_path / "v.pdf", mixed_pages())
    view = renderer.view(document, path)
    assert [(round(page.width), round(page.height)) for page in view.pages] == [
        (595, 842), (595, 420), (842, 595), (842, 595), (495, 642)
    ]  # fmt: skip
    assert len(view.words) == 5
    for word in view.words:
        (box,) = view.boxes(word.start, word.end)
        left, top, right, bottom = ink(renderer.picture(document, path, box.page, SCALE), box, 5)
        # A letter keeps some white around it within its box: on its sides some hundredths of its size.
        along = (left - box.x0, box.x1 - right) if box.page not in (3, 4) else (top - box.top, box.bottom - bottom)
        across = (top - box.top, box.bottom - bottom) if box.page not in (3, 4) else (left - box.x0, box.x1 - right)
        assert all(-1 <= gap <= 2.5 for gap in along), (box, left, top, right, bottom)
        assert all(-1 <= gap <= 7 for gap in across), (box, left, top, right, bottom)


@needs_libreoffice
def test_a_letter_without_pages_is_laid_out_and_its_words_are_found(renderer: Renderer, tmp_path: Path) -> None:
    document, path = store(
        tmp_path / "v.docx", make_letter("Pirmā rindkopa par skolu.", "Nodarbības apmeklēja divpadsmit skolēni.")
    )
    view = renderer.view(document, path)
    assert len(view.pages) == 1
    start = document.text.index("divpadsmit skolēni")
    (box,) = view.boxes(start, start + len("divpadsmit skolēni"))
    left, top, right, bottom = ink(renderer.picture(document, path, 1, SCALE), box, 1)
    assert abs(left - box.x0) <= 1 and box.top - 1 <= top < bottom <= box.bottom + 1
    assert abs(right - box.x1) <= 4  # the full stop stands in the word's box


def test_a_text_file_flows(renderer: Renderer, tmp_path: Path) -> None:
    document, path = store(tmp_path / "v.txt", "Nodarbības apmeklēja 12 skolēni.".encode())
    view = renderer.view(document, path)
    assert view.pages == () and view.words == ()
    assert [(part.name, part.start, part.end) for part in view.parts] == [(None, 0, len(document.text))]
    with pytest.raises(IndexError, match=r"v\.txt has no page 1"):
        renderer.picture(document, path, 1, SCALE)


def test_without_its_original_a_letter_flows(renderer: Renderer, tmp_path: Path) -> None:
    document, _ = store(tmp_path / "v.pdf", mixed_pages())
    assert renderer.view(document, None).pages == ()


def test_pages_of_a_letter_in_a_mail_within_an_archive(renderer: Renderer, tmp_path: Path) -> None:
    mail = make_mail("Labdien! Pielikumā nosūtām vēstuli.", {"atbilde.pdf": mixed_pages()})
    document, path = store(tmp_path / "v.zip", make_zip({"pasts.eml": bytes(mail)}))
    view = renderer.view(document, path)
    assert [(part.name, len(part.pages)) for part in view.parts][-1] == ("atbilde.pdf", 5)
    picture = Image.open(io.BytesIO(renderer.picture(document, path, 2, 1.0)))
    assert abs(picture.width - 595) <= 1 and abs(picture.height - 420) <= 1


def test_a_picture_is_shown_in_the_size_that_was_read(renderer: Renderer, tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("needs Tesseract")
    from scanning import photograph, saved

    document, path = store(tmp_path / "v.png", saved(photograph(mixed_pages()), "PNG", dpi=(200, 200)))
    view = renderer.view(document, path)
    (word,) = view.words
    (box,) = view.boxes(word.start, word.end)
    left, _, right, _ = ink(renderer.picture(document, path, 1, SCALE), box, 5)
    assert abs(left - box.x0) <= 2 and abs(right - box.x1) <= 2


def test_an_original_that_was_changed_is_refused(renderer: Renderer, tmp_path: Path) -> None:
    document, path = store(tmp_path / "v.pdf", mixed_pages())
    assert find_original(path, "v.pdf", document.sha256, ()) == path
    path.write_bytes(path.read_bytes() + b"\n")
    assert find_original(path, "v.pdf", document.sha256, ()) is None
    with pytest.raises(DamagedFileError, match=r"v\.pdf is no longer what it was"):
        renderer.picture(document, path, 1, SCALE)


def test_an_original_that_was_moved_is_found_in_the_folders_given(tmp_path: Path) -> None:
    (tmp_path / "jauna").mkdir()
    document, path = store(tmp_path / "v.txt", b"Nodarbibas apmekleja 12 skoleni.")
    moved = path.rename(tmp_path / "jauna" / "v.txt")
    assert find_original(path, "v.txt", document.sha256, [tmp_path, tmp_path / "jauna"]) == moved
    assert find_original(None, "mape/v.txt", document.sha256, [tmp_path / "jauna"]) == moved
    assert find_original(None, "v.txt", document.sha256, [tmp_path]) is None


@needs_libreoffice
def test_a_letter_that_takes_too_long_to_lay_out_flows(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    document, path = store(tmp_path / "v.docx", make_letter("Nodarbības apmeklēja divpadsmit skolēni."))
    with Renderer(timeout=0.05) as hasty:
        assert hasty.view(document, path).pages == ()
    assert "v.docx cannot be shown" in caplog.text


def test_boxes_are_joined_by_line_and_page() -> None:
    boxes = [
        Box(1, 10, 10, 20, 20), Box(1, 23, 10, 40, 21), Box(1, 300, 10, 310, 20), Box(1, 10, 30, 20, 40),
        Box(2, 22, 30, 30, 40),
    ]  # fmt: skip
    assert join_lines(boxes) == (Box(1, 10, 10, 40, 21), *boxes[2:])


def test_only_words_that_share_a_character_are_marked(renderer: Renderer, tmp_path: Path) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.drawString(100, 700, "alfa beta gamma")
    canvas.save()
    document, path = store(tmp_path / "v.pdf", stream.getvalue())
    view: LetterView = renderer.view(document, path)
    start = document.text.index("beta")
    assert [document.text[w.start : w.end] for w in view.words_between(start, start + 4)] == ["beta"]
    assert [document.text[w.start : w.end] for w in view.words_between(start - 1, start + 5)] == ["beta"]
    assert view.words_between(0, 0) == ()
    assert len(view.words_on(1)) == 3
