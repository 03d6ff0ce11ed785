"""`extract status`: what the dataset holds and what needs a look."""

from __future__ import annotations

import typer

from extract.cli.parameters import DEFAULT_DATASET, AcceptAbove, Dataset
from extract.cli.terminal import say
from extract.model import Message


def status(dataset: Dataset = DEFAULT_DATASET, accept_above: AcceptAbove = None) -> None:
    """Show the table of letters and, in one line, how much there is; the exit code is that of a run."""
    from extract.cli.letters_table import show_letters
    from extract.dataset import open_dataset
    from extract.errors import ExitCode

    with open_dataset(dataset, create=False, accept_above=accept_above) as store:
        letters = store.letters()
    code = show_letters(letters)
    say(
        Message(
            "{letters} letters, {unreadable} of them unreadable, {look} to look at; {statements} statements.",
            {
                "letters": len(letters),
                "unreadable": sum(letter.failed for letter in letters),
                "look": sum(letter.needs_look and not letter.failed for letter in letters),
                "statements": sum(letter.statements for letter in letters),
            },
        )
    )
    if accept_above is not None:
        say(
            Message(
                "Statements accepted by the machine: {accepted}; waiting for a person: {waiting}.",
                {
                    "accepted": sum(letter.accepted for letter in letters),
                    "waiting": sum(letter.waiting for letter in letters),
                },
            )
        )
    if code is not ExitCode.GOOD:
        raise typer.Exit(code)
