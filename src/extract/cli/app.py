"""The command `extract`: its options, and its commands by name."""

from __future__ import annotations

from typing import Annotated

import typer

from extract.cli.check import check
from extract.cli.evaluate import evaluate
from extract.cli.export import export
from extract.cli.models import models
from extract.cli.review import review
from extract.cli.run import run
from extract.cli.show import show
from extract.cli.status import status
from extract.cli.terminal import tell
from extract.cli.wrong_use import SpokenGroup
from extract.messages import Language
from extract.model import Message

app = typer.Typer(
    cls=SpokenGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=tell(Message("Turns letters of municipalities into a reviewed, structured dataset.")),
    epilog=tell(
        Message(
            "Exit codes: 0 all good, 1 a defect of the program, 2 wrong use, 3 some letters need a look, "
            "4 some letters could not be read, 130 stopped."
        )
    ),
)

for command, purpose in (
    (run, Message("Read letters and extract their fields into a dataset.")),
    (check, Message("Tell what would become of files, and store nothing.")),
    (status, Message("Show what the dataset holds and what needs a look.")),
    (show, Message("Show one letter with its statements, values and reasons.")),
    (export, Message("Write the dataset out as tables or records.")),
    (evaluate, Message("Hold the dataset against letters annotated by hand.")),
):
    app.command(command.__name__, help=tell(purpose))(command)
app.add_typer(review, name="review", help=tell(Message("Open the page on which letters are checked and corrected.")))
app.add_typer(models, name="models", help=tell(Message("List, describe and measure the language models.")))


def _show_version(value: bool) -> None:
    if value:
        from extract import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    language: Annotated[
        Language,
        typer.Option(
            envvar="EXTRACT_LANGUAGE", help=tell(Message("Language of all messages: lv Latvian, en English."))
        ),
    ] = Language.LATVIAN,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help=tell(Message("Show the version and leave."))
        ),
    ] = False,
) -> None:
    """Options of all commands; `language` is read by `terminal.chosen_language` and declared here to be checked."""
