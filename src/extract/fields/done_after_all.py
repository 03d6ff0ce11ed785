"""Denials that are only on the way to what was done: "Pasākumi nenotika, bet māsa apsekoja trīs ģimenes"."""

from __future__ import annotations

from extract.fields.denial_segments import Clauses, Segment, Word
from extract.fields.denied_deeds import Denial
from extract.fields.measure_words import MeasureWords
from extract.latvian.conjugation import VerbForm

_TOLD = frozenset({"deed", "event", "receive", "employ", "told", "engage", "take_part"})
_PAST = frozenset({VerbForm.FIRST, VerbForm.PAST})


def is_done_after_all(clauses: Clauses, segment: Segment, denial: Denial) -> bool:
    """Whether the statement tells of something done beside the denial in one of its segments, or denies the denial."""
    lexicon = clauses.lexicon
    if any(lexicon.has("except", word.text) for word in clauses.words):
        return True
    at = clauses.segments.index(segment)
    if lexicon.has("reasons", segment.opener) and not any(
        _is_negative(s.words, lexicon) for s in clauses.segments[:at]
    ):
        return True
    if segment.opener == "ka" and _is_negative(clauses.segments[at - 1].words, lexicon):
        return True
    rest = tuple(word for word in segment.words if word.start >= denial.end)
    if _is_told(rest, lexicon):
        return True
    for other in clauses.segments[at + 1 :]:
        if lexicon.has("reasons", other.opener):
            continue
        if lexicon.has("contrasts", other.opener) and not _is_negative(other.words, lexicon):
            if not _is_general(other.words, lexicon):
                return True
        elif lexicon.has("resumed", other.opener) and not _is_negative(other.words[1:3], lexicon):
            return True
        if _is_told(other.words, lexicon):
            return True
    return False


def _is_negative(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    return any(
        lexicon.has("auxiliaries", w.text) or lexicon.has("none_at_all", w.text) or _is_denied(w, lexicon)
        for w in words
    )


def _is_denied(word: Word, lexicon: MeasureWords) -> bool:
    return bool(lexicon.denied(word.text)) or lexicon.has("nothing", word.text) or word.text.startswith("nevar")


def _is_general(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    return any(lexicon.has("general", word.text) for word in words)


def _is_told(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    """Whether words tell of a deed in the past, or with "tika", that is not open to everyone, planned or denied."""
    if _is_negative(words, lexicon) or _is_general(words, lexicon):
        return False
    has_passive = any(lexicon.has("positive_auxiliaries", word.text) for word in words)
    for word in words:
        for reading in lexicon.verbs(word.text):
            if reading.kind not in _TOLD:
                continue
            if reading.form.form in _PAST or (has_passive and reading.form.form is VerbForm.PASSIVE):
                return True
    return False
