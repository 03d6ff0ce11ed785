"""Headings told by their form, in formats that do not name them."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicons import read_lexicon

#: A heading has no more characters than this.
MAX_HEADING = 200
_MAX_COLON_HEADING = 80
_SENTENCE_END = re.compile(r"[.!?:;…][”\"»“’)\]*]*$")
_INNER_END = re.compile(r"[.!?;]\s")


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence or a part of one does."""
    return bool(_SENTENCE_END.search(text)) and not breaks_off(text)


def breaks_off(text: str) -> bool:
    """Whether the text ends with an abbreviation that something stands behind ("Nr.")."""
    return _open_abbreviation().search(text) is not None


@cache
def _open_abbreviation() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, read_lexicon("readers", "open_abbreviations.toml")["ends"]))
    return re.compile(rf"(?<![\w.])(?:{ends})\.\Z", re.IGNORECASE)


def is_heading_when_emphasised(text: str) -> bool:
    """Whether a paragraph that is bold or underlined as a whole heads what follows: short, with no sentence's end."""
    return len(text) <= MAX_HEADING and not text.endswith((".", ";", ",")) and any(char.isalpha() for char in text)


def is_colon_heading(text: str) -> bool:
    """Whether a plain line heads what follows by its colon alone ("Izglītības jomā:"); it must lead no list."""
    return (
        text.endswith(":")
        and len(text) <= _MAX_COLON_HEADING
        and not any(char.isdigit() for char in text)
        and not _INNER_END.search(text)
        and "," not in text
    )
