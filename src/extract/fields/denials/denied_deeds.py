"""Denials of what a field of work asks for: a verb of doing or giving is denied of a noun, or of "nothing"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.fields.denials.denied_verbs import DeniedVerb, absences, denied_verbs
from extract.fields.denials.measure_objects import Object, objects
from extract.fields.denials.measure_stand_ins import stand_ins
from extract.fields.denials.measure_words import FINITE, SEVERAL, MeasureWords, VerbReading
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.fields.people import readings_of
from extract.latvian.conjugation import VerbForm
from extract.latvian.inflection import Case

#: Verbs whose subject takes place, beside which what did not is no object.
_INTRANSITIVE = frozenset({"event", "occur"})


@dataclass(frozen=True, slots=True)
class Denial:
    """That nothing was done, in the characters `start:end` of a statement."""

    start: int
    end: int
    sure: bool


def find_denied_deeds(clauses: Clauses) -> Iterator[tuple[Segment, Denial]]:
    """The denials of a statement with their segments, in the order of the segments."""
    lexicon = clauses.lexicon
    for segment in clauses.segments:
        verbs = list(denied_verbs(segment, lexicon))
        lacks = list(absences(segment, lexicon))
        for noun in (*objects(clauses, segment), *stand_ins(clauses, segment)):
            for verb in verbs:
                if _goes_with(verb, noun, segment, lexicon):
                    yield segment, _denial(segment, noun, verb.first, verb.last)
            for first, last in lacks:
                if _lacks(noun, segment, first, last, lexicon):
                    yield segment, _denial(segment, noun, first, last)
        for verb in verbs:
            if _denies_engagement(verb, clauses, segment) or _is_bare(verb, segment, lexicon):
                yield segment, denial_of(segment.words, verb.first, verb.last)


def denial_of(words: tuple[Word, ...], first: int, last: int, *, sure: bool = False) -> Denial:
    """The denial in words, given in any order."""
    return Denial(words[min(first, last)].start, words[max(first, last)].end, sure)


def _denial(segment: Segment, noun: Object, first: int, last: int) -> Denial:
    sure = noun.form is None or noun.form.thing.sure
    return denial_of(segment.words, min(noun.first, first), max(noun.last, last), sure=sure)


def _goes_with(verb: DeniedVerb, noun: Object, segment: Segment, lexicon: MeasureWords) -> bool:
    if not _is_joined(noun, verb.first, verb.last, segment, lexicon):
        return False
    end = max(verb.last, noun.last)
    if any(_is_done_otherwise(last, segment, lexicon) for last in (verb.last, end)):
        return False
    if _is_of_another(end, segment, lexicon):
        return False
    if verb.first and lexicon.has("amount", segment.words[verb.first - 1].text):
        return False
    reading = verb.reading
    if reading is None:
        return noun.case is not Case.NOMINATIVE and _is_own(noun) and noun.first != verb.verb
    kinds = _OF_NOTHING if noun.form is None else noun.form.thing.verbs
    if reading.kind not in kinds and not (noun.form is None and _is_unsupported(reading, segment, lexicon)):
        return False
    if noun.form is not None and noun.form.thing.kind == "money" and not _is_granted(segment, lexicon):
        return False
    if verb.is_passive:
        return noun.case is not Case.ACCUSATIVE and _agrees(reading, noun)
    if reading.kind == "occur" and noun.form is None:
        return noun.case is not Case.ACCUSATIVE and not is_of_people(segment.words)
    if reading.kind in _INTRANSITIVE:
        return noun.case is not Case.ACCUSATIVE
    if reading.form.form is VerbForm.INFINITIVE or verb.is_first_person:
        return noun.case is not Case.NOMINATIVE or _may_be_accusative(noun)
    if noun.form is not None and noun.form.thing.kind == "assistant" and noun.case is Case.NOMINATIVE:
        return reading.kind == "employ" and any(lexicon.has("places", word.text) for word in segment.words)
    if noun.case is Case.NOMINATIVE and not _may_be_accusative(noun):
        return False
    if noun.form is not None and noun.form.thing.kind == "labour" and not is_of_office(segment, lexicon):
        return False
    return not _is_told_of_others(verb, noun, segment, lexicon)


#: Kinds of verbs of which nothing may be denied: "neko nedarīja".
_OF_NOTHING = frozenset({"deed", "event", "occur", "grant", "support", "upkeep"})


def _is_unsupported(reading: VerbReading, segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether it says that associations received nothing."""
    return reading.kind == "receive" and any(lexicon.has("supported", word.text) for word in segment.words)


def _is_own(noun: Object) -> bool:
    return noun.form is None or noun.form.thing.kind in ("measure", "undertaking", "service")


def _may_be_accusative(noun: Object) -> bool:
    """Whether the nominative is the accusative, too: "aktivitātes" in the plural."""
    return noun.form is not None and noun.form.plural and noun.form.gender == "Fem"


