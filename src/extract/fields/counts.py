"""Finds counts of people and families (codebook, "Counts"): how many took part in, received, or provided something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from extract.fields.analysed import AnalysedLetter
from extract.fields.antecedents import Antecedent, Earlier, Sentence
from extract.fields.count_context import (
    counts_nobody,
    find_bound,
    is_difference,
    is_planned,
    is_prohibition,
    is_reference,
)
from extract.fields.ellipsis import find_antecedent
from extract.fields.noun_phrases import Outcome, Phrase, read_phrase
from extract.fields.people import PeopleForm, readings_of
from extract.fields.roles import find_role
from extract.fields.shared_nouns import among_families, behind_origins
from extract.fields.spelling import put_right
from extract.fields.totals import CountPlace, find_totals, parts_behind
from extract.fields.vocabulary import NounKind, contexts, has_kind
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral, NumeralForm, find_numerals
from extract.model import Bound, Count, Evidence, Finding, Message, Role, Unit

#: Confidence of a count whose number and noun stand side by side, by how the number is written.
_CONFIDENCE = {NumeralForm.DIGITS: 0.97, NumeralForm.WORDS: 0.95, NumeralForm.MIXED: 0.94}
_RANGE = 0.6
_PLANNED = 0.65


def find_counts(letter: AnalysedLetter) -> tuple[tuple[Finding[Count], ...], ...]:
    """The counts of each statement, in the order of its text; one tuple for each statement."""
    return tuple(findings for _, findings in read_sentences(letter))


def read_sentences(letter: AnalysedLetter) -> Iterator[tuple[Sentence, tuple[Finding[Count], ...]]]:
    """Each statement with its numbers and what they count, and the counts found in it."""
    earlier: Earlier | None = None
    roles: dict[str | None, Role] = {}
    for index, original in enumerate(letter.docs):
        doc = put_right(original)
        sentence = _read_sentence(letter, index, doc, earlier)
        findings = _with_totals(letter, index, tuple(_find_in_sentence(letter, index, sentence, roles)))
        roles |= {finding.value.group: finding.value.role for finding in findings}
        yield sentence, findings
        earlier = _last_named(sentence, earlier)


def _with_totals(
    letter: AnalysedLetter, index: int, findings: tuple[Finding[Count], ...]
) -> tuple[Finding[Count], ...]:
    """The findings, parts led to their totals."""
    statement = letter.letter.statements[index]
    start = statement.start
    places = [
        CountPlace(f.value.value, f.value.unit, f.value.role, f.evidence[0].start - start, f.evidence[0].end - start)
        for f in findings
    ]
    findings = _with_roles(statement.text, places, findings)
    places = [replace(p, role=f.value.role) for p, f in zip(places, findings, strict=True)]
    totals = find_totals(statement.text, places)
    return tuple(replace(f, value=replace(f.value, part_of=total)) for f, total in zip(findings, totals, strict=True))


def _with_roles(
    text: str, places: list[CountPlace], findings: tuple[Finding[Count], ...]
) -> tuple[Finding[Count], ...]:
    """The findings, parts of a total in its role ("12 cilvēki, viņu vidū 2 mediatori")."""
    found = list(findings)
    for i, total in enumerate(places):
        if total.unit is not Unit.PERSONS:
            continue
        parts = parts_behind(text, places, i)
        including = text[total.end : places[i + 1].start].casefold().rstrip() if i + 1 < len(places) else ""
        if including.endswith(tuple(contexts()["ellipsis"]["including"])) and total.value >= places[i + 1].value:
            parts = [i + 1]
        for part in parts:
            if places[part].unit is Unit.PERSONS:
                found[part] = replace(found[part], value=replace(found[part].value, role=found[i].value.role))
    return tuple(found)


def _read_sentence(letter: AnalysedLetter, index: int, doc: Doc, earlier: Earlier | None) -> Sentence:
    # "abu" stands before a noun as an adjective does ("42 abu centru bērni")
    numerals = {numeral.start: numeral for numeral in find_numerals(doc) if doc[numeral.start].lower_ != "abu"}
    cardinals = [n for n in numerals.values() if not n.is_ordinal and not counts_nobody(doc, n)]
    phrases = {numeral.start: read_phrase(doc, numeral, numerals) for numeral in cardinals}
    statements = letter.letter.statements
    lead_in = statements[index].lead_in
    opening = _people_of(lead_in)
    if not opening and lead_in and earlier and index and statements[index - 1].lead_in == lead_in:
        opening = (earlier.reading,)  # an item of the same list has named them ("malkai – 4 ģimenes; zālēm – divas")
    return Sentence(doc, numerals, phrases, opening, earlier, bool(lead_in))


def _last_named(sentence: Sentence, older: Earlier | None) -> Earlier | None:
    """The people a statement counts or else names last, to whom the next may refer ("no viņiem"), or the `older`."""
    readings = {s: phrase.reading for s, phrase in sentence.phrases.items() if phrase.outcome is Outcome.PEOPLE}
    readings |= {s: antecedent.reading for s, antecedent in sentence.resolved.items()}
    things = [s for s, phrase in sentence.phrases.items() if phrase.outcome is Outcome.THING]
    things = [s for s in things if not has_kind(sentence.word(sentence.numerals[s].end), NounKind.MEASURE)]
    outside = [(s, r) for s in _outside_brackets(sentence, readings) if (r := readings[s]) is not None]
    counted = [
        Earlier(
            reading,
            max(sentence.numerals[s].value for s, r in outside if r.group == reading.group),
            is_last=start > max(things, default=-1),
        )
        for start, reading in outside
    ]
    named = [
        Earlier(r, None)
        for token in sentence.doc
        for r in readings_of(token.lower_)
        if r.number is GrammaticalNumber.PLURAL and r.is_listed and r.case in (Case.NOMINATIVE, Case.DATIVE)
    ]
    last = [*named, *counted][-1:]
    if not last:
        return older and replace(older, value=None)
    gender = last[0].reading.gender
    others = [each for each in counted if each.reading.gender != gender]
    others = [max(others, key=lambda each: each.value or 0)] if others else []
    others += [replace(e, value=None) for e in (older, older and older.other) if e and e.reading.gender != gender]
    return replace(last[0], other=replace(others[0], other=None) if others else None)


def _outside_brackets(sentence: Sentence, starts: Iterable[int]) -> list[int]:
    """Those that no bracket holds ("40 ģimenes (kopā 150 personas)"), else all."""
    every = sorted(starts)
    open_at = {s: sentence.words(0, s).count("(") > sentence.words(0, s).count(")") for s in every}
    return [start for start in every if not open_at[start]] or every


def _find_in_sentence(
    letter: AnalysedLetter, index: int, sentence: Sentence, roles: Mapping[str | None, Role]
) -> Iterable[Finding[Count]]:
    """The counts of a sentence; `roles` are those that the statements before told of each group last."""
    doc = sentence.doc
    told: dict[int, Role] = {}
    last = dict(roles)
    for start, phrase in sorted(sentence.phrases.items()):
        numeral = sentence.numerals[start]
        finding: Finding[Count] | None = None
        if phrase.outcome is Outcome.PEOPLE and phrase.reading is not None:
            is_origin = phrase.reading.is_origin
            shared = (behind_origins(sentence, numeral) or among_families(sentence, numeral)) if is_origin else None
            if shared is None:
                finding = _direct(letter, index, doc, numeral, phrase, phrase.reading)
                if finding is not None:
                    told[phrase.head] = finding.value.role
            else:
                sentence.resolved[start] = shared
                finding = _inherited(letter, index, doc, numeral, shared, None)
        elif phrase.outcome in (Outcome.NOTHING, Outcome.UNKNOWN):
            antecedent = find_antecedent(sentence, numeral, phrase.outcome, phrase.hint)
            if antecedent is not None:
                sentence.resolved[start] = antecedent
                group = antecedent.reading.group if antecedent.reading else None
                role = told.get(antecedent.token) if antecedent.token is not None else last.get(group)
                is_told = antecedent.token is not None or antecedent.method != "lead_in"
                finding = _inherited(letter, index, doc, numeral, antecedent, role if is_told else None)
        if finding is not None:
            last[finding.value.group] = finding.value.role
            yield finding


def _people_of(lead_in: Evidence | None) -> tuple[PeopleForm, ...]:
    """The people that a list's lead-in names in the plural: those in the nominative first, then in the dative."""
    if lead_in is None:
        return ()
    words = re.findall(r"\w+", lead_in.quote.casefold())
    readings = [r for word in words for r in readings_of(word) if r.number is GrammaticalNumber.PLURAL and r.is_listed]
    nouns = [r for r in readings if not r.is_definite]
    before_noun = {
        r.group
        for word, following in pairwise(words)
        for r in readings_of(word)
        if r.is_definite and any(n.case is r.case and n in nouns for n in readings_of(following))
    }  # "iesaistītie romi": a participle that describes the people behind it
    readings = [r for r in readings if not (r.is_definite and r.group in before_noun)]
    counted = [
        replace(r, case=Case.NOMINATIVE)
        for word, following in pairwise(words)
        for r in readings_of(word)
        if r.case is Case.GENITIVE and r.number is GrammaticalNumber.PLURAL and following in ("skaits", "kopskaits")
    ]  # "Izglītojamo skaits pa skolām:"
    readings += counted[:1]
    for before, word in pairwise(words):
        if before.isdigit() and before.endswith("1"):
            readings += [r for r in readings_of(word) if r.number is GrammaticalNumber.SINGULAR and r.is_listed]
    return tuple(r for case in (Case.NOMINATIVE, Case.DATIVE) for r in readings if r.case is case)


