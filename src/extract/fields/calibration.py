"""From the confidence that a method states to the share of its values that are right on letters annotated by hand.

A method's confidence is set by hand or comes from a model; how far it can be taken at its word was measured
(`extract.evaluation.fitting`), and `data/calibration.toml` holds what came of it: for each field a straight line over
log-odds (Platt, Advances in Large Margin Classifiers, 2000), moved for each method, and how sure a value of the field
can be at most. This is the one place where it is applied.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from extract.lexicons import read_lexicon
from extract.model import Finding, Frame, Record

V = TypeVar("V")

#: Stated confidences are taken to be at least and at most this, as 0 and 1 have no log-odds.
SURENESS = (0.005, 0.995)
#: Confidences are told in thousandths, and none is certain.
_SUREST = 0.999


@dataclass(frozen=True, slots=True)
class FieldCalibration:
    """The line of one field: `intercept` and `slope` over log-odds, what each method adds, and the greatest outcome."""

    intercept: float
    slope: float
    most: float
    methods: Mapping[str, float]

    def probability(self, method: str, confidence: float) -> float:
        """How likely a value is right that `method` found with this confidence; a method not seen goes by the field."""
        odds = self.intercept + self.slope * log_odds(confidence) + self.methods.get(method, 0.0)
        return min(self.most, 1 / (1 + math.exp(-odds)))


def log_odds(confidence: float) -> float:
    """The logarithm of the odds of a confidence, which is bounded by SURENESS first."""
    bounded = min(max(confidence, SURENESS[0]), SURENESS[1])
    return math.log(bounded / (1 - bounded))


@cache
def _calibrations() -> dict[str, FieldCalibration]:
    data = read_lexicon("fields", "calibration.toml")
    return {
        field: FieldCalibration(line["intercept"], line["slope"], line["most"], line["methods"])
        for field, line in data["fields"].items()
    }


def calibrate_record(record: Record) -> Record:
    """The record with findings whose confidence is the probability that they are right."""
    return replace(
        record,
        years=record.years and calibrate_finding("years", record.years),
        domain=record.domain and calibrate_finding("domain", record.domain),
        counts=tuple(calibrate_finding("counts", finding) for finding in record.counts),
        projects=tuple(calibrate_finding("projects", finding) for finding in record.projects),
        no_measures=record.no_measures and calibrate_finding("no_measures", record.no_measures),
    )


def calibrate_frame(frame: Frame) -> Frame:
    """The frame with respondent and reporting years as sure as they were found to be right.

    Date and number of the letter keep the confidence that their methods state: it was not measured.
    """
    return replace(
        frame,
        respondent=frame.respondent and calibrate_finding("respondent", frame.respondent),
        reporting_years=frame.reporting_years and calibrate_finding("reporting_years", frame.reporting_years),
    )


def calibrate_finding(field: str, finding: Finding[V]) -> Finding[V]:
    """The finding with its probability of being right as confidence."""
    probability = _calibrations()[field].probability(finding.method, finding.confidence)
    return replace(finding, confidence=min(round(probability, 3), _SUREST))
