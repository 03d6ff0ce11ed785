"""Whatever a letter says, its statements and findings quote it truly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.codebook import load_codebook
from extract.errors import ReadError
from extract.latvian.language import load_language
from extract.pipeline import extract_document
from extract.readers.dispatch import read_bytes

PHRASES = (
    "2022. gadā no līdz 20 divi trīs bērni bērniem romu tautības ģimenes ap vairāk nekā % - – „ ” ( ) , . ; : "
    "projekts projektā „Saule” Nr. 9.2.4.2/16/I/050 pasākumi netika organizēti netiek plānots izglītības jomā "
    "veselības 1. 2.1. a) • t.sk. u.c. plkst. 10.00 tūkst. desmit simts pirmais 2021.–2023. gada 3. maijā "
    "Talsu novads pašvaldība informē ka notika koncerts piedalījās skolēni 2021 2021., 0 99999999999 I. V. "
)
WORDS = (*PHRASES.split(), "\n", "\n\n")
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), min_size=1, max_size=80).map(" ".join)
BOOK, LANGUAGE = load_codebook(None), load_language()


@settings(max_examples=150)
@given(TEXTS)
def test_statements_and_findings_quote_the_text(text: str) -> None:
    try:
        document = read_bytes(f"Vēstule {text}".encode("utf-8", "replace"), "v.txt")
    except ReadError:
        return  # control characters: no text
    extraction = extract_document(document, BOOK, LANGUAGE)
    for record in extraction.records:
        statement = record.statement
        assert document.text[statement.start : statement.end] == statement.text
        for finding in record.findings():
            assert 0 <= finding.confidence <= 1
            for evidence in finding.evidence:
                assert document.text[evidence.start : evidence.end] == evidence.quote
