"""Lexical attributes of Latvian words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.attrs import LIKE_NUM

#: Signed numbers with decimals or groups, ordinals, ranges of fractions: "12", "3,6", "1.500", "2021.", "+5", "1/2".
_NUMBER = re.compile(r"[+\-±~−]?\d+(?:[.,]\d+)*\.?(?:/\d+\.?)?")
_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\.?")


def like_num(text: str) -> bool:
    """Whether the word is a number in digits or Roman numerals, cardinal or ordinal."""
    return bool(_NUMBER.fullmatch(text) or _ROMAN.fullmatch(text))


LEX_ATTRS: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num}
