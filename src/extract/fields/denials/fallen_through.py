"""What was planned and came to nothing, told without a denial: it fell through, or the year passed without it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.fields.denials.denied_deeds import Denial, denial_of
from extract.fields.denials.measure_objects import objects
from extract.fields.denials.measure_stand_ins import resumed_subjects
from extract.fields.denials.measure_words import MeasureWords, ThingForm, VerbReading
from extract.fields.denials.segments import Clauses, Segment
from extract.latvian.conjugation import VerbForm
from extract.latvian.inflection import Case

_PLANNED = frozenset({"measure", "undertaking", "work", "labour"})


def find_fallen_through(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Where a segment tells that all that was planned fell through."""
    if not any(clauses.lexicon.has("auxiliaries", word.text) for word in segment.words):
        yield from _fell_through(clauses, segment)
        yield from _called_off(clauses, segment)
    yield from _passed_without(clauses, segment)


def _fell_through(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Pasākumi izpalika, viss tika atcelts, darbs stāvēja uz vietas, ieceres palika nerealizētas."""
    for at, gender, plural in _subjects(clauses, segment):
        for k in range(len(segment.words)):
            together = segment.is_whole(min(at, k), max(at, k), clauses.lexicon)
            if together and _fails(segment, k, gender, plural, clauses.lexicon):
                yield denial_of(segment.words, at, k)


def _subjects(clauses: Clauses, segment: Segment) -> Iterator[tuple[int, str, bool]]:
    """Where all that was planned is told of, with its gender and whether it is plural."""
    for i, word in enumerate(segment.words):
        if clauses.lexicon.has("everything", word.text):
            yield i, "Masc", False
        if clauses.lexicon.has("plans", word.text) or (
            i and _is_planned(segment.words[i - 1].text, word.text, clauses)
        ):
            yield i, "Masc" if word.text.endswith("i") else "Fem", True
    yield from ((i, gender, True) for i, gender in resumed_subjects(clauses, segment))
    for noun in objects(clauses, segment, with_all=True):
        if noun.form and noun.form.thing.kind in _PLANNED and noun.form.case is Case.NOMINATIVE:
            yield noun.first, noun.form.gender, noun.form.plural


def _is_planned(participle: str, noun: str, clauses: Clauses) -> bool:
    """Whether two words name all that was planned of a kind: "plānotās nodarbības"."""
    endings = (("tie", "i"), ("tās", "as"), ("tās", "es"))
    agrees = any(participle.endswith(clauses.lexicon.spelled(p)) and noun.endswith(n) for p, n in endings)
    return agrees and clauses.lexicon.has("planned", participle)


def _fails(segment: Segment, k: int, gender: str, plural: bool, lexicon: MeasureWords) -> bool:
    """Whether the word at `k` tells of a subject that it came to nothing, agreeing with it where it is a participle."""
    word, following = segment.words[k].text, [w.text for w in segment.words[k + 1 : k + 4]]
    readings = lexicon.verbs(word)
    if any(r.kind == "fail" and r.form.form is not VerbForm.INFINITIVE for r in readings):
        return _is_for_good(following, lexicon)
    if lexicon.has("stood", word) and any(lexicon.has("still_at", text) for text in following):
        return True
    if any(r.kind == "postpone" and _is_passive(r, gender, plural) for r in readings):
        return following[:1] == ["uz"] and _is_for_good(following, lexicon)
    if any(r.kind == "undo" and _is_passive(r, gender, plural) for r in readings):
        return _is_for_good(following, lexicon)
    remained = any(lexicon.has("remained", w.text) for w in segment.words)
    return remained and any(_is_undone(r, gender, plural) for r in lexicon.denied(word))


def _is_undone(reading: VerbReading, gender: str, plural: bool) -> bool:
    agrees = (reading.form.gender, reading.form.plural) == (gender, plural)
    forms = {"deed": VerbForm.PASSIVE, "occur": VerbForm.ACTIVE}
    return agrees and reading.form.form is forms.get(reading.kind)


def _is_passive(reading: VerbReading, gender: str, plural: bool) -> bool:
    return reading.form.form is VerbForm.PASSIVE and (reading.form.gender, reading.form.plural) == (gender, plural)


def _called_off(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Visus pasākumus atcēlām, plānoto atlikām."""
    words, lexicon = segment.words, clauses.lexicon
    nouns = (noun for noun in objects(clauses, segment, with_all=True) if noun.case is Case.ACCUSATIVE)
    planned = [noun.first for noun in nouns if noun.form and noun.form.thing.kind in _PLANNED]
    planned += [i for i, word in enumerate(words) if lexicon.has("everything_accusative", word.text)]
    for k, word in enumerate(words):
        forms = {r.form.form for r in lexicon.verbs(word.text) if r.kind == "undo"}
        if VerbForm.FIRST in forms and _is_for_good([w.text for w in words[k + 1 : k + 3]], lexicon):
            together = (i for i in planned if segment.is_whole(min(i, k), max(i, k), lexicon))
            yield from (denial_of(words, i, k) for i in together)


def _is_for_good(following: list[str], lexicon: MeasureWords) -> bool:
    """Whether what was put off was not only put off to a later month: "atlikti uz rudeni"."""
    if following and lexicon.has("manner", following[0]):
        return False
    if following[:1] != ["uz"] or len(following) == 1:
        return True
    return following[1].isdigit() or lexicon.has("later", following[1])


def _passed_without(clauses: Clauses, segment: Segment) -> Iterator[Denial]:
    """Gads pagāja bez pasākumiem, iztikām bez jebkādām aktivitātēm, otrs gads bez neviena pasākuma."""
    words, lexicon = segment.words, clauses.lexicon
    passed = [k for k, word in enumerate(words) if lexicon.has("passed", word.text)]
    years = [k for k, word in enumerate(words) if lexicon.has("years", word.text) or word.text.isdigit()]
    told = passed or ([] if any(lexicon.is_finite(word.text) for word in words) else years)
    for i, word in enumerate(words):
        for k in range(i + 1, min(i + 5, len(words))):
            lacking = word.text == "bez" and any(_is_lacking(form, k - i) for form in lexicon.things(words[k].text))
            if lacking and told:
                yield denial_of(words, told[0], k)


def _is_lacking(form: ThingForm, distance: int) -> bool:
    """Whether "bez" lacks all measures: many, or, with a word between, "bez neviena pasākuma"."""
    case = Case.DATIVE if form.plural else Case.GENITIVE
    return form.thing.kind in _PLANNED and form.case is case and (form.plural or distance > 1)
