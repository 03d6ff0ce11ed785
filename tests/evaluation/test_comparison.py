"""Two evaluations side by side: what was gained and lost."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from extract.errors import UsageError
from extract.evaluation import compare, evaluate, load_report, report


def count(value: int) -> dict[str, Any]:
    return {
        "text": str(value),
        "value": value,
        "unit": "persons",
        "bound": "exact",
        "group": "bērni",
        "role": "participant",
    }


def letter(file: str, *counts: int) -> dict[str, Any]:
    statement = {
        "text": f"Skolā mācījās romu bērni ({file}).",
        "domain": "education",
        "years": [2022],
        "no_measures": False,
    }
    return {
        "file": file,
        "respondent": "Talsu novads",
        "layout": "plain",
        "statements": [{**statement, "counts": [count(n) for n in counts], "projects": []}],
    }


GOLD = [letter("a.pdf", 2), letter("b.pdf", 3, 4), letter("c.pdf")]


def records() -> list[dict[str, Any]]:
    return [
        {"document": each["file"], "respondent": each["respondent"], "statement": s["text"]}
        | {key: copy.deepcopy(s[key]) for key in ("domain", "years", "no_measures", "counts", "projects")}
        for each in GOLD
        for s in each["statements"]
    ]


def tree(changes: dict[int, dict[str, Any]], gold: list[dict[str, Any]] = GOLD) -> dict[str, Any]:
    """The report of the gold's own records with some changed, as it comes back from a file."""
    made = records()
    for place, change in changes.items():
        made[place] |= change
    loaded: dict[str, Any] = json.loads(json.dumps(report(evaluate(gold, made))))
    return loaded


def test_gains_and_losses_by_field_and_value() -> None:
    before = tree({0: {"domain": "health"}, 1: {"counts": [count(3)]}})
    after = tree({0: {"domain": "culture"}, 2: {"years": [2020]}})
    found = compare(before, after)
    assert [(miss.field, miss.expected["value"]) for miss in found.gained] == [("counts", 4), ("counts_strict", 4)]
    assert [(miss.field, miss.expected, miss.found) for miss in found.lost] == [("years", [2022], [2020])]
    ((was, now),) = [pair for pair in found.otherwise if pair[0].field == "domain"]
    assert (was.found, now.found) == ("health", "culture")
    changes = {each.field: each for each in found.fields}
    assert (changes["counts"].before, changes["counts"].after) == pytest.approx((0.8, 1.0))
    assert (changes["counts"].gained, changes["counts"].lost) == (1, 0)
    assert (changes["years"].gained, changes["years"].lost) == (0, 1)
    assert (changes["domain"].change.value, changes["domain"].gained, changes["domain"].lost) == (0.0, 0, 0)
    assert changes["years"].change.value == pytest.approx(-1 / 3)


def test_nothing_changed() -> None:
    found = compare(tree({0: {"counts": []}}), tree({0: {"counts": []}}))
    assert (found.gained, found.lost, found.otherwise) == ((), (), ())
    assert all(each.change.value == 0 for each in found.fields)


def test_only_letters_of_both_are_compared() -> None:
    found = compare(tree({0: {"years": [2000]}}, GOLD[:2]), tree({2: {"years": [2000]}}, GOLD[1:]))
    assert (found.letters, found.only_before, found.only_after) == (1, ("a.pdf",), ("c.pdf",))
    assert (found.gained, found.lost) == ((), ())
    assert compare(tree({}, GOLD[:1]), tree({}, GOLD[1:])).fields == ()


def test_an_error_made_twice_is_told_twice() -> None:
    spurious = {"counts": [count(3), count(4), count(9), count(9)]}
    once = {"counts": [count(3), count(4), count(9)]}
    assert [miss.field for miss in compare(tree({1: spurious}), tree({1: once})).gained] == ["counts", "counts_strict"]


def test_a_report_comes_back_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text(json.dumps(tree({0: {"domain": "health"}})), encoding="utf-8")
    assert compare(load_report(file), tree({})).gained[0].found == "health"


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 0}', '{"version": 1, "by_letter": [{}], "errors": []}']
)
def test_what_is_no_report_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "old.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"old\.json"):
        load_report(file)
    with pytest.raises(UsageError, match=r"absent\.json"):
        load_report(tmp_path / "absent.json")
