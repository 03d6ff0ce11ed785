"""Many files at once: each is extracted in a worker process, so that none can stop or slow the others for good."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, as_completed
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from extract.codebook import Codebook
from extract.errors import DamagedFileError, ReadError
from extract.limits import limit_process, limit_task
from extract.model import Extraction, Message

if TYPE_CHECKING:
    from spacy.language import Language

_log = logging.getLogger(__name__)

#: Seconds after which a file is given up. The slowest page measured took pdfplumber 15 s.
TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that arrived: where it lies, what the dataset calls it, and the SHA-256 of its content in hexadecimal."""

    path: Path
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an arrival: its extraction, or the error that kept it from being read."""

    arrival: Arrival
    extraction: Extraction | None = None
    error: ReadError | None = None


def extract_arrivals(
    arrivals: Sequence[Arrival], codebook: Codebook, jobs: int, timeout: float = TIMEOUT
) -> Generator[Outcome]:
    """The outcome of every arrival, in the order in which they are done; `timeout` in seconds for each file."""
    context = multiprocessing.get_context("spawn")
    with ProcessPool(
        min(jobs, len(arrivals)) or 1, initializer=_prepare, initargs=(codebook,), context=context
    ) as pool:
        with _ignoring_interrupts():
            futures: dict[Future[Extraction], Arrival] = {
                pool.schedule(_extract, args=(arrival.path, arrival.name, timeout), timeout=timeout): arrival
                for arrival in arrivals
            }
        try:
            for future in as_completed(futures):
                arrival = futures.pop(future)
                try:
                    yield Outcome(arrival, extraction=future.result())
                except ReadError as error:
                    yield Outcome(arrival, error=error)
                except FutureTimeoutError:
                    yield Outcome(arrival, error=_gave_up(arrival, timeout))
                except ProcessExpired as error:
                    yield Outcome(arrival, error=_died(arrival, error.exitcode))
                except Exception as error:  # noqa: BLE001 - a defect met by one letter must not stop the others
                    _log.error("%s: %s", arrival.name, error, exc_info=error)
                    yield Outcome(arrival, error=_defect(arrival, error))
        finally:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates only some of its methods


@contextmanager
def _ignoring_interrupts() -> Iterator[None]:
    """Let the workers started within inherit that Ctrl-C is not meant for them: stopping is up to this process.

    Only the main thread may change how signals are met; elsewhere a worker stopped while it starts says so on its own.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_codebook: Codebook
_language: Language


def _prepare(codebook: Codebook) -> None:
    """Load once in each worker what every letter needs."""
    global _codebook, _language
    from extract.latvian.language import load_language

    _codebook, _language = codebook, load_language()
    limit_process()


def _extract(path: Path, name: str, timeout: float) -> Extraction:
    from extract.pipeline import extract_file

    limit_task(timeout)
    try:
        return extract_file(path, name, _codebook, _language)
    except (MemoryError, RecursionError) as error:
        raise _too_much(name) from error


def _gave_up(arrival: Arrival, timeout: float) -> ReadError:
    return DamagedFileError(
        Message("{file} was given up after {seconds} seconds.", {"file": arrival.name, "seconds": round(timeout)}),
        Message("Open the file and save it anew as PDF or DOCX, then run again."),
    )


def _too_much(name: str) -> ReadError:
    return DamagedFileError(
        Message("{file} needs more memory than a letter may take.", {"file": name}),
        Message("Open the file and save it anew as PDF or DOCX, with fewer pages or smaller pictures, then run again."),
    )


def _died(arrival: Arrival, exitcode: int) -> ReadError:
    return DamagedFileError(
        Message(
            "{file} made the program that reads it end (exit code {exitcode}).",
            {"file": arrival.name, "exitcode": exitcode},
        ),
        Message("Open the file and save it anew as PDF or DOCX, then run again."),
    )


def _defect(arrival: Arrival, error: Exception) -> ReadError:
    return ReadError(
        Message("{file} met a defect of the program ({error}).", {"file": arrival.name, "error": type(error).__name__}),
        Message("Report the defect with the file's form, not its content; the other letters are not affected."),
    )
