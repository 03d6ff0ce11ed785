"""Every annotated statement stands, word for word, within one block of the body of its letter."""

import json
from pathlib import Path
from typing import Any

import pytest

from extract.model import BODY_KINDS, BlockKind
from extract.readers import read_document

ROOT = Path(__file__).resolve().parents[2]
READ_HERE = (".docx", ".txt")


def load(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def find_lost(letter: dict[str, Any], folder: Path) -> list[str]:
    document = read_document(folder / letter["file"])
    lost = []
    for statement in letter["statements"]:
        start = document.text.find(statement["text"])
        block = document.block_at(start) if start >= 0 else None
        inside = block is not None and start + len(statement["text"]) <= block.end
        if not inside or block is None or block.kind not in BODY_KINDS - {BlockKind.HEADING}:
            lost.append(statement["text"])
    return lost


CORPUS = [letter for split in ("train", "dev", "test") for letter in load(ROOT / "annotations" / f"{split}.jsonl")]
WRITTEN = [letter for letter in CORPUS if letter["file"].endswith(READ_HERE)]


@pytest.mark.parametrize("letter", WRITTEN, ids=lambda letter: letter["file"])
def test_corpus(letter: dict[str, Any]) -> None:
    assert find_lost(letter, ROOT / "corpus" / "files") == []


@pytest.mark.shared
def test_gold_letters(shared: Path) -> None:
    letters = [letter for letter in load(shared / "gold" / "letters.jsonl") if letter["file"].endswith(READ_HERE)]
    assert letters
    assert {letter["file"]: find_lost(letter, shared / "gold" / "letters") for letter in letters} == {
        letter["file"]: [] for letter in letters
    }
