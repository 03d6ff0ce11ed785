"""Numbers whose noun is left out or shared: whom they count is taken from the sentence or the list's lead-in."""

from __future__ import annotations

from itertools import pairwise

from extract.fields.antecedents import Antecedent, Sentence, named_before, persons_before
from extract.fields.bare_number_classifier import weigh
from extract.fields.bare_numbers import of_same_list, some_of_them, who_came
from extract.fields.clauses import (
    CLAUSE_ENDS,
    CLAUSE_STARTS,
    DASHES,
    LABEL_SIGNS,
    before_places,
    may_be_pronoun,
    plurals,
    pronoun_gender,
)
from extract.fields.continued_counts import (
    all_of_them,
    of_dative_before,
    of_opening,
    of_recipients,
    of_same_preposition,
    of_their_doing,
    of_those_concerned,
    part_by_name,
    respectively,
    total_again,
)
from extract.fields.copulas import counted_by_copula, told_by_copula
from extract.fields.count_context import could_be_year, is_difference
from extract.fields.counted_things import counts_things, is_locative, last_thing
from extract.fields.labelled_numbers import labelled, labelled_total
from extract.fields.later_numbers import (
    among_named,
    beside_noun,
    granted,
    granted_to,
    in_other_words,
    of_parallel_verb,
    summed_up,
)
from extract.fields.nobody import of_nobody
from extract.fields.noun_phrases import Outcome, read_phrase_at
from extract.fields.numbers_aside import is_aside
from extract.fields.people import PeopleForm
from extract.fields.shared_nouns import LOCATIVE_ENDINGS, closing_list, of_next_clause, of_next_number
from extract.fields.vocabulary import (
    NounKind,
    contexts,
    has_kind,
    is_predicate,
    is_preposition,
    is_verb,
    may_be_passive,
    may_be_verbal,
    noun_forms,
    tells_of_taking_part,
)
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral, NumeralForm
from extract.model import Unit

_DEFINITE_LOCATIVE = ("ajā", "ajās", "ajos")
#: Words that make a number in brackets a whole that is only referred to.
_WHOLE = ("%", "procent", "kopā", "kopēj", "kopsk", "kopum")
_ALL = frozenset({"visi", "visas", "visiem", "visām", "visus", "visu", "visos", "visās"})
#: What stands between the numbers of a list or range.
#: Numbers of eight digits and more are telephone or registration numbers.
_LARGEST = 10_000_000


def find_antecedent(
    sentence: Sentence, numeral: Numeral, outcome: Outcome, hint: PeopleForm | None = None
) -> Antecedent | None:
    """Whom a number counts that no noun follows; None where nothing tells that it counts people.

    `outcome` is NOTHING, or UNKNOWN where words of no lexicon follow, which may describe the people ("4 daudzbērnu").
    A noun of people in the words that follow is a `hint`, where the rules find nothing better. What they find is
    weighed by what was learnt, where the sentence is lemmatised.
    """
    hinted = Antecedent(hint, None, "origin", 0.7) if hint is not None else None
    if not may_count(sentence, numeral):
        return hinted
    found = _find_by_rules(sentence, numeral, outcome) or hinted
    if not sentence.doc.has_annotation("LEMMA"):
        return found
    return weigh(sentence, numeral, found, may_be_added=outcome is Outcome.NOTHING)


