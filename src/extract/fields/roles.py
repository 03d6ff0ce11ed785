"""Whether those whom a sentence counts took part or provided (codebook, "role"; guidelines 17-19, 33, 47 and 51).

What they are called decides least: a doctor who is taught takes part, and children who read to others provide. So the
deed is looked for that the sentence tells of them, and their part in it: who does it, whom it is done to, who is given
it. Only where it tells none do staff provide and others take part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from extract.fields.grammar import is_annotated
from extract.fields.people import PeopleForm, readings_of
from extract.fields.vocabulary import is_finite_verb, is_preposition, noun_forms
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral
from extract.lexicons import read_lexicon
from extract.model import Role, Unit

_CLAUSE_MARKS = frozenset({",", ";", ":", "–", "—", "(", ")"})
_DASHES = frozenset("-–—")
_REFLEXIVE = re.compile(r"\w+(?:os|[iu]es|as)")
_PASSIVE = re.compile(r"\w+(?:[aeio]t|[gklmnprsu]t)(?:s|a|i|as|u|us|os)")
#: Without an annotation only those that no finite verb looks like ("stāsta").
_SURELY_PASSIVE = re.compile(r"\w+(?:at|et|it|ot)(?:s|i|as)")
_FIRST_PERSON = re.compile(r"\w+[aiu]m(?:ies)?")
_JOINED = frozenset({"conj", "appos", "nummod", "flat", "orphan", "dep"})
#: Endings of participles that describe a noun or stand for one ("apmācīto pedagogu").
_DEFINITE = ("o", "ie", "iem", "ām", "ajiem", "ajām", "ais")
_CASE_OF = {"obj": Case.ACCUSATIVE, "iobj": Case.DATIVE}
_TO_BE = frozenset({"ir", "bija", "būs", "nav", "nebija", "bijuši", "bijušas"})
#: Deeds that are done to nobody.
_COMING = ("discussing", "entering", "going", "joining", "visiting")
_OF_ONESELF = (*_COMING, "learning", "working")
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_RELATIVE = frozenset({"kas", "kurš", "kura", "kuri", "kuras"})


class _Part(Enum):
    """What people have to do with a deed."""

    DOES = auto()
    UNDERGOES = auto()
    GETS = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb, the list of `roles.toml` that holds it (None for none), and the people's part in it."""

    verb: Token
    deed: str | None
    part: _Part


@dataclass(frozen=True, slots=True)
class _People:
    """Those counted: the token that names them and how it is read; whether they are staff, and of which kind."""

    doc: Doc
    numeral: Numeral
    head: int
    reading: PeopleForm

    @property
    def is_helper(self) -> bool:
        helpers = _data()["people"]["helpers"]
        if self.reading.group in helpers:
            return True
        before = self._described_by
        if self.head:
            before += readings_of(self.doc[self.head - 1].lower_)  # "trīs brīvprātīgie studenti"
        return any(r.group in helpers and r.case is self.reading.case for r in before)

    @property
    def is_giver(self) -> bool:
        before = self.doc[self.head - 1].lower_ if self.head else ""
        is_giving = self.reading.is_staff and _begins(before, _data()["people"]["giving"])
        return is_giving or self.reading.group in _data()["people"]["givers"]

    @property
    def is_staff(self) -> bool:
        is_called_so = any(r.is_staff and r.case is self.reading.case for r in self._described_by)
        return self.reading.is_staff or self.is_giver or self.is_helper or is_called_so or self._is_staff_here()

    @property
    def _described_by(self) -> tuple[PeopleForm, ...]:
        """ "brīvprātīgās – sešas studentes": the noun in the plural before the dash."""
        i = self.numeral.start
        if i < 2 or self.head < i or self.doc[i - 1].text not in _DASHES:
            return ()
        return tuple(r for r in readings_of(self.doc[i - 2].lower_) if r.number is GrammaticalNumber.PLURAL)

    def _is_staff_here(self) -> bool:
        attributes = _data()["people"]["staff_by_attribute"].get(self.reading.group)
        if attributes is None:
            return False
        before = [token.lower_ for token in self.doc[max(0, self.head - 3) : self.head]]
        if any(_begins(word, attributes) for word in before):
            return True
        beside = self.doc[self.numeral.start - 2].lower_ if self.numeral.start > 1 else ""
        joined = self.doc[self.numeral.start - 1].lower_ if self.numeral.start else ""
        return joined in ("un", ",") and any(reading.is_staff for reading in readings_of(beside))