def _agrees(reading: VerbReading, noun: Object) -> bool:
    if noun.form is None:
        return not reading.form.plural and reading.form.gender == "Masc"
    if noun.case is Case.GENITIVE or noun.case is Case.DATIVE:
        return False
    if noun.is_none and noun.form.case is Case.DATIVE:
        return not reading.form.plural
    return reading.form.gender == noun.form.gender and reading.form.plural == noun.form.plural


def is_of_office(segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether the office or its staff is named, as the one who does."""
    staff = (r for word in segment.words for r in readings_of(word.text) if r.is_staff and r.is_listed)
    named = any(lexicon.has("offices", word.text) for word in segment.words)
    return named or any(reading.case is Case.NOMINATIVE for reading in staff)


def is_of_people(words: tuple[Word, ...], *, staff: bool = False) -> bool:
    """Whether people in the dative, behind no "ar", are those whom it befell or who lacked something."""
    for i, word in enumerate(words):
        given = any(r.case is Case.DATIVE and r.is_listed and (staff or not r.is_staff) for r in readings_of(word.text))
        if given and not any(before.text == "ar" for before in words[max(0, i - 2) : i]):
            return True
    return False


def _is_granted(segment: Segment, lexicon: MeasureWords) -> bool:
    return any(lexicon.has("granted", word.text) for word in segment.words)


def _is_told_of_others(verb: DeniedVerb, noun: Object, segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether the clause tells of what others than the office did not do."""
    others = [at for at in third_parties(segment, lexicon) if at != noun.first]
    if verb.reading is not None and verb.reading.kind == "receive":
        denied = any(lexicon.has("none_at_all", w.text) for w in segment.words)
        return not denied and any(not lexicon.has("receivers", segment.words[at].text) for at in others)
    return bool(others)


def third_parties(segment: Segment, lexicon: MeasureWords) -> Iterator[int]:
    """Where a clause may tell of others than the office; "ģimenes asistents" is no family."""
    for i, word in enumerate(segment.words):
        following = segment.words[i + 1].text if i + 1 < len(segment.words) else ""
        listed = lexicon.has("third_parties", word.text) and not following.startswith("asistent")
        if listed or _is_outsider(word.text):
            yield i


def _is_outsider(word: str) -> bool:
    """Whether a word names people who are no staff, as the subject: masculine, as feminines end like genitives."""
    return any(
        form.case is Case.NOMINATIVE and form.gender == "Masc" and form.is_listed and not form.is_staff
        for form in readings_of(word)
    )


def _lacks(noun: Object, segment: Segment, first: int, last: int, lexicon: MeasureWords) -> bool:
    """Whether "nav", "nebija", "nav bijuši" in the words `first` to `last` say that the noun is not there."""
    kind = noun.form.thing.kind if noun.form else "measure"
    if kind in _NEVER_ABSENT or (first and lexicon.has("amount", segment.words[first - 1].text)):
        return False
    if not _is_joined(noun, first, last, segment, lexicon) or _is_done_otherwise(last, segment, lexicon):
        return False
    needs = [k for k, word in enumerate(segment.words) if lexicon.has("need", word.text)]
    before = [k for k in needs if k < noun.first and segment.is_whole(k, noun.first, lexicon)]
    if before or (needs and noun.last < last < needs[-1] and _is_of_another(noun.last, segment, lexicon)):
        return False  # "nav bijis iemesla pārtraukt sadarbību"
    if kind == "money" and not any(lexicon.has("associations", word.text) for word in segment.words):
        return False
    if noun.case is Case.GENITIVE:
        return _is_near(noun, first, last) if noun.form is None else not _lacks_another(noun, segment, first, lexicon)
    predicates = "available" if kind in ("service", "assistant") else "predicates"
    following = [word.text for word in segment.words[last + 1 : last + 4]]
    if kind in _NEEDED and any(lexicon.has(predicates, text) for text in following):
        return noun.case is Case.NOMINATIVE
    been = [word.text for word in segment.words[first : last + 1] if lexicon.has("been", word.text)]
    if "bijis" in been and _may_be_accusative(noun):  # "programmas nav bijis" is a genitive
        return not _lacks_another(noun, segment, first, lexicon)
    has_been = any(_is_been(word, noun, lexicon) for word in been)
    is_described = bool(following) and _is_adjective(following[0], lexicon)
    return has_been and noun.case is Case.NOMINATIVE and not (is_described and noun.last < last)


def _lacks_another(noun: Object, segment: Segment, first: int, lexicon: MeasureWords) -> bool:
    """Whether another noun in the genitive stands right before "nav": "pakalpojumu grozam pārmaiņu nav"."""
    if noun.first >= first - 1:
        return False
    if any(lexicon.has("prepositions", word.text) for word in segment.words[noun.first + 1 : first - 1]):
        return False
    before, word = segment.words[first - 2].text, segment.words[first - 1].text
    is_known = lexicon.things(word) or lexicon.is_filler(word) or lexicon.has("answered", word)
    return word.endswith(("u", "as", "es")) and not is_known and before not in ("un", "vai", "ne")


def _is_been(word: str, noun: Object, lexicon: MeasureWords) -> bool:
    """Whether a word is "bijis" in the form that agrees with a noun."""
    if noun.form is None:
        return word == "bijis"
    masculine, feminine = ("bijuši", "bijušas") if noun.form.plural else ("bijis", "bijusi")
    return word == lexicon.spelled(masculine if noun.form.gender == "Masc" else feminine)


def _is_near(noun: Object, first: int, last: int) -> bool:
    """Whether "nekā" stands beside what denies it: farther away it is "than"."""
    return max(first - noun.last, noun.first - last) <= _NEAR


_NEAR = 4


def _is_adjective(word: str, lexicon: MeasureWords) -> bool:
    known = lexicon.things(word) or lexicon.has("none_at_all", word) or lexicon.has("adverbs", word)
    return word.endswith(("i", "as", "s", "a")) and not known


#: Kinds of which "nav" says nothing about what was done.
_NEVER_ABSENT = frozenset({"association", "section", "issue", "attention"})
#: Kinds that nobody needed or could have.
_NEEDED = frozenset({"measure", "undertaking", "carrying", "service", "assistant"})


def _is_bare(verb: DeniedVerb, segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether a clause says no more than that the office did not do it: "…, un mēs neatbalstījām"."""
    if not (segment.opener and verb.is_first_person and verb.reading and verb.reading.kind in ("deed", "support")):
        return False
    others = [word.text for i, word in enumerate(segment.words) if not verb.first <= i <= verb.last]
    return all(text == segment.opener or lexicon.is_filler(text) for text in others)


def _denies_engagement(verb: DeniedVerb, clauses: Clauses, segment: Segment) -> bool:
    """Whether an office was not busy with a field: "ar to nenodarbojamies", "nepiedalāmies nevienā projektā"."""
    lexicon = clauses.lexicon
    if verb.reading is None or verb.is_passive:
        return False
    texts = [word.text for word in segment.words]
    kind = verb.reading.kind
    if not verb.is_first_person and list(third_parties(segment, lexicon)):
        return False
    with_roma = is_of_office(segment, lexicon) and any(word.text.startswith("rom") for word in clauses.words)
    if kind == "reach":
        measures = (form for text in texts for form in lexicon.things(text) if form.thing.kind in SEVERAL)
        to_measures = any(form.case is Case.DATIVE and form.plural for form in measures)
        return verb.is_first_person and lexicon.spelled("līdz") in texts and to_measures
    if kind == "take_part":
        in_which = [text for text in texts if lexicon.has("undertakings_in", text)]
        return any(verb.is_first_person or (with_roma and text.endswith("s")) for text in in_which)
    if kind != "engage" or _is_done_otherwise(verb.last, segment, lexicon):
        return False
    if with_roma and "ar" in texts:
        return True
    own = lexicon.has("busy", segment.words[verb.verb].text.removeprefix("ne"))
    is_own_deed = verb.is_first_person or is_of_office(segment, lexicon)
    return (own and "ar" in texts) or (is_own_deed and any(lexicon.has("field", text) for text in texts))


def _is_joined(noun: Object, first: int, last: int, segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether neither another clause nor a positive verb stands between the noun and the denial."""
    start, end = min(noun.last, last), max(noun.first, first)
    if start >= end:
        return True
    between = segment.words[start + 1 : end]
    positive = any(_is_positive(word.text, lexicon) for word in between)
    return not positive and segment.is_whole(start, end, lexicon)


def _is_positive(word: str, lexicon: MeasureWords) -> bool:
    finite = any(reading.form.form in FINITE and reading.kind != "tell" for reading in lexicon.verbs(word))
    return lexicon.has("positive_auxiliaries", word) or (finite and not lexicon.things(word))


def _is_of_another(last: int, segment: Segment, lexicon: MeasureWords) -> bool:
    """Whether what is denied is about another verb: "neplānojam pakalpojumu slēgt"."""
    following = segment.words[last + 1].text if last + 1 < len(segment.words) else ""
    return following.endswith(("āt", "ēt", "īt", "ot", "gt", "kt")) and not lexicon.verbs(following)


def _is_done_otherwise(last: int, segment: Segment, lexicon: MeasureWords) -> bool:
    if any(lexicon.has("forms", word.text) for word in segment.words):
        return True
    following = segment.words[last + 1 : last + 3]
    if [word.text for word in following] == [lexicon.spelled("atsevišķi"), "no"]:
        return True
    following = segment.words[last + 1 : last + 2]
    return any(not word.before and lexicon.has("manner", word.text) for word in following)
