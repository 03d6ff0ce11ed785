"""Denials that are only on the way to what was done: "Pasākumi nenotika, bet māsa apsekoja trīs ģimenes"."""

from __future__ import annotations

from extract.fields.denials.denied_deeds import Denial
from extract.fields.denials.measure_words import MeasureWords
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.latvian.conjugation import VerbForm
from extract.latvian.numerals import cardinal_words

_TOLD = frozenset({"deed", "event", "occur", "receive", "employ", "told", "engage", "take_part", "grant"})
_PAST = frozenset({VerbForm.FIRST, VerbForm.PAST})


def is_done_after_all(clauses: Clauses, segment: Segment, denial: Denial) -> bool:
    """Whether a statement tells of something done beside the denial in one of its segments, or denies the denial.

    What is open to everyone, planned, or told as work on questions is nothing done, unless it counts something.
    """
    lexicon = clauses.lexicon
    if any(lexicon.has("except", word.text) for word in clauses.words):
        return True
    at = clauses.segments.index(segment)
    is_reason = lexicon.has("reasons", segment.opener)
    earlier = clauses.segments[:at]
    is_reference = any(lexicon.has("see", word.text) for before in earlier for word in before.words)
    if is_reason and not is_reference and not any(_is_negative(before.words, lexicon) for before in earlier):
        return True
    if segment.opener == "ka" and at and _is_negative(clauses.segments[at - 1].words, lexicon):
        return True
    if _is_told(tuple(word for word in segment.words if word.start >= denial.end), lexicon):
        return True
    return any(_goes_on(later, lexicon) for later in clauses.segments[at + 1 :])


def _goes_on(segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether a segment behind a denial tells of what was done."""
    words = segment.words
    if lexicon.has("reasons", segment.opener):
        return False
    if lexicon.has("resumed", segment.opener):
        left = any(lexicon.has("remained", word.text) for word in words[1:2])  # "tās palika citam gadam"
        return not left and not _is_negative(words[1:3], lexicon)
    if not lexicon.has("contrasts", segment.opener):
        return _is_told(words, lexicon)
    return not _is_negative(words, lexicon) and not _is_general(words, lexicon)


def _is_negative(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    return any(
        lexicon.has("auxiliaries", word.text)
        or lexicon.has("none_at_all", word.text)
        or lexicon.has("nothing", word.text)
        or bool(lexicon.denied(word.text))
        or word.text == "bez"
        or word.text.startswith("nevar")
        for word in words
    )


def _is_general(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    """Whether words tell of what is open to everyone, to come, or of work on questions, and count nothing."""
    following = [*words[1:], None][: len(words)]
    counts = any(_is_number(word, other) for word, other in zip(words, following, strict=True))
    return not counts and any(lexicon.has("general", word.text) for word in words)


def _is_number(word: Word, following: Word | None) -> bool:
    """Whether a word counts something: a number in words, or digits of neither a year nor a day."""
    is_ordinal = following is not None and following.before.startswith(".")
    is_count = word.text.isdigit() and len(word.text) < len("2021") and not is_ordinal
    return is_count or word.text in cardinal_words()


def _is_told(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    """Whether words tell of a deed in the past, or with "tika", that is not open to everyone, planned or denied."""
    if _is_negative(words, lexicon) or _is_general(words, lexicon):
        return False
    has_passive = any(lexicon.has("positive_auxiliaries", word.text) for word in words)
    told = (r.form.form for word in words for r in lexicon.verbs(word.text) if r.kind in _TOLD)
    return any(form in _PAST or (has_passive and form is VerbForm.PASSIVE) for form in told)