def find_role(
    doc: Doc, numeral: Numeral, head: int, reading: PeopleForm, lead_in: str = "", before: Role | None = None
) -> Role:
    """The role of those that `numeral` counts and the token `head` names.

    `lead_in` is what opens their list, `before` the role of those, counted before, of whom the number counts some.
    """
    if reading.unit is Unit.FAMILIES:
        return Role.PARTICIPANT
    people = _People(doc, numeral, head, reading)
    is_elliptical = head < numeral.end
    if is_elliptical and not people.is_staff:
        return _of_own_verb(people) or before or Role.PARTICIPANT
    told = _of_own_verb(people) or (_by_deeds(people) if head >= numeral.start else None)
    if (role := told or before or _by_deeds(people)) is not None:
        return role
    if not people.is_staff:
        return Role.PROVIDER if _serve_others(people) else Role.PARTICIPANT
    if any(doc[k].lower_ in _data()["places"]["taught"] for k in range(max(0, head - 3), head)):
        return Role.PARTICIPANT
    if not people.is_giver and (_attend(people) or _are_audience(people, lead_in)):
        return Role.PARTICIPANT
    return Role.PROVIDER


def _of_own_verb(people: _People) -> Role | None:
    """Of a number whose noun stands before it what its own verb tells ("asistenti, no kuriem četri apguva kursu")."""
    doc, numeral = people.doc, people.numeral
    if people.head >= numeral.start or not is_annotated(doc):
        return None
    if not people.is_staff and not numeral.is_only(Case.NOMINATIVE):
        return None
    own = replace(people, head=numeral.start)
    token = doc[numeral.start]
    if token.dep_ not in ("nsubj", "nsubj:pass", "obj", "iobj") or token.head.i not in _clause_of(doc, token.i):
        return None
    return _by_deeds(own) if _is_verbal(token.head) else None


def _by_deeds(people: _People) -> Role | None:
    """What the first deed says that decides it; None for none."""
    if _are_led_by(people):
        return Role.PROVIDER
    deeds = list(_told_of(people))
    return next((role for told in deeds if (role := _by_deed(people, told, deeds)) is not None), None)


def _by_deed(people: _People, told: _Told, deeds: list[_Told]) -> Role | None:
    """What a deed and the people's part in it say; None where that leaves it open."""
    does, deed = told.part is _Part.DOES, told.deed
    suffers = told.part in (_Part.UNDERGOES, _Part.GETS)
    if deed in ("giving", "giving_to_people", "reading"):
        if does:
            return Role.PROVIDER if deed == "giving" or _gives(people, told) else None
        return Role.PARTICIPANT if suffers else None
    if deed == "hiring" and told.part is not _Part.GETS:
        if does:
            return Role.PROVIDER if _served(people, told.verb) else None
        provides = people.is_giver or (people.is_staff and not _are_where(people, "training"))
        return (Role.PROVIDER if provides else Role.PARTICIPANT) if suffers else None
    if deed == "entrusting":
        return Role.PROVIDER if suffers else None
    if deed == "working" and does:
        return Role.PROVIDER if people.is_staff or _works_with_people(people) else None
    if deed == "learning" and does:
        return Role.PARTICIPANT
    if deed == "inviting" and suffers:
        return None if people.is_giver else Role.PARTICIPANT
    if deed in _COMING and told.part is not _Part.GETS:
        return _of_coming(people, told, deeds)
    if told.part is _Part.GETS and people.is_staff:
        return _of_given(people, told)
    return None


