"""What a recogniser typically misreads, put right where nothing else can be meant.

A word that was changed keeps at most the confidence `MENDED`, so that a value resting on it is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.readers.tesseract import SeenWord

#: The highest confidence of a numeral that was put right.
MENDED = 0.5

#: Two commas or small signs for the low quotation mark at a word's start, two apostrophes for the high one at its end.
_OPENING = re.compile(r"^([(\[]?)(?:,,|‚‚|‚,|,‚|\.,|,\.|<<)(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.!?%])(?:''|’’|‘‘|`´|´´|``|>>)(?=[.,;:!?)]*$)")
#: Letters taken for digits of the same look, among digits only.
_NUMERAL = re.compile(r"[0-9OoIl|]+(?=[.,;:)%]?$)|[0-9OoIl|]+(?=[-–.]\w*[.,;:)]?$)")
_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
#: Signs that a recogniser sees in a bullet at a line's start; none of them begins a sentence.
_BULLETS = frozenset("®©¢°«»*·■▪●¤§e")
#: A bullet stands at least this far before its text, in shares of the line's height.
_BULLET_GAP = 0.25


def mend_line(words: Sequence[SeenWord]) -> list[SeenWord]:
    """The words of one line with their typical misreadings put right."""
    mended = [_mend(word) for word in words]
    if len(mended) > 1 and mended[0].text in _BULLETS:
        first, second = mended[0], mended[1]
        if second.x0 - first.x1 >= _BULLET_GAP * (second.bottom - second.top):
            mended[0] = replace(first, text="•")
    return mended


def _mend(word: SeenWord) -> SeenWord:
    text = _OPENING.sub(r"\1„", word.text)
    text = _CLOSING.sub("”", text)
    numeral = _NUMERAL.match(text)
    if numeral and sum(char.isdigit() for char in numeral.group()) >= 2 and not numeral.group().isdigit():
        text = numeral.group().translate(_DIGITS) + text[numeral.end() :]
        return replace(word, text=text, confidence=min(MENDED, word.confidence))
    return replace(word, text=text) if text != word.text else word
