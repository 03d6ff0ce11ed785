"""The deeds that a sentence tells of those it counts: verbs by the lists of `data/roles.toml`, and the people's part.

Where the annotation has dependencies, the verb is the one that they lead to; else the nearest in the clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from spacy.tokens import Doc, Token

from extract.fields.counted_people import CountedPeople, begins, clause_of, role_words
from extract.fields.grammar import is_annotated
from extract.fields.people import readings_of
from extract.fields.vocabulary import is_finite_verb, noun_forms
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, GrammaticalNumber

#: Deeds by which people come to others, and those that are done to nobody.
COMING = ("discussing", "entering", "going", "joining", "visiting")
OF_ONESELF = (*COMING, "learning", "working")
TO_BE = frozenset({"ir", "bija", "būs", "nav", "nebija", "bijuši", "bijušas"})
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_JOINED = frozenset({"conj", "appos", "nummod", "flat", "orphan", "dep"})
_RELATIVE = frozenset({"kas", "kurš", "kura", "kuri", "kuras"})
#: Endings of verbs, diacritics aside.
_REFLEXIVE = re.compile(r"\w+(?:os|[iu]es|as)")
_PASSIVE = re.compile(r"\w+(?:[aeio]t|[gklmnprsu]t)(?:s|a|i|as|u|us|os)")
_FIRST_PERSON = re.compile(r"\w+[aiu]m(?:ies)?")
#: Passives that no finite verb looks like ("stāsta" does), for docs without annotation.
_SURELY_PASSIVE = re.compile(r"\w+(?:at|et|it|ot)(?:s|i|as)")
#: Endings that no verb has, for the same.
_OF_NOUNS = ("u", "us", "es", "em", "iem", "ai")
#: Participles that describe a noun ("apmācīto pedagogu", "pavadošie skolotāji").
_ATTRIBUTE = re.compile(r"\w+(?:oš\w{1,4}|o|ie|iem|ām|ajiem|ajām|ais)")


class Part(Enum):
    """What people have to do with a deed: they do it, it is done to them, they get it, or they are only beside it."""

    DOES = auto()
    UNDERGOES = auto()
    GETS = auto()
    BESIDE = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """A verb, the list of deeds that holds it (None for none), and the people's part in it."""

    verb: Token
    deed: str | None
    part: Part

    @property
    def is_done(self) -> bool:
        """Whether the people do it."""
        return self.part is Part.DOES

    @property
    def is_received(self) -> bool:
        """Whether it is done to them or for them."""
        return self.part in (Part.UNDERGOES, Part.GETS)


def told_of(people: CountedPeople) -> list[Told]:
    """The deeds that the sentence tells of people, what tells most first."""
    verbs = _verbs(people)
    main = [Told(verb, deed_of(verb), _part_in(people, verb)) for verb in verbs]
    if any(begins(verb.lower_, role_words()["people"]["asking"]) for verb in verbs):
        main = [replace(told, part=Part.DOES) if _is_infinitive(told.verb) else told for told in main]
    relative = [
        Told(verb, deed_of(verb), Part.UNDERGOES if is_passive(verb) else Part.DOES) for verb in _relatives(people)
    ]
    is_clear = any(told.deed in ("giving", "learning") and told.is_done for told in main)
    return [*main, *relative] if is_clear else [*relative, *main]


