"""What rests on words recognised with little certainty is less sure, and says so."""

from dataclasses import replace

import pytest

from extract.codebook import load_codebook
from extract.fields.legibility import LEGIBLE, MOST_SURE, doubt_finding
from extract.latvian.language import load_language
from extract.model import Block, Box, Document, Finding, Message, Word
from extract.pipeline import extract_document

TEXT = "Ezerkalnu novadā 2022. gadā nometnē piedalījās 12 romu bērni."


def recognised(**confidences: float) -> Document:
    """A document of one line, its words as sure as told, the others fully."""
    words, at = [], 0
    for part in TEXT.split():
        box = Box(1, at * 5.0, 100, (at + len(part)) * 5.0, 110)
        words.append(Word(at, at + len(part), (box,), confidences.get(part.strip(".").lower(), 0.96)))
        at += len(part) + 1
    return Document("a.pdf", "0" * 64, "pdf", TEXT, (Block(0, len(TEXT), page=1),), words=tuple(words))


def finding_at(document: Document, quote: str) -> Finding[int]:
    start = document.text.index(quote)
    return Finding(12, (document.evidence(start, start + len(quote)),), "digits", 0.9, Message("Said so."))


def test_finding_on_legible_words_stays() -> None:
    document = recognised(nometnē=0.2)
    finding = finding_at(document, "12 romu bērni")
    assert doubt_finding(finding, document) == finding


def test_finding_on_a_doubtful_word_is_less_sure_and_says_why() -> None:
    document = recognised(**{"12": LEGIBLE - 0.01})
    doubted = doubt_finding(finding_at(document, "12 romu bērni"), document)
    assert doubted.confidence == MOST_SURE
    assert doubted.value == 12
    assert str(doubted.reason).startswith(
        "Said so. “12” was recognised on a picture with a certainty of 84 of 100 only"
    )


def test_written_words_are_not_doubted() -> None:
    document = recognised(**{"12": 0.1})
    written = replace(document, words=tuple(replace(word, confidence=None) for word in document.words))
    finding = finding_at(written, "12 romu bērni")
    assert doubt_finding(finding, written) == finding


@pytest.mark.parametrize(("word", "field"), [("12", "counts"), ("2022", "years")])
def test_records_of_a_scan_are_doubted_field_by_field(word: str, field: str) -> None:
    extraction = extract_document(recognised(**{word: 0.3}), load_codebook(), load_language())
    (record,) = extraction.records
    sure = {"years": record.years, "counts": record.counts[0] if record.counts else None}
    assert sure[field] is not None
    for name, finding in sure.items():
        assert finding is not None
        assert (finding.confidence <= MOST_SURE) == (name == field)
