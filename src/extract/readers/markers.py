"""List numbers and bullets that were typed at the start of a paragraph, told from dates, ordinals and initials."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicons import read_lexicon

_LOWER = "a-zāčēģīķļņōŗšūž"
_UPPER = "A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ"
#: Signs used for nothing else; symbol fonts keep theirs in the private use area.
_PLAIN_BULLET = re.compile(r"[•‣⁃◦∙▪▫■□●○◆◇♦➢➤►▶✓✔\uf000-\uf0ff]")
#: Signs that also stand in running text: an item's is followed by a space, or a dash by a letter.
_OTHER_BULLET = re.compile(rf"(?:[·*+»>–—−-]|o)(?=\s)|[–—−-](?=[{_LOWER}{_UPPER}„“”\"«])")
_BRACKETED = re.compile(
    rf"(?:\(?(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?|[{_LOWER}{_UPPER}]|[ivx]{{1,5}}|[IVX]{{1,5}})\)\.?)(?=\s*\S)"
)
_LETTER = re.compile(r"[a-f]\.(?=\s)")
_ROMAN = re.compile(rf"[IVX]{{1,4}}\.(?=\s+[{_UPPER}\d„“”\"«]|[{_UPPER}][{_LOWER}])")
_NUMBER = re.compile(rf"(?!0)\d{{1,2}}\.(?=\s|[{_UPPER}][{_LOWER}]|[„“«])")
_NUMBERS = re.compile(
    rf"(?:[1-9]\d?\.){{2,6}}(?=\s|[{_UPPER}][{_LOWER}])|[1-9]\d?(?:\.[1-9]){{1,5}}(?=\s+[{_UPPER}„“«])"
)
#: What goes on with a date or range after a number and a full stop: "24. 02. 2023", "1. - 4. klase", "2. 3. klase".
_GOES_ON = re.compile(r"\d{1,2}\.|[-–—]|/|\d{4}\.?$")
#: The longest text that is still taken for a heading after one Roman letter.
_MAX_HEADING = 120


def split_marker(text: str) -> tuple[str | None, str]:
    """The list number or bullet at the start of a paragraph and the text after it; None where there is no marker.

    "1. Sadarbība" gives ("1.", "Sadarbība"); "8. martā" gives (None, "8. martā"). A marker alone is text.
    """
    stripped = text.strip()
    marker = _find_marker(stripped)
    rest = stripped[len(marker) :].strip() if marker else ""
    return (marker, rest) if rest else (None, stripped)


def _find_marker(text: str) -> str | None:
    for pattern in (_PLAIN_BULLET, _OTHER_BULLET, _BRACKETED, _LETTER, _NUMBERS):
        if found := pattern.match(text):
            return found.group()
    if (found := _ROMAN.match(text)) and _heads(found.group(), text[found.end() :].strip()):
        return found.group()
    if (found := _NUMBER.match(text)) and not _is_ordinal(text[found.end() :].strip()):
        return found.group()
    return None


def _heads(marker: str, rest: str) -> bool:
    """Whether a Roman number numbers what follows: one letter could be an initial ("I. Kalniņa")."""
    if len(marker) > 2 or rest.isupper():
        return True
    words = rest.split()
    return len(rest) <= _MAX_HEADING and not rest.endswith(".") and len(words) > 1 and words[1].islower()


def _is_ordinal(rest: str) -> bool:
    return bool(_GOES_ON.match(rest)) or rest.casefold().startswith(_ordinal_nouns())


@cache
def _ordinal_nouns() -> tuple[str, ...]:
    return tuple(read_lexicon("readers", "ordinal_nouns.toml")["starts"])
