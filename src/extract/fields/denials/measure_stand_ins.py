"""What stands in for measures: pronouns for those asked about or named before, and subjects that are left out."""

from __future__ import annotations

from collections.abc import Iterator

from extract.fields.denials.measure_objects import Object
from extract.fields.denials.measure_words import SEVERAL, MeasureWords, Thing, ThingForm
from extract.fields.denials.segments import Clauses, Segment, Word
from extract.latvian.conjugation import VerbForm
from extract.latvian.inflection import Case

#: What the ministry asked about, and what takes place.
_ASKED = Thing("measure", frozenset({"deed", "event", "occur"}), sure=False)
_TAKING_PLACE = Thing("measure", frozenset({"occur"}), sure=False)
#: Kinds that a pronoun may resume.
_RESUMED = frozenset({"measure", "undertaking", "work", "service", "support", "assistant"})
#: A clause that leaves its subject out has no more words than these.
_SHORT = 7
_PRONOUNS = {
    "such_masculine_nominative": (Case.NOMINATIVE, "Masc", True),
    "such_masculine_accusative": (Case.ACCUSATIVE, "Masc", True),
    "such_feminine": (Case.NOMINATIVE, "Fem", True),
    "such_genitive": (Case.GENITIVE, "Masc", True),
    "they_masculine_nominative": (Case.NOMINATIVE, "Masc", True),
    "they_masculine_accusative": (Case.ACCUSATIVE, "Masc", True),
    "they_feminine": (Case.NOMINATIVE, "Fem", True),
    "they_genitive": (Case.GENITIVE, "", True),
    "it_masculine_nominative": (Case.NOMINATIVE, "Masc", False),
    "it_accusative": (Case.ACCUSATIVE, "", False),
    "it_feminine": (Case.NOMINATIVE, "Fem", False),
    "none_masculine": (Case.NOMINATIVE, "Masc", False),
    "none_feminine": (Case.NOMINATIVE, "Fem", False),
    "none_accusative": (Case.ACCUSATIVE, "", False),
}


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
            if antecedent is not None and (name != "they_genitive" or _ends_in_absence(segment, i, lexicon)):
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


def _ends_in_absence(segment: Segment, i: int, lexicon: MeasureWords) -> bool:
    """Whether a clause ends in "to nav", "to vairs nebija"."""
    return lexicon.has("absences", segment.words[-1].text) and len(segment.words) - i <= _SHORT // 2


def _denies(word: str, lexicon: MeasureWords) -> bool:
    return lexicon.has("auxiliaries", word) or (word.startswith("ne") and len(word) > 4)


def _antecedent(clauses: Clauses, word: Word, gender: str, plural: bool, lexicon: MeasureWords) -> Thing | None:
    """What was named last before a word, of what may not have been done, agreeing in gender and number."""
    found = None
    before = [other for other in clauses.words if other.start < word.start]
    is_denied = any(_denies(other.text, lexicon) for other in before)
    for other in before:
        for form in lexicon.things(other.text):
            if form.thing.kind == "support" and not is_denied:  # one family's request: "lūdza palīdzību, bet tā …"
                continue
            agrees = not gender or form.gender == gender
            of_some = lexicon.has("none_alone", word.text)
            if form.thing.kind in _RESUMED and agrees and (form.plural is plural or (of_some and form.plural)):
                found = form.thing
    return found


def _may_be_it(name: str, lexicon: MeasureWords) -> bool:
    """Whether a pronoun may be another: without diacritics "tās" is "tas"."""
    return lexicon.folded and name == "they_feminine"


def _asked(clauses: Clauses, name: str, word: Word) -> Thing | None:
    """What a pronoun stands for that resumes nothing: "tādi" and, at the beginning, "tos" for what was asked about."""
    opens = any(word.start == other.start for other in clauses.words[:4])
    if name.startswith("none_"):
        return _TAKING_PLACE
    if name == "it_accusative" and clauses.words[0].text == clauses.lexicon.spelled("nē"):
        return _ASKED
    if name.startswith("such_") and (opens or not name.endswith("genitive")):
        return _ASKED
    is_subject = name.startswith("they_") and name != "they_genitive" and not _may_be_it(name, clauses.lexicon)
    return _ASKED if is_subject and word.start == clauses.words[0].start else None


def resumed_subjects(clauses: Clauses, segment: Segment) -> Iterator[tuple[int, str]]:
    """Where a later clause tells of measures named before, with their gender: "bet tie tika atcelti", "bet atcelti"."""
    lexicon = clauses.lexicon
    if not segment.opener:
        return
    for i, word in enumerate(segment.words):
        for name, gender in (("they_masculine_nominative", "Masc"), ("they_feminine", "Fem")):
            if lexicon.has(name, word.text) and _antecedent(clauses, word, gender, True, lexicon):
                yield i, gender
        for gender, plural in _verb_subjects(segment, word, lexicon):
            if plural and _antecedent(clauses, segment.words[0], gender, True, lexicon):
                yield i, gender


def _verb_subjects(segment: Segment, word: Word, lexicon: MeasureWords) -> set[tuple[str, bool]]:
    """Gender and number of the subjects that a participle may have, in a clause that has nothing else to tell of."""
    if len(segment.words) > _SHORT or not all(_says_how(other, segment, word, lexicon) for other in segment.words):
        return set()
    passives = [r.form for r in lexicon.verbs(word.text) if r.form.form is VerbForm.PASSIVE]
    return {(form.gender, bool(form.plural)) for form in passives}


def _says_how(word: Word, segment: Segment, verb: Word, lexicon: MeasureWords) -> bool:
    """Whether a word beside a verb tells no subject: when, that it was or was not, or, before "dēļ", why."""
    causes = [each.start for each in segment.words if each.text == lexicon.spelled("dēļ")]
    if word is verb or word.text == segment.opener or (causes and word.start <= causes[0]):
        return True
    auxiliary = any(lexicon.has(name, word.text) for name in ("auxiliaries", "positive_auxiliaries"))
    return auxiliary or lexicon.is_filler(word.text)


def _left_out(clauses: Clauses, segment: Segment) -> Iterator[Object]:
    """The subject that a clause leaves out: "Pasākumi bija plānoti, tomēr netika īstenoti"."""
    lexicon = clauses.lexicon
    if not segment.opener:
        return
    for i, word in enumerate(segment.words):
        for gender, plural in _verb_subjects(segment, word, lexicon):
            thing = _antecedent(clauses, segment.words[0], gender, plural, lexicon)
            if thing is not None and (plural or thing.kind not in SEVERAL):
                yield Object(i, i, Case.NOMINATIVE, ThingForm(thing, Case.NOMINATIVE, plural, gender), True)
