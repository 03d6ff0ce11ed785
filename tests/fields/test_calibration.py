"""The confidence that a method states, and what it comes to."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.codebook import load_codebook
from extract.evaluation.report import CALIBRATED_FIELDS
from extract.fields.calibration import FieldCalibration, calibrate_finding, calibrate_frame, calibrate_record, log_odds
from extract.latvian.language import load_language
from extract.lexicons import read_lexicon
from extract.model import Finding, Frame, Message, Record, Statement
from extract.pipeline import extract_document, find_values
from extract.readers import read_document

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "files"
REASON = Message("Test.")
CONFIDENCES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("line", "method", "stated", "expected"),
    [
        (FieldCalibration(0.0, 1.0, 0.99, {}), "terms", 0.7, 0.7),
        (FieldCalibration(0.0, 1.0, 0.99, {"terms": 1.0}), "terms", 0.5, 0.7311),
        (FieldCalibration(0.0, 1.0, 0.99, {"terms": 1.0}), "a new method", 0.5, 0.5),
        (FieldCalibration(-1.0, 1.0, 0.99, {}), "terms", 0.5, 0.2689),
        (FieldCalibration(0.0, 2.0, 0.99, {}), "terms", 0.9, 0.9878),
        (FieldCalibration(0.0, 2.0, 0.95, {}), "terms", 0.9, 0.95),
    ],
)
def test_a_line_over_log_odds(line: FieldCalibration, method: str, stated: float, expected: float) -> None:
    assert line.probability(method, stated) == pytest.approx(expected, abs=5e-5)


def test_certainty_has_bounded_log_odds() -> None:
    assert log_odds(1.0) == log_odds(0.995) == pytest.approx(-log_odds(0.0))


@given(CONFIDENCES, CONFIDENCES, st.sampled_from(CALIBRATED_FIELDS))
def test_the_order_of_a_method_is_kept_and_nothing_is_certain(one: float, other: float, field: str) -> None:
    low, high = sorted([one, other])
    less, more = (
        calibrate_finding(field, Finding(1, (), "a new method", each, REASON)).confidence for each in (low, high)
    )
    assert 0 <= less <= more < 1


def test_every_field_that_can_be_judged_is_calibrated() -> None:
    assert set(read_lexicon("fields", "calibration.toml")["fields"]) == set(CALIBRATED_FIELDS)


def test_only_the_confidence_changes() -> None:
    finding: Finding[tuple[int, ...]] = Finding((2021,), (), "explicit", 0.9, REASON, ((2020,),))
    statement = Statement(0, 1, "A", 0)
    calibrated = calibrate_record(Record(statement, years=finding))
    assert calibrated.years is not None
    assert (calibrated.years.value, calibrated.years.alternatives, calibrated.years.method) == (
        (2021,),
        ((2020,),),
        "explicit",
    )
    assert calibrated.years.confidence != 0.9
    assert (calibrated.domain, calibrated.counts, calibrated.no_measures) == (None, (), None)
    frame = calibrate_frame(Frame(None, None, Finding("1-2/3", (), "header", 0.7, REASON), None))
    assert frame.letter_number is not None
    assert frame.letter_number.confidence == 0.7


def test_a_letter_gets_the_same_values_and_is_as_sure_as_the_calibration_says() -> None:
    document, codebook, language = read_document(CORPUS / "ludzas-nov.pdf"), load_codebook(), load_language()
    stated, told = (find(document, codebook, language) for find in (find_values, extract_document))
    pairs = [
        (before, after)
        for one, other in zip(stated.records, told.records, strict=True)
        for before, after in zip(one.findings(), other.findings(), strict=True)
    ]
    assert len(pairs) > 30
    assert all(before.value == after.value and before.evidence == after.evidence for before, after in pairs)
    assert sum(before.confidence != after.confidence for before, after in pairs) > 30
    for before, after in zip(stated.records, told.records, strict=True):
        assert after == calibrate_record(before)
    assert told.letter.frame == calibrate_frame(stated.letter.frame)