def nearest_verb(people: CountedPeople) -> Token | None:
    """The verb of the clause that stands nearest to the people; None for none."""
    phrase = range(people.numeral.start, people.head + 1)
    verbs = [people.doc[i] for i in people.clause if i not in phrase and is_verbal(people.doc[i])]
    return min(verbs, key=lambda verb: abs(verb.i - people.head), default=None)


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb or the participle of a predicate, "to be" aside."""
    word = token.lower_
    if is_annotated(token.doc):
        is_attribute = token.morph.get("VerbForm", []) == ["Part"] and _ATTRIBUTE.fullmatch(word) is not None
        is_origin = any(reading.is_origin for reading in readings_of(word))  # "romu" is often taken for a verb
        return token.pos_ == "VERB" and not is_attribute and not is_origin
    if readings_of(word) or noun_forms(word) or word.endswith(_OF_NOUNS):
        return False
    return is_finite_verb(word) or _SURELY_PASSIVE.fullmatch(fold(word)) is not None or deed_of(token) is not None


def is_passive(verb: Token) -> bool:
    """Whether a verb is a passive participle."""
    word = fold(verb.lower_)
    if not is_annotated(verb.doc):
        return _SURELY_PASSIVE.fullmatch(word) is not None
    return _PASSIVE.fullmatch(word) is not None and verb.morph.get("VerbForm", []) == ["Part"]


def does_more(verb: Token) -> bool:
    """Whether a verb tells more than that somebody or something is there."""
    return verb.lower_ not in TO_BE and not is_reflexive(verb.lower_) and "notik" not in verb.lower_


def deed_of(verb: Token) -> str | None:
    """The list of deeds that holds a verb; None for none."""
    return _deed(verb.lower_, reflexive=is_reflexive(verb.lower_) and not is_passive(verb))


def deed_of_word(word: str) -> str | None:
    """The same for a word in lower case that may be no verb."""
    if readings_of(word) or noun_forms(word):
        return None
    return _deed(word, reflexive=is_reflexive(word))


def is_reflexive(word: str) -> bool:
    """Whether a word, in lower case, has the ending of a verb in -ties ("devušās"; "devušas" is of "dot")."""
    return _REFLEXIVE.fullmatch(fold(word)) is not None and not word.endswith("ušas")


def _deed(word: str, *, reflexive: bool) -> str | None:
    word = fold(word).removeprefix("ja")
    for form in (word, word.removeprefix("ne")):
        if fitting := [(len(stem), deed) for stem, deed in _stems(reflexive) if form.startswith(stem)]:
            return max(fitting)[1]
        if reflexive and any(form.startswith(stem) for stem, deed in _stems(False) if deed == "giving"):
            return "learning"
    return None


@cache
def _stems(reflexive: bool) -> tuple[tuple[str, str], ...]:
    key = "reflexive" if reflexive else "active"
    return tuple((fold(stem), deed) for deed, lists in role_words()["deeds"].items() for stem in lists[key])


def _part_in(people: CountedPeople, verb: Token) -> Part:
    if people.preposition is not None or people.is_attribute:
        return Part.BESIDE
    cases = people.cases
    if cases == {Case.DATIVE}:
        return Part.GETS
    is_adverbial = fold(verb.lower_).endswith("ot") and not _is_infinitive(verb)  # "iesaistot 12 mātes"
    lacks_subject = is_passive(verb) or is_adverbial or verb.lower_.startswith("jā")
    if lacks_subject or cases == {Case.ACCUSATIVE}:
        return Part.UNDERGOES
    if Case.GENITIVE in cases or {Case.NOMINATIVE, Case.ACCUSATIVE} <= cases:
        return Part.UNDERGOES if _is_object(people, verb) else Part.DOES
    return Part.DOES if Case.NOMINATIVE in cases else Part.BESIDE


def _is_object(people: CountedPeople, verb: Token) -> bool:
    """Whether those who may be subject or object are the object: the verb has another subject, or asks for none."""
    doc, numeral = people.doc, people.numeral
    if _FIRST_PERSON.fullmatch(fold(verb.lower_)) and deed_of(verb) not in OF_ONESELF:
        return True
    if not is_annotated(doc):
        named = [readings_of(doc[i].lower_) for i in people.clause if not numeral.start <= i <= people.head]
        return any(r.case is Case.NOMINATIVE and r.number is GrammaticalNumber.SINGULAR for each in named for r in each)
    token = _first_conjunct(doc[people.head])
    if token.dep_.startswith("nsubj"):
        return False
    start = clause_of(doc, verb.i).start
    opens = verb.i == start and not _goes_on(doc, start)  # "Aprūpē 14 sievietes"
    if token.dep_ == "obj" and not people.is_staff and opens:
        return True
    is_joined = people.head + 1 < len(doc) and doc[people.head + 1].lower_ in ("un", ",")
    # "nodarbības vadīja divas logopēdes": things of that ending are objects as likely
    return any(
        child.dep_.startswith("nsubj")
        and child.morph.get("Case", []) == ["Nom"]
        and ((readings_of(child.lower_) and not people.is_staff) or not child.lower_.endswith(("as", "es")))
        and (child.i < numeral.start or (child.i > people.head and not is_joined))
        and child.i in clause_of(doc, verb.i)
        for child in verb.children
    )


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether what begins at a token goes on behind a relative clause ("nodarbības, kas notika skolā, vadīja ...")."""
    before = clause_of(doc, start - 2) if start > 2 and doc[start - 1].text == "," else range(0)
    return len(before) > 0 and before.start > 1 and doc[before.start].lower_ in _RELATIVE


