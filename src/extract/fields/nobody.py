"""Whom "neviens" counts none of: the people behind "no", those denied, or those whom the sentence counts elsewhere."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before
from extract.fields.clauses import CLAUSE_ENDS, DASHES, plurals, pronoun_gender
from extract.fields.noun_phrases import Outcome
from extract.fields.people import readings_of
from extract.fields.shared_nouns import LOCATIVE_ENDINGS
from extract.fields.vocabulary import contexts, may_be_verbal, noun_forms, tells_of_taking_part
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral


def of_nobody(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """The noun of "neviens": after "no", or, in a sentence that tells of taking part, the people named before."""
    if sentence.word(numeral.end) == "no":
        for k in range(numeral.end + 1, min(numeral.end + 7, len(sentence.doc))):
            readings = [r for r in plurals(sentence.word(k)) if r.case is not Case.GENITIVE]
            if readings:
                return Antecedent(readings[0], k, "none_of", 0.9)
        pronoun = sentence.word(numeral.end + 1)
        is_personal = pronoun in contexts()["ellipsis"]["personal"]
        if pronoun_gender(pronoun) is None:
            return None
        return named_before(sentence, numeral, "none_of", 0.8, reaches_back=is_personal, is_personal=is_personal)
    before = sentence.words(numeral.start - 2, numeral.start)
    if before[:1] == ["no"] and (gender := pronoun_gender(before[-1])) is not None:
        return named_before(sentence, numeral, "none_of", 0.8, gender=gender)
    if found := _denied(sentence, numeral):
        return found
    if _closes_list(sentence, numeral):
        return named_before(sentence, numeral, "nobody", 0.75)
    if _answers_count(sentence, numeral):
        return named_before(sentence, numeral, "nobody", 0.65)
    if any(tells_of_taking_part(word) for word in sentence.words(numeral.start - 3, numeral.end + 4)):
        return named_before(sentence, numeral, "nobody", 0.75)
    return None


def _closes_list(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether "neviens" stands behind a place where people are counted elsewhere ("Rojā 9, Talsos nav neviena")."""
    place, beside = numeral.start - 1, {*contexts()["ellipsis"]["to_be"], *contexts()["ellipsis"]["shading"]}
    while sentence.word(place) in beside:
        place -= 1
    is_place = sentence.word(place).endswith(LOCATIVE_ENDINGS) and sentence.word(numeral.end) in CLAUSE_ENDS
    counts = bool(sentence.resolved) or any(p.outcome is Outcome.PEOPLE for p in sentence.phrases.values())
    return is_place and counts


def _answers_count(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a clause in contrast to one that counts people ends so ("14 bērni, taču romu valodā nerunā neviens")."""
    contrast = contexts()["ellipsis"]["contrast"]
    opening = next((k for k in range(numeral.start, -1, -1) if sentence.word(k) in contrast), 0)
    counted = [s for s, p in sentence.phrases.items() if s < opening and p.outcome is Outcome.PEOPLE]
    clause = sentence.words(opening + 1, numeral.start)
    verbs = [token for token in sentence.doc[opening + 1 : numeral.start] if may_be_verbal(token)]
    denies = "nav" in clause or any(token.lower_.startswith("ne") for token in verbs)
    return bool(counted) and denies and "," not in clause and sentence.word(numeral.end) in CLAUSE_ENDS


def _denied(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "romu ģimeņu starp tām nav nevienas", "bezdarbnieku uzskaitē nav neviena": people in the genitive are denied."""
    i = sentence.before(numeral)
    denies = {"nav", "nebija"} & set(sentence.words(max(0, i), numeral.start))
    if not denies or sentence.word(numeral.end) not in CLAUSE_ENDS:
        return None
    for k in range(i, -1, -1):
        if sentence.word(k) in CLAUSE_ENDS:
            break
        if sentence.word(k) in DASHES:  # "krīzes pabalstu – nav nevienas" in a list of families
            opened = [r for r in sentence.lead_in if r.gender in {each.gender for each in numeral.agreement}]
            return Antecedent(opened[0], None, "lead_in", 0.75) if opened else None
        people = [r for r in readings_of(sentence.word(k)) if r.case is Case.GENITIVE and r.is_listed]
        people = [r for r in people if r.number is GrammaticalNumber.PLURAL]
        plural = [f for f in noun_forms(sentence.word(k)) if f.number is GrammaticalNumber.PLURAL]
        if not people and any(form.case is Case.GENITIVE for form in plural):
            return None  # "romu biedrību novadā nav nevienas"
        if not people:
            continue
        genders = {each.gender for each in numeral.agreement if each.case is Case.GENITIVE}
        if fitting := [r for r in people if r.gender in genders]:
            return Antecedent(fitting[0], k, "nobody", 0.75)
        return named_before(sentence, numeral, "nobody", 0.7) if people[0].is_origin else None
    return None
