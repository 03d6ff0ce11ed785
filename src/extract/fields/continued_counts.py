"""Numbers that go on counting people named before: totals told again, lists, and what was given to some of them."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before
from extract.fields.clauses import CLAUSE_ENDS, CLAUSE_STARTS, DASHES, may_be_pronoun, plurals, pronoun_gender, subjects
from extract.fields.counted_things import last_thing
from extract.fields.noun_phrases import Outcome
from extract.fields.people import PeopleForm
from extract.fields.shared_nouns import LOCATIVE_ENDINGS, of_next_clause, of_next_number
from extract.fields.vocabulary import (
    NounKind,
    contexts,
    has_kind,
    is_active_participle,
    is_preposition,
    is_verb,
    noun_forms,
    starts_with,
)
from extract.latvian.inflection import Case, GrammaticalNumber
from extract.latvian.numerals import Numeral, NumeralForm

_SEPARATORS = frozenset(",;:(")
#: What ends the clause of a number, save for a colon or a dash that opens its parts.
_ENDS = CLAUSE_ENDS | {"(", "jeb"}


def total_again(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "skaits pieauga no 26 uz 31", "skaits sasniedza 23, rudenī tas bija 17": the total named before, once more."""
    earlier = [start for start in sentence.resolved if start < numeral.start]
    if not earlier or sentence.word(numeral.end) not in _ENDS:
        return None
    last = sentence.resolved[max(earlier)]
    before = sentence.numerals[max(earlier)]
    is_change = sentence.word(before.start - 1) == "no" and sentence.word(numeral.start - 1) in ("uz", "līdz")
    if is_change and before.end == numeral.start - 1:
        return last
    between = sentence.words(before.end, numeral.start)
    again = set(between[-5:]) & set(contexts()["ellipsis"]["total_again"]) or _is_year_before(sentence, numeral)
    return last if last.method == "total" and again and last_thing(sentence, numeral) is None else None


