"""Whether those whom a sentence counts took part or provided (codebook, "role"; guidelines 17-19, 33, 47 and 51).

What they are called decides least: a doctor who is taught takes part, and children who read to others provide. So the
deed is looked for that the sentence tells of them, and their part in it. Only where it tells none do staff provide, but
not at a meeting or a course, and others take part.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from extract.fields.counted_people import DASHES, CountedPeople, begins, clause_of, has_preposition, role_words
from extract.fields.deeds import COMING, Part, Told, deed_of, deed_of_word, does_more, is_verbal, nearest_verb, told_of
from extract.fields.grammar import is_annotated
from extract.fields.people import PeopleForm, readings_of
from extract.latvian.folding import fold
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral
from extract.model import Role, Unit


def find_role(
    doc: Doc, numeral: Numeral, head: int, reading: PeopleForm, lead_in: str = "", before: Role | None = None
) -> Role:
    """The role of those that `numeral` counts and the token `head` names.

    `lead_in` is what opens their list, `before` the role of those, counted before, of whom the number counts some.
    """
    people = CountedPeople(doc, numeral, head, reading)
    if reading.unit is Unit.FAMILIES:
        is_host = reading.group in role_words()["people"]["host_families"]
        return Role.PROVIDER if is_host and _take_in(people) else Role.PARTICIPANT
    own = _of_own_verb(people)
    if not people.is_named and not people.is_staff:
        return own or before or Role.PARTICIPANT
    if own is None and head >= numeral.start:
        own = _by_deeds(people)
    if (role := own or before or _by_deeds(people)) is not None:
        return role
    if not people.is_staff:
        return Role.PROVIDER if _serve_others(people) else Role.PARTICIPANT
    attends = not people.is_giver and (_are_taught(people) or _attend(people) or _are_audience(people, lead_in))
    return Role.PARTICIPANT if attends else Role.PROVIDER


def _take_in(people: CountedPeople) -> bool:
    """Whether families take in others or care for them ("bērnus uzņēma trīs audžuģimenes")."""
    taking_in = role_words()["people"]["taking_in"]
    return any(told.is_done and begins(told.verb.lower_, taking_in) for told in told_of(people))


def _of_own_verb(people: CountedPeople) -> Role | None:
    """Of a number whose noun stands before it what its own verb tells ("asistenti, no kuriem četri apguva kursu")."""
    doc, numeral = people.doc, people.numeral
    if people.head >= numeral.start or not is_annotated(doc):
        return None
    if not people.is_staff and not numeral.is_only(Case.NOMINATIVE):
        return None
    token = doc[numeral.start]
    is_argument = token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj") and is_verbal(token.head)
    if not is_argument or token.head.i not in clause_of(doc, token.i):
        return None
    return _by_deeds(replace(people, head=numeral.start))


def _by_deeds(people: CountedPeople) -> Role | None:
    """What the first deed says that decides it; None for none."""
    following = people.doc[people.head + 1].lower_ if people.head + 1 < len(people.doc) else ""
    if people.reading.case is Case.GENITIVE and begins(following, role_words()["people"]["leading"]):
        return Role.PROVIDER  # "trīs skolotāju pavadībā"
    if people.is_staff and people.preposition in role_words()["people"]["from_staff"]:
        return Role.PROVIDER  # "mācās pie divām skolotājām"
    deeds = told_of(people)
    return next((role for told in deeds if (role := _by_deed(people, told, deeds)) is not None), None)


def _by_deed(people: CountedPeople, told: Told, deeds: list[Told]) -> Role | None:
    """What a deed and the people's part in it say; None where that leaves it open."""
    deed = told.deed
    if deed in ("giving", "giving_to_people", "reading"):
        if told.is_done:
            return Role.PROVIDER if deed == "giving" or _gives(people, told) else None
        return Role.PARTICIPANT if told.is_received else None
    if deed == "hiring" and told.part is Part.UNDERGOES:
        provides = people.is_giver or (people.is_staff and not _are_where(people, "training"))
        return Role.PROVIDER if provides else Role.PARTICIPANT
    if deed == "hiring" and told.is_done:
        return Role.PROVIDER if _serves(people, told) else None
    if deed == "entrusting" and told.is_received:
        return Role.PROVIDER
    if deed == "working" and told.is_done:
        is_at_work = people.is_staff or people.reading.group in role_words()["people"]["at_work"]
        return Role.PROVIDER if is_at_work or _works_with_people(people) else None
    lists = role_words()["people"]
    if deed == "learning" and people.preposition in lists["from_masters"]:
        # "pie diviem meistariem mācījās astoņi romi"
        return None if people.reading.group in lists["accompanied"] else Role.PROVIDER
    if deed == "learning" and told.is_done:
        return Role.PARTICIPANT
    if deed == "inviting" and told.is_received:
        return None if people.is_giver else Role.PARTICIPANT
    if deed in COMING and told.part is not Part.GETS:
        return _of_coming(people, told, deeds)
    return _of_given(people, told) if told.part is Part.GETS and people.is_staff else None


