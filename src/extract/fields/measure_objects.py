"""What a clause may deny: nouns that stand for all that a field asks for, "nothing", and what stands in for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.fields.denial_segments import Clauses, Segment, Word
from extract.fields.measure_words import MeasureWords, Thing, ThingForm
from extract.latvian.conjugation import VerbForm
from extract.latvian.inflection import Case


@dataclass(frozen=True, slots=True)
class Object:
    """What may be denied, in the words `first` to `last` of a segment; without a `form` it is "nothing"."""

    first: int
    last: int
    case: Case
    form: ThingForm | None
    #: Whether it stands for all there could be by itself, in the singular too.
    is_none: bool


def objects(clauses: Clauses, segment: Segment, *, with_all: bool = False) -> Iterator[Object]:
    """The nouns of a segment that stand for all of their kind, and those for nothing; `with_all` takes "visi"."""
    lexicon = clauses.lexicon
    for i, word in enumerate(segment.words):
        for case, name in _NOTHING.items():
            if lexicon.has(name, word.text) and not _is_other(segment, i, lexicon):
                yield Object(i, i, case, None, True)
        if clauses.after(word).startswith("„"):
            continue
        for form in lexicon.things(word.text):
            if _stands_for_all(segment, i, form, lexicon, with_all):
                yield Object(i, i, form.case, form, _none_before(segment, i, form, lexicon))
            elif _is_none_of(segment, i, form, lexicon):
                is_object = any(word.text == "nevienu" for word in segment.words[max(0, i - 6) : i])
                yield Object(i, i, Case.ACCUSATIVE if is_object else Case.NOMINATIVE, form, True)


_NOTHING = {
    Case.NOMINATIVE: "nothing_nominative",
    Case.ACCUSATIVE: "nothing_accusative",
    Case.GENITIVE: "nothing_genitive",
}


def _is_other(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether "nekas" is "nekas cits", or "nekā" is "than"."""
    following = segment.words[i + 1 : i + 2]
    before = segment.words[i - 1 : i] if i else ()
    return any(lexicon.has("else_", word.text) for word in (*following, *before))


def _none_before(segment: Segment, i: int, form: ThingForm, lexicon: MeasureWords) -> bool:
    """Whether "neviens", "nekādi" or "ne viens" stands before: up to three words, or farther where it agrees."""
    texts = [word.text for word in segment.words[max(0, i - 4) : i]]
    denied = any(lexicon.has("none_at_all", text) for text in texts)
    if denied or any(first == "ne" and second.startswith("vien") for first, second in pairwise(texts)):
        return True
    none = {"Masc": "neviens", "Fem": "neviena"}[form.gender]
    far = [k for k, word in enumerate(segment.words[:i]) if word.text == none]
    return form.case is Case.NOMINATIVE and not form.plural and bool(far) and segment.is_whole(far[-1], i, lexicon)


def _is_listed(segment: Segment, i: int) -> bool:
    """Whether "citi" at a word closes a list of what was not: "ne sanāksmes, ne kādi citi", "semināri un citi"."""
    return any(word.text in ("ne", "nedz", "un", "vai") for word in segment.words[max(0, i - 2) : i])


def _is_none_of(segment: Segment, i: int, form: ThingForm, lexicon: MeasureWords) -> bool:
    """Whether it is "neviens no plānotajiem pasākumiem"."""
    if not (form.plural and form.case is Case.DATIVE):
        return False
    texts = [word.text for word in segment.words[max(0, i - 6) : i]]
    return any(lexicon.has("none_at_all", first) and second == "no" for first, second in pairwise(texts))


def _stands_for_all(segment: Segment, i: int, form: ThingForm, lexicon: MeasureWords, with_all: bool) -> bool:
    """Whether a noun can stand for all of its kind: not some of them, behind no preposition, no modifier of another."""
    words = segment.words
    kind = form.thing.kind
    before = words[max(0, i - 3) : i]
    near = [k for k in range(max(0, i - 3), i) if segment.is_whole(k, i, lexicon)]
    some = [k for k in near if _is_some(words[k], words[k + 1], lexicon) and not _is_listed(segment, k)]
    if any(not (with_all and lexicon.has("all", words[k].text)) for k in some):
        return False
    if kind == "matter" and not (before and lexicon.has("answered", before[-1].text) and form.plural):
        return False
    if kind == "carrying" and not (before and lexicon.has("carried", before[-1].text)):
        return False
    if kind == "assistant" and before and lexicon.has("others_assistants", before[-1].text):
        return False
    if form.case is Case.NOMINATIVE:
        is_only_nominative = form.plural and form.gender == "Masc"
        if _is_governed(segment, i, lexicon) and not is_only_nominative:
            return False
        return form.plural or kind in _WHOLE or _none_before(segment, i, form, lexicon)
    if _is_governed(segment, i, lexicon):
        return False
    if form.case is Case.ACCUSATIVE:
        return form.plural or kind in _WHOLE or _none_before(segment, i, form, lexicon)
    if form.case is not Case.GENITIVE:
        return False
    following = words[i + 1].text if i + 1 < len(words) else ""
    if form.plural:
        return not lexicon.has("of_measures", following)
    if _none_before(segment, i, form, lexicon):
        return True
    if kind in ("measure", "undertaking") and before and lexicon.has("special", before[-1].text):
        return lexicon.has("absences", following)
    if kind == "labour":
        return following == "ar"
    alone = (
        not following or following[0].isdigit() or "," in words[i + 1].before or lexicon.has("behind_lone", following)
    )
    return kind in _WHOLE and alone


#: Kinds of which the singular stands for all there could be.
_WHOLE = frozenset({"work", "service", "assistant", "support", "money", "attention", "carrying", "labour"})


