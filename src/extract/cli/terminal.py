"""What the user reads in the terminal, in the language they chose."""

from __future__ import annotations

import gettext
import os
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.messages import TRANSLATIONS, Language, render
from extract.model import Message

if TYPE_CHECKING:
    from rich.console import Console

    from extract.errors import ExtractError

_OPTION = "--language"
#: Columns; what is shown in full takes as many as it needs.
_UNBOUNDED = 100_000
_VARIABLE = "EXTRACT_LANGUAGE"


@cache
def chosen_language() -> Language:
    """Latvian, unless `--language` on the command line or EXTRACT_LANGUAGE says otherwise.

    Read from the arguments themselves, because the help texts have to know it before the arguments are parsed.
    """
    arguments = sys.argv[1:]
    chosen = os.environ.get(_VARIABLE, Language.LATVIAN)
    for argument, following in pairwise([*arguments, ""]):
        if argument == _OPTION:
            chosen = following
        elif argument.startswith(f"{_OPTION}="):
            chosen = argument.partition("=")[2]
    try:
        return Language(chosen)
    except ValueError:
        return Language.LATVIAN


def translate_typer() -> None:
    """Let typer's own words (headings of the help, errors) be in the user's language; it asks gettext for them."""
    os.environ["LANGUAGE"] = chosen_language()
    gettext.bindtextdomain("messages", TRANSLATIONS)


def tell(message: Message) -> str:
    """The message in the user's language."""
    return render(message, chosen_language())


def explain(message: Message) -> str:
    """The message for the help, which takes what stands in brackets for markup."""
    return tell(message).replace("[", r"\[")


@cache
def console(*, stderr: bool = False) -> Console:
    """Where the user reads: results on standard output, progress and errors on standard error."""
    from rich.console import Console

    # A file or pipe has no width of its own, and rich would fold lines at 80 columns.
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else _UNBOUNDED
    return Console(stderr=stderr, highlight=False, width=width)


def say(message: Message, *, stderr: bool = False) -> None:
    """Print the message in the user's language, as it is (brackets are not taken for markup)."""
    console(stderr=stderr).print(tell(message), markup=False, soft_wrap=True)


def say_error(error: ExtractError) -> None:
    """Print what went wrong and what to do."""
    say(error.cause, stderr=True)
    say(error.advice, stderr=True)
