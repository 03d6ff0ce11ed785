"""What a worker process may use, and what becomes of odd names."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract import limits
from extract.batch import Arrival, Outcome, extract_arrivals
from extract.codebook import load_codebook


def arrival(path: Path) -> Arrival:
    return Arrival(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def outcomes(*paths: Path, timeout: float = 60.0) -> dict[str, Outcome]:
    done = extract_arrivals([arrival(path) for path in paths], load_codebook(None), 2, timeout)
    return {outcome.arrival.name: outcome for outcome in done}


@pytest.mark.parametrize("name", ["rinda\nrinda.txt", "\u202etxt.elif.txt", "ā" * 120 + ".txt", "a'\"`$(x).txt"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("2022. gadā notika koncerts.\n", encoding="utf-8")
    assert outcomes(path)[name].extraction is not None


def test_what_was_read_is_kept_by_its_hash_and_the_original_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("2022. gadā notika koncerts.\n".encode())
    before = path.read_bytes(), path.stat().st_mtime_ns
    extraction = outcomes(path)["a.txt"].extraction
    assert extraction is not None
    assert extraction.letter.document.sha256 == hashlib.sha256(before[0]).hexdigest()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def in_child(program: str) -> int:
    """How a process of its own that runs the program ends, as `os.waitstatus_to_exitcode` tells it."""
    return subprocess.run([sys.executable, "-c", program], check=False, stderr=subprocess.DEVNULL).returncode


def test_memory_is_bounded() -> None:
    program = "from extract.limits import limit_process, MEMORY\nlimit_process()\n"
    program += "try:\n    bytearray(MEMORY)\nexcept MemoryError:\n    raise SystemExit(7)"
    assert in_child(program) == 7
    assert limits.MEMORY >= 1024**3


def test_processor_time_is_bounded() -> None:
    assert in_child("from extract.limits import limit_task\nlimit_task(0.2)\nwhile True: pass") == -24  # SIGXCPU


def test_there_is_no_network_in_a_worker() -> None:
    program = "from extract.limits import leave_network\nimport socket\n"
    program += "server = socket.create_server(('127.0.0.1', 0))\nleave_network()\n"
    program += "try:\n    socket.create_connection(server.getsockname(), 2)\nexcept OSError:\n    raise SystemExit(7)"
    if os.geteuid() != 0:
        pytest.skip("the system may not let ordinary users leave the network")
    assert in_child(program) == 7


def test_the_network_is_left_before_there_are_threads() -> None:
    """The system refuses it to ordinary users afterwards; the libraries of the engine start some."""
    program = "import os, extract.batch as batch\nfrom extract.codebook import load_codebook\n"
    program += "from extract.model import Engine\nseen = []\n"
    program += "batch.leave_network = lambda: seen.append(len(os.listdir('/proc/self/task')))\n"
    program += "batch._prepare(load_codebook(), Engine.SPACY, batch.MEMORY)\nraise SystemExit(seen != [1])"
    assert in_child(program) == 0