def _is_some(word: Word, following: Word, lexicon: MeasureWords) -> bool:
    """Whether a word counts some measures of more: a number of no year nor day, or "daži", "citi"."""
    if word.text.isdigit():
        return word.text != "0" and len(word.text) < len("2021") and not following.before.startswith(".")
    return lexicon.has("only_some", word.text) and not lexicon.has("no_numerals", word.text)


def _is_governed(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether a preposition governs the noun, directly or over one word."""
    for back in (1, 2):
        k = i - back
        if k < 0 or segment.words[k + 1].before:
            return False
        if lexicon.has("prepositions", segment.words[k].text):
            return back == 1 or not lexicon.has("whole_phrases", segment.words[i - 1].text)
    return False


def stand_ins(clauses: Clauses, segment: Segment) -> Iterator[Object]:
    """Pronouns of a segment that stand for measures: those asked about ("tādi nav rīkoti") or those named before."""
    lexicon = clauses.lexicon
    for i, word in enumerate(segment.words):
        for name, (case, gender, plural) in _PRONOUNS.items():
            if not lexicon.has(name, word.text) or not _is_alone(segment, i, lexicon):
                continue
            antecedent = _antecedent(clauses, word, gender, plural, lexicon)
            is_none = name.startswith("none_")
            if antecedent is None:
                antecedent = _asked(clauses, name, word)
            if antecedent is not None:
                yield Object(i, i, case, ThingForm(antecedent, case, plural, gender), is_none)
    yield from _left_out(clauses, segment)


def _is_alone(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether a pronoun has no noun: what denies follows it, or stands before where it ends the clause."""
    k = i + 1
    while k < len(segment.words) and not segment.words[k].before and lexicon.is_filler(segment.words[k].text):
        k += 1
    if k == len(segment.words) or segment.words[k].before:
        return any(_denies(word.text, lexicon) for word in segment.words[max(0, i - 4) : i])
    return _denies(segment.words[k].text, lexicon)


def _denies(word: str, lexicon: MeasureWords) -> bool:
    return lexicon.has("auxiliaries", word) or (word.startswith("ne") and len(word) > 4)


def _antecedent(clauses: Clauses, word: Word, gender: str, plural: bool, lexicon: MeasureWords) -> Thing | None:
    """What was named last before a word, of what may not have been done, agreeing in gender and number."""
    found = None
    for other in clauses.words:
        if other.start >= word.start:
            break
        for form in lexicon.things(other.text):
            agrees = not gender or form.gender == gender
            of_some = lexicon.has("none_alone", word.text)
            if form.thing.kind in _RESUMED and agrees and (form.plural is plural or (of_some and form.plural)):
                found = form.thing
    return found


#: Kinds that a pronoun may resume.
_RESUMED = frozenset({"measure", "undertaking", "work", "service", "support", "assistant"})


def _left_out(clauses: Clauses, segment: Segment) -> Iterator[Object]:
    """The subject that a clause leaves out: "Pasākumi bija plānoti, tomēr netika īstenoti"."""
    lexicon = clauses.lexicon
    if not segment.opener or len(segment.words) > _SHORT:
        return
    for i, word in enumerate(segment.words):
        for reading in lexicon.verbs(word.text):
            if reading.form.form is not VerbForm.PASSIVE or reading.form.plural is None:
                continue
            others = [w for w in segment.words if w is not word and w.text != segment.opener]
            if not all(lexicon.is_filler(w.text) or lexicon.has("auxiliaries", w.text) for w in others):
                continue
            form = reading.form
            antecedent = _antecedent(clauses, segment.words[0], form.gender, bool(form.plural), lexicon)
            if antecedent is not None:
                yield Object(
                    i, i, Case.NOMINATIVE, ThingForm(antecedent, Case.NOMINATIVE, bool(form.plural), form.gender), True
                )


#: A clause that leaves its subject out has no more words than these.
_SHORT = 7


#: What the ministry asked about, and what takes place.
_ASKED = Thing("measure", frozenset({"deed", "event"}), sure=False)
_TAKING_PLACE = Thing("measure", frozenset({"event"}), sure=False)


def _asked(clauses: Clauses, name: str, word: Word) -> Thing | None:
    """What a pronoun stands for that resumes nothing: "tādi" and, at the beginning, "tos" for what was asked about."""
    opens = any(word.start == other.start for other in clauses.words[:4])
    if name.startswith("none_"):
        return _TAKING_PLACE
    if name == "it_accusative" and clauses.words[0].text == clauses.lexicon.spelled("nē"):
        return _ASKED
    if name.startswith("such_") and (opens or not name.endswith("genitive")):
        return _ASKED
    return _ASKED if name.startswith("they_") and word.start == clauses.words[0].start else None


_PRONOUNS = {
    "such_masculine_nominative": (Case.NOMINATIVE, "Masc", True),
    "such_masculine_accusative": (Case.ACCUSATIVE, "Masc", True),
    "such_feminine": (Case.NOMINATIVE, "Fem", True),
    "such_genitive": (Case.GENITIVE, "Masc", True),
    "they_masculine_nominative": (Case.NOMINATIVE, "Masc", True),
    "they_masculine_accusative": (Case.ACCUSATIVE, "Masc", True),
    "they_feminine": (Case.NOMINATIVE, "Fem", True),
    "it_masculine_nominative": (Case.NOMINATIVE, "Masc", False),
    "it_accusative": (Case.ACCUSATIVE, "", False),
    "it_feminine": (Case.NOMINATIVE, "Fem", False),
    "none_masculine": (Case.NOMINATIVE, "Masc", False),
    "none_feminine": (Case.NOMINATIVE, "Fem", False),
    "none_accusative": (Case.ACCUSATIVE, "", False),
}