def _of_given(people: _People, told: _Told) -> Role | None:
    """Of staff in the dative: who are given a course take part, who are paid provide."""
    words = [people.doc[i].lower_ for i in _clause_of(people.doc, people.head)]
    if any(word in _data()["given"]["pay"] for word in words):
        return Role.PROVIDER
    is_course = any(_begins(word, _training()) for word in words) or _names(people, told.verb, _training())
    is_given = _begins(told.verb.lower_.removeprefix("ne"), _data()["given"]["giving"])
    return Role.PARTICIPANT if is_course or is_given else None


def _gives(people: _People, told: _Told) -> bool:
    """Whether what may be done for oneself is done for others."""
    lists = _data()["people"]
    if people.reading.group in lists["kin"]:
        return False
    if told.deed == "reading":
        if people.reading.group in lists["performers"]:
            return False
        if _names(people, told.verb, lists["reading"]):
            return True
    return _served(people, told.verb)


def _of_coming(people: _People, told: _Told, deeds: list[_Told]) -> Role | None:
    """Of those who come somewhere: guests and colleagues take part, those who come to people provide."""
    if not people.is_staff:
        return Role.PARTICIPANT
    does = told.part is _Part.DOES
    if told.part is _Part.BESIDE and _preposition(people) not in ("ar", *_data()["people"]["together"]):
        return None
    gives = any(other.deed == "giving" and other.part is _Part.DOES for other in deeds)
    if people.is_giver or gives:
        return Role.PROVIDER
    if told.deed in ("visiting", "going") and does:
        is_at_home = _names(people, told.verb, _data()["places"]["homes"])
        if is_at_home or _served(people, told.verb, by_staff=True):
            return Role.PROVIDER
    if _accompany(people, told):
        return Role.PROVIDER
    if people.is_helper:
        return Role.PARTICIPANT if _attend(people) else Role.PROVIDER
    if told.deed == "entering":
        return Role.PARTICIPANT if _attend(people) or _names(people, told.verb, _training()) else None
    if told.deed == "discussing" and does and _works_with_people(people, by_staff=True):
        return Role.PROVIDER
    if told.deed == "going" and does and not _attend(people):
        is_habit = told.verb.morph.get("Tense", []) == ["Pres"]
        works = any(other.deed == "working" for other in deeds)
        return Role.PROVIDER if is_habit or works else Role.PARTICIPANT
    return Role.PARTICIPANT


def _accompany(people: _People, told: _Told) -> bool:
    """ "uz Rīgu devās 30 bērni un trīs skolotājas"."""
    doc, i, lists = people.doc, people.numeral.start, _data()["people"]
    if i < 2 or doc[i - 1].lower_ not in ("un", ",") or told.deed != "going":
        return False
    return any(reading.group in lists["accompanied"] for reading in readings_of(doc[i - 2].lower_))


def _told_of(people: _People) -> Iterator[_Told]:
    """The deeds that the sentence tells of people, what tells most first."""
    verbs = _verbs(people)
    main = [_told(people, verb) for verb in verbs]
    if any(_begins(verb.lower_, _data()["people"]["asking"]) for verb in verbs):
        main = [replace(told, part=_Part.DOES) if _is_infinitive(told.verb) else told for told in main]
    relative = [
        _Told(verb, _deed_of(verb), _Part.UNDERGOES if _is_passive(verb) else _Part.DOES) for verb in _relatives(people)
    ]
    learns = any(t.deed == "learning" and t.part is _Part.DOES for t in main)
    yield from ([*main, *relative] if learns else [*relative, *main])


def _told(people: _People, verb: Token) -> _Told:
    return _Told(verb, _deed_of(verb), _part_in(people, verb))


