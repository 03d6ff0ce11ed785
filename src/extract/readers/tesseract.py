"""The program Tesseract: whether it is there, and the words that it recognises on one picture.

The picture goes in through a pipe and the words come back through another, so nothing of a letter is left on the disk.
hOCR is asked for rather than TSV: besides words, boxes and confidences it tells each line's baseline and font size.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from lxml import etree
from PIL import Image

from extract.errors import HinderedError, MissingProgramError, ReadError
from extract.model import Message
from extract.system_errors import hindered, is_ended_from_outside, tell_system_error

#: Latvian; its model knows the Latin alphabet, digits and punctuation that Latvian letters use.
LANGUAGE = "lav"
#: Seconds for one page; a dense page takes three on a slow core.
PAGE_SECONDS = 60
#: Dots an inch that are enough to tell which way up a page stands, in half the time.
_TURN_DPI = 150
#: Older versions have another recogniser, whose confidences mean something else.
LEAST_VERSION = (4, 1)

_ADVICE = Message("Install the Debian packages tesseract-ocr and tesseract-ocr-lav, then run again.")
_XHTML = "{http://www.w3.org/1999/xhtml}"
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_VERSION = re.compile(r"tesseract v?(\d+)\.(\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as recognised: its box in pixels from the top left corner, and its confidence from 0 to 1."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line: its words from left to right, the height of its baseline at its middle, and its font size, in pixels."""

    words: tuple[SeenWord, ...]
    baseline: float
    size: float


class RecognitionTimeoutError(ReadError):
    """A picture took longer than `PAGE_SECONDS`."""


@cache
def _program() -> tuple[str, str]:
    """The program's path and version. Raises MissingProgramError."""
    path = shutil.which("tesseract")
    if path is None:
        raise MissingProgramError(
            Message("Text in pictures is recognised by the program Tesseract, which is not installed."), _ADVICE
        )
    version = _VERSION.search(_ask(path, "--version"))
    if version is None or (int(version[1]), int(version[2])) < LEAST_VERSION:
        raise MissingProgramError(
            Message(
                "The program Tesseract is too old or does not start; version {version} or newer is needed.",
                {"version": ".".join(map(str, LEAST_VERSION))},
            ),
            _ADVICE,
        )
    if LANGUAGE not in _ask(path, "--list-langs").split():
        raise MissingProgramError(
            Message("The program Tesseract has no data for Latvian ({language}).", {"language": LANGUAGE}), _ADVICE
        )
    return path, version[0]


def _ask(path: str, option: str) -> str:
    try:
        done = subprocess.run([path, option], capture_output=True, text=True, timeout=PAGE_SECONDS, check=False)  # noqa: S603 - the program found on the path
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


def find_version() -> str:
    """Name and version of the program, "tesseract 5.3.0". Raises MissingProgramError."""
    return _program()[1]


def name_file(error: ReadError, name: str) -> ReadError:
    """The error as one of the file `name`, which is not known where a picture is recognised."""
    if "file" in error.cause.values:
        return error
    if isinstance(error, HinderedError):
        return hindered(name, error.cause)
    if isinstance(error, MissingProgramError):
        cause = Message(
            "{file} holds its text as pictures, and Tesseract with Latvian, which recognises it, is not installed.",
            {"file": name},
        )
    else:
        cause = Message("{file} holds its text as pictures, and recognising it failed.", {"file": name})
    return type(error)(cause, error.advice)


def recognise(picture: Image.Image, dpi: int, *, one_block: bool = False) -> list[SeenLine]:
    """The lines on an upright grey picture (mode "L"), in no order that matters.

    `one_block` tells that it shows lines one below the other and nothing else, be they of one digit.

    Raises MissingProgramError, RecognitionTimeoutError, HinderedError where the program could not run, or ReadError
    where it fails.
    """
    options = ["-l", LANGUAGE, "--dpi", str(dpi), "-c", "tessedit_create_hocr=1"]
    done = _run(picture, ["--psm", "6" if one_block else "3", *options])
    return _lines(done)


