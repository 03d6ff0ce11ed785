"""The evaluation's figures, worked out by hand, and beside the codebook's own scorer."""

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract.errors import UsageError
from extract.evaluation import F1_FIELDS, Tally, evaluate, load_lines


def count(value: int, **other: Any) -> dict[str, Any]:
    return {"value": value, "unit": "persons", "bound": "exact", "group": "bērni", "role": "participant", **other}


def statement(text: str, **other: Any) -> dict[str, Any]:
    return {
        "text": text,
        "domain": "education",
        "years": [2022],
        "no_measures": False,
        "counts": [],
        "projects": [],
        **other,
    }


GOLD: list[dict[str, Any]] = [
    {
        "file": "a.pdf",
        "respondent": "Talsu novads",
        "statements": [
            statement("Skolā mācījās divi romu bērni.", counts=[count(2)]),
            statement("Pasākumi kultūras jomā netika rīkoti.", domain="culture", no_measures=True),
        ],
    }
]


def perfect_records() -> list[dict[str, Any]]:
    return [
        {"document": letter["file"], "respondent": letter["respondent"], "statement": s["text"]}
        | {key: copy.deepcopy(s[key]) for key in ("domain", "years", "no_measures", "counts", "projects")}
        for letter in GOLD
        for s in letter["statements"]
    ]


def test_the_gold_itself_scores_one() -> None:
    evaluation = evaluate(GOLD, perfect_records())
    assert {name: evaluation.score(name) for name in evaluation.tallies} == dict.fromkeys(evaluation.tallies, 1.0)
    assert evaluation.misses == []


def test_a_letter_without_records_scores_nothing() -> None:
    evaluation = evaluate(GOLD, [])
    assert evaluation.score("respondent") == 0
    assert evaluation.tallies["statements"] == Tally(0, 0, 2)
    assert evaluation.tallies["counts"] == Tally(0, 0, 1)


@pytest.mark.parametrize(
    ("field", "change", "expected"),
    [
        ("years", {"years": [2021]}, 0.5),
        ("domain", {"domain": "health"}, 0.5),
        ("counts", {"counts": []}, 0.0),
        ("counts", {"counts": [count(3)]}, 0.0),
        ("counts", {"counts": [count(2), count(7)]}, 2 / 3),
        ("counts", {"counts": [count(2, group="skolēni")]}, 1.0),
        ("counts_strict", {"counts": [count(2, group="skolēni")]}, 0.0),
        ("counts_strict", {"counts": [count(2, group="Bērni")]}, 1.0),
        ("no_measures", {"no_measures": True}, 2 / 3),
        ("projects", {"projects": [{"name": "Tilts", "kind": "project", "number": None}]}, 0.0),
    ],
)
def test_a_wrong_value_is_seen(field: str, change: dict[str, Any], expected: float) -> None:
    records = perfect_records()
    records[0].update(change)
    assert evaluate(GOLD, records).score(field) == pytest.approx(expected)


def test_names_are_compared_without_case_and_quotation_marks() -> None:
    gold = copy.deepcopy(GOLD)
    gold[0]["statements"][0]["projects"] = [{"name": "Ceļš uz skolu!", "kind": "project", "number": None}]
    records = perfect_records()
    records[0]["projects"] = [{"name": "„CEĻŠ uz skolu”", "kind": "campaign", "number": None}]
    evaluation = evaluate(gold, records)
    assert (evaluation.score("projects"), evaluation.score("projects_strict")) == (1.0, 0.0)


@pytest.mark.parametrize("found", [[], [count(5)], [count(5, bound="about")]])
def test_what_the_gold_ignores_is_neither_asked_nor_held_against(found: list[dict[str, Any]]) -> None:
    gold = copy.deepcopy(GOLD)
    gold[0]["statements"][1]["counts"] = [count(5) | {"ignore": True}]
    records = perfect_records()
    records[1]["counts"] = found
    evaluation = evaluate(gold, records)
    assert (evaluation.score("counts"), evaluation.score("counts_strict")) == (1.0, 1.0)