def _is_year_before(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether nothing but a year stands between a comma and a number ("2022. g. 14, 2023. g. 16")."""
    opening = _opening(sentence, numeral.start)
    year = sentence.numerals.get(opening)
    if sentence.word(numeral.start - 1) not in contexts()["ellipsis"]["year_ends"]:
        return False
    return sentence.doc[opening].text[:4].isdigit() and (year is None or year.is_ordinal)


def all_of_them(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "brauc 6, kājām nāk 2, visi romu bērni": the people behind "visi" that close a list of numbers."""
    if sentence.word(numeral.end) not in {",", ";", "un", "(", *DASHES}:
        return None
    if any(phrase.outcome is Outcome.PEOPLE for phrase in sentence.phrases.values()):
        return None
    words = contexts()["ellipsis"]["all_of_them"]
    for k in range(numeral.end + 1, len(sentence.doc)):
        if sentence.word(k) in words and sentence.word(k - 1) in {",", "(", *DASHES}:
            for j in range(k + 1, min(k + 5, len(sentence.doc))):
                named = subjects(sentence.word(j))
                if named:
                    return Antecedent(named[0], j, "shared", 0.7)
    return None


def of_opening(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "Bērni: pavasarī 7, rudenī 12", "Asistenti: uz līguma 2", "Romi: 14 (2022), 17 (2023)": lists of people."""
    if numeral.form is not NumeralForm.DIGITS or sentence.word(numeral.end) not in _ENDS:
        return None
    colon = next((k for k in range(numeral.start - 1, -1, -1) if sentence.word(k) == ":"), None)
    opening = _opening(sentence, numeral.start)
    part = sentence.words(opening, numeral.start)
    if ")" in part:
        part = part[part.index(")") + 2 :]  # "4 (Talsi) un 3 (Roja)"
    is_place = part[-1].endswith(LOCATIVE_ENDINGS) or is_preposition(part[0]) if part else False
    is_told_behind = not part and sentence.word(numeral.end) == "("
    if colon is None or not (is_place or is_told_behind or _is_year_before(sentence, numeral)):
        return None
    if any(plurals(word) or is_verb(sentence.doc[opening + n]) for n, word in enumerate(part)):
        return None
    heading = range(colon)
    if any(is_verb(sentence.doc[k]) or _is_counted_thing(sentence.word(k)) for k in heading):
        return None
    for k in heading:
        named = subjects(sentence.word(k))
        if named:
            return Antecedent(named[0], k, "list", 0.72)
    return None


def _opening(sentence: Sentence, end: int) -> int:
    """The first token of the part of a list that ends before a token."""
    return max((k for k in range(end) if sentence.word(k) in _SEPARATORS), default=-1) + 1


def _is_counted_thing(word: str) -> bool:
    return has_kind(word, NounKind.THING) and any(form.case is Case.NOMINATIVE for form in noun_forms(word))


def of_own_part(sentence: Sentence, label: int) -> tuple[PeopleForm, int] | None:
    """ "bērni šajās ģimenēs – 17": the people in the nominative that open the part of a list before its dash."""
    opening = _opening(sentence, label + 1)
    if any(opening <= start < label for start in sentence.numerals) or is_verb(sentence.doc[label]):
        return None
    if any(form.case is Case.NOMINATIVE for form in noun_forms(sentence.word(label))):
        return None  # "ģimenes ārstu konsultācijas – 40"
    if any(r.is_origin and r.case is Case.GENITIVE for r in plurals(sentence.word(opening))):
        opening += 1  # "romu amatnieki ar savu preci: 5"
    named = subjects(sentence.word(opening))
    return (named[0], opening) if named and opening <= label else None


def part_by_name(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "12 bērni, no tiem zēni – 5", "romi starp viņiem bija 3": the noun beside the number, or beside its pronoun.

    Right before a dash any noun will do that is no people's name.
    """
    i = sentence.before(numeral)
    has_dash = sentence.word(i) in DASHES
    beside = _behind_pronoun(sentence, i - has_dash)
    named = subjects(sentence.word(beside))
    if not named or (numeral.agreement and all(each.gender != named[0].gender for each in numeral.agreement)):
        return None
    is_part = beside < i - has_dash or _behind_pronoun(sentence, _behind_attribute(sentence, beside - 1)) < beside - 1
    is_apart = has_dash and not named[0].is_origin
    return Antecedent(named[0], beside, "label", 0.85) if is_part or is_apart else None


def _behind_pronoun(sentence: Sentence, i: int) -> int:
    """The token before "no tiem", "starp viņām" or "viņu vidū" where one of them ends at token `i`, else `i`."""
    is_pronoun = pronoun_gender(sentence.word(i)) is not None and sentence.word(i - 1) in ("no", "starp")
    is_phrase = " ".join(sentence.words(i - 1, i + 1)) in contexts()["ellipsis"]["including"]
    return i - 2 if is_pronoun or is_phrase else i


def _behind_attribute(sentence: Sentence, i: int) -> int:
    """The token before the genitive of a people's name at token `i` ("no tām romu ģimenes – 26"), else `i`."""
    return i - 1 if any(r.is_origin and r.case is Case.GENITIVE for r in plurals(sentence.word(i))) else i


def of_their_doing(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "atnākušas 11", "līdz beigām palika 9 jeb 56%": behind what only people do, some of those named before."""
    i, after = sentence.before(numeral), sentence.word(numeral.end)
    opens_parts = after in {":", *DASHES} and numeral.end + 1 in sentence.numerals
    if may_be_pronoun(sentence, numeral) or not (after in _ENDS or opens_parts or is_preposition(after)):
        return None
    word = sentence.word(i)
    is_plural = is_active_participle(word) and word.endswith(("uši", "ušies", "ušas", "ušās"))
    is_doing = is_plural or word.endswith(("usi", "usies")) or starts_with(word, "ellipsis", "by_people")
    if not is_doing or noun_forms(word):
        return None
    gender = "Fem" if word.endswith(("ušas", "ušās", "usi", "usies")) else ""
    is_part = "vēl" not in sentence.words(i + 1, numeral.start)
    found = named_before(sentence, numeral, "after_verb", 0.7, is_part=is_part, gender=gender)
    found = found or of_next_number(sentence, numeral)
    if found is None and after in {",", "bet", ";"}:
        # "aicināti bija 50 bērni, atnāca 72": those named before may have become more
        whole = named_before(sentence, numeral, "after_verb", 0.6, gender=gender)
        found = whole if whole is not None and whole.token is not None else of_next_clause(sentence, numeral)
    return found or named_before(
        sentence, numeral, "after_verb", 0.7, is_part=is_part, gender=gender, reaches_back=True, goes_on=not is_part
    )


def of_those_concerned(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "pret deviņiem process izbeigts", "par trijām ziņots", "vienam termiņš beidzies": some of those counted before.

    The dative or preposition opens its clause, and what follows does not agree with the number.
    """
    if not numeral.is_only(Case.DATIVE) or may_be_pronoun(sentence, numeral):
        return None
    opening = numeral.start - 1
    has_preposition = is_preposition(sentence.word(opening))
    opening -= has_preposition
    if sentence.word(opening) not in CLAUSE_STARTS - {"no", *DASHES} | {":"} or numeral.end >= len(sentence.doc):
        return None
    following = sentence.doc[numeral.end]
    forms = noun_forms(following.lower_)
    is_subject = any(f.case is Case.NOMINATIVE for f in forms) or "Nom" in following.morph.get("Case", [])
    if not (is_subject or is_verb(following)):
        return None
    if not any(start < numeral.start for start, p in sentence.phrases.items() if p.outcome is Outcome.PEOPLE):
        return None
    return named_before(sentence, numeral, "granted", 0.66, is_part=True)


def of_dative_before(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "Somas iedevām četriem bērniem, apavus diviem": a dative that closes its clause, whose verb is left out."""
    if not numeral.is_only(Case.DATIVE) or may_be_pronoun(sentence, numeral):
        return None
    opening = _opening(sentence, numeral.start)
    part = range(opening, numeral.start)
    if sentence.word(numeral.end) not in _ENDS or not part or sentence.word(opening - 1) not in {",", ";"}:
        return None
    named = [k for k in part if noun_forms(sentence.word(k)) or sentence.doc[k].pos_ == "NOUN"]
    if not named or any(is_verb(sentence.doc[k]) for k in part):
        return None
    if is_preposition(sentence.word(numeral.start - 1)) or last_thing(sentence, numeral) is not None:
        return None
    return _in_dative(named_before(sentence, numeral, "granted", 0.66))


def of_recipients(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "pabalsts piešķirts 22, atteikts 6": digits that a participle in the singular cannot have for its subject."""
    is_plural = numeral.value > 1 and (numeral.value % 10 != 1 or numeral.value % 100 == 11)
    if numeral.form is not NumeralForm.DIGITS or not is_plural or sentence.word(numeral.end) not in _ENDS:
        return None
    word = sentence.word(sentence.before(numeral))
    stem = next((each for each in contexts()["roles_of_visitors"]["granted"] if word.startswith(each)), None)
    if stem is None or word.removeprefix(stem) not in ("s", "a") or last_thing(sentence, numeral) is not None:
        return None
    return named_before(sentence, numeral, "granted", 0.66, is_part=True, reaches_back=True)


def of_what_is_given(sentence: Sentence, numeral: Numeral, label: int) -> Antecedent | None:
    """ "pakas izsniegtas 80 personām, apģērbs – 22": a thing in the singular, given to people in the dative."""
    singular = [f for f in noun_forms(sentence.word(label)) if f.number is GrammaticalNumber.SINGULAR]
    if not any(f.case is Case.NOMINATIVE for f in singular) or numeral.value < 2:
        return None
    if any(is_verb(sentence.doc[k]) for k in range(_opening(sentence, label), label)):
        return None
    found = named_before(sentence, numeral, "list", 0.65)
    # "pabalsts ēdināšanai – 14 personas, apģērbs – 9"
    is_parallel = any(
        start < label and p.outcome is Outcome.PEOPLE and sentence.word(start - 1) in DASHES
        for start, p in sentence.phrases.items()
    )
    return found if is_parallel else _in_dative(found)


def _in_dative(found: Antecedent | None) -> Antecedent | None:
    return found if found is not None and found.reading and found.reading.case is Case.DATIVE else None


def of_same_preposition(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "noslēgti ar 12 ģimenēm, gadu vēlāk – ar 9": digits behind a dash and the preposition of those counted last."""
    preposition = sentence.word(numeral.start - 1)
    if preposition not in contexts()["ellipsis"]["with_people"] or sentence.word(numeral.start - 2) not in DASHES:
        return None
    if sentence.word(numeral.end) not in _ENDS:
        return None
    counted = [s for s, p in sentence.phrases.items() if s < numeral.start and p.outcome is Outcome.PEOPLE]
    if not counted or sentence.word(max(counted) - 1) != preposition:
        return None
    return named_before(sentence, numeral, "list", 0.75)


def respectively(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "no tiem romi attiecīgi 5 un 6": the next of the numbers that "attiecīgi" opens."""
    earlier = [start for start in sentence.resolved if start < numeral.start]
    if not earlier or sentence.numerals[max(earlier)].end != numeral.start - 1:
        return None
    opened = set(contexts()["ellipsis"]["respectively"]) & set(sentence.words(numeral.start - 8, numeral.start))
    is_next = bool(opened) and sentence.word(numeral.start - 1) in {"un", ","}
    return sentence.resolved[max(earlier)] if is_next else None
