"""`extract evaluate`: the dataset beside letters annotated by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.labels import field_label
from extract.cli.parameters import DEFAULT_DATASET, Dataset
from extract.cli.terminal import console, say, tell
from extract.model import Layout, Message

if TYPE_CHECKING:
    from rich.table import Table

    from extract.evaluation import Evaluation


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help=tell(Message("Annotated letters, one a line (JSONL).")))],
    dataset: Dataset = DEFAULT_DATASET,
    layout: Annotated[
        Layout | None,
        typer.Option(help=tell(Message("Only letters of this layout: plain, headings, numbered, table."))),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help=tell(Message("List every difference with its sentence.")))
    ] = False,
) -> None:
    """Print precision, recall and F1 of each field over the letters that both sides have."""
    from extract.dataset import open_dataset
    from extract.errors import UsageError
    from extract.evaluation import evaluate as evaluate_records
    from extract.evaluation import load_lines
    from extract.exports import record_lines

    letters = [letter for letter in load_lines(gold) if layout is None or letter.get("layout") == layout]
    with open_dataset(dataset, create=False) as store:
        records = list(record_lines(store))
        arrived = {letter.name: letter for letter in store.letters()}
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
    evaluation = evaluate_records(common, records)
    console().print(_scores(evaluation))
    if errors and evaluation.misses:
        console().print(_misses(evaluation))


def _scores(evaluation: Evaluation) -> Table:
    from rich.table import Table

    table = Table()
    table.add_column(tell(Message("Field")))
    for title in (Message("Asked"), Message("Precision"), Message("Recall"), Message("Score")):
        table.add_column(tell(title), justify="right")
    for name, tally in evaluation.tallies.items():
        table.add_row(
            field_label(name),
            str(tally.asked),
            f"{tally.precision:.3f}",
            f"{tally.recall:.3f}",
            f"{evaluation.score(name):.3f}",
        )
    return table


def _misses(evaluation: Evaluation) -> Table:
    from rich.table import Table

    table = Table(show_lines=True)
    for title in (Message("Letter"), Message("Field"), Message("Expected"), Message("Found"), Message("Statement")):
        table.add_column(tell(title), overflow="fold")
    for miss in evaluation.misses:
        table.add_row(miss.document, field_label(miss.field), miss.expected or "–", miss.found or "–", miss.statement)
    return table
