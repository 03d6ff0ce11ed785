"""What a recogniser typically misreads, put right where nothing else can be meant.

A word that was changed keeps at most the confidence `MENDED`, so that a value resting on it is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.lexicons import read_lexicon
from extract.readers.tesseract import SeenWord

#: The highest confidence of a numeral that was put right.
MENDED = 0.5

#: Two commas or small signs for the low quotation mark at a word's start, two apostrophes for the high one at its end.
_OPENING = re.compile(r"^([(\[]?)(?:,,|‚‚|‚,|,‚|\.,|,\.|<<)(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.!?%])(?:''|’’|‘‘|`´|´´|``|>>)(?=[.,;:!?)]*$)")
#: Letters taken for digits of the same look, in a numeral of two digits at least. An l at the end may be litres.
_NUMERAL = re.compile(r"(?<![^\W_])(?=[OoIl|]*\d[OoIl|]*\d)[0-9OoIl|]*[0-9Oo](?![^\W_])")
_DIGITS = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})
#: The I or A that stands in every number of a project of the EU's funds, between the year and the running number.
_PROJECT = re.compile(r"(\d\.\d\.?/(?:\d/)?\d{2}/)[1l|](?=/\d{3})")
#: The sign @ in an e-mail address is taken for a letter, in brackets perhaps, that nothing closes.
_AT = re.compile(
    r"^([a-z0-9._+-]*[a-z0-9])(?:\([oODG0aQ]?|[GĢODQ©®]{1,2})([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?=[.,;)]?$)"
)
#: A raised 1 after a word or figure, and before a footnote.
_RAISED = re.compile(r"(?<=\w)['’‘](?=[.,;:]?$)")
#: A page's number and how many there are, without its spaces: "1 no 3".
_PAGE_NUMBER = re.compile(r"[0-9OlI]{1,3}no[0-9OlI]{1,3}")
#: What every bullet becomes.
BULLET = "•"
#: Signs that a recogniser sees in a bullet at a line's start; none of them begins a sentence.
_BULLETS = frozenset("®©¢°«»*·■▪●¤§e")
#: A bullet stands at least this far before its text, in shares of the line's height.
_BULLET_GAP = 0.25


def mend_line(words: Sequence[SeenWord]) -> list[SeenWord]:
    """The words of one line with their typical misreadings put right."""
    mended = [_mend(word, inside=0 < i < len(words) - 1) for i, word in enumerate(words)]
    if len(mended) > 1:
        first, second = mended[0], mended[1]
        if first.text in _BULLETS and second.x0 - first.x1 >= _BULLET_GAP * (second.bottom - second.top):
            mended[0] = replace(first, text=BULLET)
        elif first.text == "!":
            mended[0] = replace(first, text="1", confidence=min(MENDED, first.confidence))
    return mended


def _mend(word: SeenWord, *, inside: bool) -> SeenWord:
    if word.text in ("-", "\u2010", "\u2011", "—") and inside:
        return replace(word, text="–")
    text = read_lexicon("readers", "misread_words.toml")["words"].get(word.text, word.text)
    text = _OPENING.sub(r"\1„", text)
    text = _RAISED.sub("", _CLOSING.sub("”", text))
    text = _AT.sub(r"\1@\2", text)
    mended = _PROJECT.sub(r"\1I", text)
    mended = _NUMERAL.sub(lambda numeral: numeral.group().translate(_DIGITS), mended)
    if _PAGE_NUMBER.fullmatch(text):
        mended = "no".join(part.translate(_DIGITS) for part in text.split("no"))
    if mended != text:
        return replace(word, text=mended, confidence=min(MENDED, word.confidence))
    return replace(word, text=text) if text != word.text else word
