"""Intervals over letters: against what can be worked out otherwise."""

import math

import pytest

from extract.evaluation.intervals import Figure, difference, estimate, f1, precision, recall, score
from extract.evaluation.tallies import Tally


def test_the_figures_are_those_of_the_sums() -> None:
    letters = [Tally(8, 1, 2), Tally(0, 0, 4), Tally(5, 3, 0)]
    told = {figure: estimate(letters, figure) for figure in (precision, recall, f1)}
    assert [each and each.value for each in told.values()] == pytest.approx([13 / 17, 13 / 19, 26 / 36])


def test_the_interval_is_that_of_the_normal_approximation_where_letters_are_many_and_alike() -> None:
    """400 letters of one value each, of which a tenth is wrong: the binomial's own spread."""
    letters = [Tally(1, 0, 0)] * 360 + [Tally(0, 0, 1)] * 40
    found = estimate(letters, recall)
    assert found is not None
    assert found.low is not None and found.high is not None
    spread = 1.96 * math.sqrt(0.9 * 0.1 / 400)
    assert (found.low, found.high) == pytest.approx((0.9 - spread, 0.9 + spread), abs=0.006)


def test_errors_that_stand_in_one_letter_make_the_interval_wider() -> None:
    spread = estimate([Tally(9, 0, 1)] * 20, recall)
    together = estimate([Tally(10, 0, 0)] * 18 + [Tally(0, 0, 10)] * 2, recall)
    assert spread is not None and together is not None
    assert spread.value == together.value == pytest.approx(0.9)
    assert (spread.low, spread.high) == pytest.approx((0.9, 0.9))
    assert together.low is not None and together.low < 0.8


def test_no_error_proves_only_as_much_as_there_are_values() -> None:
    found = estimate([Tally(10, 0, 5)] * 3, precision)
    assert found is not None
    assert (found.value, found.high) == (1.0, 1.0)
    assert found.low == pytest.approx(0.025 ** (1 / 30))


@pytest.mark.parametrize("figure", [precision, recall, f1])
def test_nothing_to_tell(figure: Figure) -> None:
    assert estimate([Tally(), Tally()], figure) is None


def test_one_letter_tells_no_spread() -> None:
    found = estimate([Tally(1, 0, 1)], recall)
    assert found is not None
    assert (found.value, found.low, found.high) == (0.5, None, None)


def test_the_same_draws_each_time() -> None:
    letters = [Tally(n, n % 3, n % 2) for n in range(1, 9)]
    assert estimate(letters, f1) == estimate(letters, f1)


def test_a_change_in_every_letter_is_sure_though_letters_differ_much() -> None:
    """In pairs: the letters' own spread falls away."""
    before = [Tally(n, 0, 20 - n) for n in range(4, 16)]
    after = [Tally(n + 2, 0, 18 - n) for n in range(4, 16)]
    change = difference(before, after, recall)
    assert change is not None
    assert (change.value, change.low, change.high) == pytest.approx((0.1, 0.1, 0.1))
    assert difference([Tally()] * 2, after[:2], recall) is None


def test_headline_figures() -> None:
    assert (score("domain"), score("counts")) == (recall, f1)
