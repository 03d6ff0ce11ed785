"""What a numeral counts: the head of the noun phrase that follows it.

Latvian noun phrases are head-final: adjectives and genitives stand before the head, which alone agrees with the
numeral. The walk goes from the numeral to the right, notes what each word asks of the head, and stops at the head or at
what cannot belong to the phrase. After a numeral, people may also stand in the genitive plural with nothing to agree
with ("28 romu"); such a noun is kept as candidate until the phrase ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from spacy.tokens import Doc

from extract.fields.agreement import Constraint, agrees, asked_by_ending, asks
from extract.fields.grammar import asks_nothing, is_counted_noun, nominative_plural
from extract.fields.people import PeopleForm, readings_of
from extract.fields.phrase_limits import (
    LONGEST_PHRASE,
    behind_bound,
    behind_brackets,
    behind_numeral,
    ends_phrase,
    joins,
)
from extract.fields.phrase_words import (
    are_adjectives,
    cannot_follow,
    described_behind,
    features,
    governs_people,
    is_governed,
    is_object,
    is_of_one,
    is_only_thing,
    is_people,
    is_place_of_participle,
    is_singular,
    lacks_subject,
    may_be_adverb,
    names_family_of,
    names_one_person,
)
from extract.fields.unlisted_people import described_people, doing_people
from extract.fields.vocabulary import (
    NounForm,
    NounKind,
    contexts,
    has_kind,
    is_adverb,
    is_finite_verb,
    is_participle,
    is_place,
    is_predicate,
    is_preposition,
    is_verb,
    leads_to_place,
    noun_forms,
    stands_alone,
)
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral

_ORIGIN_STEMS = ("tautīb", "izcelsm", "etnisk")
_PLURAL = GrammaticalNumber.PLURAL


class Outcome(Enum):
    """What follows a numeral: people, a thing, words with no known noun, no noun, or people it does not count."""

    PEOPLE = auto()
    THING = auto()
    UNKNOWN = auto()
    NOTHING = auto()
    UNCLEAR = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a numeral counts. `head` is a token and `reading` how it is read, where the outcome is PEOPLE.

    `certainty` runs from 0 to 1; `rival` is the noun that may be meant instead ("2 romu ģimeņu bērni"); `hint` a noun
    of people in a phrase that has no head ("12 romu tautības").
    """

    outcome: Outcome
    head: int = -1
    reading: PeopleForm | None = None
    certainty: float = 1.0
    rival: PeopleForm | None = None
    hint: PeopleForm | None = None


@dataclass(slots=True)
class _Walk:
    """What has been seen on the way."""

    doc: Doc
    numeral: Numeral
    numerals: Mapping[int, Numeral]
    constraints: list[Constraint] = field(default_factory=list)
    doubts: list[Constraint] = field(default_factory=list)
    candidate: tuple[int, PeopleForm] | None = None
    hint: PeopleForm | None = None
    awaits_participle: bool = False
    seen: int = 0
    last: int | None = None
    is_predicate: bool = False
    certainty: float = 1.0

    def ahead(self, *, keep: bool) -> _Walk:
        """A walk to look ahead with: with what this one has seen, or as if it had seen one modifier."""
        if keep:
            return replace(self, constraints=list(self.constraints), doubts=list(self.doubts))
        return _Walk(self.doc, self.numeral, self.numerals, seen=1)


def read_phrase(doc: Doc, numeral: Numeral, numerals: Mapping[int, Numeral]) -> Phrase:
    """The phrase that `numeral` counts. `numerals` holds all numerals of the doc by their first token."""
    return _walk(_Walk(doc, numeral, numerals), numeral.end)


def read_phrase_at(doc: Doc, i: int, numeral: Numeral, numerals: Mapping[int, Numeral]) -> Phrase:
    """The phrase that starts at token `i`, away from the numeral ("5 – romu jaunieši")."""
    return _walk(_Walk(doc, numeral, numerals), i)


