"""Letters per second and peak memory of `extract run`, beside plain reading of the same files in the same run.

    python benchmarks/throughput.py [--letters 500] [--jobs 1]

Makes the letters from `corpus/files` (each a copy whose bytes differ, so that none is taken for another), reads them as
plain text with pdfplumber and python-docx in one process, then runs `extract run` twice: on a new dataset, and again
over the unchanged folder. The figures of one run belong together; those of two machines do not.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus" / "files"

READ_PLAINLY = """
import sys
from pathlib import Path
import docx, pdfplumber
characters = 0
for file in sorted(Path(sys.argv[1]).iterdir()):
    if file.suffix == ".pdf":
        with pdfplumber.open(file) as pdf:
            characters += sum(len(page.extract_text()) for page in pdf.pages)
    elif file.suffix == ".docx":
        characters += sum(len(paragraph.text) for paragraph in docx.Document(str(file)).paragraphs)
    else:
        characters += len(file.read_bytes())
print(characters)
"""


def make_letters(folder: Path, number: int) -> None:
    """Copy the corpus round and round into `folder` until there are `number` letters, no two with the same bytes."""
    sources = itertools.cycle(sorted(file for file in CORPUS.iterdir() if file.suffix in {".pdf", ".docx", ".txt"}))
    for index, source in zip(range(number), sources, strict=False):
        target = folder / f"{index:04}-{source.name}"
        content = source.read_bytes()
        if source.suffix == ".pdf":
            target.write_bytes(content + f"\n% {index}\n".encode())
        elif source.suffix == ".docx":
            target.write_bytes(content)
            with zipfile.ZipFile(target, "a") as package:
                package.comment = str(index).encode()
        else:
            line_end = "\n".encode("utf-16-le") if content.startswith(b"\xff\xfe") else b"\n"
            target.write_bytes(content + line_end * (index + 1))


def measure(command: list[str], good: set[int]) -> tuple[float, float]:
    """Wall seconds, and the highest sum of resident memory of the process and its children, in MiB."""
    started = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = 0
    while process.poll() is None:
        try:
            family = [process, *process.children(recursive=True)]
            peak = max(peak, sum(member.memory_info().rss for member in family))
        except psutil.NoSuchProcess:
            continue  # a worker ended between the listing and the look at it
        time.sleep(0.02)
    seconds = time.perf_counter() - started
    if process.returncode not in good:
        raise SystemExit(f"{command[:4]} ended with {process.returncode}: {process.stderr.read().decode()}")
    return seconds, peak / 2**20


def main() -> None:
    """Make the letters, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        letters = Path(place) / "letters"
        letters.mkdir()
        make_letters(letters, options.letters)
        run = [sys.executable, "-m", "extract", "run", str(letters), "--jobs", str(options.jobs)]
        run += ["--dataset", str(Path(place) / "benchmark.sqlite")]
        rows = {
            "plain pdfplumber and python-docx": measure([sys.executable, "-c", READ_PLAINLY, str(letters)], {0}),
            f"extract run, first, {options.jobs} jobs": measure(run, {0, 3}),
            "extract run, unchanged": measure(run, {0, 3}),
        }
    plain = next(iter(rows.values()))[0]
    print(f"{'':36}{'letters/s':>10}{'seconds':>9}{'of plain':>10}{'peak MiB':>10}")
    for name, (seconds, memory) in rows.items():
        print(f"{name:36}{options.letters / seconds:10.1f}{seconds:9.1f}{seconds / plain:10.2f}{memory:10.0f}")


if __name__ == "__main__":
    main()
