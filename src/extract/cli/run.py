"""`extract run`: letters in, dataset out."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.parameters import DEFAULT_DATASET, CodebookFile
from extract.cli.parameters import Dataset as DatasetOption
from extract.cli.terminal import console, say, tell
from extract.model import Message

if TYPE_CHECKING:
    from extract.batch import Arrival
    from extract.codebook import Codebook
    from extract.dataset import Dataset, Run


def run(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help=tell(Message("Letters, or folders of letters.")))
    ],
    dataset: DatasetOption = DEFAULT_DATASET,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            show_default=False,
            help=tell(Message("Worker processes (default: one a processor).")),
        ),
    ] = os.cpu_count() or 1,
    codebook: CodebookFile = None,
) -> None:
    """Read the letters, extract their fields, and tell what came of each; go on where an earlier run was stopped."""
    from extract.cli.arrivals import find_files
    from extract.cli.letters_table import show_letters
    from extract.codebook import load_codebook
    from extract.dataset import open_dataset
    from extract.errors import ExitCode

    files = find_files(paths)
    book = load_codebook(codebook)
    with open_dataset(dataset) as store:
        before = {letter.name: letter.respondent for letter in store.letters()}
        try:
            extracted, unopened = extract_into(store, files, book, jobs)
        except KeyboardInterrupt:
            say(Message("Stopped. What was extracted is kept; run again to go on."), stderr=True)
            raise
        letters = [letter for letter in store.letters() if letter.name in files]
    code = show_letters(letters)
    for letter in letters:
        replaced = before.get(letter.name)
        if replaced and letter.respondent and replaced != letter.respondent:
            _warn_of_replacement(letter.name, replaced)
    unchanged = len(files) - extracted - unopened
    say(
        Message(
            "{letters} letters: {new} extracted now, {unchanged} unchanged. Dataset: {dataset}",
            {"letters": len(files), "new": extracted, "unchanged": unchanged, "dataset": dataset},
        )
    )
    if code is not ExitCode.GOOD:
        raise typer.Exit(code)


def extract_into(store: Dataset, files: dict[str, Path], codebook: Codebook, jobs: int) -> tuple[int, int]:
    """Extract the new and changed files in one run; how many these were, and how many could not be opened."""
    from extract.dataset import Provenance
    from extract.provenance import code_version, models_version

    provenance = Provenance(code_version(), models_version(), codebook.version, codebook.sha256)
    with store.begin_run(provenance, sys.argv[1:]) as current:
        pending, unopened = _find_pending(files, current)
        _extract(pending, current, codebook, jobs)
    return len(pending), unopened


def _warn_of_replacement(name: str, respondent: str) -> None:
    """A letter of one respondent took the place of another's: two files of one name, most likely."""
    say(
        Message(
            "{file} took the place of a letter from {respondent} that had the same name. If both are to stay, "
            "put them into one folder under different names.",
            {"file": name, "respondent": respondent},
        )
    )


def _find_pending(files: dict[str, Path], current: Run) -> tuple[list[Arrival], int]:
    """The files to extract, new or changed since the dataset last saw them, and how many could not be opened."""
    from extract.cli.arrivals import take_in
    from extract.errors import ReadError

    pending: list[Arrival] = []
    unopened = 0
    for name, path in files.items():
        try:
            arrival = take_in(name, path)
        except ReadError as error:
            current.save_failure(name, None, error)
            unopened += 1
            continue
        if not current.is_current(name, arrival.sha256):
            pending.append(arrival)
    return pending, unopened


def _extract(pending: list[Arrival], current: Run, codebook: Codebook, jobs: int) -> None:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from extract.batch import extract_arrivals

    if not pending:
        return
    rate = TextColumn("{task.fields[rate]:.1f} " + tell(Message("letters/s")))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(tell(Message("Letters")), total=len(pending), rate=0.0)
        # Closed, so that the workers end at once when Ctrl-C comes while a letter is being saved.
        with closing(extract_arrivals(pending, codebook, jobs)) as outcomes:
            for outcome in outcomes:
                if outcome.extraction is not None:
                    current.save(outcome.extraction)
                elif outcome.error is not None:
                    current.save_failure(outcome.arrival.name, outcome.arrival.sha256, outcome.error)
                done = progress.tasks[task]
                progress.update(task, advance=1, rate=(done.completed + 1) / max(done.elapsed or 0.0, 1e-3))
