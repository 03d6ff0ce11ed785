"""Idioms of nothing done: not one step was taken, nothing moved, a field was never reached or is a blank page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extract.fields.denials.denied_deeds import Denial, denial_of, is_of_people, names_roma, third_parties
from extract.fields.denials.denied_verbs import DeniedVerb, denied_verbs
from extract.fields.denials.measure_words import MeasureWords
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.fields.people import readings_of
from extract.latvian.conjugation import VerbForm

#: How many words may stand between "līdz" and the field, and between a noun and what denies it.
_REACH = 4


def find_idioms(clauses: Clauses) -> Iterator[tuple[Segment, Denial]]:
    """The idioms of a statement that say that nothing was done, with their segments, in the order of the segments."""
    lexicon = clauses.lexicon
    for segment in clauses.segments:
        for verb in _own_verbs(segment, lexicon):
            for find_denied in (_no_step, _nothing_moved, _nothing_new, _not_reached, _met_nobody):
                for denial in find_denied(verb, segment, clauses):
                    yield segment, denial
        for find in (_no_contact, _blank_page, _no_time, _stood_by, _no_for_answer, _nothing_achieved, _no_such_helper):
            for denial in find(segment, clauses):
                yield segment, denial


def _own_verbs(segment: Segment, lexicon: MeasureWords) -> Iterator[DeniedVerb]:
    """The denied verbs that tell of the office: nobody else is named as their subject."""
    others = any(third_parties(segment, lexicon))
    for verb in denied_verbs(segment, lexicon):
        if verb.reading and verb.reading.form.form is not VerbForm.INFINITIVE and (verb.is_first_person or not others):
            yield verb


def _kind(verb: DeniedVerb) -> str:
    return verb.reading.kind if verb.reading else ""


def _is_present(verb: DeniedVerb) -> bool:
    return verb.reading is not None and verb.reading.form.form is VerbForm.PRESENT


def _any(segment: Segment, lexicon: MeasureWords, *names: str) -> bool:
    return any(lexicon.has(name, word.text) for word in segment.words for name in names)


def _no_step(verb: DeniedVerb, segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Nespērām ne soli; pirkstu nepielikām; ne pirksta nepakustināja."""
    words, lexicon = segment.words, clauses.lexicon
    if _kind(verb) not in ("step", "stir") or any(word.text == "bez" for word in words):
        return
    of_office = verb.is_passive or _any(segment, lexicon, "offices", "field", "domains")
    if not (verb.is_first_person or of_office):
        return
    for i, word in enumerate(words):
        before = words[i - 1].text if i else ""
        is_none = lexicon.has("neither", before) or lexicon.has("none_at_all", before) or _kind(verb) == "stir"
        if lexicon.has("least", word.text) and is_none:
            yield denial_of(words, min(i, verb.first), max(i, verb.last))