def _part_in(people: _People, verb: Token) -> _Part:
    if _preposition(people) is not None:
        return _Part.BESIDE
    cases, passive = _cases(people), _is_passive(verb)
    is_adverbial = fold(verb.lower_).endswith("ot")  # "iesaistot 12 mātes"
    if cases == {Case.GENITIVE} and (people.numeral.is_only(Case.GENITIVE) or _is_attribute(people)):
        return _Part.BESIDE
    if passive or is_adverbial or verb.lower_.startswith("jā"):
        return _Part.GETS if cases == {Case.DATIVE} else _Part.UNDERGOES
    if cases == {Case.DATIVE}:
        return _Part.GETS
    if cases == {Case.ACCUSATIVE}:
        return _Part.UNDERGOES
    if Case.GENITIVE in cases or {Case.NOMINATIVE, Case.ACCUSATIVE} <= cases:
        return _Part.UNDERGOES if _is_object(people, verb) else _Part.DOES
    return _Part.DOES if Case.NOMINATIVE in cases else _Part.BESIDE


def _is_attribute(people: _People) -> bool:
    """ "6 speciālistu komanda", "asistentu skaits": whether a noun is right behind those in the genitive."""
    following = people.doc[people.head + 1].lower_ if people.head + 1 < len(people.doc) else ""
    return bool(noun_forms(following)) or following.startswith("skait")


def _cases(people: _People) -> set[Case]:
    """The cases that those counted may stand in; digits leave them to the noun."""
    named = {
        r.case
        for r in readings_of(people.doc[people.head].lower_)
        if r.group == people.reading.group and r.number is people.reading.number
    }
    asked = {agreement.case for agreement in people.numeral.agreement}
    is_own = people.numeral.end <= people.head
    if not named:
        told = {_CASE_OF.get(people.doc[people.head].dep_, Case.NOMINATIVE)}
        return told & asked or asked - {Case.GENITIVE, Case.LOCATIVE} or told
    if is_own and people.reading.case is not Case.GENITIVE and named & asked:
        return named & asked
    return {people.reading.case} if people.reading.case is Case.GENITIVE else named - {Case.GENITIVE} or named


def _is_object(people: _People, verb: Token) -> bool:
    """Whether those who may be subject or object are the object: the verb has another subject, or asks for none."""
    if _FIRST_PERSON.fullmatch(fold(verb.lower_)) and _deed_of(verb) not in _OF_ONESELF:
        return True
    if not is_annotated(people.doc):
        clause = _clause_of(people.doc, people.head)
        named = [readings_of(people.doc[i].lower_) for i in clause if not people.numeral.start <= i <= people.head]
        return any(r.case is Case.NOMINATIVE and r.number is GrammaticalNumber.SINGULAR for each in named for r in each)
    token = _first_conjunct(people.doc[people.head])
    if token.dep_.startswith("nsubj"):
        return False
    opens = verb.i in (0, _clause_of(people.doc, verb.i).start)  # "Aprūpē 14 sievietes"
    if token.dep_ == "obj" and not people.is_staff and opens:
        return True
    return any(
        child.dep_.startswith("nsubj")
        and child.morph.get("Case", []) == ["Nom"]
        and (readings_of(child.lower_) or not child.lower_.endswith(("as", "es")))
        and not people.numeral.start <= child.i <= people.head
        for child in verb.children
    )


def _verbs(people: _People) -> list[Token]:
    """The verb of which those counted are an argument, with what shares it: an infinitive, a coordinated verb."""
    doc = people.doc
    verb = None
    if is_annotated(doc):
        token = _first_conjunct(doc[people.head])
        verb = token.head if token.head.i != token.i and _is_verbal(token.head) else None
        if verb is not None and _is_passed_over(verb, people.head):
            return []
    verb = verb or _nearest_verb(people) or _verb_of_list(people)
    if verb is None:
        return []
    found = [verb]
    if is_annotated(doc):
        found += [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and _is_infinitive(child)]
        if _is_infinitive(verb) and _is_verbal(verb.head) and verb.head.i != verb.i:
            found.append(verb.head)
        clause = _clause_of(doc, verb.i)
        beside = [c for c in verb.children if c.dep_ == "conj" and _is_verbal(c)]
        beside += [verb.head] if verb.dep_ == "conj" and _is_verbal(verb.head) else []
        found += [v for v in beside if v.i in clause and not any(c.dep_.startswith("nsubj") for c in v.children)]
    return found


