"""Reliability and coverage, worked out by hand."""

from collections.abc import Iterable

import pytest

from extract.evaluation.reliability import acceptance, coverage, least_share, reliability
from extract.evaluation.tallies import JudgedStatement, Judgement


def judged(*values: tuple[float, bool]) -> list[Judgement]:
    return [Judgement("a.pdf", "domain", "terms", confidence, right) for confidence, right in values]


def statements(values: Iterable[tuple[float, bool, bool]]) -> list[JudgedStatement]:
    return [JudgedStatement(*value) for value in values]


def test_bins_and_expected_calibration_error() -> None:
    measured = reliability(judged((0.95, True), (0.91, False), (0.55, True), (1.0, True), (0.0, False)))
    assert measured is not None
    assert (measured.values, measured.wrong) == (5, 2)
    assert [(each.low, each.values) for each in measured.bins] == [(0.0, 1), (0.5, 1), (0.9, 3)]
    assert [each.right for each in measured.bins] == pytest.approx([0.0, 1.0, 2 / 3])
    assert measured.error == pytest.approx((1 * 0.0 + 1 * 0.45 + 3 * (2.86 / 3 - 2 / 3)) / 5)


def test_a_true_confidence_has_no_error() -> None:
    measured = reliability(judged(*[(0.8, True)] * 8, *[(0.8, False)] * 2))
    assert measured is not None
    assert measured.error == pytest.approx(0.0)
    assert reliability([]) is None


@pytest.mark.parametrize(
    ("values", "target", "expected"),
    [
        ([(0.9, True), (0.8, True), (0.7, False), (0.6, True)], 1.0, (0.8, 2)),
        ([(0.9, True), (0.8, True), (0.7, False), (0.6, True)], 0.75, (0.6, 4)),
        # Values of one confidence stand or fall together.
        ([(0.9, True), (0.9, False), (0.8, True), (0.8, True)], 1.0, None),
        ([(0.9, True), (0.9, False), (0.8, True), (0.8, True)], 0.75, (0.8, 4)),
        ([], 0.99, None),
    ],
)
def test_coverage(values: list[tuple[float, bool]], target: float, expected: tuple[float, int] | None) -> None:
    found = coverage(judged(*values), target)
    assert (found and (found.threshold, found.accepted)) == expected


def test_acceptance_of_whole_statements() -> None:
    found = acceptance(
        statements([(0.99, False, True), (0.99, True, True), (0.95, False, False), (0.5, False, True)]), 0.9
    )
    assert (found.values, found.accepted, found.right, found.share) == (4, 2, 0.5, 0.5)
    assert acceptance(statements([(0.5, False, True)]), 0.9).accepted == 0


def test_wilsons_lower_end() -> None:
    """Worked out from the formula: 1/(1 + z²/n) where all are right; and the textbook case of 9 in 10."""
    assert least_share(20, 20) == pytest.approx(1 / (1 + 1.959964**2 / 20))
    assert least_share(9, 10) == pytest.approx(0.5958, abs=5e-5)
    assert least_share(0, 0) == 0.0