def _walk(walk: _Walk, i: int) -> Phrase:
    doc = walk.doc
    limit = min(len(doc), i + LONGEST_PHRASE)
    while i < limit:
        word = doc[i].lower_
        if doc[i : i + 2].text.casefold() in contexts()["grammar"]["of_time"]:
            break
        behind = behind_numeral(doc, i, walk.numerals) if i in walk.numerals else behind_brackets(doc, i)
        if behind is not None:
            walk.seen += i in walk.numerals
            i = behind
            continue
        if i in walk.numerals:
            break
        if not walk.seen and (behind := behind_bound(doc, i)) is not None:
            i = behind
            continue
        if joins(doc, i) and (phrase := _behind_conjunction(walk, i)) is not None:
            return phrase
        if is_preposition(word) and _opens_participle(walk, i):
            walk.awaits_participle, walk.seen, walk.is_predicate = True, 1, True
            i += 1
            continue
        if (phrase := _behind_possessive(walk, i)) is not None:
            return phrase
        if ends_phrase(doc, i) or (not walk.seen and cannot_follow(doc[i], walk.numeral)):
            break
        if (phrase := _take(walk, i)) is not None:
            return phrase
        if not walk.seen:
            walk.is_predicate = is_predicate(word) or doc[i].text[0].isupper() or stands_alone(word)
        walk.seen += 1
        walk.last = i
        i += 1
    if (
        i < len(doc)
        and walk.seen == 1
        and is_verb(doc[i])
        and (doc[i - 1].pos_ == "ADV" or doc[i - 1].lower_[-1] == "i")
    ):
        walk.is_predicate = True
    return _at_end(walk)


def _opens_participle(walk: _Walk, i: int) -> bool:
    """Whether a preposition may belong to a participle of the phrase ("5 ilgstoši bez darba esošas sievietes")."""
    if not walk.seen or walk.awaits_participle:
        return not governs_people(walk.doc, i)
    return walk.candidate is None and is_adverb(walk.doc[i - 1].lower_)


def _at_end(walk: _Walk) -> Phrase:
    """The phrase where no head that agrees was found: the last genitive counts ("28 romu saņēma")."""
    if walk.candidate is not None:
        head, reading = walk.candidate
        return Phrase(Outcome.PEOPLE, head, reading, 0.97 * walk.certainty)
    if walk.hint is not None or not walk.seen or walk.is_predicate:
        return Phrase(Outcome.NOTHING, hint=walk.hint)
    described = described_people(walk.doc[walk.last].lower_) if walk.last is not None else None
    if walk.last is not None and described is not None and walk.numeral.value != 1:
        return Phrase(Outcome.PEOPLE, walk.last, described, 0.75)
    return Phrase(Outcome.UNKNOWN)


def _behind_conjunction(walk: _Walk, i: int) -> Phrase | None:
    """The head behind coordinated modifiers ("7 romu un ukraiņu bērni"); None where the phrase ends before."""
    doc = walk.doc
    if not walk.seen or i + 1 >= len(doc) or i + 1 in walk.numerals or ends_phrase(doc, i + 1):
        return None
    following = doc[i + 1].lower_
    people = readings_of(following)
    if people and not any(reading.case is Case.GENITIVE for reading in people):
        return None
    if doc[i].text == "," and not are_adjectives(doc[i - 1].lower_, following):
        return None
    phrase = _walk(walk.ahead(keep=True), i + 1)
    if phrase.outcome is Outcome.THING and (walk.candidate is None or not people):
        return None
    if phrase.outcome is Outcome.PEOPLE and phrase.reading and phrase.reading.case is Case.GENITIVE and walk.candidate:
        return None
    return phrase if phrase.outcome in (Outcome.PEOPLE, Outcome.THING) else None


