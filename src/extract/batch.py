"""Many files at once: each is extracted in a worker process, so that none can stop or slow the others for good."""

from __future__ import annotations

import logging
import multiprocessing
import os
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
from extract.errors import DamagedFileError, ReadError, UsageError
from extract.limits import MEMORY, leave_network, limit_process, limit_task
from extract.model import Engine, Extraction, Message
from extract.system_errors import (
    ended_from_outside,
    hindered,
    is_ended_from_outside,
    is_of_the_machine,
    tell_system_error,
)

if TYPE_CHECKING:
    from spacy.language import Language

#: With what a worker ends whose memory did not suffice; programs and signals use other codes.
_OUT_OF_MEMORY = 86

_log = logging.getLogger(__name__)

#: Seconds after which a file is given up. The slowest page measured took pdfplumber 15 s, and a scan of forty pages
#: takes some two minutes on a quiet machine.
TIMEOUT = 300.0


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
    arrivals: Sequence[Arrival],
    codebook: Codebook,
    jobs: int,
    timeout: float = TIMEOUT,
    engine: Engine = Engine.SPACY,
    memory: int = MEMORY,
) -> Generator[Outcome]:
    """The outcome of every arrival, in the order in which they are done.

    `timeout` is in seconds for each file, `memory` in bytes for each worker process.
    Raises UsageError where the models of `engine` cannot be loaded.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPool(
        min(jobs, len(arrivals)) or 1, initializer=_prepare, initargs=(codebook, engine, memory), context=context
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
                except UsageError:
                    raise  # the engine's models cannot be loaded: no letter can be extracted
                except FutureTimeoutError:
                    yield Outcome(arrival, error=_gave_up(arrival, timeout))
                except ProcessExpired as error:
                    yield Outcome(arrival, error=_expired(arrival, error.exitcode, timeout, memory))
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
_language: Language | UsageError


def _prepare(codebook: Codebook, engine: Engine, memory: int) -> None:
    """Bound the worker's memory, and load once what every letter needs."""
    global _codebook, _language
    leave_network()
    from extract.latvian.engines import load_engine

    _codebook = codebook
    try:
        _language = load_engine(engine)
    except UsageError as error:
        # A worker that dies while it starts could not say why; the first letter does.
        _language = error
    limit_process(memory)


def _extract(path: Path, name: str, timeout: float) -> Extraction:
    from extract.pipeline import extract_file

    if isinstance(_language, UsageError):
        raise _language
    limit_task(timeout)
    try:
        return extract_file(path, name, _codebook, _language)
    except MemoryError:
        # What was taken is not all given back; the next letter gets a new worker.
        os._exit(_OUT_OF_MEMORY)
    except OSError as error:
        if is_of_the_machine(error):
            raise hindered(name, tell_system_error(error)) from error
        raise
    except RecursionError as error:
        raise DamagedFileError(
            Message("{file} is nested deeper than any letter.", {"file": name}),
            Message("Open the file and save it anew as PDF or DOCX, then run again."),
        ) from error


def _gave_up(arrival: Arrival, timeout: float) -> ReadError:
    return DamagedFileError(
        Message("{file} was given up after {seconds} seconds.", {"file": arrival.name, "seconds": round(timeout)}),
        Message("Open the file and save it anew as PDF or DOCX, then run again."),
    )


def _too_large(arrival: Arrival, memory: int) -> ReadError:
    return DamagedFileError(
        Message(
            "{file} needs more memory than the {limit} MB that a file may take.",
            {"file": arrival.name, "limit": memory // 1024**2},
        ),
        Message("Open the file and save it anew as PDF or DOCX, then run again."),
    )


def _expired(arrival: Arrival, exitcode: int, timeout: float, memory: int) -> ReadError:
    """The error for a worker that ended, by how it did."""
    if exitcode == _OUT_OF_MEMORY:
        return _too_large(arrival, memory)
    if is_ended_from_outside(exitcode):
        return ended_from_outside(arrival.name, exitcode)
    return _gave_up(arrival, timeout) if exitcode == -signal.SIGXCPU else _died(arrival, exitcode)


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
