"""The corpus's letters: respondents, and statements against the annotations."""

import json
from collections import Counter
from pathlib import Path

import pytest

from extract.codebook import Codebook
from extract.latvian.language import load_language
from extract.letters import read_letter
from extract.readers import read_document

ROOT = Path(__file__).resolve().parents[2]
LETTERS = [
    json.loads(line)
    for path in sorted((ROOT / "annotations").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("expected", LETTERS, ids=lambda letter: str(letter["file"]))
def test_a_letter_of_the_corpus(codebook: Codebook, expected: dict[str, object]) -> None:
    name = str(expected["file"])
    letter = read_letter(read_document(ROOT / "corpus" / "files" / name), codebook, load_language())
    assert letter.frame.respondent is not None
    assert letter.frame.respondent.value == expected["respondent"]
    statements = expected["statements"]
    assert isinstance(statements, list)
    gold = Counter(str(statement["text"]) for statement in statements)
    told = Counter(statement.text for statement in letter.statements)
    right = (gold & told).total()
    assert 2 * right / (gold.total() + told.total()) >= 0.9
