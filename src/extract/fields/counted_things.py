"""Numbers without a noun that count things: those of a list whose total is no people's, and of what is there."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extract.fields.antecedents import Sentence
from extract.fields.clauses import CLAUSE_ENDS, CLAUSE_STARTS, DASHES, plurals, pronoun_gender
from extract.fields.noun_phrases import Outcome
from extract.fields.vocabulary import NounKind, contexts, has_kind, may_be_passive, noun_forms
from extract.latvian.inflection import Case
from extract.latvian.numerals import Numeral

#: How far the noun of a number may stand from it, in tokens.
_NEAR = 6


def counts_things(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number is a part of things counted before ("9 sēdes (maijā – 4)", "20 iesniegumus; no tiem 6")."""
    if (
        _shares_thing(sentence, numeral)
        or _opens_list_of_things(sentence, numeral)
        or _is_of_our_object(sentence, numeral)
        or _is_of_things_there(sentence, numeral)
    ):
        return True
    start = last_thing(sentence, numeral)
    if start is None or sentence.numerals[start].value < numeral.value:
        return False
    if _is_part(sentence, numeral):
        return _is_meant(sentence, start, numeral)
    between = sentence.words(sentence.numerals[start].end, numeral.start)
    opened = between.count("(") > between.count(")")
    label = sentence.before(numeral) - 1
    if any(r.case in (Case.NOMINATIVE, Case.GENITIVE) and r.is_listed for r in plurals(sentence.word(label))):
        return False
    return opened or (":" in between and not {";", "."} & set(between))


