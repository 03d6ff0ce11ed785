"""`extract check`: what would become of files, with nothing stored."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.labels import format_label
from extract.cli.parameters import DEFAULT_JOBS, CodebookFile, EngineName, Jobs
from extract.cli.terminal import console, say, tell
from extract.model import Engine, Message

if TYPE_CHECKING:
    from rich.table import Table

    from extract.batch import Arrival, Outcome


def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help=tell(Message("Letters, or folders of letters.")))
    ],
    jobs: Jobs = DEFAULT_JOBS,
    codebook: CodebookFile = None,
    engine: EngineName = Engine.SPACY,
) -> None:
    """Read the files as `run` would, and tell of each what it is, what was found in it, and what is wrong with it."""
    from extract.batch import extract_arrivals
    from extract.cli.arrivals import find_files
    from extract.cli.letters_table import show_remarks
    from extract.cli.progress import show_progress
    from extract.codebook import load_codebook
    from extract.errors import ExitCode

    arrivals, outcomes = _take_in(find_files(paths))
    with closing(extract_arrivals(arrivals, load_codebook(codebook), jobs, engine=engine)) as extracted:
        outcomes += show_progress(extracted, len(arrivals))
    outcomes.sort(key=lambda outcome: outcome.arrival.name)
    console().print(_table(outcomes))
    for outcome in outcomes:
        show_remarks(outcome.arrival.name, _remarks(outcome), "red" if outcome.error else "yellow")
    failed = sum(outcome.error is not None for outcome in outcomes)
    say(
        Message(
            "{files} files: {readable} can be read, {failed} cannot. Nothing was stored.",
            {"files": len(outcomes), "readable": len(outcomes) - failed, "failed": failed},
        )
    )
    if failed:
        raise typer.Exit(ExitCode.UNREADABLE)
    if any(_remarks(outcome) for outcome in outcomes):
        raise typer.Exit(ExitCode.NEEDS_LOOK)


def _take_in(files: dict[str, Path]) -> tuple[list[Arrival], list[Outcome]]:
    """The files that can be opened, and the outcomes of those that cannot."""
    from extract.batch import Arrival, Outcome
    from extract.cli.arrivals import take_in
    from extract.errors import ReadError

    arrivals: list[Arrival] = []
    unopened: list[Outcome] = []
    for name, path in files.items():
        try:
            arrivals.append(take_in(name, path))
        except ReadError as error:
            unopened.append(Outcome(Arrival(path, name, ""), error=error))
    return arrivals, unopened


def _table(outcomes: list[Outcome]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from extract.cli.letters_table import span

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(tell(Message("File")), overflow="fold")
    table.add_column(tell(Message("Format")), no_wrap=True)
    for title in (Message("Parts"), Message("Pages")):
        table.add_column(tell(title), justify="right", no_wrap=True)
    table.add_column(tell(Message("Respondent")), overflow="fold")
    table.add_column(tell(Message("Years")), no_wrap=True)
    table.add_column(tell(Message("Statements")), justify="right", no_wrap=True)
    for outcome in outcomes:
        if outcome.extraction is None:
            table.add_row(Text(outcome.arrival.name), Text("✗", style="red"))
            continue
        letter, frame = outcome.extraction.letter, outcome.extraction.letter.frame
        document = letter.document
        table.add_row(
            Text(outcome.arrival.name),
            format_label(document.format),
            str(len(document.parts) or 1),
            str(len(document.pages) or "–"),
            frame.respondent.value if frame.respondent else "–",
            span(frame.reporting_years.value) if frame.reporting_years else "–",
            str(len(letter.statements)),
        )
    return table


def _remarks(outcome: Outcome) -> list[Message]:
    """What a person should know of a file: its error with advice, or what its reader noticed and did not find."""
    if outcome.error is not None:
        return [outcome.error.cause, outcome.error.advice]
    assert outcome.extraction is not None  # noqa: S101 - an outcome has one or the other
    said = [*outcome.extraction.notices]
    if outcome.extraction.letter.frame.respondent is None:
        said.append(Message("No respondent was found."))
    if not outcome.extraction.letter.statements:
        said.append(Message("No statements were found."))
    return said
