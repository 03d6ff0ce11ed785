"""`extract evaluate`: the dataset beside letters annotated by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.cli.parameters import DEFAULT_DATASET, Dataset
from extract.cli.terminal import say, tell
from extract.model import Layout, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.dataset import StoredLetter
    from extract.evaluation import Comparison


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help=tell(Message("Annotated letters, one a line (JSONL).")))],
    dataset: Dataset = DEFAULT_DATASET,
    layout: Annotated[
        Layout | None,
        typer.Option(help=tell(Message("Only letters of this layout: plain, headings, numbered, table."))),
    ] = None,
    errors: Annotated[
        bool,
        typer.Option("--errors/--no-errors", help=tell(Message("List every difference with its sentence."))),
    ] = True,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help=tell(Message("Write everything to this file as JSON."))),
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(metavar="OLD", help=tell(Message("Show what changed since this file of an earlier --output."))),
    ] = None,
) -> None:
    """Tell how good each field is on the letters that both sides have, how sure that is, and every error."""
    from extract.cli.evaluation_tables import show_comparison, show_errors, show_report
    from extract.dataset import open_dataset
    from extract.evaluation import compare as compare_reports
    from extract.evaluation import evaluate as evaluate_records
    from extract.evaluation import frames_of, load_lines, load_report, report
    from extract.exports import record_lines

    old = load_report(compare) if compare else None
    letters = [letter for letter in load_lines(gold) if layout is None or letter.get("layout") == layout]
    with open_dataset(dataset, create=False) as store:
        records = list(record_lines(store))
        arrived = {letter.name: letter for letter in store.letters()}
    common = _common(letters, arrived, gold, dataset)
    evaluation = evaluate_records(common, records, frames_of(arrived.values()))
    tree: dict[str, Any] = {"gold": str(gold), "dataset": dataset, **report(evaluation)}
    comparison: Comparison | None = compare_reports(old, tree) if old else None
    show_report(tree)
    if errors:
        show_errors(evaluation.misses)
    if comparison is not None:
        show_comparison(comparison)
        tree["comparison"] = comparison.tree()
    if output is not None:
        _write(tree, output)


def _common(
    letters: Sequence[dict[str, Any]], arrived: dict[str, StoredLetter], gold: Path, dataset: str
) -> list[dict[str, Any]]:
    """The annotated letters that are in the dataset. Raises UsageError where none is."""
    from extract.errors import UsageError

    common = [letter for letter in letters if letter["file"] in arrived]
    if not common:
        raise UsageError(
            Message("No letter of {gold} is in the dataset {dataset}.", {"gold": str(gold), "dataset": dataset}),
            Message("Run `extract run` over the folder of these letters first."),
        )
    if len(common) < len(letters):
        say(
            Message(
                "{missing} of {letters} annotated letters are not in the dataset and are left out.",
                {"missing": len(letters) - len(common), "letters": len(letters)},
            ),
            stderr=True,
        )
    say(
        Message(
            "{letters} letters, {unreadable} of them unreadable: what those tell counts as missed.",
            {"letters": len(common), "unreadable": sum(arrived[letter["file"]].failed for letter in common)},
        )
    )
    return common


def _write(tree: dict[str, Any], output: Path) -> None:
    from extract.exports.writing import replacing

    with replacing(output) as new:
        new.write_text(json.dumps(tree, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    say(Message("Written: {path}", {"path": str(output)}))
