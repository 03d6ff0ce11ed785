"""Numbers that no noun, sign or turn of phrase explains, in sentences that count people and no things."""

from __future__ import annotations

from extract.fields.antecedents import Antecedent, Sentence, named_before
from extract.fields.clauses import CLAUSE_ENDS, CLAUSE_STARTS, DASHES, may_be_pronoun, pronoun_gender
from extract.fields.counted_things import last_thing
from extract.fields.later_numbers import tells_change
from extract.fields.shared_nouns import LOCATIVE_ENDINGS
from extract.fields.vocabulary import (
    NounKind,
    contexts,
    has_kind,
    is_preposition,
    may_be_verbal,
    noun_forms,
    starts_with,
)
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral, NumeralForm

_ENDS = CLAUSE_ENDS | DASHES | {":", "(", "jeb"}
_STARTS = CLAUSE_STARTS - {"no"} | {":"}


def some_of_them(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "25 sievietes, piekrita 19, atnāca 16", "9 pacienti, 3 aizveda": a bare number that ends or opens a clause.

    The last rule to be asked: whatever else a number may be has been told by then, so that in a sentence which counts
    people and nothing else a smaller number counts some of them.
    """
    if numeral.value < 1 or may_be_pronoun(sentence, numeral) or tells_change(sentence, numeral):
        return None
    if last_thing(sentence, numeral) is not None or not (_ends(sentence, numeral) or _opens(sentence, numeral)):
        return None
    gender = _gender_before(sentence, numeral)
    return named_before(sentence, numeral, "bare", 0.6, is_part=True, gender=gender, reaches_back=True)


def of_same_list(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "klāt bija: 12, 9, 15": digits right behind digits that count people, up to the end of their list."""
    before = next((s for s, n in sentence.numerals.items() if n.end == numeral.start - 1), None)
    if before is None or sentence.word(numeral.start - 1) not in {",", "un"}:
        return None
    antecedent = sentence.resolved.get(before)
    are_digits = numeral.form is sentence.numerals[before].form is NumeralForm.DIGITS
    return antecedent if are_digits and sentence.word(numeral.end) in _ENDS | {",", ")"} else None


def who_came(sentence: Sentence, numeral: Numeral) -> Antecedent | None:
    """ "Zālē laida pusi, atnāca 85.": digits behind a verb of people, whom the letter does not name."""
    i = sentence.before(numeral)
    is_come = i >= 0 and may_be_verbal(sentence.doc[i]) and starts_with(sentence.word(i), "ellipsis", "by_people")
    if not is_come or numeral.form is not NumeralForm.DIGITS or sentence.word(numeral.end) not in CLAUSE_ENDS:
        return None
    return None if _has_other_subject(sentence, i) else Antecedent(None, None, "bare", 0.45)


def _gender_before(sentence: Sentence, numeral: Numeral) -> str:
    """The gender that a passive participle in the plural gives those it tells of ("apmierināti 9": no families)."""
    word = sentence.word(sentence.before(numeral))
    if noun_forms(word) or not word.endswith(("ti", "tas")):
        return ""
    return "Fem" if word.endswith("tas") else "Masc"


def _ends(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number ends its clause behind a verb, a place or what people get."""
    i = sentence.before(numeral)
    if i < 0 or sentence.word(numeral.end) not in _ENDS:
        return False
    word = sentence.word(i)
    if word in DASHES:
        return _is_origin(sentence, i)
    is_time = has_kind(word, NounKind.MEASURE) and word.endswith(LOCATIVE_ENDINGS)  # "pirmajā reizē 30, otrajā – 22"
    if is_preposition(word) or word in contexts()["exclusions"]["addresses"]:
        return False
    if has_kind(word, NounKind.MEASURE) and not is_time:
        return False
    if starts_with(word, "ellipsis", "by_things") or _has_other_subject(sentence, i):
        return False
    if may_be_verbal(sentence.doc[i]) or word in contexts()["ellipsis"]["to_be"]:
        return True
    if sentence.doc[i].pos_ == "ADV" and word not in contexts()["ellipsis"]["sums"]:
        return True  # "nāca 14 bērni, regulāri tikai pieci"
    forms = noun_forms(word)
    return word.endswith(LOCATIVE_ENDINGS) or any(form.case is Case.ACCUSATIVE for form in forms)


def _is_origin(sentence: Sentence, dash: int) -> bool:
    """Whether the part of a list before a dash tells of where people come from ("58 dalībnieki, no kopienas – 9")."""
    opening = max((k for k in range(dash) if sentence.word(k) in {",", ";", ":", "("}), default=-1) + 1
    return sentence.word(opening) == "no" and not any(may_be_verbal(token) for token in sentence.doc[opening:dash])


def _has_other_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a thing in the nominative stands before a verb in its clause ("biļete maksāja 5")."""
    for k in range(verb - 1, -1, -1):
        if sentence.word(k) in CLAUSE_STARTS | {":"}:
            return False
        forms = noun_forms(sentence.word(k))
        if forms and has_kind(sentence.word(k), NounKind.THING) and all(f.case is Case.NOMINATIVE for f in forms):
            return True
    return False


def _opens(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number opens its clause, and a word follows that it cannot count."""
    if sentence.word(sentence.before(numeral)) not in _STARTS or numeral.end >= len(sentence.doc):
        return False
    following = sentence.doc[numeral.end]
    if is_preposition(sentence.word(numeral.start - 1)):
        return False  # "par trim vairāk"
    if following.text == "," and sentence.word(numeral.end + 1) in contexts()["grammar"]["relatives"]:
        return True  # "astoņi, kuriem tas bija augsts, devās pie ārsta"
    if following.lower_ == "no" and pronoun_gender(sentence.word(numeral.end + 1)) is None:
        return False  # "trīs no reģioniem"
    is_where = "Loc" in following.morph.get("Case", [])  # "divi speciālajā programmā", but digits may count places
    is_where = is_where and (bool(numeral.agreement) or "Sing" in following.morph.get("Number", []))
    is_tied = may_be_verbal(following) or is_preposition(following.lower_) or following.pos_ in ("ADV", "VERB", "PRON")
    return is_where or is_tied