def _shares_thing(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether the noun of the next number is things' ("atbalstīti trīs, 2024. gadā – pieci projekti")."""
    if sentence.words(numeral.end, numeral.end + 2) == [",", "un"]:
        return False  # another clause: "piedalījās 10, un 3 darbi tika izstādīti"
    k, joins = numeral.end, set[str]()
    while k < len(sentence.doc) and sentence.word(k) in contexts()["ellipsis"]["sharing"]:
        joins.add(sentence.word(k))
        k += 1
        if (year := sentence.numerals.get(k)) is not None and year.is_ordinal:
            k = year.end
    phrase = sentence.phrases.get(k)
    if phrase is None or phrase.outcome is not Outcome.THING or is_beside(sentence, sentence.numerals[k]):
        return False
    return bool(joins & {"un", "bet", "gadā", "savukārt"})


def _opens_list_of_things(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether only numbers stand between a number and a thing's, which "un" or "vai" joins ("5, 7 un 9 eiro")."""
    k = numeral.end
    while sentence.word(k) in {",", "un", "vai"}:
        k += sentence.words(k, k + 2) == [",", "vai"]
        if (phrase := sentence.phrases.get(k + 1)) is None:
            return False
        if phrase.outcome is Outcome.THING:
            return sentence.word(k) != ","
        k = sentence.numerals[k + 1].end
    return False


def _is_of_our_object(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number behind what we did counts what we did it to ("krēslus salikām 150")."""
    verb = sentence.before(numeral)
    if verb < 0 or sentence.word(numeral.end) not in CLAUSE_ENDS:
        return False
    clause = _clause_before(sentence, verb)
    if not any(token.morph.get("Person", []) == ["1"] and token.pos_ in ("VERB", "AUX") for token in clause):
        return False
    return any(
        token.pos_ == "NOUN"
        and token.morph.get("Case", []) == ["Acc"]
        and token.morph.get("Number", []) == ["Plur"]
        and not plurals(token.lower_)
        for token in clause
    )


def _is_of_things_there(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number tells how many there are of what opens its clause ("pulciņu ir 12", "darbu saņemts 27")."""
    if sentence.word(numeral.end) not in CLAUSE_ENDS | DASHES:
        return False
    last = sentence.before(numeral)
    is_there = bool(set(contexts()["ellipsis"]["to_be"]) & set(sentence.words(last + 1, numeral.start)))
    if last < 0 or not (is_there or _came_to_be(sentence.word(last))):
        return False
    clause = _clause_before(sentence, last)
    named = next((token for token in clause if token.pos_ == "NOUN" and _is_there_for_counting(token)), None)
    if named is None or any(plurals(token.lower_) for token in clause):
        return False
    behind = sentence.doc[named.i + 1 : last + 1]
    return all(token.pos_ not in ("NOUN", "PRON") or "Loc" in token.morph.get("Case", []) for token in behind)


def _came_to_be(word: str) -> bool:
    """Whether a participle in the singular tells that things came to be there ("saņemts", "sakrājies")."""
    return word.endswith("jies") or (word.endswith("ts") and may_be_passive(word))


def _is_there_for_counting(noun: Token) -> bool:
    """Whether a noun may be a genitive plural, to taggers often an accusative singular, and is no noun's attribute."""
    if not noun.lower_.endswith("u") or (noun.head.i == noun.i + 1 and noun.head.pos_ == "NOUN"):
        return False
    return noun.morph.get("Case", []) in (["Gen"], ["Acc"])


def _clause_before(sentence: Sentence, last: int) -> Span:
    """The tokens of a clause as far as `last`, that one included."""
    start = next((k + 1 for k in range(last, -1, -1) if sentence.word(k) in CLAUSE_STARTS), 0)
    return sentence.doc[start : last + 1]


def last_thing(sentence: Sentence, numeral: Numeral) -> int | None:
    """Where the things are counted that stand nearest before a numeral; None where people do, or nothing."""
    for start in sorted((s for s in sentence.phrases if s < numeral.start), reverse=True):
        phrase = sentence.phrases[start]
        if phrase.outcome is Outcome.PEOPLE or start in sentence.resolved:
            return None
        if phrase.outcome is Outcome.THING and not is_beside(sentence, sentence.numerals[start]):
            return start
    return None


def is_beside(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number before things is none that a later number could be a part of: a measure, an address, a rate."""
    before = sentence.word(numeral.start - 1)
    if before == "pa" or before in contexts()["exclusions"]["addresses"]:
        return True
    return any(has_kind(word, NounKind.MEASURE) for word in sentence.words(numeral.end, numeral.end + 2))


def _is_part(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether "no tiem" stands beside a number."""
    before = sentence.words(numeral.start - 3, numeral.start)
    after = sentence.words(numeral.end, numeral.end + 2)
    return any(
        words[k] == "no" and pronoun_gender(words[k + 1]) is not None
        for words in (before, after)
        for k in range(len(words) - 1)
    )


def _is_meant(sentence: Sentence, start: int, numeral: Numeral) -> bool:
    """Whether the pronoun beside a number can stand for the things counted at `start`."""
    near = sentence.words(numeral.start - 3, numeral.end + 3)
    if any(word in contexts()["ellipsis"]["personal"] for word in near):
        return False
    asked = {pronoun_gender(word) for word in near} - {None}
    end = sentence.numerals[start].end
    genders = {
        form.gender
        for word in sentence.words(end, min(end + _NEAR, numeral.start))
        if has_kind(word, NounKind.THING)
        for form in noun_forms(word)
        if form.case is not Case.GENITIVE
    }
    # "tiem" is masculine, though it may stand for people of both sexes
    return ("Fem" if asked == {"Fem"} else "Masc") in genders


def is_locative(sentence: Sentence, numeral: Numeral) -> bool:
    """Whether a number word stands for places ("trīs istabas: vienā …"), for people are not named in the locative."""
    if not numeral.is_only(Case.LOCATIVE):
        return False
    if sentence.word(numeral.start - 2) == "no" and pronoun_gender(sentence.word(numeral.start - 1)) is not None:
        return False  # "septiņas ģimenes, no tām trijās vecāki ir romi"
    counted = [p.reading for s, p in sentence.phrases.items() if s < numeral.start and p.outcome is Outcome.PEOPLE]
    return not any(reading is not None and reading.case is Case.LOCATIVE for reading in counted)
