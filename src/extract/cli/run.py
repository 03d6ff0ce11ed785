"""`extract run`: letters in, dataset out."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.parameters import DEFAULT_DATASET, DEFAULT_JOBS, AcceptAbove, CodebookFile, Dataset, EngineName, Jobs
from extract.cli.terminal import say, tell
from extract.model import Engine, Message

if TYPE_CHECKING:
    from extract.batch import Arrival
    from extract.codebook import Codebook
    from extract.dataset import Run


def run(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH…", help=tell(Message("Letters, or folders of letters.")))
    ],
    dataset: Dataset = DEFAULT_DATASET,
    jobs: Jobs = DEFAULT_JOBS,
    codebook: CodebookFile = None,
    engine: EngineName = Engine.SPACY,
    accept_above: AcceptAbove = None,
) -> None:
    """Read the letters, extract their fields, and tell what came of each; go on where an earlier run was stopped."""
    from extract.cli.arrivals import find_files
    from extract.cli.letters_table import show_letters
    from extract.codebook import load_codebook
    from extract.dataset import Provenance, open_dataset
    from extract.errors import ExitCode
    from extract.provenance import code_version, models_version

    files = find_files(paths)
    book = load_codebook(codebook)
    with open_dataset(dataset, accept_above=accept_above) as store:
        provenance = Provenance(code_version(), models_version(engine), book.version, book.sha256)
        with store.begin_run(provenance, sys.argv[1:]) as current:
            pending, unopened = _find_pending(files, current)
            before = {letter.name: letter.respondent for letter in store.letters()} if pending else {}
            try:
                _extract(pending, current, book, jobs, engine)
            except KeyboardInterrupt:
                say(Message("Stopped. What was extracted is kept; run again to go on."), stderr=True)
                raise
        letters = [letter for letter in store.letters() if letter.name in files]
    code = show_letters(letters)
    for letter in letters:
        replaced = before.get(letter.name)
        if replaced and letter.respondent and replaced != letter.respondent:
            _warn_of_replacement(letter.name, replaced)
    unchanged = len(files) - len(pending) - unopened
    say(
        Message(
            "{letters} letters: {new} extracted now, {unchanged} unchanged. Dataset: {dataset}",
            {"letters": len(files), "new": len(pending), "unchanged": unchanged, "dataset": dataset},
        )
    )
    if code is not ExitCode.GOOD:
        raise typer.Exit(code)


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
        if current.is_current(name, arrival.sha256):
            current.note_source(name, path)
        else:
            pending.append(arrival)
    return pending, unopened


def _extract(pending: list[Arrival], current: Run, codebook: Codebook, jobs: int, engine: Engine) -> None:
    from extract.batch import extract_arrivals
    from extract.cli.progress import show_progress

    if not pending:
        return
    # Closed, so that the workers end at once when Ctrl-C comes while a letter is being saved.
    with closing(extract_arrivals(pending, codebook, jobs, engine=engine)) as outcomes:
        for outcome in show_progress(outcomes, len(pending)):
            if outcome.extraction is not None:
                current.save(outcome.extraction, outcome.arrival.path)
            elif outcome.error is not None:
                arrival = outcome.arrival
                current.save_failure(arrival.name, arrival.sha256, outcome.error, arrival.path)
