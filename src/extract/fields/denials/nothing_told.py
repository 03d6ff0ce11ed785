"""Telling of nothing without denying a deed: there is nothing to tell, the count is nil, a field is empty."""

from __future__ import annotations

from collections.abc import Iterator

from extract.fields.denials.denied_deeds import Denial, denial_of
from extract.fields.denials.fallen_through import find_fallen_through
from extract.fields.denials.measure_objects import objects
from extract.fields.denials.measure_words import SEVERAL, MeasureWords
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.fields.people import readings_of
from extract.latvian.conjugation import VerbForm
from extract.latvian.inflection import Case

_DASHES = ("–", "-", "—", ":")
#: How many words may stand between a noun for measures and the count of them.
_REACH = 12


def find_nothing_told(clauses: Clauses) -> Iterator[tuple[Segment, Denial]]:
    """What a statement tells of nothing, with the segment, in the order of the segments."""
    for segment in clauses.segments:
        for find in (find_fallen_through, _is_empty, _without_grounds, _none_meant, _none_without_verb):
            for denial in find(clauses, segment):
                yield segment, denial
    for find_anywhere in (_nothing_to, _counted_none):
        for denial in find_anywhere(clauses):
            yield _segment_at(clauses, denial), denial


def _segment_at(clauses: Clauses, denial: Denial) -> Segment:
    before = [segment for segment in clauses.segments if segment.words[0].start <= denial.start]
    return before[-1] if before else clauses.segments[0]


def _nothing_to(clauses: Clauses) -> Iterator[Denial]:
    """Nav, ko ziņot; rakstīt nav ko; nav ar ko lepoties. It looks at all words, as "ko" opens a clause of its own."""
    words, lexicon = clauses.words, clauses.lexicon
    for i, word in enumerate(words):
        if not lexicon.has("what", word.text):
            continue
        nav = next((k for k in range(i - 1, max(-1, i - 7), -1) if lexicon.has("absences", words[k].text)), None)
        if nav is None or not all(_leads_to_what(word, lexicon) for word in words[nav + 1 : i]):
            continue
        kinds = ("tell",) if any(_is_given(word.text) for word in words[max(0, nav - 5) : nav]) else ("tell", "deed")
        for k in [*range(i + 1, min(i + 4, len(words))), *range(max(0, nav - 3), nav)]:
            if _is_infinitive(words[k].text, lexicon, kinds):
                yield denial_of(words, min(nav, k), max(i, k))


def _is_given(word: str) -> bool:
    """Whether a word names people in the dative, who had nothing to do."""
    return any(reading.case is Case.DATIVE and reading.is_listed for reading in readings_of(word))


def _leads_to_what(word: Word, lexicon: MeasureWords) -> bool:
    """Whether a word may stand between "nav" and "ko"."""
    if "," in word.before and word.text not in ("ar", "par"):
        return False
    return lexicon.has("before_what", word.text) or lexicon.is_filler(word.text)


def _is_infinitive(word: str, lexicon: MeasureWords, kinds: tuple[str, ...]) -> bool:
    return any(r.kind in kinds and r.form.form is VerbForm.INFINITIVE for r in lexicon.verbs(word))