def _gives(people: CountedPeople, told: Told) -> bool:
    """Whether what people may do for themselves is done for others."""
    lists = role_words()["people"]
    if people.reading.group in lists["kin"]:
        return False
    if told.deed == "reading":
        if people.reading.group in lists["performers"]:
            return False
        if people.names(clause_of(people.doc, told.verb.i), lists["reading"]):
            return True
    return _serves(people, told)


def _of_coming(people: CountedPeople, told: Told, deeds: list[Told]) -> Role | None:
    """Of those who come somewhere: guests and colleagues take part, those who come to people or to help provide."""
    if people.names(clause_of(people.doc, told.verb.i), role_words()["people"]["helping"]):
        return Role.PROVIDER
    if not people.is_staff:
        return Role.PARTICIPANT
    if told.part is Part.BESIDE and people.preposition not in role_words()["people"]["together"]:
        return None
    if people.is_giver or any(other.deed == "giving" and other.is_done for other in deeds):
        return Role.PROVIDER
    clause, places = clause_of(people.doc, told.verb.i), role_words()["places"]
    is_at_home = people.names(clause, places["homes"]) or people.has_word(clause, places["at_home"])
    if told.deed in ("visiting", "going") and told.is_done and (is_at_home or _serves(people, told, by_staff=True)):
        return Role.PROVIDER
    if told.deed == "going" and _accompany(people):
        return Role.PROVIDER
    if people.is_helper:
        return Role.PARTICIPANT if _attend(people) else Role.PROVIDER
    if told.deed == "entering":
        is_training = people.names(clause_of(people.doc, told.verb.i), role_words()["places"]["training"])
        return Role.PARTICIPANT if is_training or _attend(people) else None
    if told.deed == "discussing" and told.is_done and _works_with_people(people, by_staff=True):
        return Role.PROVIDER
    if told.deed == "going" and told.is_done and not _attend(people):
        is_habit = told.verb.morph.get("Tense", []) == ["Pres"]
        return Role.PROVIDER if is_habit or any(other.deed == "working" for other in deeds) else Role.PARTICIPANT
    return Role.PARTICIPANT


def _accompany(people: CountedPeople) -> bool:
    """ "uz Rīgu devās 30 bērni un trīs skolotājas"."""
    start, accompanied = people.numeral.start, role_words()["people"]["accompanied"]
    is_joined = people.before(start) in ("un", ",")
    return is_joined and any(reading.group in accompanied for reading in readings_of(people.before(start - 1)))


def _of_given(people: CountedPeople, told: Told) -> Role | None:
    """Of staff in the dative: who are given a course take part, who are paid provide."""
    clauses = (people.clause, clause_of(people.doc, told.verb.i))
    if any(people.doc[i].lower_ in role_words()["given"]["pay"] for i in people.clause):
        return Role.PROVIDER
    is_course = any(people.names(clause, role_words()["places"]["training"]) for clause in clauses)
    is_given = begins(told.verb.lower_.removeprefix("ne"), role_words()["given"]["giving"])
    return Role.PARTICIPANT if is_course or is_given else None


def _serves(people: CountedPeople, told: Told, *, by_staff: bool = False) -> bool:
    """Whether the clause names people whom a deed is done to or for; `by_staff` asks for others than staff."""
    doc, clause = people.doc, clause_of(people.doc, told.verb.i)
    if people.names(clause, role_words()["people"]["others"]):
        return True
    for other, reading in people.others(clause):
        is_visited = "pie" in (doc[k].lower_ for k in range(max(0, other - 2), other))
        is_object = reading.case is Case.ACCUSATIVE or (reading.case is Case.DATIVE and not by_staff)
        is_object = is_object and not has_preposition(doc, other)
        if (is_visited or is_object) and not (by_staff and reading.is_staff):
            return True
    return False


def _works_with_people(people: CountedPeople, *, by_staff: bool = False) -> bool:
    """ "ar bērniem darbojas divas studentes"; `by_staff` asks for others than staff."""
    doc, pronouns = people.doc, role_words()["people"]["others"]
    if any(doc[i].lower_ in pronouns and people.before(i) == "ar" for i in people.clause):
        return True
    return any(
        reading.case is Case.DATIVE
        and not (by_staff and reading.is_staff)
        and "ar" in [doc[k].lower_ for k in range(max(0, other - 3), other)]
        for other, reading in people.others(people.clause)
    )