def find_quarter_turn(picture: Image.Image, dpi: int) -> int | None:
    """By how many degrees, counter-clockwise, the picture must be turned to stand upright: 0, 90, 180 or 270.

    None where the data for it (`osd`) is not installed or the picture has too little text to tell.
    """
    if not _knows_turns():
        return None
    reduced = picture.reduce(max(1, round(dpi / _TURN_DPI)))
    dpi = round(dpi * reduced.width / picture.width)
    try:
        told = _run(reduced, ["--psm", "0", "-l", "osd", "--dpi", str(dpi)]).decode("utf-8", "replace")
    except (RecognitionTimeoutError, HinderedError):
        raise
    except ReadError:  # too few characters
        return None
    turn = re.search(r"^Orientation in degrees: (\d+)", told, re.MULTILINE)
    return int(turn[1]) % 360 if turn else None


@cache
def _knows_turns() -> bool:
    return "osd" in _ask(_program()[0], "--list-langs").split()


def _run(picture: Image.Image, options: Sequence[str]) -> bytes:
    path, _ = _program()
    portable = b"P5\n%d %d\n255\n" % picture.size + picture.tobytes()
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # threads within one page cost more than they gain
    try:
        done = subprocess.run(  # noqa: S603 - the program found on the path
            [path, "stdin", "stdout", *options],
            input=portable,
            capture_output=True,
            timeout=PAGE_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RecognitionTimeoutError(
            Message("Recognising the text of a page took longer than {seconds} seconds.", {"seconds": PAGE_SECONDS}),
            Message("Scan the page anew in black and white at 300 dpi."),
        ) from error
    except OSError as error:
        raise HinderedError(
            Message("the program Tesseract cannot be started: {error}", {"error": tell_system_error(error)}), _ADVICE
        ) from error
    if is_ended_from_outside(done.returncode):
        raise HinderedError(
            Message("the program Tesseract was ended from outside (signal {signal})", {"signal": -done.returncode}),
            _ADVICE,
        )
    if done.returncode:
        raise ReadError(
            Message("The program Tesseract failed with code {code}.", {"code": done.returncode}),
            Message("Scan the page anew in black and white at 300 dpi."),
        )
    return done.stdout


def _lines(hocr: bytes) -> list[SeenLine]:
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False, recover=True)
    root = etree.fromstring(hocr, parser)
    found: list[tuple[tuple[SeenWord, ...], float, float, float]] = []
    for element in root.iter(f"{_XHTML}span"):
        if element.get("class") in _LINES:
            words = tuple(word for part in element.iter(f"{_XHTML}span") if (word := _word(part)) is not None)
            if words:
                found.append((words, *_measures(_properties(element.get("title", "")))))
    # The height of small letters is told more steadily than that of all letters, which is larger where a capital has a
    # diacritic; the page's usual ratio of both makes font sizes of it.
    ratio = median(size / small for _, _, size, small in found) if found else 1.0
    return [SeenLine(words, baseline, small * ratio) for words, baseline, _, small in found]


def _word(element: etree._Element) -> SeenWord | None:
    if element.get("class") != "ocrx_word":
        return None
    about = _properties(element.get("title", ""))
    text = "".join(str(part) for part in element.itertext()).strip()
    if not text or len(about.get("bbox", ())) != 4:
        return None
    x0, top, x1, bottom = about["bbox"]
    return SeenWord(text, x0, top, x1, bottom, (about.get("x_wconf") or [0.0])[0] / 100)


def _properties(title: str) -> dict[str, list[float]]:
    """The numbers of each property of an hOCR title: "bbox 1 2 3 4; x_wconf 96"."""
    found: dict[str, list[float]] = {}
    for part in title.split(";"):
        name, *values = part.split()
        found[name] = [float(value) for value in values]
    return found


def _measures(about: dict[str, list[float]]) -> tuple[float, float, float]:
    """Of a line: height of its baseline at its middle, of all its letters, and of its small letters, in pixels."""
    x0, top, x1, bottom = about["bbox"]
    size = (about.get("x_size") or [0.0])[0]
    size = size if size > 0 else max(1.0, bottom - top)
    small = size - sum(sum(about.get(name, ())) for name in ("x_descenders", "x_ascenders"))
    slope, offset = about.get("baseline") or [0.0, 0.0]
    height = bottom + slope * (x1 - x0) / 2 + offset
    # On lines of a few characters the fitted baseline may lie anywhere.
    height = min(max(height, (top + bottom) / 2), bottom) if math.isfinite(height) else bottom
    return height, size, small if small > 0 else size / 2