def _nothing_moved(verb: DeniedVerb, segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Kopš tās nekas nav pakustējies; šī lieta no vietas nekustējās; neesam izkustējušies no vietas."""
    words, lexicon = segment.words, clauses.lexicon
    in_field = _any(segment, lexicon, "field")
    nothing = [i for i, word in enumerate(words) if lexicon.has("nothing_nominative", word.text)]
    if _kind(verb) == "move":
        asked = _any(segment, lexicon, "matters") and _any(segment, lexicon, "these", "domains")
        told = verb.is_first_person or in_field or (asked and not _is_present(verb))
        unmoved = _any(segment, lexicon, "forward") and told and not _any(segment, lexicon, "queues")
        if unmoved or (nothing and (in_field or _any(segment, lexicon, "lately"))):
            yield denial_of(words, min([verb.first, *nothing]), max([verb.last, *nothing]))
    elif _kind(verb) == "stir" and verb.is_passive and _any(segment, lexicon, "matters"):
        if _any(segment, lexicon, "field", "domains"):
            yield denial_of(words, verb.first, verb.last)
    elif _kind(verb) == "change" and nothing and _any(segment, lexicon, "since", "see"):
        reported = any(lexicon.has("reports", word.text) for word in clauses.words)
        others = [word.text for i, word in enumerate(words) if i not in nothing and not verb.first <= i <= verb.last]
        only = in_field or all(_says_when(text, lexicon) for text in others)
        ends = all(_says_when(word.text, lexicon) for word in words[max(verb.last, *nothing) + 1 :])
        if reported and only and ends and segment is clauses.segments[-1]:
            yield denial_of(words, min(verb.first, *nothing), max(verb.last, *nothing))


def _says_when(text: str, lexicon: MeasureWords) -> bool:
    return lexicon.is_filler(text) or any(lexicon.has(name, text) for name in ("reports", "since", "see", "openers"))


def _nothing_new(verb: DeniedVerb, segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Kopš tam nekas jauns nav noticis: nothing new alone may stand beside what went on."""
    words, lexicon = segment.words, clauses.lexicon
    if _kind(verb) not in ("deed", "occur", "event") or not _any(segment, lexicon, "since"):
        return
    for i, (word, following) in enumerate(pairwise(words)):
        if lexicon.has("nothing", word.text) and lexicon.has("fresh", following.text):
            yield denial_of(words, min(i, verb.first), max(i + 1, verb.last))


def _not_reached(verb: DeniedVerb, segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Līdz veselībai netikām; līdz kultūras sarunām es netiku."""
    words, lexicon = segment.words, clauses.lexicon
    if _kind(verb) != "reach" or verb.is_passive:
        return
    passive = (r.form.form is VerbForm.PASSIVE for word in words for r in lexicon.verbs(word.text))
    if any(passive) and not verb.is_first_person:  # "līdz kultūras darbam netika tikts" or "netika rīkots"
        return
    for i, word in enumerate(words[:-1]):
        to_field = lexicon.has("up_to", word.text) and _is_field(words[i + 1 : i + 1 + _REACH], lexicon)
        to_action = (
            verb.is_first_person and lexicon.has("up_to", word.text) and lexicon.has("action", words[i + 1].text)
        )
        only_talk = (
            verb.is_first_person and _any(segment, lexicon, "farther") and lexicon.has("only_talk", words[i + 1].text)
        )
        if to_field or to_action or (only_talk and word.text == "par"):
            yield denial_of(words, min(i, verb.first), max(i + 1, verb.last))


def _met_nobody(verb: DeniedVerb, segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Ar romu pārstāvjiem neesam tikušies."""
    words, lexicon = segment.words, clauses.lexicon
    if _kind(verb) != "meet" or not verb.is_first_person or not names_roma(clauses.words):
        return
    if any(word.text == "par" for word in words) or _any(segment, lexicon, "since"):  # about one matter, for a while
        return
    if any(r.form.form is VerbForm.FIRST for word in clauses.words for r in lexicon.verbs(word.text)):
        return
    for i, word in enumerate(words):
        whom = [
            other.text for other in words[i + 1 : i + 4] if not other.text.endswith("s")
        ]  # a genitive is no partner
        if word.text == "ar" and any(lexicon.has("partners", text) for text in whom):
            partner = next(k for k in range(i + 1, len(words)) if lexicon.has("partners", words[k].text))
            yield denial_of(words, min(i, verb.first), max(partner, verb.last))


def _is_field(words: tuple[Word, ...], lexicon: MeasureWords) -> bool:
    """Whether words begin with a field of work in the dative, alone or with what is done in it."""
    at = next((k for k, word in enumerate(words) if lexicon.has("domains", word.text)), None)
    if at is None:
        return False
    heads = [words[at], *(word for word in words if lexicon.has("domain_heads", word.text))]
    return any(lexicon.ends("dative_endings", word.text) for word in heads)


def _no_contact(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Ar veselības jomu mums nebija nekādas saskares; man nebija nekādas darīšanas ar skolu."""
    words, lexicon = segment.words, clauses.lexicon
    told = any(lexicon.has(name, w.text) for w in clauses.words for name in ("field", "domains"))
    if not (told or names_roma(clauses.words)) or is_of_people(words):
        return
    lacks = [i for i, word in enumerate(words) if lexicon.has("absences", word.text)]
    for i, (before, word) in enumerate(pairwise(words)):
        own = _any(segment, lexicon, "us") or lexicon.has("bustle", word.text)
        if own and lexicon.has("none_at_all", before.text) and lexicon.has("contact", word.text):
            near = [k for k in lacks if segment.is_whole(min(i, k), max(i, k), lexicon)]
            yield from (denial_of(words, min(k, i), max(k, i + 1)) for k in near[:1])


def _blank_page(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Šī joma bija balta lapa."""
    words, lexicon = segment.words, clauses.lexicon
    if is_of_people(words):
        return
    sections = [
        i for i, word in enumerate(words) if lexicon.has("sections", word.text) or lexicon.has("areas", word.text)
    ]
    for i, (white, page) in enumerate(pairwise(words)):
        is_last = i + 2 == len(words) or clauses.after(page).startswith(",")
        if lexicon.has("white", white.text) and lexicon.has("page", page.text) and is_last and sections:
            yield denial_of(words, sections[0], i + 1)


def _no_time(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Veselības jautājumiem mums nepietika laika."""
    words, lexicon = segment.words, clauses.lexicon
    if not (_is_field(words[:_REACH], lexicon) and _any(segment, lexicon, "us")) or is_of_people(words):
        return
    means = [k for k, word in enumerate(words) if lexicon.has("means", word.text)]
    for i, word in enumerate(words):
        if lexicon.has("not_enough", word.text) and means:
            yield denial_of(words, 0, max(i, means[0]))


def _stood_by(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Šajā jautājumā palikām malā; par kultūru jāraksta svītra."""
    words, lexicon = segment.words, clauses.lexicon
    if not _any(segment, lexicon, "field", "domains"):
        return
    for i, word in enumerate(words):
        for k, other in enumerate(words[i + 1 : i + 3], i + 1):
            by = lexicon.has("stood_by", word.text) and lexicon.has("aside", other.text)
            if by or (lexicon.has("must_write", word.text) and lexicon.has("dash", other.text)):
                yield denial_of(words, i, k)


def _no_for_answer(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Par šo jomu jāatbild noliedzoši; jāatbild ar „nē”."""
    words, lexicon = segment.words, clauses.lexicon
    asks_whether = any(lexicon.has("whether", word.text) for word in clauses.words)
    things = (form.thing.kind for word in clauses.words for form in lexicon.things(word.text))
    named = any(kind != "issue" for kind in things) or any(lexicon.has("domains", w.text) for w in clauses.words)
    if (
        (asks_whether and not named)
        or any(third_parties(segment, lexicon))
        or any(_names_people(word.text) for word in clauses.words)
    ):
        return
    if _any(segment, lexicon, "requests") or not _any(segment, lexicon, "field", "domains", "asked_about"):
        return
    for i, word in enumerate(words):
        if not lexicon.has("must_answer", word.text):
            continue
        if _says_no(clauses, word):
            yield denial_of(words, i, i)
        for k, other in enumerate(words[i + 1 : i + 1 + _REACH], i + 1):
            is_before = other.text == "ar" or lexicon.has("positive_auxiliaries", other.text)
            if lexicon.has("in_the_negative", other.text) or (is_before and _says_no(clauses, other)):
                yield denial_of(words, i, k)


def _names_people(text: str) -> bool:
    """Whether a word names people other than the Roma asked about, who asked something themselves."""
    return not text.startswith("rom") and any(r.is_listed and not r.is_staff for r in readings_of(text))


def _says_no(clauses: Clauses, word: Word) -> bool:
    """Whether nothing but "nē" follows a word in its statement, in quotation marks or without."""
    following = clauses.text[word.end :].lower().strip(":„“”\"»«'.,! ")
    return clauses.lexicon.has("no", clauses.lexicon.spelled(following))


def _nothing_achieved(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Paveiktā šeit nav."""
    words, lexicon = segment.words, clauses.lexicon
    if not words or not lexicon.has("absences", words[-1].text):
        return
    for i, word in enumerate(words[:-1]):
        between = words[i + 1 : -1]
        if lexicon.has("achieved", word.text) and all(lexicon.is_filler(other.text) for other in between):
            yield denial_of(words, i, len(words) - 1)


def _no_such_helper(segment: Segment, clauses: Clauses) -> Iterator[Denial]:
    """Tāda palīga mūsu ģimenēs nav bijis: where a field is one service."""
    words, lexicon = segment.words, clauses.lexicon
    if is_of_people(words, staff=True):
        return
    for i, (such, helper) in enumerate(pairwise(words)):
        if not (lexicon.has("such", such.text) and lexicon.has("helpers", helper.text)):
            continue
        employed = [verb.last for verb in _own_verbs(segment, lexicon) if _kind(verb) in ("employ", "receive", "deed")]
        texts = [word.text for word in words[-2:]]
        ends = texts[-1:] if not lexicon.has("been", texts[-1]) else texts[:1]
        if employed or any(lexicon.has("absences", text) for text in ends):
            yield denial_of(words, i, max([i + 1, *employed]) if employed else len(words) - 1)
