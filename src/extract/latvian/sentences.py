"""Sets sentence starts by the rules of Latvian punctuation, on tokens, without a trained model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

import numpy as np
from spacy.attrs import SENT_START
from spacy.lang.lv.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc, Token

from extract.latvian.abbreviations import Standing, abbreviations
from extract.lexicons import read_lexicon

#: The component's name in spaCy's registry and in a pipeline.
FACTORY = "sentence_ends"

_BRACKETS_OPENING = frozenset("([{")
_BRACKETS_CLOSING = frozenset(")]}")
_OPENING = _BRACKETS_OPENING | frozenset("„«‹‚") | {",,"}
_CLOSING = _BRACKETS_CLOSING | frozenset("»›")
#: Marks that open where they stand before a word and close where they stand after one.
_EITHER = frozenset("\"“”‟'’‘") | {"''", "’’", "‘’", "‘‘"}
_BULLETS = frozenset("•‣▪●◦○■□⁃➢➤►✓✔")
_DASHES = frozenset("-–—‒―") | {"--"}
#: Behind these a quotation is speech and may hold whole sentences; behind a word it is a name.
_BEFORE_SPEECH = frozenset({":", ".", "!", "?", "…", "..."})
_EXCLAMATION = re.compile(r"(?=.*[!?])[!?.…]+")
_ELLIPSIS = re.compile(r"\.\.+|…")
_INITIAL = re.compile(r"(?:Dž|Dz|[^\W\d_])\.")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}\.")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*\.|\d[\d.]*(?:[-/][\dIVXLC.]+)+\.|[IVXLC]{2,}\.")
_YEAR = re.compile(r"(?:19|20)\d\d\.")
#: Words before the day of a month.
_BEFORE_DAYS = frozenset({"gada", "gadā", "g.", "līdz", "no", "uz", "un"})
#: No ordinal: a clock time, a decimal fraction, or a number too great to be one.
_MEASURE = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d\.|\d+,\d+\.|(?!(?:19|20)\d\d\.)\d{4,}\.")
#: Endings of passive participles, and of nouns in the locative.
_PARTICIPLE = re.compile(r"\w{3,}(?:ti|tas|ts|ta)")
_LOCATIVE = re.compile(r"\w{3,}(?:ā|ē|ī|ū|os|ās|ēs|īs)")
#: Reflexive verbs in the past ("pieteicās") have no object, so a number behind them that is too great for a day counts.
_REFLEXIVE = re.compile(r"\w{3,}[cdgjkļlmnņprstvzšž]ās")
_GREATEST_DAY = 31
_NO_VOWEL = re.compile(r"[bcčdfgģhjkķlļmnņprsštvzž]+")
#: A pair of marks further apart than this (in tokens) is taken for two strays.
_LONGEST_PAIR = 80
#: From this many tokens on a sentence is long enough to end with a date before a capital letter.
_SHORTEST_BEFORE_DATE = 6


class _End(Enum):
    """How surely a token ends a sentence."""

    SURE = auto()
    EXCLAMATION = auto()
    ELLIPSIS = auto()
    CLOSING = auto()
    LISTING = auto()
    UNSURE = auto()
    NUMBER = auto()
    DATE = auto()


@dataclass(frozen=True, slots=True)
class _Pair:
    """Tokens of an opening and a closing mark."""

    first: int
    last: int
    is_bracket: bool


@dataclass(frozen=True, slots=True)
class _Marks:
    """The brackets and quotation marks of a text that belong together, and the tokens that they are."""

    pairs: tuple[_Pair, ...]
    opening: frozenset[int]
    closing: frozenset[int]


@Language.component(FACTORY, assigns=["token.is_sent_start"], retokenizes=True)
def set_sentence_ends(doc: Doc) -> Doc:
    """Set `is_sent_start` of every token of `doc`, in place.

    A full stop that stands on a sentence's last number ("piedalījās 12.") is made a token of its own; on a date or a
    year it stays. A line break always ends a sentence.
    """
    starts = {doc[i].idx for i in _starts(doc)}
    _split_final_numbers(doc, starts)
    begins = np.array([[1 if token.idx in starts else -1] for token in doc], dtype="int64").astype("uint64")
    # All at once: setting one token's is_sent_start looks through the whole doc.
    doc.from_array([SENT_START], begins)  # type: ignore[arg-type]  # the stub asks for int64, the code for uint64
    return doc


@cache
def openers() -> frozenset[str]:
    """Words, in lower case, that commonly begin a sentence."""
    return frozenset(read_lexicon("latvian", "sentence_openers.toml")["openers"]) | STOP_WORDS


@cache
def _cardinal_cues() -> frozenset[str]:
    return frozenset(word for words in read_lexicon("latvian", "cardinal_cues.toml").values() for word in words)


def _starts(doc: Doc) -> Iterator[int]:
    """The indices of the tokens that begin a sentence; the first token always does."""
    marks = _marks(doc)
    start = 0
    if len(doc):
        yield 0
    for i in range(len(doc) - 1):
        following = _following(doc, i, start, marks)
        if following is not None and following > start:
            start = following
            yield start


def _following(doc: Doc, i: int, start: int, marks: _Marks) -> int | None:
    """The index of the token that begins the next sentence where one ends with token `i`, else None."""
    if doc[i].is_space:
        return i + 1 if "\n" in doc[i].text and not doc[i + 1].is_space else None
    if doc[i + 1].text in _BULLETS:
        return i + 1
    end = _end(doc, i, start)
    if end is None:
        return None
    after = i + 1
    while after < len(doc) and _closes(doc, after, marks):
        after += 1
    while after < len(doc) and doc[after].is_space and "\n" not in doc[after].text:
        after += 1
    if after == len(doc) or doc[after].is_space:
        return None
    around = [pair for pair in marks.pairs if pair.first < i < pair.last and pair.first > start and _names(doc, pair)]
    if any(pair.last >= after for pair in around) or (around and end is not _End.SURE):
        return None
    word = _first_word(doc, after, marks)
    return after if word is not None and _may_begin(doc, word, i, start, end) else None


def _end(doc: Doc, i: int, start: int) -> _End | None:
    """How surely token `i` ends the sentence that began at `start`; None where it does not."""
    token = doc[i]
    text = token.text
    if text == ".":
        before = doc[i - 1] if i > start else None
        if before is None or (i - start == 1 and (len(before) == 1 or before.like_num)):
            return None
        return _End.UNSURE if _NO_VOWEL.fullmatch(before.text) else _End.SURE
    if _EXCLAMATION.fullmatch(text):
        return _End.EXCLAMATION
    if _ELLIPSIS.fullmatch(text):
        return _End.ELLIPSIS
    if not text.endswith(".") or i == start:
        return None
    spaced = f"{doc[i - 1].lower_}{text.lower()}"  # "u. c."
    standing = abbreviations().get(spaced) or abbreviations().get(text.lower())
    if _DATE.fullmatch(text):
        return _End.DATE
    if _NUMBER.fullmatch(text):
        return _End.NUMBER
    if standing is Standing.CLOSING:
        return _End.CLOSING
    if standing is Standing.LISTING:
        return _End.LISTING
    if standing is Standing.MAY_END or _INITIAL.fullmatch(text):
        return _End.UNSURE
    return None


def _may_begin(doc: Doc, word: Token, i: int, start: int, end: _End) -> bool:
    """Whether a sentence may begin with `word` after token `i`, which ends one as surely as `end` says."""
    capital = word.text[0].isupper()
    digit = word.text[0].isdigit()
    opener = capital and not (word.is_upper and len(word) > 1) and word.lower_ in openers()
    match end:
        case _End.SURE | _End.EXCLAMATION:
            return capital or digit
        case _End.ELLIPSIS:
            return capital
        case _End.CLOSING:
            return capital or bool(_YEAR.fullmatch(word.text))
        case _End.LISTING:
            return opener or bool(_YEAR.fullmatch(word.text))
        case _End.UNSURE:
            return opener
        case _End.DATE:
            return opener or (capital and i - start >= _SHORTEST_BEFORE_DATE)
        case _End.NUMBER:
            if digit:
                other = not word.text.endswith(".") or (_YEAR.fullmatch(word.text) and not _YEAR.fullmatch(doc[i].text))
                return bool(other) and i - start >= 2
            return opener or (capital and _is_cardinal(doc, i, start))


def _is_cardinal(doc: Doc, i: int, start: int) -> bool:
    """Whether number `i` counts, measures or names ("jaunieši – 12.", "plkst. 12.00.", "Lauku ielā 5."), not orders."""
    cues = {doc[i - 1].lower_, doc[max(0, i - 2) : i].text.lower()}
    if _MEASURE.fullmatch(doc[i].text) or not cues.isdisjoint(_cardinal_cues()):
        return True
    before = doc[i - 1].text
    if before == ":" or (before in _DASHES and not doc[i - 2].text[0].isdigit()):
        return True
    if before in ("no", "uz") and doc[i - 2].like_num:  # "17 no 24.", "no 14 uz 9."
        return True
    if before in ("un", "vai", "bet") and doc[i - 2].text.isdigit():  # "attiecīgi 5 un 6.", but "5. un 6. klasē"
        return True
    if _REFLEXIVE.fullmatch(before) and doc[i].text[:-1].isdigit() and int(doc[i].text[:-1]) > _GREATEST_DAY:
        return True
    # "nodarbināti 5."; "uzaicināti 10 bērni, atnāca 2.", but "10 bērni no Rīgas 3. Vidusskolas", "2025. gada 3. Jūlijā"
    goes_on = before.islower() and before not in _BEFORE_DAYS
    return bool(_PARTICIPLE.fullmatch(before)) or (goes_on and _counts_before(doc, start, i))


def _counts_before(doc: Doc, start: int, i: int) -> bool:
    """Whether a number without a full stop stands before number `i` in its sentence, as in a list of numbers."""
    return any(token.text.isdigit() and not _YEAR.fullmatch(f"{token.text}.") for token in doc[start : i - 1])


def _first_word(doc: Doc, i: int, marks: _Marks) -> Token | None:
    """The first word at or after token `i` behind opening marks and a dash; None where something else comes first."""
    if doc[i].text in _DASHES:
        i += 1
    while i < len(doc) and (i in marks.opening or doc[i].text in _OPENING):
        i += 1
    return doc[i] if i < len(doc) and doc[i].text[0].isalnum() else None


def _closes(doc: Doc, i: int, marks: _Marks) -> bool:
    text = doc[i].text
    if text in _CLOSING or i in marks.closing:
        return True
    return text in _EITHER and not doc[i - 1].whitespace_ and i not in marks.opening


def _names(doc: Doc, pair: _Pair) -> bool:
    """Whether the pair holds a part of its sentence (a name, an aside), not whole sentences of its own."""
    if pair.is_bracket:
        return True
    before = doc[pair.first - 1].text
    return before not in _BEFORE_SPEECH and before not in _DASHES


def _marks(doc: Doc) -> _Marks:
    """What opens and closes in `doc`; strays and pairs over a line break are left out."""
    pairs: list[_Pair] = []
    stack: list[int] = []
    for token in doc:
        text = token.text
        if token.is_space and "\n" in text:
            stack.clear()
        elif text in _OPENING or (text in _EITHER and _opens(doc, token.i)):
            stack.append(token.i)
        elif text in _CLOSING or text in _EITHER:
            pair = _close(doc, token, stack)
            if pair is not None and pair.last - pair.first <= _LONGEST_PAIR:
                pairs.append(pair)
    return _Marks(tuple(pairs), frozenset(pair.first for pair in pairs), frozenset(pair.last for pair in pairs))


def _close(doc: Doc, token: Token, stack: list[int]) -> _Pair | None:
    """The pair that `token` closes, taken from the `stack` of open marks with all strays opened inside it."""
    is_bracket = token.text in _BRACKETS_CLOSING
    for depth in range(len(stack) - 1, -1, -1):
        first = stack[depth]
        if (doc[first].text in _BRACKETS_OPENING) == is_bracket:
            del stack[depth:]
            return _Pair(first, token.i, is_bracket)
    return None


def _opens(doc: Doc, i: int) -> bool:
    if doc[i].whitespace_:
        return False
    return i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space or doc[i - 1].text in _OPENING


def _split_final_numbers(doc: Doc, starts: set[int]) -> None:
    """Make the full stop after a sentence's last number a token, where the number is no ordinal, date or year."""
    finals: list[Token] = []
    start = 0
    for token in doc:
        if token.idx in starts:
            start = token.i
        is_last = token.i + 1 == len(doc) or doc[token.i + 1].idx in starts
        if is_last and token.i > start and _is_final_number(doc, token):
            finals.append(token)
    if finals:
        with doc.retokenize() as retokenizer:
            for token in finals:
                retokenizer.split(token, [token.text[:-1], "."], heads=[token, token])


def _is_final_number(doc: Doc, token: Token) -> bool:
    if not token.text[0].isdigit() or not _NUMBER.fullmatch(token.text):
        return False
    return not (_DATE.fullmatch(token.text) or _YEAR.fullmatch(token.text))
