"""The bar that shows how many letters are done and how fast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from extract.cli.terminal import console, tell
from extract.model import Message

T = TypeVar("T")


def show_progress(done: Iterable[T], total: int) -> Iterator[T]:
    """Pass on what is done, one letter after another, and show the bar meanwhile; without letters no bar."""
    if not total:
        yield from done
        return
    rate = TextColumn("{task.fields[rate]:.1f} " + tell(Message("letters/s")))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as progress:
        task = progress.add_task(tell(Message("Letters")), total=total, rate=0.0)
        for each in done:
            yield each
            state = progress.tasks[task]
            progress.update(task, advance=1, rate=(state.completed + 1) / max(state.elapsed or 0.0, 1e-3))