def _is_empty(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Kultūrā – tukšums; šī aile paliek tukša; trešajā punktā nulle."""
    words, lexicon = segment.words, clauses.lexicon
    sections = [k for k in range(len(words)) if _is_section(words, k, lexicon)]
    for i, word in enumerate(words):
        if lexicon.has("blank", word.text) and sections:
            yield denial_of(words, sections[0], i)
        rest = [other.text for other in words[i + 1 :]]
        is_last = all(lexicon.has("adverbs", text) for text in rest) or clauses.after(word).startswith((",", *_DASHES))
        is_compared = i > 0 and words[i - 1].text == lexicon.spelled("kā")
        if not is_last or is_compared or word.start == clauses.words[0].start:
            continue
        in_field = bool(sections) or any(lexicon.has("field", each.text) for each in words)
        dashed = word.before.endswith(_DASHES) or (i > 0 and words[i - 1].before in _DASHES)
        said = any(lexicon.has("valid", each.text) for each in words[max(0, i - 3) : i])
        empty = lexicon.has("emptiness", word.text)
        at_all = lexicon.has("full_emptiness", word.text) or in_field
        done = i > 0 and _is_done(words[i - 1].text, lexicon)
        if (empty and (dashed or done or (said and at_all))) or (in_field and lexicon.has("nil", word.text)):
            yield denial_of(words, i, i)


def _is_done(word: str, lexicon: MeasureWords) -> bool:
    """Whether a word says that something was done: "izdarīts nekas"."""
    return any(r.kind == "deed" and r.form.form is VerbForm.PASSIVE for r in lexicon.verbs(word))


def _is_section(words: tuple[Word, ...], k: int, lexicon: MeasureWords) -> bool:
    """Whether a word names a part of the letter or of its table: "sadaļa", "aile", "pasākumu saraksts"."""
    is_list = k > 0 and lexicon.has("lists", words[k].text) and _is_counted(words[k - 1].text, lexicon)
    return is_list or lexicon.has("sections", words[k].text)


def _counted_none(clauses: Clauses) -> Iterator[Denial]:
    """Pasākumu skaits – 0; nulle pasākumu; atbalstīti projekti: 0."""
    words, lexicon = clauses.words, clauses.lexicon
    for i, word in enumerate(words):
        after = clauses.after(word)
        if not (word.text == "0" or lexicon.has("nil", word.text)) or after.startswith(","):
            continue
        if i + 1 < len(words) and _is_for_associations(words, i, lexicon):
            yield denial_of(words, i, i + 1)
        counted = [k for k in (i + 1, i + 2) if k < len(words) and _is_counted(words[k].text, lexicon)]
        yield from (denial_of(words, i, k) for k in counted[:1])
        if i + 1 == len(words) or after:
            labels = (k for k in range(i - 1, max(-1, i - _REACH), -1) if _is_counted(words[k].text, lexicon))
            yield from (denial_of(words, k, i) for k in labels if _is_label(words[k + 1], lexicon))


def _is_for_associations(words: tuple[Word, ...], i: int, lexicon: MeasureWords) -> bool:
    """Whether a nil counts money for associations, or associations that were supported."""
    texts = [word.text for word in words]
    supported = any(lexicon.has("granted", text) for text in texts) and any(
        text.startswith("atbalst") for text in texts
    )
    are_counted = any(lexicon.has("associations", text) for text in texts[i + 1 : i + 3])
    of_money = lexicon.has("money_units", texts[i + 1]) and any(lexicon.has("associations", text) for text in texts)
    return of_money or (supported and are_counted)


def _is_label(following: Word, lexicon: MeasureWords) -> bool:
    """Whether the word behind a noun makes it what is counted: "skaits", or what stands behind a dash or a colon."""
    return following.before.endswith(_DASHES) or lexicon.has("number", following.text)


def _is_counted(word: str, lexicon: MeasureWords) -> bool:
    return any(form.thing.kind in SEVERAL and form.plural for form in lexicon.things(word))


def _without_grounds(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Pasākumiem nebija pamata."""
    words, lexicon = segment.words, clauses.lexicon
    lacks = [
        k + 1
        for k, word in enumerate(words)
        if lexicon.has("absences", word.text) and any(lexicon.has("grounds", w.text) for w in words[k + 1 : k + 4])
    ]
    for i, word in enumerate(words):
        forms = (f for f in lexicon.things(word.text) if f.thing.kind == "measure" and f.plural)
        if any(form.case is Case.DATIVE for form in forms):
            yield from (denial_of(words, i, k) for k in lacks)


def _none_meant(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Neviens no pasākumiem nebija domāts tieši romiem; nevaram minēt nevienu pasākumu."""
    words, lexicon = segment.words, clauses.lexicon
    tells = any(_is_infinitive(word.text, lexicon, ("tell",)) for word in words)
    for noun in objects(clauses, segment):
        if not noun.is_none or (noun.form and noun.form.thing.kind not in SEVERAL):
            continue
        for k, word in enumerate(words):
            near = words[k + 1 : k + 4]
            meant = lexicon.has("absences", word.text) and any(lexicon.has("meant", w.text) for w in near)
            if meant or (tells and lexicon.has("unable", word.text)):
                yield denial_of(words, noun.first, k)


def _none_without_verb(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Nekādas sanāksmes, nekādi pasākumi: in a statement without a verb."""
    lexicon = clauses.lexicon
    denied = (w.text for w in clauses.words if w.text.startswith("ne") and not lexicon.has("denials", w.text))
    if any(denied) or any(lexicon.is_finite(word.text) for word in clauses.words):
        return
    for noun in objects(clauses, segment):
        if noun.is_none and noun.form and noun.form.thing.kind in SEVERAL and noun.case is not Case.DATIVE:
            yield denial_of(segment.words, max(0, noun.first - 1), noun.last)