def _is_passed_over(verb: Token, head: int) -> bool:
    """Whether a "to be" of another clause stands between a verb and those counted, who are rather its subject."""
    between = verb.doc[verb.i + 1 : head]
    return any(t.lower_ in ("ir", "bija") and not (t.dep_ in _AUXILIARY and t.head.i == verb.i) for t in between)


def _first_conjunct(token: Token) -> Token:
    for _ in range(len(token.doc)):
        is_joined = token.dep_ in _JOINED or (token.dep_ == "parataxis" and token.pos_ == "NUM")
        if not is_joined or token.head.i == token.i or _is_verbal(token.head):
            break
        token = token.head
    return token


def _nearest_verb(people: _People) -> Token | None:
    clause = _clause_of(people.doc, people.head)
    verbs = [people.doc[i] for i in clause if i != people.head and _is_verbal(people.doc[i])]
    return min(verbs, key=lambda verb: abs(verb.i - people.head), default=None)


def _verb_of_list(people: _People) -> Token | None:
    """The last verb before a part without one: staff go on with its subject ("piedalījās 12 bērni, (…), 3 pedagogi")."""
    doc, clause = people.doc, _clause_of(people.doc, people.head)
    if not people.is_staff or any(doc[i].lower_ in _TO_BE for i in clause):
        return None
    start = max((i for i in range(clause.start) if doc[i].text in ";."), default=-1) + 1
    return next((doc[i] for i in range(clause.start - 1, start - 1, -1) if _is_verbal(doc[i])), None)


def _relatives(people: _People) -> list[Token]:
    """The verbs of a relative clause whose subject those counted are ("divi mūziķi, kas bērniem mācīja ritmu")."""
    doc, i = people.doc, people.head + 1
    while i < len(doc) and doc[i].text not in _CLAUSE_MARKS and i < people.head + 5:
        i += 1
    if i + 1 >= len(doc) or doc[i].text != "," or doc[i + 1].lower_ not in _RELATIVE:
        return []
    return [doc[k] for k in _clause_of(doc, i + 1) if _is_verbal(doc[k])]


def _is_verbal(token: Token) -> bool:
    if is_annotated(token.doc):
        is_attribute = token.morph.get("VerbForm", []) == ["Part"] and token.lower_.endswith(_DEFINITE)
        return token.pos_ == "VERB" and not is_attribute
    word = token.lower_
    if readings_of(word) or noun_forms(word):
        return False
    return is_finite_verb(word) or _SURELY_PASSIVE.fullmatch(fold(word)) is not None or _deed_of(token) is not None


def _is_infinitive(token: Token) -> bool:
    return token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Inf"]


def _is_passive(verb: Token) -> bool:
    word = fold(verb.lower_)
    if not is_annotated(verb.doc):
        return _SURELY_PASSIVE.fullmatch(word) is not None
    return _PASSIVE.fullmatch(word) is not None and verb.morph.get("VerbForm", []) == ["Part"]


def _deed_of(verb: Token) -> str | None:
    word = fold(verb.lower_).removeprefix("ja")
    is_reflexive = _REFLEXIVE.fullmatch(word) is not None and not _is_passive(verb)
    for form in (word, word.removeprefix("ne")):
        fitting = [(len(stem), deed) for stem, deed in _stems(is_reflexive) if form.startswith(stem)]
        if fitting:
            return max(fitting)[1]
        if is_reflexive and any(form.startswith(stem) for stem, deed in _stems(False) if deed == "giving"):
            return "learning"
    return None


@cache
def _stems(is_reflexive: bool) -> tuple[tuple[str, str], ...]:
    key = "reflexive" if is_reflexive else "active"
    return tuple((fold(stem), deed) for deed, lists in _data()["deeds"].items() for stem in lists[key])


def _names(people: _People, verb: Token, stems: list[str]) -> bool:
    return any(_begins(people.doc[i].lower_, stems) for i in _clause_of(people.doc, verb.i))