def test_a_statement_cut_in_two_is_still_aligned() -> None:
    records = perfect_records()
    first, second = {**records[0], "statement": "Skolā mācījās divi"}, {**records[0], "statement": "divi romu bērni."}
    second["counts"] = []
    evaluation = evaluate(GOLD, [first, second, records[1]])
    assert (evaluation.score("statements"), evaluation.score("counts")) == (1.0, 1.0)


@pytest.mark.parametrize(
    "content",
    ["{", "[1", "\udcff", "7", '{"file": "a.pdf"}', '{"file": "a.pdf", "respondent": "X", "statements": [{}]}'],
)
def test_a_damaged_gold_file_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(content, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(UsageError, match=r"gold\.jsonl"):
        load_lines(file)


@pytest.mark.parametrize(
    ("domain", "alternatives", "expected"),
    [
        ("education", [], (1.0, 1.0)),
        ("health", ["education", "culture"], (0.5, 1.0)),
        ("health", ["culture", "education"], (0.5, 0.5)),
        (None, [], (0.5, 0.5)),
    ],
)
def test_the_true_domain_among_the_first_two(
    domain: str | None, alternatives: list[str], expected: tuple[float, float]
) -> None:
    records = perfect_records()
    finding = {"confidence": 0.6, "method": "terms", "alternatives": alternatives} if domain else None
    records[0] |= {"domain": domain, "findings": {"domain": finding}}
    evaluation = evaluate(GOLD, records)
    assert (evaluation.score("domain"), evaluation.score("domain_first_two")) == expected


def test_domains_apart_by_what_the_letter_gives_to_go_by() -> None:
    plain, table = ({**GOLD[0], "file": layout, "layout": layout} for layout in ("plain", "table"))
    records = [{**record, "document": letter["file"]} for letter in (plain, table) for record in perfect_records()]
    records[0]["domain"] = "health"
    evaluation = evaluate([plain, table], records)
    assert (evaluation.score("domain_plain"), evaluation.score("domain_structured")) == (0.5, 1.0)
    assert set(evaluation.groups(lambda letter: letter.layout)) == {"plain", "table"}
    assert evaluation.groups(lambda letter: letter.layout)["table"].score("domain") == 1.0


def test_reporting_years_are_judged_where_the_frame_is_given() -> None:
    letter = {**GOLD[0], "reporting_years": [2021, 2022]}
    frame = {"respondent": None, "reporting_years": {"value": (2022,), "confidence": 0.7, "method": "opening"}}
    assert evaluate([letter], perfect_records()).tallies["reporting_years"] == Tally()
    evaluation = evaluate([letter], perfect_records(), {"a.pdf": frame})
    assert evaluation.tallies["reporting_years"] == Tally(0, 1, 1)
    (judgement,) = evaluation.judgements
    assert (judgement.field, judgement.confidence, judgement.right) == ("reporting_years", 0.7, False)


def told(record: dict[str, Any], confidence: float) -> dict[str, Any]:
    """The record as the export gives it: each value with its confidence."""
    finding = {"confidence": confidence, "method": "test", "alternatives": []}
    for value in (*record["counts"], *record["projects"]):
        value |= {"confidence": confidence, "method": "test"}
    return record | {
        "confidence": confidence,
        "attention": [],
        "findings": {"years": finding, "domain": finding, "no_measures": finding if record["no_measures"] else None},
    }


def test_every_value_found_is_judged_in_all_its_parts() -> None:
    first, second = (told(record, 0.9) for record in perfect_records())
    first["counts"][0]["group"] = "skolēni"
    first["counts"].append(count(5) | {"confidence": 0.4, "method": "range"})
    second["domain"] = "health"
    evaluation = evaluate(GOLD, [first, second])
    judged = sorted((each.field, each.method, each.confidence, each.right) for each in evaluation.judgements)
    assert judged == [
        ("counts", "range", 0.4, False),
        ("counts", "test", 0.9, False),
        ("domain", "test", 0.9, False),
        ("domain", "test", 0.9, True),
        ("no_measures", "test", 0.9, True),
        ("years", "test", 0.9, True),
        ("years", "test", 0.9, True),
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, [True, True]),
        ({"counts": []}, [False, True]),
        ({"years": [2020]}, [False, True]),
        ({"counts": [count(2, role="provider")]}, [False, True]),
        ({"respondent": "Cits novads"}, [False, False]),
    ],
)
def test_a_statement_is_right_where_nothing_is_wrong_or_missing(change: dict[str, Any], expected: list[bool]) -> None:
    first, second = perfect_records()
    first |= copy.deepcopy(change)
    evaluation = evaluate(GOLD, [told(first, 0.9), told(second, 0.8)])
    assert [statement.right for statement in evaluation.statements] == expected
    assert [statement.confidence for statement in evaluation.statements] == [0.9, 0.8]


