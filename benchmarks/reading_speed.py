"""Pages per second of each format, beside the bare library on the same pages, in one run.

    python benchmarks/reading_speed.py [FORMAT …]        (without formats: all)

The letters are those of `corpus/files`; for scans and pictures their PDF pages are made into pictures first. Seconds
are processor seconds of this process and its children (Tesseract): the best of five for each letter, ours and the bare
libraries' in turn; of one for scans and pictures.
A format without pages counts 1,800 characters of its text as one.
"""

from __future__ import annotations

import io
import math
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import docx
import numpy as np
import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree
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
    times: int = 5


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


def extract_with_places(data: bytes) -> int:
    """Characters of the text with the box of each, which is what columns, paragraphs and tables are found by."""
    count = 0
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        count += len(text.get_text_range())
        for i in range(text.count_chars()):
            text.get_charbox(i)
    return count


def extract_with_styles(data: bytes) -> int:
    """Characters of the text with the box, font size and weight of each, which is what headings are found by, too."""
    count = 0
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        count += len(text.get_text_range())
        for i in range(text.count_chars()):
            text.get_charbox(i)
            pdfium.FPDFText_GetFontSize(text, i)
            pdfium.FPDFText_GetFontWeight(text, i)
    return count


def mails() -> Letters:
    """The DOCX letters, each attached to a mail that only covers it."""
    found = []
    for name, data in corpus(".docx"):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Vēstule"
        mail.set_content("Pielikumā nosūtām vēstuli.")
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
        found.append((f"{name}.eml", mail.as_bytes()))
    return found


def containers() -> Letters:
    """The DOCX letters, each in a container for signed documents."""
    found = []
    for name, data in corpus(".docx"):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
            archive.writestr(name, data)
        found.append((f"{name}.edoc", stream.getvalue()))
    return found


def attachment_with_python_docx(data: bytes) -> int:
    """Characters of the mail's attachment."""
    mail = message_from_bytes(data, policy=policy.default)
    (attachment,) = (part for part in mail.walk() if part.get_filename())
    return extract_with_python_docx(attachment.get_content())


def member_with_python_docx(data: bytes) -> int:
    """Characters of the container's document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".docx"))
        return extract_with_python_docx(archive.read(name))


def converted(suffix: str) -> Letters:
    """The DOCX letters as LibreOffice saves them in another format; none where it is missing."""
    if shutil.which("soffice") is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        sources = [str(path) for path in sorted(CORPUS.glob("*.docx"))]
        command = ["soffice", "--headless", profile, "--convert-to", suffix, "--outdir", folder, *sources]
        subprocess.run(command, check=True, capture_output=True)
        return [(path.name, path.read_bytes()) for path in sorted(Path(folder).glob(f"*.{suffix}"))]


def extract_with_lxml(data: bytes) -> int:
    """Characters of the paragraphs, in cells too, and of the headers and footers among the styles."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [etree.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml")]
    paragraphs = (paragraph for part in parts for paragraph in part.iter("{*}p", "{*}h"))
    return sum(len(etree.tostring(p, method="text", encoding="unicode", with_tail=False)) for p in paragraphs)


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
    "pdf": Format(
        lambda: corpus(".pdf"),
        {
            "pdfplumber": extract_with_pdfplumber,
            "pypdfium2": extract_with_pypdfium2,
            "pypdfium2 with places": extract_with_places,
            "pypdfium2 with places, sizes and weights": extract_with_styles,
        },
    ),
    "docx": Format(lambda: corpus(".docx"), {"python-docx": extract_with_python_docx}),
    "odt": Format(lambda: converted("odt"), {"zipfile and lxml": extract_with_lxml}),
    "rtf": Format(lambda: converted("rtf"), {}),
    "eml": Format(mails, {"email and python-docx": attachment_with_python_docx}),
    "edoc": Format(containers, {"zipfile and python-docx": member_with_python_docx}),
    "txt": Format(lambda: corpus(".txt"), {}),
    "scan": Format(lambda: scans("PDF"), {"tesseract": recognise_pdf}, times=1),
    "tiff": Format(lambda: scans("TIFF"), {"tesseract": recognise_picture}, times=1),
    "png": Format(lambda: scans("PNG"), {"tesseract": recognise_picture}, times=1),
}


def seconds(
    works: Sequence[Callable[[bytes], object]], letters: Iterable[tuple[str, bytes]], times: int
) -> list[float]:
    """Processor seconds of each of the works on all letters, child processes included.

    The works take turns, and of each letter the best of so many times counts, as others use the machine too.
    """
    totals = [0.0 for _ in works]
    for _, data in letters:
        best = [math.inf for _ in works]
        for _ in range(times):
            for i, work in enumerate(works):
                before = processor_time()
                work(data)
                best[i] = min(best[i], processor_time() - before)
        totals = [total + least for total, least in zip(totals, best, strict=True)]
    return totals


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
        works: list[Callable[[bytes], object]] = [partial(read_bytes, name=f"a.{name}"), *format_.bare.values()]
        ours, *others = seconds(works, letters, format_.times)
        row = f"{name:8}{pages:7.0f}{pages / ours:9.1f}   "
        for library, bare in zip(format_.bare, others, strict=True):
            row += f"{library} {pages / bare:.1f}/s: ours takes {ours / bare:.2f} of its time   "
        print(row, flush=True)


if __name__ == "__main__":
    main()
