"""What tells whether a number that no noun follows counts people: the words around it, and what else is counted."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract.fields.antecedents import Sentence
from extract.fields.noun_phrases import Outcome
from extract.fields.people import readings_of
from extract.fields.vocabulary import NounKind, has_kind
from extract.latvian.numerals import Numeral

#: How many words before and behind the number are looked at.
_BEFORE, _BEHIND = 3, 3
#: How far around the number verbs are looked for.
_VERBS = 6
#: Parts of speech whose case tells how a word goes with the number.
_DECLINED = frozenset({"ADJ", "DET", "NOUN", "PRON", "PROPN"})


def features_of(sentence: Sentence, numeral: Numeral) -> dict[str, float]:
    """The features of a bare number, all of one weight."""
    return dict.fromkeys(_names(sentence, numeral), 1.0)


def _names(sentence: Sentence, numeral: Numeral) -> Iterator[str]:
    for k in range(1, _BEFORE + 1):
        yield from _word(f"-{k}", sentence, numeral.start - k)
    for k in range(_BEHIND):
        yield from _word(f"+{k + 1}", sentence, numeral.end + k)
    token = sentence.doc[numeral.start]
    yield f"head={_lemma(token.head)}"
    yield f"role={token.dep_}"
    yield f"form={numeral.form}"
    yield f"case={_case(token)}"
    near = sentence.doc[max(0, numeral.start - _VERBS) : numeral.end + _VERBS]
    yield from (f"verb={_lemma(verb)}" for verb in near if verb.pos_ == "VERB")
    yield from _counted(sentence, numeral)
    yield from _named(sentence, numeral)
    yield f"list={'of people' if sentence.lead_in else 'other' if sentence.is_item else 'none'}"
    yield from _earlier(sentence, numeral)


def _earlier(sentence: Sentence, numeral: Numeral) -> Iterator[str]:
    """Whom the statement before names or counts last, and whether it counts something else behind them."""
    earlier = sentence.earlier
    if earlier is None:
        yield "earlier=none"
        return
    more = "named" if earlier.value is None else "more" if earlier.value >= numeral.value else "fewer"
    yield f"earlier={more}"
    yield f"earlier={more},{earlier.is_last}"


def _word(place: str, sentence: Sentence, i: int) -> Iterator[str]:
    if not 0 <= i < len(sentence.doc):
        yield f"{place}=edge"
        return
    token = sentence.doc[i]
    yield f"{place}={_lemma(token)}"
    yield f"{place}:{token.pos_}{_case(token) if token.pos_ in _DECLINED else ''}"


def _counted(sentence: Sentence, numeral: Numeral) -> Iterator[str]:
    """What the numbers before it and the next one behind it count, and how they go with it."""
    before = [start for start in sorted(sentence.phrases) if start < numeral.start]
    behind = [start for start in sorted(sentence.phrases) if start > numeral.start]
    for place, starts in (("last", before[-1:]), ("first", before[:1]), ("next", behind[:1])):
        for start in starts:
            outcome = sentence.phrases[start].outcome
            other = sentence.numerals[start]
            more = "more" if other.value >= numeral.value else "fewer"
            yield f"{place}={outcome.name}"
            yield f"{place}={outcome.name},{more},{_agreement(sentence, numeral, other.end)}"
        if not starts:
            yield f"{place}=none"
    kinds = {sentence.phrases[start].outcome for start in (*before, *behind)}
    yield f"people={Outcome.PEOPLE in kinds},things={Outcome.THING in kinds},{numeral.form}"


def _agreement(sentence: Sentence, numeral: Numeral, start: int) -> str:
    """Whether the noun behind another number, which begins at `start`, fits this one."""
    noun = next((token for token in sentence.doc[start : start + _VERBS] if token.pos_ == "NOUN"), None)
    return _fits(noun, numeral) if noun is not None else "open"


def _named(sentence: Sentence, numeral: Numeral) -> Iterator[str]:
    """The nouns around the number, the nearest first, and the first that it may count: people, or what else."""
    before = [token for token in sentence.doc[: numeral.start] if token.pos_ == "NOUN"][::-1]
    behind = [token for token in sentence.doc[numeral.end :] if token.pos_ == "NOUN"]
    for place, nouns in (("noun", before[:1]), ("noun before", before[1:2]), ("noun behind", behind[:1])):
        for token in nouns:
            yield f"{place}={_kind(token)}"
            yield f"{place}={_kind(token)},{_case(token)}"
    for place, nouns in (("countable", before), ("countable behind", behind)):
        fitting = next((token for token in nouns if _may_be_counted(token, numeral)), None)
        yield f"{place}={_kind(fitting) if fitting is not None else None}"
        if fitting is not None:
            yield f"{place}={_lemma(fitting)}"
            yield f"{place}={_kind(fitting)},{_case(fitting)},{numeral.form}"
    verb = sentence.doc[numeral.start].head
    for subject in (child for child in verb.children if child.dep_.startswith("nsubj") and child.pos_ == "NOUN"):
        yield f"subject={_kind(subject)},{_fits(subject, numeral)}"
    yield f"people before={any(_kind(token) == 'people' for token in before)}"


def _kind(noun: Token) -> str:
    """What a noun names to who counts: people, a thing that is counted, a measure; "other" where no lexicon tells."""
    word = noun.lower_
    if any(reading.is_listed for reading in readings_of(word)):
        return "people"
    return next((kind.name for kind in NounKind if has_kind(word, kind)), "other")


def _may_be_counted(noun: Token, numeral: Numeral) -> bool:
    """Whether a noun is in a case in which what is counted stands apart from its number, and fits it."""
    return _case(noun) in ("Nom", "Acc", "Gen", "Dat") and _fits(noun, numeral) != "differs"


def _fits(noun: Token, numeral: Numeral) -> str:
    """Whether the noun is of a gender that the number asks for."""
    genders, told = {each.gender for each in numeral.agreement}, noun.morph.get("Gender", [])
    if not genders or not told:
        return "open"
    return "agrees" if told[0] in genders else "differs"


def _lemma(token: Token) -> str:
    if token.pos_ == "PROPN":
        return "NAME"
    return "NUMBER" if token.pos_ == "NUM" or token.is_digit else token.lemma_.lower()


def _case(token: Token) -> str:
    return "".join(token.morph.get("Case", []))