def may_count(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number that no noun follows may count people: it is no year, address or age, and counts no things."""
    if could_be_year(numeral) or numeral.value >= _LARGEST or is_aside(sentence, numeral):
        return False
    if is_locative(sentence, numeral) or counts_things(sentence, numeral):
        return False
    if is_difference(sentence.doc, numeral, numeral.end - 1):
        return False
    total = labelled_total(sentence, numeral)
    return total is None or total.reading is not None


def _find_by_rules(sentence: Sentence, numeral: Numeral, outcome: Outcome) -> Antecedent | None:
    if outcome is Outcome.UNKNOWN:
        return (
            _part_of_total(sentence, numeral)
            or _part_behind_colon(sentence, numeral)
            or granted_to(sentence, numeral)
            or among_named(sentence, numeral)
            or of_those_concerned(sentence, numeral)
            or some_of_them(sentence, numeral)
        )
    if numeral.value == 0 and numeral.agreement:
        return of_nobody(sentence, numeral) or labelled(sentence, numeral)
    return (
        labelled_total(sentence, numeral)
        or _in_brackets(sentence, numeral)
        or beside_noun(sentence, numeral)
        or _before_dash(sentence, numeral)
        or _part_of_named(sentence, numeral)
        or part_by_name(sentence, numeral)
        or total_again(sentence, numeral)
        or _part_of_total(sentence, numeral)
        or _part_behind_colon(sentence, numeral)
        or of_same_preposition(sentence, numeral)
        or labelled(sentence, numeral)
        or among_named(sentence, numeral)
        or counted_by_copula(sentence, numeral)
        or told_by_copula(sentence, numeral)
        or of_parallel_verb(sentence, numeral)
        or _before_verb(sentence, numeral)
        or _by_place(sentence, numeral)
        or of_opening(sentence, numeral)
        or all_of_them(sentence, numeral)
        or _after_verb(sentence, numeral)
        or of_those_concerned(sentence, numeral)
        or granted(sentence, numeral)
        or of_their_doing(sentence, numeral)
        or summed_up(sentence, numeral)
        or in_other_words(sentence, numeral)
        or respectively(sentence, numeral)
        or of_next_number(sentence, numeral)
        or of_recipients(sentence, numeral)
        or of_dative_before(sentence, numeral)
        or of_same_list(sentence, numeral)
        or some_of_them(sentence, numeral)
        or who_came(sentence, numeral)
    )


def _in_brackets(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "skolēni (12)", but not a whole that is only referred to ("visiem bezdarbniekiem (60 774)")."""
    if sentence.word(numeral.start - 1) != "(":
        return None
    if sentence.word(numeral.end) == "no":  # "22 mākslinieki (13 no Valgas)"
        totals = (s for s, p in sentence.phrases.items() if p.head == numeral.start - 2 and p.outcome is Outcome.PEOPLE)
        total = next((s for s in totals if sentence.numerals[s].value > numeral.value), None)
        if total is None:
            return None
        return Antecedent(sentence.phrases[total].reading, numeral.start - 2, "in_brackets", 0.75)
    if sentence.word(numeral.end) not in (")", ",", ";"):
        return None
    if sentence.lead_in and numeral.form is NumeralForm.DIGITS and len(sentence.phrases) == 1:
        return Antecedent(sentence.lead_in[0], None, "lead_in", 0.75)  # "romi iesaistīti: subsidētā nodarbinātība (5)"
    if sentence.word(numeral.start - 2).endswith(LOCATIVE_ENDINGS):
        return _at_place(sentence, numeral)
    readings = plurals(sentence.word(numeral.start - 2))
    before = sentence.words(numeral.start - 10, numeral.start)
    if not readings or any(w.startswith(_WHOLE) or w in _ALL for w in before):
        return None
    return Antecedent(readings[0], numeral.start - 2, "in_brackets", 0.85)


def _at_place(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "skolēni mācās vidusskolā (12)", "skolēnu ir vidusskolā (12)": people named before the place of the brackets."""
    for k in range(numeral.start - 3, -1, -1):
        readings = [r for r in plurals(sentence.word(k)) if r.case is Case.GENITIVE and not r.is_origin]
        if readings and sentence.word(k + 1) in contexts()["ellipsis"]["to_be"]:
            return Antecedent(readings[0], k, "in_brackets", 0.75)
    return named_before(sentence, numeral, "in_brackets", 0.75)


def _before_dash(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "5 – romu jaunieši": the noun in the nominative behind the dash."""
    if sentence.word(numeral.end) not in DASHES:
        return None
    phrase = read_phrase_at(sentence.doc, numeral.end + 1, numeral, sentence.numerals)
    if phrase.outcome is Outcome.PEOPLE and phrase.reading and phrase.reading.case is Case.NOMINATIVE:
        return Antecedent(phrase.reading, phrase.head, "behind_dash", 0.8)
    return None


def _part_of_named(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "divpadsmit no divdesmit bērniem", "5 no uzņemtajiem skolēniem": the noun behind "no" in the dative plural."""
    if sentence.word(numeral.end) != "no":
        return None
    adjective: Antecedent | None = None
    for k in range(numeral.end + 1, min(numeral.end + 6, len(sentence.doc))):
        word = sentence.word(k)
        if word in CLAUSE_ENDS or is_preposition(word) or is_verb(sentence.doc[k]):
            break
        if found := [r for r in plurals(word) if r.case is Case.DATIVE]:
            if found[0].unit is Unit.FAMILIES and _counts_persons_before(sentence, numeral):
                return None  # "26 bērni (t.sk. 14 no romu ģimenēm)"
            each = Antecedent(found[0], k, "part_of_total", 0.8)
            if not found[0].is_definite:
                return each
            adjective = adjective or each
    return adjective


def _counts_persons_before(sentence: Sentence, numeral: Numeral) -> bool:
    persons = [
        start
        for start, phrase in sentence.phrases.items()
        if phrase.outcome is Outcome.PEOPLE and phrase.reading and phrase.reading.unit is Unit.PERSONS
    ]
    return any(s < numeral.start and sentence.numerals[s].value >= numeral.value for s in persons)


def _part_of_total(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "no tiem 5", "t.sk. 3", "7 no viņiem"."""
    ellipsis = contexts()["ellipsis"]
    before = sentence.words(numeral.start - 5, numeral.start)
    gender = next(
        (pronoun_gender(b) for a, b in pairwise(before) if a in ("no", "starp") and pronoun_gender(b) is not None),
        None,
    )
    if gender is None and sentence.word(numeral.end) == "no":
        gender = pronoun_gender(sentence.word(numeral.end + 1))
    if gender is None:
        including = any(word in ellipsis["including"] for word in before[-2:])
        including = including or " ".join(before[-2:]) in ellipsis["including"]
        gender = "" if including else None
    if gender is None:
        return None
    near = sentence.words(numeral.start - 5, numeral.end + 2)
    is_personal = any(word in ellipsis["personal"] for word in near)
    found = named_before(
        sentence,
        numeral,
        "part_of_total",
        0.8,
        is_part=True,
        gender=gender,
        reaches_back=True,
        is_personal=is_personal,
    )
    if found is None and is_personal:
        return Antecedent(None, None, "part_of_total", 0.5)
    return found


def _part_behind_colon(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "40 skolēni: 25 pirmajā posmā, 15 otrajā": parts of a total, behind the colon or dash that follows it."""
    before = sentence.word(numeral.start - 1)
    totals = {p.head: (s, p.reading) for s, p in sentence.phrases.items() if p.outcome is Outcome.PEOPLE}
    if before in LABEL_SIGNS and (total := totals.get(numeral.start - 2)) is not None:
        if sentence.numerals[total[0]].value > numeral.value:
            return Antecedent(total[1], numeral.start - 2, "part_behind_colon", 0.75)
        return None
    parts = [a for s, a in sentence.resolved.items() if s < numeral.start and a.method == "part_behind_colon"]
    return parts[-1] if parts and before in (",", ";", "un") else None


def _before_verb(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "24 apgūst programmu": a verb behind the number, the same left out behind a dash, or the next of a list."""
    i = sentence.before(numeral)
    before, k = sentence.word(i), numeral.end
    if may_be_pronoun(sentence, numeral) and not (sentence.phrases and sentence.word(k) in DASHES):
        return None
    is_share = any(r.case is Case.DATIVE for r in plurals(before)) and "no" in sentence.words(i - 5, i)
    if before not in CLAUSE_STARTS and not is_share:
        return None
    while k + 1 < len(sentence.doc) and (
        sentence.word(k) in contexts()["ellipsis"]["between_verb"] or sentence.doc[k].pos_ == "ADV"
    ):
        k += 1
    tells = may_be_verbal if is_share else is_verb  # "no 18 skolēniem četri atstāti uz otru gadu"
    is_adverb = sentence.word(k).endswith("i") and k + 1 < len(sentence.doc)
    if is_adverb and not (is_predicate(sentence.word(k)) or tells(sentence.doc[k])):
        k += 1
    if k >= len(sentence.doc):
        return None
    heads = {phrase.head for phrase in sentence.phrases.values()}
    heads |= {sentence.numerals[start].end - 1 for start in sentence.resolved}
    opens_parts = before == "(" and i - 1 in heads
    goes_on = opens_parts or (before in (",", ";", "bet", "un") and bool(sentence.phrases))
    goes_on = goes_on and (sentence.word(k) in DASHES or sentence.word(k).endswith(LOCATIVE_ENDINGS))
    if not (tells(sentence.doc[k]) or is_predicate(sentence.word(k)) or goes_on):
        return None
    if is_share:
        return Antecedent(plurals(before)[0], i, "before_verb", 0.76)
    goes_on = sentence.word(numeral.start - 1) == "vēl"
    if found := named_before(sentence, numeral, "before_verb", 0.76, reaches_back=True, goes_on=goes_on):
        return found
    return Antecedent(None, None, "before_verb", 0.5) if tells_of_taking_part(sentence.word(k)) else None


def _by_place(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "skolēni mācās Talsos 5, Rojā 3": numbers behind places or years, of people named in the nominative before."""
    before = sentence.doc[numeral.start - 1] if numeral.start else None
    if before is None or sentence.word(numeral.end) not in CLAUSE_ENDS | {"("}:
        return None
    follows_ordinal = any(n.is_ordinal and n.end == numeral.start for n in sentence.numerals.values())
    if follows_ordinal and before.lower_.endswith(LOCATIVE_ENDINGS) and sentence.phrases:
        return named_before(sentence, numeral, "by_place", 0.66)  # "vienā dzīvo divi cilvēki, otrā trīs"
    if numeral.agreement:
        return None
    is_place = before.text[0].isupper() and before.lower_.endswith(LOCATIVE_ENDINGS)
    is_place = is_place or before.lower_ == "gadā" or before.lower_.endswith("skolā")
    is_place = is_place or (bool(sentence.lead_in) and before.lower_.endswith(LOCATIVE_ENDINGS))
    if not is_place and not _is_kind_of_place(sentence, numeral):
        return None
    found = named_before(sentence, numeral, "by_place", 0.66)
    if found is not None and (found.token is None or (found.reading and found.reading.case is Case.NOMINATIVE)):
        return found
    return closing_list(sentence, numeral) if found is None else None


def _is_kind_of_place(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether institutions stand before a part of a total ("speciālajās skolās 7"), or, later on, their adjective."""
    totals = (s for s, phrase in sentence.phrases.items() if phrase.outcome is Outcome.PEOPLE and s < numeral.start)
    if not any(sentence.numerals[start].value > numeral.value for start in totals):
        return False
    word = sentence.word(numeral.start - 1)
    forms = noun_forms(word)
    if forms:
        return has_kind(word, NounKind.ATTRIBUTE) and all(form.case is Case.LOCATIVE for form in forms)
    is_later = any(antecedent.method == "by_place" for antecedent in sentence.resolved.values())
    return is_later and word.endswith(_DEFINITE_LOCATIVE)


def _after_verb(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "darbos iesaistīti 12": a verb of taking part before a number at the end of its clause."""
    after = sentence.word(numeral.end)
    if may_be_pronoun(sentence, numeral) or not (after in CLAUSE_ENDS | {"("} or is_preposition(after)):
        return None
    i = sentence.before(numeral)
    words = sentence.words(i - 2, i + 1)
    if (
        i < 0
        or ":" in words
        or not any(tells_of_taking_part(word) and not noun_forms(word) for word in words)
        or is_preposition(words[-1])
    ):
        return None
    thing = last_thing(sentence, numeral)
    if thing is not None and may_be_passive(words[-1]) and sentence.numerals[thing].value >= numeral.value:
        return None  # "slēgtas trīs lietas, uzsāktas divas"
    found = of_next_number(sentence, numeral) or named_before(sentence, numeral, "after_verb", 0.66)
    found = found or closing_list(sentence, numeral) or of_next_clause(sentence, numeral)
    found = found or named_before(sentence, numeral, "after_verb", 0.66, reaches_back=True)
    label = before_places(sentence, i - 1)
    if found is None and (of_many := [r for r in plurals(sentence.word(label)) if r.case is Case.GENITIVE]):
        return Antecedent(of_many[0], label, "after_verb", 0.7)  # "romu bezdarbnieku reģistrēti 14"
    found = found or persons_before(sentence, numeral)
    return found or (None if numeral.agreement else Antecedent(None, None, "after_verb", 0.5))
