"""The table of letters that `run` and `status` end with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.table import Table

from extract.cli.terminal import tell
from extract.errors import ExitCode
from extract.model import Message

if TYPE_CHECKING:
    from extract.dataset import StoredLetter


def letters_table(letters: Iterable[StoredLetter]) -> Table:
    """One row a letter: who answers, for which years, how much was found, and what needs a look."""
    table = Table()
    for title in (Message("Letter"), Message("Respondent"), Message("Years")):
        table.add_column(tell(title), overflow="fold")
    for title in (Message("Statements"), Message("Counts"), Message("Projects")):
        table.add_column(tell(title), justify="right")
    table.add_column(tell(Message("Needs a look")), overflow="fold", ratio=1)
    for letter in letters:
        table.add_row(
            letter.name,
            letter.respondent or "–",
            ", ".join(str(year) for year in letter.reporting_years) or "–",
            str(letter.statements),
            str(letter.counts),
            str(letter.projects),
            "\n".join(tell(message) for message in _reasons(letter)) or "–",
        )
    return table


def _reasons(letter: StoredLetter) -> tuple[Message, ...]:
    return (*letter.attention, letter.advice) if letter.advice else letter.attention


def worst_exit_code(letters: Iterable[StoredLetter]) -> ExitCode:
    """UNREADABLE where a letter could not be read, else NEEDS_LOOK where one needs a look, else GOOD."""
    codes = [
        ExitCode.UNREADABLE if letter.failed else ExitCode.NEEDS_LOOK if letter.attention else ExitCode.GOOD
        for letter in letters
    ]
    return max(codes, default=ExitCode.GOOD)
