"""Letters typed without diacritics tell the same as with them, and are quoted as they were typed."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from extract.codebook import load_codebook
from extract.fields.project_register import register_of
from extract.latvian.engines import load_engine
from extract.latvian.letter_features import plain_letters
from extract.model import Document, Engine, Extraction, Message
from extract.pipeline import extract_document
from extract.readers import read_document
from extract.readers.dispatch import read_bytes
from extract.restoring import NOTICE

ROOT = Path(__file__).resolve().parent.parent
LETTER = """\
Rezeknes novada pasvaldiba

Kulturas ministrijai

Par romu integraciju

Atbildot uz Kulturas ministrijas vestuli, sniedzam zinas par 2023. gada paveikto.

Izglitibas joma: pamatskola macijas cetri romu skoleni, no tiem tris sanema bezmaksas edinasanu.

Skola istenoja projektu „Saulaina cela” un piedalijas programma „Latvijas skolas soma”, un projekta „Pumpurs” \
atbalstu sanema divi jauniesi. Projekta „Saulaina cela” nodarbibas vadija viena skolotaja.

Majoklu joma pasakumi netika istenoti.

Ar cienu
I.P., prieksseddetajs
"""


@cache
def extracted(text: str = LETTER) -> Extraction:
    return extract_document(read_bytes(text.encode(), "vestule.txt"), load_codebook(), load_engine(Engine.SPACY))


def values_of(extraction: Extraction) -> list[tuple[object, ...]]:
    """What the statements tell."""
    return [
        (
            record.years and record.years.value,
            record.domain and record.domain.value,
            tuple((c.value.value, c.value.group, c.value.role.value) for c in record.counts),
            tuple((p.value.name, p.value.kind.value) for p in record.projects),
            record.no_measures is not None,
        )
        for record in extraction.records
    ]


def quoted_in(message: Message) -> list[str]:
    return [str(value) for value in message.values.values()]


def test_the_fields_are_found() -> None:
    found = values_of(extracted())
    assert found == [
        ((2023,), "education", ((4, "skolēni", "participant"), (3, "skolēni", "participant")), (), False),
        (
            (2023,),
            "education",
            ((2, "jaunieši", "participant"),),
            (("Saulaina cela", "project"), ("Latvijas skolas soma", "project"), ("PuMPuRS", "project")),
            False,
        ),
        ((2023,), "education", ((1, "skolotājas", "provider"),), (("Saulaina cela", "project"),), False),
        ((2023,), "housing", (), (), True),
    ]


def test_a_person_is_told_and_nothing_else_is() -> None:
    assert extracted().notices == (NOTICE,)


def test_all_quotes_are_as_typed() -> None:
    extraction = extracted()
    text = extraction.letter.document.text
    assert text == read_bytes(LETTER.encode(), "vestule.txt").text
    findings = [finding for record in extraction.records for finding in record.findings()]
    frame = extraction.letter.frame
    findings += [each for each in (frame.respondent, frame.reporting_years) if each is not None]
    for finding in findings:
        assert all(text[each.start : each.end] == each.quote for each in finding.evidence)
    for statement, record in zip(extraction.letter.statements, extraction.records, strict=True):
        assert record.statement == statement
        assert text[statement.start : statement.end] == statement.text
        assert statement.heading is None or statement.heading.quote in text


def test_reasons_quote_what_was_typed() -> None:
    first = extracted().records[0].counts[0]
    assert quoted_in(first.reason) == ["cetri", "skoleni"]
    denied = extracted().records[3].no_measures
    assert denied is not None
    assert quoted_in(denied.reason) == ["pasakumi netika istenoti"]


def test_who_answers_is_told_by_the_official_name() -> None:
    respondent = extracted().letter.frame.respondent
    assert respondent is not None
    assert (respondent.value, respondent.evidence[0].quote) == ("Rēzeknes novads", "Rezeknes novada")


def test_a_letter_with_its_diacritics_has_no_notice() -> None:
    text = "Rēzeknes novada pašvaldība\n\n2023. gadā pamatskolā mācījās četri romu skoleni, viņi saņēma ēdināšanu.\n"
    extraction = extracted(text)
    assert extraction.notices == ()
    assert [count.value.value for record in extraction.records for count in record.counts] == [4]


def strip(document: Document) -> Document:
    """The document as it would have been typed without diacritics."""
    plain = zip(document.text, plain_letters(document.text), strict=True)
    return replace(document, text="".join(p.upper() if c.isupper() else p for c, p in plain))


def test_dev_letters_tell_the_same_without_their_diacritics() -> None:
    """All but one statement of thirty. The network has not learnt from these letters."""
    codebook, language = load_codebook(), load_engine(Engine.SPACY)
    names = [json.loads(line)["file"] for line in (ROOT / "annotations" / "dev.jsonl").read_text("utf-8").splitlines()]
    register = register_of(codebook.projects)
    same = told = 0
    for name in names:
        document = read_document(ROOT / "corpus" / "files" / name)
        with_marks = extract_document(document, codebook, language)
        without = extract_document(strip(document), codebook, language)
        assert NOTICE in without.notices
        others = {record.statement.start: record for record in without.records}
        for one in with_marks.records:
            other = others.get(one.statement.start)
            told += 1
            if other is None:
                continue
            expected = [c.value for c in one.counts], one.no_measures is None, one.years and one.years.value
            found = [c.value for c in other.counts], other.no_measures is None, other.years and other.years.value
            same += expected == found
            for project in other.projects:
                is_known = register.entry_of(project.value.name) is not None
                assert is_known or project.value.name in without.letter.document.text
    assert same >= told * 29 / 30


@pytest.mark.parametrize("name", ["jekabpils-nov.txt", "rezeknes-nov-2024.txt", "ventspils-nov.docx"])
def test_letters_of_the_corpus_typed_without_are_told_of(name: str) -> None:
    document = read_document(ROOT / "corpus" / "files" / name)
    assert NOTICE in extract_document(document, load_codebook(), load_engine(Engine.SPACY)).notices