def _are_led_by(people: _People) -> bool:
    """ "trīs skolotāju pavadībā", "mācās pie divām skolotājām": those with whom, or from whom, others have it."""
    following = people.doc[people.head + 1].lower_ if people.head + 1 < len(people.doc) else ""
    if people.reading.case is Case.GENITIVE and _begins(following, _data()["people"]["leading"]):
        return True
    return people.is_staff and _preposition(people) in _data()["people"]["from_staff"]


def _served(people: _People, verb: Token, *, by_staff: bool = False) -> bool:
    """Whether the clause names people whom a deed is done to or for; `by_staff` asks for others than staff."""
    if _names(people, verb, _data()["people"]["others"]):
        return True
    for other, reading in _others(people, _clause_of(people.doc, verb.i)):
        before = people.doc[other - 1].lower_ if other else ""
        is_object = (reading.case is Case.ACCUSATIVE and not _has_preposition(people.doc, other)) or (
            reading.case is Case.DATIVE and not by_staff
        )
        is_object = is_object or before == "pie" or (other > 1 and people.doc[other - 2].lower_ == "pie")
        if is_object and not (by_staff and reading.is_staff):
            return True
    return False


def _works_with_people(people: _People, *, by_staff: bool = False) -> bool:
    """ "ar bērniem darbojas divas studentes"; `by_staff` asks for others than staff."""
    doc, clause = people.doc, _clause_of(people.doc, people.head)
    if any(doc[i].lower_ in _data()["people"]["others"] and doc[i - 1].lower_ == "ar" for i in clause if i):
        return True
    return any(
        reading.case is Case.DATIVE
        and not (by_staff and reading.is_staff)
        and "ar" in [doc[k].lower_ for k in range(max(0, other - 3), other)]
        for other, reading in _others(people, clause)
    )


def _serve_others(people: _People) -> bool:
    """ "malku senioriem saskaldīja divi strādnieki": what others than staff do for people, unless they perform."""
    doc, lists = people.doc, _data()["people"]
    if not is_annotated(doc) or Case.NOMINATIVE not in _cases(people) or people.reading.group in lists["kin"]:
        return False
    for verb in _verbs(people)[:1]:
        objects = [child for child in verb.children if child.dep_ == "obj" and child.i != people.head]
        if _deed_of(verb) in ("learning", *_COMING) or _begins(verb.lower_, lists["addressing"]) or _is_passive(verb):
            return False
        if not objects or any(_begins(child.lower_, lists["performing"]) for child in objects):
            return False
        clause = _clause_of(doc, verb.i)
        return people.head in clause and any(
            reading.case is Case.DATIVE and not reading.is_staff and not _has_preposition(doc, other)
            for other, reading in _others(people, clause)
        )
    return False


def _others(people: _People, clause: range) -> Iterator[tuple[int, PeopleForm]]:
    """The other people that a clause names, in the plural, and single families."""
    for i in clause:
        is_joined = i == people.numeral.start - 2 and people.doc[i + 1].lower_ == "un"
        if i == people.head or is_joined or people.numeral.start <= i < people.numeral.end:
            continue
        readings = readings_of(people.doc[i].lower_)
        may_be_subject = any(r.case is Case.NOMINATIVE and r.number is GrammaticalNumber.PLURAL for r in readings)
        if may_be_subject and people.doc[i].dep_ != "obj" and readings[0].unit is Unit.PERSONS:
            continue
        for reading in readings:
            if reading.number is GrammaticalNumber.PLURAL or reading.unit is Unit.FAMILIES:
                yield i, reading


def _attend(people: _People) -> bool:
    """Whether the sentence tells of a meeting, a course or a journey that those counted are at."""
    places, doc = _data()["places"], people.doc
    clause = [i for i in _clause_of(doc, people.head) if i != people.head]
    if any(doc[i].lower_ in places["present"] for i in clause) or _are_where(people, "meeting"):
        return True
    verb = _nearest_verb(people)
    if verb is not None and _deed_of(verb) is None and _does_more(verb):
        return False
    if any(
        _begins(doc[i].lower_, places["audience"]) and _is_subject(doc, i) for i in clause if i < people.numeral.start
    ):
        return True
    if _are_where(people, "training"):
        return True
    if verb is not None and _does_more(verb):
        return False
    before = range(people.numeral.start)
    is_for_others = any(
        r.case is Case.DATIVE and not r.is_staff and not _has_preposition(doc, i) for i, r in _others(people, before)
    )
    is_event = any(_begins(doc[i].lower_, _training() + places["meeting"]) for i in before)
    return is_event and not is_for_others