def _verbs(people: CountedPeople) -> list[Token]:
    """The verb that people are an argument of, with what shares it: an infinitive, a verb joined by "un"."""
    doc, verb = people.doc, None
    if is_annotated(doc):
        token = _first_conjunct(doc[people.head])
        verb = token.head if token.head.i != token.i and is_verbal(token.head) else None
        if verb is not None and _is_passed_over(verb, people.head):
            return []
        verb = verb if verb is None or not _has_own_subject(people, verb) else None
    if _is_apart(people):
        return []
    if verb is None or verb.i not in people.clause:
        verb = nearest_verb(people) or verb or _verb_of_list(people)
    if verb is None:
        return []
    found = [verb]
    if is_annotated(doc):
        found += [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and _is_infinitive(child)]
        if _is_infinitive(verb) and is_verbal(verb.head) and verb.head.i != verb.i:
            found.append(verb.head)
        joined = [child for child in verb.children if child.dep_ == "conj" and is_verbal(child)]
        joined += [verb.head] if verb.dep_ == "conj" and is_verbal(verb.head) else []
        clause = clause_of(doc, verb.i)
        found += [v for v in joined if v.i in clause and not any(c.dep_.startswith("nsubj") for c in v.children)]
    return found


def _is_passed_over(verb: Token, head: int) -> bool:
    """Whether a "to be" of another clause stands between a verb and people, who are rather its subject."""
    between = verb.doc[verb.i + 1 : head]
    return any(t.lower_ in ("ir", "bija") and not (t.dep_ in _AUXILIARY and t.head.i == verb.i) for t in between)


def _has_own_subject(people: CountedPeople, verb: Token) -> bool:
    """Whether the verb of a later clause has its subject there ("nometnē 14 bērni, vadīja divas audzinātājas")."""
    clause = clause_of(people.doc, verb.i)
    return clause.start >= people.clause.stop and any(
        r.case is Case.NOMINATIVE for i in clause for r in readings_of(people.doc[i].lower_)
    )


def _is_apart(people: CountedPeople) -> bool:
    """Whether a noun and its number close a sentence of others ("ģitāru spēlēja 9 puikas, skolotāji 2")."""
    doc, start = people.doc, people.clause.start
    is_label = people.head < people.numeral.start and start > 1 and doc[start - 1].text == ","
    return is_label and not doc[start - 2].like_num and nearest_verb(people) is None


def _first_conjunct(token: Token) -> Token:
    for _ in range(len(token.doc)):
        is_joined = token.dep_ in _JOINED or (token.dep_ == "parataxis" and token.pos_ == "NUM")
        if not is_joined or token.head.i == token.i or is_verbal(token.head):
            break
        token = token.head
    return token


def _verb_of_list(people: CountedPeople) -> Token | None:
    """The last verb before a part without one, in which staff go on ("piedalījās 12 bērni (pusaudži), 3 pedagogi")."""
    doc, clause = people.doc, people.clause
    if not people.is_staff or any(doc[i].lower_ in TO_BE for i in clause):
        return None
    start = max((i for i in range(clause.start) if doc[i].text in ";."), default=-1) + 1
    return next((doc[i] for i in range(clause.start - 1, start - 1, -1) if is_verbal(doc[i])), None)


def _relatives(people: CountedPeople) -> list[Token]:
    """The verbs of a relative clause whose subject people are ("divi mūziķi, kas bērniem mācīja ritmu")."""
    doc, i = people.doc, people.clause.stop
    if i + 1 >= len(doc) or i > people.head + 4 or doc[i].text != "," or doc[i + 1].lower_ not in _RELATIVE:
        return []
    return [doc[k] for k in clause_of(doc, i + 1) if is_verbal(doc[k])]


def _is_infinitive(token: Token) -> bool:
    return token.pos_ == "VERB" and token.morph.get("VerbForm", []) == ["Inf"]