def _serve_others(people: CountedPeople) -> bool:
    """ "malku senioriem saskaldīja divi strādnieki": what others than staff do for people, unless they perform."""
    doc, lists = people.doc, role_words()["people"]
    told = next((each for each in told_of(people) if each.is_done), None)
    if told is None or not is_annotated(doc) or people.reading.group in lists["kin"]:
        return False
    if told.deed in ("learning", *COMING) or begins(told.verb.lower_, lists["addressing"]):
        return False
    objects = [child for child in told.verb.children if child.dep_ == "obj" and child.i != people.head]
    if not objects or any(begins(child.lower_, lists["performing"]) for child in objects):
        return False
    clause = clause_of(doc, told.verb.i)
    return people.head in clause and any(
        reading.case is Case.DATIVE and not reading.is_staff and not has_preposition(doc, other)
        for other, reading in people.others(clause)
    )


def _are_taught(people: CountedPeople) -> bool:
    """Whether a participle before people says so ("apmācīto pedagogu skaits"), or what they learn is named."""
    doc, places, verb = people.doc, role_words()["places"], nearest_verb(people)
    if any(doc[k].lower_ in places["taught"] for k in range(max(0, people.head - 3), people.head)):
        return True
    is_given = verb is None or begins(verb.lower_, places["learnt"]["giving"])
    return not is_given and people.names(people.clause, places["learnt"]["objects"])


def _attend(people: CountedPeople) -> bool:
    """Whether the sentence tells of a meeting, a course or a journey that people are at, and of nothing they do."""
    places, doc, verb = role_words()["places"], people.doc, nearest_verb(people)
    if people.has_word(people.clause, places["present"]) or _are_where(people, "meeting"):
        return True
    if verb is not None and deed_of(verb) is None and does_more(verb):
        return False
    earlier = [i for i in people.clause if i < people.numeral.start]
    if any(begins(doc[i].lower_, places["audience"]) and _is_subject(doc, i) for i in earlier):
        return True  # "semināra dalībnieki bija 44 pedagogi"
    if _are_where(people, "training"):
        return True
    if verb is not None and does_more(verb):
        return False
    before = range(people.numeral.start)
    is_event = any(
        begins(doc[i].lower_, places["training"] + places["meeting"])
        for i in before
        if i not in (people.head - 1, people.head - 2)  # "apmācību vadītāji – 2"
    )
    return (
        is_event
        and not people.is_helper
        and not any(
            reading.case is Case.DATIVE and not reading.is_staff and not has_preposition(doc, i)
            for i, reading in people.others(before)
        )
    )


def _are_where(people: CountedPeople, kind: str) -> bool:
    """Whether the clause has a noun of `places` in the locative or behind "uz", or people met with at it."""
    doc, stems = people.doc, role_words()["places"][kind]
    is_with = people.preposition == "ar"  # "tikšanās notika ar trim vadītājiem"
    clause = (i for i in people.clause if i != people.head)
    return any(begins(doc[i].lower_, stems) and (is_with or _is_where(doc, i)) for i in clause)


def _is_where(doc: Doc, i: int) -> bool:
    word = doc[i].lower_
    if is_annotated(doc):
        is_locative = "Loc" in doc[i].morph.get("Case", [])
    else:
        is_locative = word != fold(word) and word.endswith(("ā", "ē", "ī", "ās", "ēs", "īs", "os"))
    return is_locative or any(doc[k].lower_ == "uz" for k in range(max(0, i - 3), i))


def _is_subject(doc: Doc, i: int) -> bool:
    return any(r.case is Case.NOMINATIVE and r.number is GrammaticalNumber.PLURAL for r in readings_of(doc[i].lower_))


def _are_audience(people: CountedPeople, lead_in: str) -> bool:
    """Whether a word before the colon or dash, or in the lead-in, says that those behind it attended."""
    doc, places = people.doc, role_words()["places"]
    if nearest_verb(people) is not None:
        return False
    label = ""
    for k in range(people.numeral.start - 1, 0, -1):
        if doc[k].text in ";.":
            break
        if doc[k].text == ":" or (doc[k].text in DASHES and people.is_named):
            label = doc[0 if doc[k].text == ":" else clause_of(doc, k - 1).start : k].text
            break
    words = [word.strip(".,:;()") for word in (label or lead_in).casefold().split()]
    stems = places["audience"] + places["training"] + places["meeting"]
    return any(begins(word, stems) or deed_of_word(word) in ("learning", "joining", "visiting") for word in words)