def _behind_possessive(walk: _Walk, i: int) -> Phrase | None:
    """The people behind a possessive ("5 viņu vecāki"); None where the word is none or no people follow."""
    if walk.seen or walk.doc[i].lower_ not in contexts()["grammar"]["possessives"]:
        return None
    phrase = _walk(walk.ahead(keep=True), i + 1)
    return phrase if phrase.outcome is Outcome.PEOPLE else None


def _take(walk: _Walk, i: int) -> Phrase | None:
    """Take one word; a phrase where the word decides it."""
    word = walk.doc[i].lower_
    if walk.awaits_participle:
        walk.awaits_participle = not is_participle(word)
        return None
    people = readings_of(word)
    forms = noun_forms(word)
    if is_object(walk.doc, i, people, forms):
        return None
    is_adverb_here = walk.candidate is None and may_be_adverb(word, people)
    if is_adverb_here and not any(agrees(reading, walk.numeral) for reading in people):
        people = ()  # an adverb that looks like a noun ("3 profesionāli sagatavoti mentori")
    if people and (people[0].is_listed or not (forms or is_finite_verb(word))):
        return _take_people(walk, i, people)
    return _take_noun(walk, i, forms) if forms else _take_unknown(walk, i)


def _take_people(walk: _Walk, i: int, people: tuple[PeopleForm, ...]) -> Phrase | None:
    asks_genitive = walk.numeral.is_only(Case.GENITIVE) or is_of_one(walk.doc, walk.numeral)
    genitive = [r for r in people if r.case is Case.GENITIVE]
    fitting = [r for r in people if agrees(r, walk.numeral) and all(ask(r) for ask in walk.constraints)]
    if not people[0].is_listed and (group := nominative_plural(walk.doc[i])):
        fitting.sort(key=lambda r: r.group != group)  # the annotation chooses between "audzēkņi" and "audzēknes"
    direct = [r for r in fitting if r.case is not Case.GENITIVE or (asks_genitive and not r.is_origin)]
    if direct and asks_genitive and names_one_person(walk.doc, i + 1):
        is_family = names_family_of(walk.doc, i + 1, direct[0])
        return Phrase(Outcome.PEOPLE, i, direct[0], 0.85) if is_family else Phrase(Outcome.UNCLEAR)
    if direct and direct[0].case is Case.LOCATIVE and is_place_of_participle(walk.doc, i):
        return None
    if direct and _may_be_modifier(walk, i, direct[0], genitive):
        walk.candidate = (i, direct[0])
        return None
    if direct:
        later = _behind_modifier(walk, i, direct) if genitive or direct[0].is_definite else None
        rival = walk.candidate[1] if walk.candidate and not walk.candidate[1].is_origin else None
        certainty = walk.certainty * (1.0 if direct[0].is_listed else 0.88) * (0.9 if rival else 1.0)
        certainty *= 0.8 if any(not ask(direct[0]) for ask in walk.doubts) else 1.0
        return later or Phrase(Outcome.PEOPLE, i, direct[0], certainty, rival)
    if genitive:
        # one and none are counted in the singular only: "vienu poļu skaņdarbu" counts no Poles
        value, in_words = walk.numeral.value, bool(walk.numeral.agreement)
        is_singular = value == 1 or (in_words and (value == 0 or value % 10 == 1))
        number = GrammaticalNumber.SINGULAR if is_singular else _PLURAL
        if quantity := [r for r in fitting if r.case is Case.GENITIVE and r.number is number]:
            walk.candidate, walk.hint = (i, quantity[0]), quantity[0]
        return None
    if walk.candidate is not None and walk.candidate[1].number is GrammaticalNumber.SINGULAR:
        return _at_end(walk)
    if walk.candidate is None and (_is_before_people(walk, i) or all(r.case is Case.LOCATIVE for r in people)):
        return None  # "divus vecākos bērnus", "divi atgriezti ģimenē"
    if walk.candidate is not None and names_family_of(walk.doc, i, walk.candidate[1]):
        return _at_end(walk)
    if walk.candidate is not None and not walk.candidate[1].is_origin:
        return Phrase(Outcome.UNCLEAR)  # "trīs bērnu māte" counts no mothers, and children only by the way
    if not walk.seen and walk.numeral.agreement:
        return Phrase(Outcome.NOTHING)  # "no tām trijās vecāki ir romi"
    return Phrase(Outcome.THING)


