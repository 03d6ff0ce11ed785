"""Evidence of counts stands in the text for whatever text comes, and findings keep the codebook's ranges."""

from hypothesis import given, settings
from hypothesis import strategies as st

from count_sentences import analyse, findings_of
from extract.fields.counts import find_counts
from extract.fields.people import readings_of
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.model import Unit

WORDS = """
    28 3 viens divi neviens simts 1500 60 774 3,6 tūkst. romu bērni ģimenes skolēniem jaunieši personām sieviešu no tiem
    un vai , – - : ; ( ) „ ” apgūst iesaistīti piedalījās tautības vecuma gadus 2021. gadā līdz vairāk nekā aptuveni
    Talsos skolā pasākumi EUR % Nr. ar bez skaits ir
"""


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=14).map(" ".join))
def test_evidence_stands_in_the_text(text: str) -> None:
    letter = analyse(text)
    for finding in find_counts(letter)[0]:
        assert 0.0 < finding.confidence <= 1.0
        assert finding.value.value >= 0
        assert str(finding.reason)
        for evidence in finding.evidence:
            assert letter.letter.document.text[evidence.start : evidence.end] == evidence.quote


@settings(max_examples=200)
@given(st.text(min_size=1, max_size=80).filter(lambda text: any(c.isalnum() for c in text)))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(findings_of(text), list)


def test_every_statement_has_a_tuple_of_findings() -> None:
    letter = analyse("Pasākums notika.")
    assert find_counts(letter) == ((),)


def test_forms_that_name_two_nouns_stand_for_the_masculine_plural() -> None:
    reading = readings_of("jauniešu")[0]
    assert (reading.group, reading.case, reading.number) == ("jaunieši", Case.GENITIVE, GrammaticalNumber.PLURAL)


def test_families_are_families() -> None:
    assert {reading.unit for reading in readings_of("mājsaimniecībām")} == {Unit.FAMILIES}


def test_things_with_endings_of_agents_are_no_people() -> None:
    assert readings_of("rādītāji") == readings_of("dialogi") == readings_of("pēdējās") == ()