def _direct(
    letter: AnalysedLetter, index: int, doc: Doc, numeral: Numeral, phrase: Phrase, reading: PeopleForm
) -> Finding[Count] | None:
    """A count whose noun follows its number."""
    if is_reference(doc, numeral, reading) or (numeral.value == 0 and is_prohibition(doc)):
        return None
    if is_difference(doc, numeral, phrase.head):
        return None
    head = doc[phrase.head]
    end = max(head.idx + len(head.text), numeral.end_char)
    count = _count(doc, numeral, phrase.head, reading, letter.letter.statements[index].lead_in)
    alternatives = _alternatives(count, numeral, phrase.rival)
    planned = is_planned(doc)
    confidence = _CONFIDENCE[numeral.form] * phrase.certainty * (_PLANNED if planned else 1.0)
    confidence *= 1.0 if numeral.upper is None else _RANGE
    values: dict[str, str | int | float] = {"number": _quote(doc, numeral), "noun": head.text}
    return Finding(
        value=count,
        evidence=(letter.evidence(index, numeral.start_char, end),),
        method="range" if numeral.upper is not None else numeral.form.value,
        confidence=round(confidence, 2),
        reason=_reason_of_direct(values, numeral, phrase, planned),
        alternatives=alternatives,
    )


def _reason_of_direct(values: dict[str, str | int | float], numeral: Numeral, phrase: Phrase, planned: bool) -> Message:
    if numeral.upper is not None:
        return Message("“{number}” is a range; its upper end is taken as the most that “{noun}” can number.", values)
    if planned:
        return Message("“{number}” counts “{noun}”, but the sentence seems to tell of a plan or an offer.", values)
    if phrase.rival is not None:
        values["other"] = phrase.rival.group
        return Message("“{number}” seems to count “{noun}”; it may count “{other}” instead.", values)
    if phrase.certainty < 0.9:
        return Message("“{number}” seems to count “{noun}”, which closes the phrase after it.", values)
    return Message("“{number}” counts “{noun}”, which names people or families.", values)


