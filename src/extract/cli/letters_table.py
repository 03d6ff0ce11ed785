"""What `run` and `status` end with: the table of letters, and below it what keeps letters from being complete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from extract.cli.terminal import console, tell
from extract.errors import ExitCode
from extract.model import Message
from extract.readers.members import SEPARATOR

if TYPE_CHECKING:
    from extract.dataset import StoredLetter

#: More years than this would leave no room for the letters' names.
_MANY_YEARS = 3


def show_letters(letters: Sequence[StoredLetter]) -> ExitCode:
    """Print the table, and the reasons of letters that need a look; what they say of the batch as an exit code.

    The code is UNREADABLE where a letter could not be read, else NEEDS_LOOK where one needs a look, else GOOD.
    """
    if letters:
        console().print(_table(letters))
    for letter in letters:
        reasons = (*letter.attention, *letter.notices, *([letter.advice] if letter.advice else []))
        show_remarks(letter.name, reasons, "red" if letter.failed else "yellow")
    return max((_exit_code(letter) for letter in letters), default=ExitCode.GOOD)


def show_remarks(name: str, remarks: Sequence[Message], style: str) -> None:
    """Print what there is to say of a file, in one line that has its name; nothing where there are no remarks."""
    if not remarks:
        return
    said = Text(" ".join(tell(remark) for remark in remarks))
    if _names(remarks[0], name):
        said.highlight_words([name], style)
    else:
        said = Text.assemble((f"{name}: ", style), said)
    console().print(said, soft_wrap=True)


def _names(message: Message, name: str) -> bool:
    """Whether the message has the name of the file, or of a part in it."""
    for value in message.values.values():
        if isinstance(value, Message) and _names(value, name):
            return True
        if isinstance(value, str) and (value == name or value.startswith(f"{name}{SEPARATOR}")):
            return True
    return False


def _table(letters: Sequence[StoredLetter]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(tell(Message("Letter")), overflow="fold")
    table.add_column(tell(Message("Respondent")), overflow="fold")
    table.add_column(tell(Message("Years")), no_wrap=True)
    numbers = (Message("Statements"), Message("Counts"), Message("Projects"), Message("To look at"))
    for title in numbers:
        table.add_column(tell(title), justify="right", no_wrap=True)
    for letter in letters:
        table.add_row(
            Text(letter.name),
            letter.respondent or "–",
            span(letter.reporting_years),
            *(str(number) for number in (letter.statements, letter.counts, letter.projects)),
            _look(letter),
        )
    return table


def _look(letter: StoredLetter) -> Text:
    """How many statements to look at; "!" where only the letter itself needs it, "✗" where it was not read."""
    if letter.failed:
        return Text("✗", style="red")
    return Text(str(letter.waiting or ("!" if letter.attention else "–")), style="yellow")


def span(years: Sequence[int]) -> str:
    """Years as a person writes them: 2021–2023 where they follow each other; of many, the first and the last."""
    if len(years) > 1 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]}–{years[-1]}"
    if len(years) > _MANY_YEARS:
        return f"{years[0]} … {years[-1]}"
    return ", ".join(str(year) for year in years) or "–"


def _exit_code(letter: StoredLetter) -> ExitCode:
    if letter.failed:
        return ExitCode.UNREADABLE
    return ExitCode.NEEDS_LOOK if letter.needs_look else ExitCode.GOOD
