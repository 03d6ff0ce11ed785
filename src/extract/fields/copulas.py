"""Numbers that "to be" ties to people: "klausītāju bija vairāk par simtu", "asistenti novadā ir četri"."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before, told_before
from extract.fields.clauses import CLAUSE_ENDS, before_places, plurals, subjects
from extract.fields.noun_phrases import Outcome
from extract.fields.people import PeopleForm
from extract.fields.shared_nouns import LOCATIVE_ENDINGS, closing_list
from extract.fields.vocabulary import contexts, is_preposition, noun_forms
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral


def counted_by_copula(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "klausītāju bija vairāk par simtu": people in the genitive, "to be", and their number."""
    i = sentence.before(numeral)
    shading = sentence.words(i + 1, numeral.start)
    while " ".join(sentence.words(i - 1, i + 1)) in contexts()["ellipsis"]["including"]:
        i -= 2  # "romu ģimeņu to vidū bija piecas"
    if sentence.word(numeral.end) not in CLAUSE_ENDS or not set(contexts()["ellipsis"]["to_be"]) & set(shading):
        return None
    if (pronoun := sentence.word(i)) in contexts()["ellipsis"]["of_them"]:  # "pavasarī viņu vairs bija pieci"
        is_personal = pronoun in contexts()["ellipsis"]["personal"]
        if not is_personal and not any(sentence.numerals[s].value >= numeral.value for s in sentence.phrases):
            return None  # "ar 12 klientiem pildītas anketas, to ir 40"
        return named_before(
            sentence, numeral, "copula", 0.7, is_part=not is_personal, reaches_back=True, is_personal=is_personal
        )
    i = before_places(sentence, i)
    readings = [r for r in plurals(sentence.word(i)) if r.case is Case.GENITIVE]
    genders = {agreement.gender for agreement in numeral.agreement}
    if not readings:
        return None
    among = [r for r in plurals(sentence.word(i - 2)) if r.case is Case.GENITIVE]
    if readings[0].is_origin and sentence.word(i - 1) == "vidū" and among:  # "vidusskolēnu vidū romu bija pieci"
        return Antecedent(among[0], i - 2, "part_of_total", 0.75)
    if readings[0].is_origin:  # "50 apmeklētāju, romu bija 12": so many of the visitors
        whole = named_before(sentence, numeral, "part_of_total", 0.75, is_part=True)
        if whole is not None and _is_counted(sentence, whole.token):
            return whole
        if not any(start < i for start in sentence.phrases) and (told := told_before(sentence, numeral)) is not None:
            return told
    if genders and readings[0].gender not in genders:
        return named_before(sentence, numeral, "part_of_total", 0.7, is_part=True)
    return Antecedent(readings[0], i, "copula", 0.75)


def told_by_copula(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "asistenti novadā ir četri", "ģimeņu, kuras piekrita, bija 31": people, "to be", and their number."""
    i, to_be = sentence.before(numeral), set(contexts()["ellipsis"]["to_be"])
    if sentence.word(numeral.end) not in CLAUSE_ENDS or not to_be & set(sentence.words(i + 1, numeral.start)):
        return None
    if sentence.word(i) == ",":
        opening = next((k for k in range(i - 1, 0, -1) if sentence.word(k) == ","), 0)
        behind = [r for r in plurals(sentence.word(opening - 1)) if r.case is Case.GENITIVE]
        is_relative = opening and sentence.word(opening + 1) in contexts()["grammar"]["relatives"]
        return Antecedent(behind[0], opening - 1, "copula", 0.7) if behind and is_relative else None
    for k in range(i, -1, -1):
        if sentence.word(k) in CLAUSE_ENDS - {"un", "vai"}:
            break
        named = subjects(sentence.word(k)) or _of_many(sentence, k, i + 1)
        if _is_governed(sentence, k):
            continue  # "pie karjeras konsultantes", which only looks like several of them
        if named and _agree(named[0], numeral):
            totals = (p for s, p in sentence.phrases.items() if s < k and p.outcome is Outcome.PEOPLE and p.reading)
            whole = next((p for p in totals if p.reading and p.reading.case in (Case.DATIVE, Case.GENITIVE)), None)
            if whole is not None and "no" in sentence.words(0, k):  # "no 28 bērniem romi bija deviņi"
                return Antecedent(whole.reading, whole.head, "part_of_total", 0.75)
            return Antecedent(named[0], k, "copula", 0.7)
    return closing_list(sentence, numeral) if sentence.word(i).endswith(LOCATIVE_ENDINGS) else None


def _is_counted(sentence: Sentence, token: int | None) -> bool:
    return any(phrase.head == token for phrase in sentence.phrases.values())


def _of_many(sentence: Sentence, token: int, end: int) -> list[PeopleForm]:
    """ "asistentu gada sākumā bija septiņi": people in the genitive plural, with only times and places before `end`."""
    between = sentence.words(token + 1, end)
    if not all(word.endswith(LOCATIVE_ENDINGS) or word in ("gada", "g.") or word[0].isdigit() for word in between):
        return []
    readings = [r for r in plurals(sentence.word(token)) if r.case is Case.GENITIVE]
    return [r for r in readings if r.is_listed and not r.is_origin]


def _is_governed(sentence: Sentence, token: int) -> bool:
    """Whether a preposition stands before a noun, with nothing but genitives between."""
    k = token - 1
    while k > 0 and (
        any(form.case is Case.GENITIVE for form in noun_forms(sentence.word(k)))
        or sentence.doc[k].morph.get("Case", []) == ["Gen"]
    ):
        k -= 1
    return is_preposition(sentence.word(k))


def _agree(reading: PeopleForm, numeral: Numeral) -> bool:
    return not numeral.agreement or any(
        (each.case, each.gender) == (reading.case, reading.gender) for each in numeral.agreement
    )
