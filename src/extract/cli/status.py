"""`extract status`: what the dataset holds and what needs a look."""

from __future__ import annotations

import typer

from extract.cli.parameters import DEFAULT_DATASET, Dataset
from extract.cli.terminal import console, say
from extract.model import Message


def status(dataset: Dataset = DEFAULT_DATASET) -> None:
    """Show the table of letters and, in one line, how much there is; the exit code is that of a run."""
    from extract.cli.letters_table import letters_table, worst_exit_code
    from extract.dataset import open_dataset
    from extract.errors import ExitCode

    letters = open_dataset(dataset, create=False).letters()
    console().print(letters_table(letters))
    say(
        Message(
            "{letters} letters, {unreadable} of them unreadable, {look} to look at; {statements} statements.",
            {
                "letters": len(letters),
                "unreadable": sum(letter.failed for letter in letters),
                "look": sum(bool(letter.attention) for letter in letters),
                "statements": sum(letter.statements for letter in letters),
            },
        )
    )
    code = worst_exit_code(letters)
    if code is not ExitCode.GOOD:
        raise typer.Exit(code)
