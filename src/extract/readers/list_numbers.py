"""List numbers as they are shown, whatever format they are counted in."""

from __future__ import annotations

from dataclasses import dataclass

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_ROMAN_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
#: Beyond thirty letters a number is no list's: it was made to fill the memory.
_MAX_LETTERS = 26 * 30


@dataclass(frozen=True, slots=True)
class ListNumber:
    """The marker of a paragraph as shown, "" where the list shows none, and its level from 0."""

    marker: str
    level: int


def format_number(value: int, format: str) -> str:
    """The number as `format` (a value of `w:numFmt`) writes it; formats that Latvian letters do not use as decimals."""
    match format:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter" if 0 < value <= _MAX_LETTERS:
            repeats, index = divmod(value - 1, 26)
            letters = chr(ord("a") + index) * (repeats + 1)
            return letters.upper() if format == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < value < 4000:
            return _roman(value).lower() if format == "lowerRoman" else _roman(value)
        case "decimalZero":
            return f"{value:02d}"
        case "ordinal":
            return f"{value}."
        case _:
            return str(value)


def _roman(value: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (value // worth)
        value %= worth
    return letters + _ROMAN_ONES[value]


def visible_bullet(text: str) -> str:
    """The bullet; those of symbol fonts, which stand in the private use area, as a round one."""
    return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in text)
