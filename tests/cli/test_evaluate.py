"""`evaluate`, on the letters of the corpus; and that they are extracted as well as they were."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from command_line import ANNOTATIONS, Call

DEV = ANNOTATIONS / "dev.jsonl"


@pytest.fixture(scope="module")
def report(call: Call, dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `--output` writes for the dev letters."""
    file = tmp_path_factory.mktemp("evaluation") / "dev.json"
    done = call("evaluate", DEV, "--dataset", dataset, "--output", file)
    assert done.returncode == 0, done.stderr
    tree: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return tree


@pytest.fixture(scope="module")
def level() -> dict[str, Any]:
    """What the dev letters are to reach: `make level` states it anew."""
    return tomllib.loads((ANNOTATIONS / "level.toml").read_text(encoding="utf-8"))


def test_the_level_is_stated_for_the_letters_that_there_are(report: dict[str, Any], level: dict[str, Any]) -> None:
    assert level["letters"] == report["letters"], "letters were added: look at their errors, then `make level`"
    assert set(level["score"]) == {name for name, field in report["fields"].items() if field["score"]}


def test_no_field_is_below_its_level(report: dict[str, Any], level: dict[str, Any]) -> None:
    below = {
        name: (report["fields"][name]["score"]["value"], least)
        for name, least in level["score"].items()
        if report["fields"][name]["score"]["value"] < least
    }
    assert below == {}, [error for error in report["errors"] if error["field"] in below]


def test_confidence_means_as_much_as_it_did(report: dict[str, Any], level: dict[str, Any]) -> None:
    fields = report["confidence"]["fields"]
    errors = {name: fields[name]["expected_calibration_error"] for name in level["calibration_error"]}
    assert {name: error for name, error in errors.items() if error > level["calibration_error"][name]} == {}


def test_evaluate_of_an_unknown_layout(call: Call, dataset: Path) -> None:
    done = call("evaluate", ANNOTATIONS / "dev.jsonl", "--dataset", dataset, "--layout", "foo")
    assert (done.returncode, "foo" in done.stderr) == (2, True)


def test_evaluate_prints_every_field(call: Call, dataset: Path) -> None:
    done = call("evaluate", ANNOTATIONS / "dev.jsonl", "--dataset", dataset, "--errors")
    assert done.returncode == 0
    for field in ("Respondent", "Years", "Domain", "Statements", "Counts", "Projects, strict", "No measures"):
        assert re.search(rf"^ {field} .*[01]\.\d\d\d \([01]\.\d\d\d–[01]\.\d\d\d\)", done.stdout, re.MULTILINE)
    for title in ("Layout +headings", "Format +docx", "Domain by the gold", "Calibration error", "Accepted above"):
        assert re.search(rf"^ .*{title}", done.stdout, re.MULTILINE)


def test_evaluate_speaks_latvian(call: Call, dataset: Path) -> None:
    done = call("evaluate", DEV, "--dataset", dataset, language="lv")
    assert done.returncode == 0
    assert all(words in done.stdout for words in ("Joma starp pirmajām divām", "Kalibrācijas kļūda", "Uzbūve"))


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dev letters with two statements annotated otherwise, so that there are errors to tell."""
    letters = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines()]
    statement = next(s for letter in letters for s in letter["statements"] if s["counts"] and s["domain"] != "housing")
    statement["domain"] = "housing"
    statement["counts"][0]["value"] += 1000
    file = tmp_path_factory.mktemp("gold") / "spoilt.jsonl"
    file.write_text("\n".join(json.dumps(letter, ensure_ascii=False) for letter in letters), encoding="utf-8")
    return file


def test_every_error_is_told_with_its_sentence(call: Call, dataset: Path, spoilt: Path) -> None:
    letters = [json.loads(line) for line in spoilt.read_text(encoding="utf-8").splitlines()]
    statement = next(s for letter in letters for s in letter["statements"] if s["domain"] == "housing" and s["counts"])
    told = call("evaluate", spoilt, "--dataset", dataset).stdout
    found = told[told.index("Errors: ") :]
    assert statement["text"] in found
    assert re.search(r"Domain: housing → \w+", found)
    assert f" {statement['counts'][0]['value']} " in found
    own = re.split(r"\n(?! {4})", found[found.index(statement["text"]) :])[0]
    assert "Counts: " in own
    assert "strict" not in own  # told once, as it is wrong already without
    assert statement["text"] not in call("evaluate", spoilt, "--dataset", dataset, "--no-errors").stdout


def test_compare_tells_what_was_gained_and_lost(
    call: Call, dataset: Path, spoilt: Path, report: dict[str, Any], tmp_path: Path
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(report), encoding="utf-8")
    worse = call("evaluate", spoilt, "--dataset", dataset, "--compare", old, "--output", new)
    assert worse.returncode == 0, worse.stderr
    assert "Lost, wrong only now: 3" in worse.stdout
    comparison = json.loads(new.read_text(encoding="utf-8"))["comparison"]
    assert {miss["field"] for miss in comparison["lost"]} == {"domain", "counts", "counts_strict"}
    better = call("evaluate", DEV, "--dataset", dataset, "--compare", new)
    assert "Gained, no longer wrong: 3" in better.stdout
    assert re.search(r"^ Domain +0\.\d+ +\d\.\d+ +\+0\.0\d+ \(.*\) +1 +0 $", better.stdout, re.MULTILINE)


def test_compare_with_what_is_no_evaluation(call: Call, dataset: Path) -> None:
    done = call("evaluate", DEV, "--dataset", dataset, "--compare", DEV)
    assert (done.returncode, "dev.jsonl is no earlier evaluation" in done.stderr) == (2, True)


def test_evaluate_without_a_common_letter(call: Call, dataset: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"file": "cita.pdf", "respondent": "Talsu novads", "statements": []}\n', encoding="utf-8")
    done = call("evaluate", gold, "--dataset", dataset)
    assert (done.returncode, "No letter of" in done.stderr) == (2, True)
