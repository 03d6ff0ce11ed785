"""What the rendering worker does: files may be hostile, so none is opened in the process that serves the page."""

from __future__ import annotations

from pathlib import Path

from extract.errors import DamagedFileError
from extract.limits import leave_network, limit_process, limit_task
from extract.model import Message
from extract.readers.sniff import Format
from extract.rendering.conversion import LaidOut, lay_out
from extract.rendering.drawing import draw_page
from extract.rendering.leaves import find_leaf


def prepare(memory: int) -> None:
    """Bound the worker's memory, in bytes, and take the network from it."""
    leave_network()
    limit_process(memory)


def warm_up() -> None:
    """Nothing: the first task starts the worker, which takes a second that the first letter need not wait for."""


def draw_original(
    path: Path, name: str, sha256: str, index: int, size: tuple[float, float], scale: float, seconds: float
) -> bytes:
    """A page of the file with that hash in the arrival at `path`, as `draw_page`. Raises ReadError."""
    limit_task(seconds)
    return draw_page(*_open(path, name, sha256), name, index, size, scale)


def draw_laid_out(pdf: bytes, name: str, index: int, size: tuple[float, float], scale: float, seconds: float) -> bytes:
    """A page of a letter that LibreOffice laid out, as `draw_page`. Raises ReadError."""
    limit_task(seconds)
    return draw_page(pdf, Format.PDF, name, index, size, scale)


def lay_out_original(path: Path, name: str, sha256: str, text: str, seconds: float) -> LaidOut | None:
    """The pages of the file with that hash in the arrival at `path`, as `lay_out`. Raises ReadError."""
    limit_task(seconds)
    data, format_ = _open(path, name, sha256)
    return lay_out(data, format_, text, name)


def _open(path: Path, name: str, sha256: str) -> tuple[bytes, Format]:
    found = find_leaf(path.read_bytes(), name, sha256)
    if found is None:
        raise DamagedFileError(
            Message("{file} is no longer what it was when it was read.", {"file": name}),
            Message("Run `extract run` over the letters again."),
        )
    return found