def _may_be_modifier(walk: _Walk, i: int, reading: PeopleForm, genitive: list[PeopleForm]) -> bool:
    """Whether a singular may be the like-sounding genitive plural before the head ("1 romu ģimene")."""
    is_ambiguous = reading.number is GrammaticalNumber.SINGULAR and any(r.number is _PLURAL for r in genitive)
    return is_ambiguous and i + 1 < len(walk.doc) and not ends_phrase(walk.doc, i + 1)


def _behind_modifier(walk: _Walk, i: int, direct: list[PeopleForm]) -> Phrase | None:
    """The head behind a noun that may modify it ("4 ģimenes locekļi", "5 strādājošie vecāki"), or None."""
    doc = walk.doc
    if i + 1 >= len(doc) or i + 1 in walk.numerals or ends_phrase(doc, i + 1):
        return None
    things = [
        f for f in noun_forms(doc[i + 1].lower_) if f.number is _PLURAL and f.case in (Case.NOMINATIVE, Case.ACCUSATIVE)
    ]
    is_other_case = direct[0].case is Case.GENITIVE or direct[0].is_definite
    if things and not is_other_case and is_only_thing(doc[i + 1].lower_):
        return Phrase(Outcome.THING)
    phrase = _walk(walk.ahead(keep=False), i + 1)
    if phrase.outcome is not Outcome.PEOPLE or phrase.reading is None:
        return None
    is_term = phrase.head == i + 1 and (phrase.reading.is_staff or phrase.reading.group == "locekļi")
    if phrase.reading.case is Case.GENITIVE:
        return None
    return phrase if is_term or any(r.case is phrase.reading.case for r in direct) else None


def _is_before_people(walk: _Walk, i: int) -> bool:
    """Whether people right behind a token agree with the numeral."""
    following = walk.doc[i + 1].lower_ if i + 1 < len(walk.doc) else ""
    return any(r.is_listed and r.case is not Case.GENITIVE and agrees(r, walk.numeral) for r in readings_of(following))


