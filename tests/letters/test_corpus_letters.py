"""The corpus's letters: respondents, and statements against the annotations."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.codebook import load_codebook
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.model import Letter
from extract.readers import read_document

ROOT = Path(__file__).resolve().parents[2]
LETTERS = [
    json.loads(line)
    for path in sorted((ROOT / "annotations").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


Gold = dict[str, Any]


@cache
def read(file: str) -> Letter:
    return read_letter(read_document(ROOT / "corpus" / "files" / file), load_codebook(), load_language())


def agreement(letters: list[Gold]) -> float:
    """F1 of the statements whose text is the annotated one to the letter."""
    right = asked = found = 0
    for letter in letters:
        gold = Counter(statement["text"] for statement in letter["statements"])
        told = Counter(statement.text for statement in read(letter["file"]).statements)
        right, asked, found = right + (gold & told).total(), asked + gold.total(), found + told.total()
    return 2 * right / (asked + found)


@pytest.mark.parametrize("expected", LETTERS, ids=lambda letter: str(letter["file"]))
def test_a_letter_of_the_corpus(expected: Gold) -> None:
    frame = read(expected["file"]).frame
    assert frame.respondent is not None
    assert frame.respondent.value == expected["respondent"]
    # A letter of ten statements loses as much as this by two sentences that are taken for one.
    assert agreement([expected]) >= 0.8


def test_all_letters_of_the_corpus() -> None:
    assert agreement(LETTERS) >= 0.97