def _are_where(people: _People, kind: str) -> bool:
    """Whether the clause has a noun of `places` in the locative or behind "uz", or people met with at it."""
    doc, stems = people.doc, _data()["places"][kind]
    is_with = _preposition(people) == "ar"  # "tikšanās notika ar trim vadītājiem"
    clause = (i for i in _clause_of(doc, people.head) if i != people.head)
    return any(_begins(doc[i].lower_, stems) and (is_with or _is_where(doc, i)) for i in clause)


def _does_more(verb: Token) -> bool:
    """Whether a verb tells more than that somebody is there."""
    return verb.lower_ not in _TO_BE and not _REFLEXIVE.fullmatch(fold(verb.lower_)) and "notik" not in verb.lower_


def _training() -> list[str]:
    stems: list[str] = _data()["places"]["training"]
    return stems


def _is_subject(doc: Doc, i: int) -> bool:
    return any(r.case is Case.NOMINATIVE and r.number is GrammaticalNumber.PLURAL for r in readings_of(doc[i].lower_))


def _is_where(doc: Doc, i: int) -> bool:
    """Whether a noun is in the locative, or behind "uz"."""
    word = fold(doc[i].lower_)
    is_locative = word.endswith(("a", "e", "i", "as", "es", "is", "os")) and doc[i].lower_ != word
    if is_annotated(doc):
        is_locative = "Loc" in doc[i].morph.get("Case", [])
    return is_locative or any(doc[k].lower_ == "uz" for k in range(max(0, i - 3), i))


def _are_audience(people: _People, lead_in: str) -> bool:
    """Whether a word before the colon or dash, or in the lead-in, says that those behind it attended."""
    doc, places = people.doc, _data()["places"]
    if _nearest_verb(people) is not None:
        return False
    label = ""
    for k in range(people.numeral.start - 1, 0, -1):
        if doc[k].text in ";.":
            break
        if doc[k].text == ":" or (doc[k].text in "–—-" and people.head > people.numeral.start):
            label = doc[:k].text
            break
    words = (label or lead_in).casefold().split()
    return any(
        _begins(word, places["audience"] + places["training"] + places["meeting"]) or _attends(word) for word in words
    )


def _attends(word: str) -> bool:
    plain = fold(word.strip(".,:;"))
    is_reflexive = _REFLEXIVE.fullmatch(plain) is not None
    return any(
        plain.startswith(stem) for stem, deed in _stems(is_reflexive) if deed in ("learning", "joining", "visiting")
    )


def _preposition(people: _People) -> str | None:
    """The preposition before those counted; None where none stands right before them."""
    start = min(people.numeral.start, people.head)
    for k in range(start - 1, max(-1, start - 3), -1):
        word = people.doc[k].lower_
        if word in _data()["people"]["together"] or is_preposition(word):
            return word
        if not noun_forms(word) and not readings_of(word):
            break
    return None


def _has_preposition(doc: Doc, i: int) -> bool:
    return any(is_preposition(doc[k].lower_) for k in range(max(0, i - 2), i))


def _clause_of(doc: Doc, i: int) -> range:
    """The tokens between the commas and other marks around a token."""
    marks = [token.i for token in doc if token.text in _CLAUSE_MARKS]
    return range(max((k for k in marks if k < i), default=-1) + 1, min((k for k in marks if k > i), default=len(doc)))


def _begins(word: str, stems: list[str]) -> bool:
    return fold(word).startswith(tuple(fold(stem) for stem in stems))


def _data() -> dict[str, Any]:
    return read_lexicon("fields", "roles.toml")
