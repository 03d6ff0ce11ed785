"""Pages per second of each format, beside the bare library on the same pages, in one run.

    python benchmarks/reading_speed.py [FORMAT …]        (without formats: all)

The letters are those of `corpus/files`; for scans and pictures their PDF pages are made into pictures first. Seconds
are processor seconds of this process and its children (Tesseract), the best of three; of one for scans and pictures.
A format without pages counts 1,800 characters of its text as one.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx
import numpy as np
import pdfplumber
import pypdfium2
from PIL import Image

from extract.readers.dispatch import read_bytes
from extract.readers.tesseract import LANGUAGE

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "files"
CHARACTERS = 1_800
#: PDF letters of which scans are made: two pages each, one with a ruled table.
SCANNED = ("liepajas-vp.pdf", "jelgavas-nov.pdf")

Letters = list[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, its letters, and the bare libraries: what each does with the bytes of one letter."""

    letters: Callable[[], Letters]
    bare: dict[str, Callable[[bytes], object]]
    times: int = 3


def corpus(suffix: str) -> Letters:
    """The letters of the corpus whose names end so."""
    return [(path.name, path.read_bytes()) for path in sorted(CORPUS.glob(f"*{suffix}"))]


def pictures() -> list[tuple[str, list[Image.Image]]]:
    """Pages of letters as a scanner at 200 dots an inch sees them: askew and noisy."""
    found = []
    for name in SCANNED:
        document = pypdfium2.PdfDocument((CORPUS / name).read_bytes())
        pages = []
        for page in document:
            picture = page.render(scale=200 / 72, grayscale=True).to_pil().convert("L")
            tones = np.asarray(picture.rotate(0.8, Image.Resampling.BICUBIC, fillcolor=255), np.float32) * 0.9 + 15
            tones += np.random.default_rng(1).normal(0, 6, tones.shape)
            pages.append(Image.fromarray(tones.clip(0, 255).astype(np.uint8)))
        found.append((name, pages))
    return found


def as_file(pages: Sequence[Image.Image], format_: str) -> bytes:
    """The pages as one file."""
    stream = io.BytesIO()
    several = {} if format_ == "PNG" else {"save_all": True, "append_images": pages[1:]}
    dots = {"resolution": 200} if format_ == "PDF" else {"dpi": (200, 200)}
    pages[0].save(stream, format_, **several, **dots)
    return stream.getvalue()


def scans(format_: str) -> Letters:
    """The letters' pictures in files of the format."""
    return [(f"{name}.{format_.lower()}", as_file(pages, format_)) for name, pages in pictures()]


def extract_with_pdfplumber(data: bytes) -> int:
    """Characters of the text."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def extract_with_pypdfium2(data: bytes) -> int:
    """Characters of the text, without any places."""
    document = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def extract_with_python_docx(data: bytes) -> int:
    """Characters of the paragraphs and tables."""
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return sum(len(paragraph.text) for paragraph in document.paragraphs) + sum(map(len, cells))


def recognise_pdf(data: bytes) -> None:
    """Pages drawn at 300 dots an inch and given to Tesseract as they are."""
    for page in pypdfium2.PdfDocument(data):
        tesseract(page.render(scale=300 / 72, grayscale=True).to_pil().convert("L"))


def recognise_picture(data: bytes) -> None:
    """The frames of the file, given to Tesseract as they are."""
    with Image.open(io.BytesIO(data)) as file:
        for number in range(getattr(file, "n_frames", 1)):
            file.seek(number)
            tesseract(file.convert("L"))


def tesseract(picture: Image.Image) -> None:
    """Run the program on the picture, as its users do; its output is thrown away."""
    portable = b"P5\n%d %d\n255\n" % picture.size + picture.tobytes()
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE]
    subprocess.run(command, input=portable, capture_output=True, check=True, env={"OMP_THREAD_LIMIT": "1"})


FORMATS = {
    "pdf": Format(lambda: corpus(".pdf"), {"pdfplumber": extract_with_pdfplumber, "pypdfium2": extract_with_pypdfium2}),
    "docx": Format(lambda: corpus(".docx"), {"python-docx": extract_with_python_docx}),
    "txt": Format(lambda: corpus(".txt"), {}),
    "scan": Format(lambda: scans("PDF"), {"tesseract": recognise_pdf}, times=1),
    "tiff": Format(lambda: scans("TIFF"), {"tesseract": recognise_picture}, times=1),
    "png": Format(lambda: scans("PNG"), {"tesseract": recognise_picture}, times=1),
}


def seconds(work: Callable[[bytes], object], letters: Iterable[tuple[str, bytes]]) -> float:
    """Processor seconds of the work on all letters, child processes included."""
    before = processor_time()
    for _, data in letters:
        work(data)
    return processor_time() - before


def processor_time() -> float:
    """Processor seconds so far of this process and its children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def main() -> None:
    """Print a row for each format and bare library."""
    print(f"{'':8}{'pages':>7}{'ours/s':>9}   beside")
    for name in sys.argv[1:] or FORMATS:
        format_ = FORMATS[name]
        letters = format_.letters()
        documents = [read_bytes(data, file) for file, data in letters]  # loads what has to be loaded, too
        pages = sum(len(document.pages) or len(document.text) / CHARACTERS for document in documents)
        ours = min(seconds(partial(read_bytes, name=f"a.{name}"), letters) for _ in range(format_.times))
        row = f"{name:8}{pages:7.0f}{pages / ours:9.1f}   "
        for library, work in format_.bare.items():
            bare = min(seconds(work, letters) for _ in range(format_.times))
            row += f"{library} {pages / bare:.1f}/s: ours takes {ours / bare:.2f} of its time   "
        print(row)


if __name__ == "__main__":
    main()
