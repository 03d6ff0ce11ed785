"""Where a clause denies a verb: "nerīkojām", "nav ne plānojis, ne rīkojis", "rīkot neizdevās", "pasākumu nav bijis"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.fields.denials.measure_words import FINITE, MeasureWords, VerbReading
from extract.fields.denials.segments import Segment
from extract.latvian.conjugation import VerbForm

#: How many words may stand between what denies and the verb that it denies.
_REACH = 7
_FIRST_ENDINGS = ("ām", "am", "āmies", "amies", "sim", "simies")
_PARTICIPLE_ENDINGS = ("uši", "usi", "ušies", "usies")
_OTHER_PARTICIPLES = ("is", "ts", "ti", "ta", "tas", "uši", "usi", "ušas", "ušās", "ies", "usies", "ušies")


@dataclass(frozen=True, slots=True)
class DeniedVerb:
    """A verb denied in the words `first` to `last` of a segment; `verb` is where the verb itself stands.

    Without a `reading` it is a verb that the lexicon does not know, in the first person: what the office did not do.
    """

    first: int
    last: int
    verb: int
    reading: VerbReading | None
    is_first_person: bool

    @property
    def is_passive(self) -> bool:
        """Whether what was not done is its subject."""
        return self.reading is not None and self.reading.form.form is VerbForm.PASSIVE


def denied_verbs(segment: Segment, lexicon: MeasureWords) -> Iterator[DeniedVerb]:
    """The denied verbs of a segment, each as often as it can be read as a verb of a kind."""
    for i, word in enumerate(segment.words):
        yield from _negated(i, word.text, lexicon)
        if i and segment.words[i - 1].text in ("ne", "nedz"):
            for reading in lexicon.verbs(word.text):
                if reading.form.form in FINITE:
                    yield DeniedVerb(i - 1, i, i, reading, reading.form.form is VerbForm.FIRST)
        if lexicon.has("auxiliaries", word.text):
            yield from _behind_auxiliary(segment, i, lexicon)
        if lexicon.has("unable", word.text) or _is_unable(segment, i, lexicon):
            yield from _infinitives(segment, i, lexicon)


def absences(segment: Segment, lexicon: MeasureWords) -> Iterator[tuple[int, int]]:
    """The first and last word of each "nav", "nebija", "nav bijis" by which something is said not to be there."""
    words = segment.words
    for i, word in enumerate(words):
        if not lexicon.has("absences", word.text):
            continue
        following = words[i + 1].text if i + 1 < len(words) else ""
        if lexicon.has("been", following):
            yield i, i + 1
        elif i and lexicon.has("been", words[i - 1].text):
            yield i - 1, i
        elif not following.endswith(tuple(lexicon.spelled(e) for e in _OTHER_PARTICIPLES)) or lexicon.things(following):
            yield i, _been_later(segment, i, lexicon)


def _been_later(segment: Segment, i: int, lexicon: MeasureWords) -> int:
    later = range(i + 1, min(i + 1 + _REACH, len(segment.words)))
    return next((k for k in later if lexicon.has("been", segment.words[k].text)), i)


def _negated(i: int, word: str, lexicon: MeasureWords) -> Iterator[DeniedVerb]:
    finite = [r for r in lexicon.denied(word) if r.form.form in FINITE]
    for reading in finite:
        yield DeniedVerb(i, i, i, reading, reading.form.form is VerbForm.FIRST)
    is_first = word.startswith("ne") and word.endswith(tuple(lexicon.spelled(e) for e in _FIRST_ENDINGS))
    is_pronoun = lexicon.has("none_at_all", word)
    if is_first and not (finite or is_pronoun) and len(word) > len("nevaram") and not lexicon.has("no_deeds", word[2:]):
        yield DeniedVerb(i, i, i, None, True)


def _behind_auxiliary(segment: Segment, i: int, lexicon: MeasureWords) -> Iterator[DeniedVerb]:
    words = segment.words
    is_first = lexicon.has("first_auxiliaries", words[i].text)
    for k in range(i + 1, min(i + 1 + _REACH, len(words))):
        if lexicon.has("positive_auxiliaries", words[k].text) or not segment.is_whole(i, k, lexicon):
            break
        yield from _participle(words[k].text, i, k, k, is_first, lexicon)
    for k in (i - 1, i - 2):
        if k >= 0 and segment.is_whole(k, i, lexicon):
            yield from _participle(words[k].text, k, i, k, is_first, lexicon)


def _participle(
    word: str, first: int, last: int, at: int, is_first: bool, lexicon: MeasureWords
) -> Iterator[DeniedVerb]:
    known = [r for r in lexicon.verbs(word) if r.form.form in (VerbForm.PASSIVE, VerbForm.ACTIVE)]
    for reading in known:
        yield DeniedVerb(first, last, at, reading, is_first)
    is_active = word.endswith(tuple(lexicon.spelled(e) for e in _PARTICIPLE_ENDINGS))
    if is_first and is_active and not known and not lexicon.has("no_deeds", word):
        yield DeniedVerb(first, last, at, None, True)


def _is_unable(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether "nav", "nebija" at a word goes with a word of ability or need: "nebija iespējams", "nav izdevies"."""
    if not lexicon.has("auxiliaries", segment.words[i].text):
        return False
    near = segment.words[max(0, i - 2) : i] + segment.words[i + 1 : i + 4]
    return any(lexicon.has("ability", word.text) for word in near)


def _infinitives(segment: Segment, i: int, lexicon: MeasureWords) -> Iterator[DeniedVerb]:
    for k in range(max(0, i - _REACH), min(i + 1 + _REACH, len(segment.words))):
        first, last = min(i, k), max(i, k)
        if not segment.is_whole(first, last, lexicon):
            continue
        for reading in lexicon.verbs(segment.words[k].text):
            if reading.form.form is VerbForm.INFINITIVE:
                yield DeniedVerb(first, last, k, reading, True)