@pytest.mark.parametrize(
    ("change", "complete"),
    [({}, True), ({"counts": []}, False), ({"counts": [count(2, role="provider")]}, True), ({"years": [2020]}, True)],
)
def test_a_statement_is_complete_where_no_value_was_overlooked(change: dict[str, Any], complete: bool) -> None:
    first, second = perfect_records()
    first |= copy.deepcopy(change)
    signs = {"completeness": 0.6, "signs": [{"kind": "number", "quote": "divi"}]}
    records = [told(first, 0.9) | signs, told(second, 0.9) | {"completeness": 0.97, "signs": []}]
    evaluation = evaluate(GOLD, records)
    judged = [(each.method, each.right) for each in evaluation.judgements if each.field == "completeness"]
    assert judged == [("number", complete), ("", True)]
    assert [statement.confidence for statement in evaluation.statements] == [0.6, 0.9]


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_those_of_the_codebooks_scorer(shared: Path, tmp_path: Path, seed: int) -> None:
    """Records made from the gold, with every third or so spoilt in one of many ways."""
    letters = load_lines(shared / "gold" / "letters.jsonl")
    records = []
    for number, (letter, gold) in enumerate((each, s) for each in letters for s in each["statements"]):
        record = {"document": letter["file"], "respondent": letter["respondent"], "statement": gold["text"]}
        record |= {key: copy.deepcopy(gold[key]) for key in ("domain", "years", "no_measures", "counts", "projects")}
        spoil = (number * 7 + seed) % 17
        if spoil == 0:
            continue
        if spoil == 1:
            record["respondent"] = "Talsu novads"
        if spoil in (2, 3) and record["counts"]:
            record["counts"][0].update(value=record["counts"][0]["value"] + spoil - 2, group="citi")
        if spoil in (4, 5):
            record["projects"] = [{"name": "Nav tāda", "kind": "project", "number": None}] * (spoil - 3)
        if spoil == 6:
            record.update(years=[2019], domain="housing", no_measures=True)
        if spoil == 7:
            record["statement"] = " ".join(record["statement"].split()[:3])
        if spoil == 8:
            record["counts"] = record["counts"] * 2
        records.append(record)
    file = tmp_path / "records.jsonl"
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    gold_file = shared / "gold" / "letters.jsonl"
    command = [sys.executable, str(shared / "tools" / "score.py"), str(gold_file), str(file)]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    evaluation = evaluate(letters, records)
    assert evaluation.score("respondent") == pytest.approx(scored["respondent_accuracy"])
    assert evaluation.score("statements") == pytest.approx(scored["statements_f1"])
    assert evaluation.score("years") == pytest.approx(scored["years_accuracy"])
    assert evaluation.score("domain") == pytest.approx(scored["domain_accuracy"])
    assert evaluation.score("no_measures") == pytest.approx(scored["no_measures_f1"])
    assert F1_FIELDS[1:5] == ("counts", "counts_strict", "projects", "projects_strict")
    for name in F1_FIELDS[1:5]:
        assert evaluation.score(name) == pytest.approx(scored[name]["f1"], abs=5e-5)