def _inherited(
    letter: AnalysedLetter,
    index: int,
    doc: Doc,
    numeral: Numeral,
    antecedent: Antecedent,
    role: Role | None,
) -> Finding[Count] | None:
    """A count whose noun is left out or shared; `role` is that of those named before, where it is known."""
    reading, lead_in = antecedent.reading, letter.letter.statements[index].lead_in
    if reading is not None and is_reference(doc, numeral, reading):
        return None
    if numeral.value == 0 and is_prohibition(doc):
        return None
    evidence = [letter.evidence(index, numeral.start_char, numeral.end_char)]
    if antecedent.token is not None:
        noun = doc[antecedent.token]
        evidence.append(letter.evidence(index, noun.idx, noun.idx + len(noun.text)))
    elif antecedent.method == "lead_in" and lead_in is not None:
        evidence.append(lead_in)
    place = numeral.start if antecedent.token is None else antecedent.token
    count = _count(doc, numeral, place, reading, lead_in, role)
    confidence = antecedent.certainty * (1.0 if numeral.upper is None else _RANGE)
    confidence *= _PLANNED if is_planned(doc) else 1.0
    return Finding(
        value=count,
        evidence=tuple(evidence),
        method=antecedent.method,
        confidence=round(confidence, 2),
        reason=_reason_of_inherited(_quote(doc, numeral), antecedent, reading),
        alternatives=_alternatives(count, numeral, None),
    )


def _reason_of_inherited(number: str, antecedent: Antecedent, reading: PeopleForm | None) -> Message:
    if reading is None:
        return Message(
            "“{number}” stands where people are counted, but the sentence does not name them.", {"number": number}
        )
    values: dict[str, str | int | float] = {"number": number, "noun": reading.group}
    if antecedent.method == "learnt":
        return Message(
            "“{number}” stands as numbers of people do whose noun is left out; “{noun}” were named last.", values
        )
    if antecedent.method == "lead_in":
        return Message("“{number}” has no noun of its own; the sentence that opens the list names “{noun}”.", values)
    if antecedent.method == "earlier":
        return Message("“{number}” has no noun of its own; the statement before names “{noun}”.", values)
    return Message("“{number}” has no noun of its own; the sentence names “{noun}”.", values)


def _count(
    doc: Doc,
    numeral: Numeral,
    head: int,
    reading: PeopleForm | None,
    lead_in: Evidence | None,
    role: Role | None = None,
) -> Count:
    value = numeral.value if numeral.upper is None else numeral.upper
    bound = find_bound(doc, numeral)
    if reading is None:
        return Count(value, bound, Unit.PERSONS, None, Role.PARTICIPANT)
    found = find_role(doc, numeral, head, reading, lead_in.quote if lead_in else "", role)
    return Count(value, bound, reading.unit, reading.group, found)


def _alternatives(count: Count, numeral: Numeral, rival: PeopleForm | None) -> tuple[Count, ...]:
    """The lower end of a range, and the other noun that a number may belong to."""
    if numeral.upper is not None:
        return (Count(numeral.value, Bound.AT_LEAST, count.unit, count.group, count.role),)
    if rival is not None:
        return (Count(count.value, count.bound, rival.unit, rival.group, count.role),)
    return ()


def _quote(doc: Doc, numeral: Numeral) -> str:
    return doc.text[numeral.start_char : numeral.end_char]
