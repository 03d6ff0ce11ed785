"""Make the letters' files and their gold out of `corpus/letters`: python corpus/build.py [--output FOLDER].

Writes `corpus/files` and `annotations/{train,dev,test}.jsonl` below the folder (the project's own by default).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from as_pdf import write_pdf
from as_plain import write_plain
from as_word import write_word
from source import SPLITS, Source, SourceError, read_source

ROOT = Path(__file__).resolve().parent.parent
WRITERS = {".pdf": write_pdf, ".docx": write_word, ".txt": write_plain}


def read_sources(folder: Path) -> list[Source]:
    """All letters' sources, by file name. Raises SourceError where two letters share a file."""
    sources = sorted((read_source(path) for path in folder.glob("*.toml")), key=lambda source: source.file)
    doubles = [file for file, times in Counter(source.file for source in sources).items() if times > 1]
    if doubles:
        raise SourceError(f"two letters are called {', '.join(doubles)}")
    return sources


def build(output: Path) -> list[Source]:
    """Write every letter's file and the annotations below `output`; files of letters that are gone are deleted."""
    sources = read_sources(ROOT / "corpus" / "letters")
    files, annotations = output / "corpus" / "files", output / "annotations"
    files.mkdir(parents=True, exist_ok=True)
    annotations.mkdir(parents=True, exist_ok=True)
    for source in sources:
        (files / source.file).write_bytes(WRITERS[Path(source.file).suffix](source))
    for stale in {path.name for path in files.iterdir()} - {source.file for source in sources}:
        (files / stale).unlink()
    for split in SPLITS:
        lines = [json.dumps(source.gold(), ensure_ascii=False) for source in sources if source.split == split]
        (annotations / f"{split}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sources


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT, help="folder to write below (default: the project)")
    sources = build(parser.parse_args().output)
    for split in SPLITS:
        chosen = [source for source in sources if source.split == split]
        print(f"{split}: {len(chosen)} letters, {sum(len(source.statements()) for source in chosen)} statements")


if __name__ == "__main__":
    main()