def _take_noun(walk: _Walk, i: int, forms: tuple[NounForm, ...]) -> Phrase | None:
    """A listed noun that does not name people: a modifier, or that which is counted."""
    word = walk.doc[i].lower_
    if has_kind(word, NounKind.MEASURE):
        return Phrase(Outcome.THING)
    if walk.numeral.value <= 1 and any((a.case, a.number, a.gender) in features(forms) for a in walk.numeral.agreement):
        return Phrase(Outcome.THING)
    genitive = [f for f in forms if f.case is Case.GENITIVE]
    counted = [f for f in forms if f.number is _PLURAL and f.case is not Case.GENITIVE and walk.numeral.value != 1]
    if walk.numeral.agreement and not any(a.case is Case.LOCATIVE for a in walk.numeral.agreement):
        counted = [f for f in counted if f.case is not Case.LOCATIVE]  # "15 Sabilē un astoņas laukos"
    if walk.candidate is not None and is_governed(walk.doc, walk.numeral):
        counted = [f for f in counted if f.case is Case.DATIVE]  # "pēc trīs sieviešu sūdzības": the complaint of three
    if not genitive:
        if walk.candidate is not None and not counted:
            return _at_end(walk)
        if not counted and all(f.case is Case.LOCATIVE for f in forms):
            walk.awaits_participle, walk.is_predicate = True, walk.is_predicate or not walk.seen
            return None
        is_where = walk.candidate is None and walk.seen and all(f.case is Case.LOCATIVE for f in forms)
        return Phrase(Outcome.UNKNOWN if is_where and not walk.numeral.agreement else Outcome.THING)
    if not walk.seen and all(f.number is _PLURAL for f in genitive):
        if is_place(word):
            ahead = _walk(walk.ahead(keep=True), i + 1)
            is_head = ahead.reading is not None and ahead.reading.group in contexts()["exclusions"]["heads"]
            # "pieci skolu pedagogi" are five of them; "5 skolu pedagogi" may be those of five schools
            is_head = is_head or not walk.numeral.may_be(Case.GENITIVE)
            return ahead if is_head and ahead.outcome is Outcome.PEOPLE else Phrase(Outcome.THING)
        walk.certainty *= 0.85  # "5 biedrību pārstāvji": five of them, or those of five associations
    if word.startswith(_ORIGIN_STEMS) and walk.seen:
        walk.candidate = None
        return None
    if counted:
        if not has_kind(word, NounKind.ATTRIBUTE):
            walk.constraints.append(asks(Case.NOMINATIVE, Case.ACCUSATIVE))
        is_last = i + 1 >= len(walk.doc) or (joins(walk.doc, i + 1) and is_people(walk.doc, i + 2))
        ahead = Phrase(Outcome.NOTHING) if is_last else _walk(walk.ahead(keep=True), i + 1)
        reaches = ahead.outcome is Outcome.PEOPLE and ahead.head > i
        is_of_people = has_kind(word, NounKind.OF_PEOPLE) and not has_kind(word, NounKind.THING)
        if not reaches and walk.candidate is not None and is_of_people:
            return _at_end(walk)
        if not reaches and walk.candidate is not None and is_singular(walk.doc, i + 1):
            return None  # a genitive before the noun that the people hang on ("5 cilvēku iniciatīvas grupa")
        if reaches and ahead.reading and ahead.reading.case is Case.DATIVE and lacks_subject(walk.doc, walk.numeral):
            return Phrase(Outcome.THING)
        if reaches:
            return ahead
        return Phrase(Outcome.UNKNOWN if leads_to_place(walk.doc, i) else Outcome.THING)
    return None


def _take_unknown(walk: _Walk, i: int) -> Phrase | None:
    """A word of no lexicon: its ending tells what it asks of the head, or that it is the head itself."""
    token, word = walk.doc[i], walk.doc[i].lower_
    is_name = token.text[0].isupper()
    following = walk.doc[i + 1].lower_ if i + 1 < len(walk.doc) else ""
    if word.startswith(tuple(contexts()["exclusions"]["modifiers"])):
        return Phrase(Outcome.THING)
    if word.startswith(_ORIGIN_STEMS):
        walk.candidate = None
    if is_name or asks_nothing(token):
        return None
    if is_counted_noun(token, walk.numeral):
        like = [r for r in described_behind(walk.doc, i) if agrees(r, walk.numeral)]
        if like:
            return Phrase(Outcome.PEOPLE, i + 1, like[0], 0.9)
        doing = doing_people(token)
        return Phrase(Outcome.THING) if doing is None else Phrase(Outcome.PEOPLE, i, doing, 0.55)
    if word.endswith(("ēm", "īm", "am", "ai", "ei", "im", "ē", "ī")):
        if walk.candidate is not None:
            return _at_end(walk)
        walk.awaits_participle = not is_participle(word)
        return None
    if word.endswith("i"):
        if walk.candidate is not None and not is_participle(following):
            return Phrase(Outcome.THING)
        if not is_participle(following):
            walk.constraints.append(lambda r: r.case is Case.NOMINATIVE and r.gender == "Masc")
        return None
    if word.endswith(("as", "es")):
        walk.doubts.append(asks(Case.NOMINATIVE, Case.ACCUSATIVE))
    elif asked := asked_by_ending(word):
        walk.constraints.append(asked)
    return None
