"""Calibrations fitted to values whose truth is known."""

import csv
import hashlib
import json
import math
import random
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from extract.evaluation.fitting import SIGNS, fit, fit_completeness, fit_line
from extract.evaluation.reliability import reliability
from extract.evaluation.tallies import Judgement
from extract.fields.oversights import SignKind

ROOT = Path(__file__).resolve().parents[2]


def judged(
    number: int, confidence: float, wrong: int = 0, method: str = "digits", letters: int = 10
) -> list[Judgement]:
    return [
        Judgement(f"{place % letters}.pdf", "counts", method, confidence, place >= wrong) for place in range(number)
    ]


def test_many_values_outweigh_what_the_method_states() -> None:
    line = fit_line(judged(5000, 0.6, wrong=500))
    assert line.probability("digits", 0.6) == pytest.approx(0.9, abs=0.005)


def test_few_values_leave_the_stated_confidence_nearly_as_it_is() -> None:
    line = fit_line([*judged(2, 0.7), *judged(200, 0.95, wrong=10, method="words")])
    assert 0.65 < line.probability("digits", 0.7) < 0.8


def test_a_method_that_errs_is_told_from_one_that_does_not() -> None:
    line = fit_line([*judged(100, 0.9, wrong=40, method="range"), *judged(100, 0.9)])
    assert line.probability("range", 0.9) < 0.7
    assert line.probability("digits", 0.9) > 0.95
    assert line.probability("range", 0.9) < line.probability("a new method", 0.9) < line.probability("digits", 0.9)


@pytest.mark.parametrize("number", [1, 20, 400])
def test_values_that_were_all_right_are_never_certain(number: int) -> None:
    line = fit_line(judged(number, 0.99))
    assert line.probability("digits", 0.99) <= (number + 0.5) / (number + 1) < 1


def test_a_confidence_that_runs_against_the_truth_turns_no_order_around() -> None:
    line = fit_line([*judged(400, 0.99, wrong=200), *judged(400, 0.6)])
    assert line.slope >= 0
    assert line.probability("digits", 0.6) <= line.probability("digits", 0.99)


def test_no_values() -> None:
    assert fit_line([]).probability("digits", 0.8) == pytest.approx(0.8)
    with pytest.raises(ValueError, match="no values"):
        fit([])


def test_too_sure_methods_are_set_right_on_letters_that_were_left_out() -> None:
    """Values whose odds are a known function of what is stated: the fit finds it, also where it was not fitted."""
    chosen = random.Random(7)  # noqa: S311 - no secret hangs on it
    judgements = []
    for number in range(2000):
        stated = chosen.uniform(0.5, 0.99)
        truth = 1 / (1 + math.exp(-(0.6 * math.log(stated / (1 - stated)) - 0.4)))
        judgements.append(Judgement(f"{number % 25}.pdf", "domain", "terms", stated, chosen.random() < truth))
    fitted = fit(judgements)
    assert fitted.calibration.slope == pytest.approx(0.6, abs=0.12)
    assert 700 < fitted.wrong < 1000
    assert fitted.calibration.intercept + fitted.calibration.methods["terms"] == pytest.approx(-0.4, abs=0.2)
    assert fitted.error[0] > 0.15
    assert fitted.error[1] < 0.04
    assert fitted.loss[1] < fitted.loss[0]
    stated_alone = reliability(judgements)
    assert stated_alone is not None
    assert fitted.error[0] == stated_alone.error


def test_signs_of_oversights_weigh_what_they_cost() -> None:
    """Two hundred statements without a sign, two of them incomplete; with a number half are, with a name as few."""
    judgements = [
        *judged(200, 1.0, wrong=2, method=""),
        *judged(100, 1.0, wrong=50, method="number"),
        *judged(100, 1.0, wrong=1, method="name"),
    ]
    intercept, most, added = fit_completeness(judgements)
    assert 1 / (1 + math.exp(-intercept)) == pytest.approx(0.99, abs=0.01)
    assert 1 / (1 + math.exp(-intercept - added[SignKind.NUMBER])) == pytest.approx(0.5, abs=0.05)
    # A sign is taken for one until the letters clearly tell otherwise, and one that was never seen is as at first.
    assert 0.95 < 1 / (1 + math.exp(-intercept - added[SignKind.NAME])) < 0.99
    assert added[SignKind.DENIAL] == pytest.approx(SIGNS[SignKind.DENIAL], abs=1e-6)
    assert most == pytest.approx(400.5 / 401)


def test_the_calibration_was_fitted_to_the_letters_that_there_are() -> None:
    """And to no others: dev and test letters stay for measuring."""
    data = (ROOT / "src" / "extract" / "fields" / "data" / "calibration.toml").read_text(encoding="utf-8")
    fitted_on = tomllib.loads(data)["fitted_on"]
    for key, name in (("sha256", "train.jsonl"), ("first_runs", "first_runs.csv")):
        learnt_from = (ROOT / "annotations" / name).read_bytes()
        assert fitted_on[key] == hashlib.sha256(learnt_from).hexdigest(), "run `make calibration`"


def test_first_runs_are_of_train_letters_and_kept_once() -> None:
    """A letter is met for the first time once; dev and test letters stay for measuring."""
    with (ROOT / "annotations" / "first_runs.csv").open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))
    gold = (ROOT / "annotations" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    assert {each["document"] for each in judged} <= {json.loads(line)["file"] for line in gold}
    respondents = Counter(each["document"] for each in judged if each["field"] == "respondent")
    assert set(respondents.values()) == {1}
    wrong = Counter(each["field"] for each in judged if each["right"] == "0")
    assert wrong["counts"] and wrong["completeness"], "what was found at first is not what is found once it was mended"
