"""What the trained annotation says of a word, for docs that have it; of others it says nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from spacy.tokens import Doc, Token

from extract.latvian.inflection import Case, GrammaticalNumber, paradigm
from extract.latvian.numerals import Numeral

#: Words that ask nothing of the noun behind them.
_WITHOUT_AGREEMENT = frozenset({"ADV", "PART", "INTJ"})


def is_annotated(doc: Doc) -> bool:
    """Whether a trained pipeline has annotated the doc."""
    return doc.has_annotation("POS") and doc.has_annotation("DEP")


def is_counted_noun(token: Token, numeral: Numeral) -> bool:
    """Whether the annotation takes a common noun for that which the numeral counts: its head, agreeing in number.

    A genitive plural may be counted too, but mostly stands before the noun that is.
    """
    if not is_annotated(token.doc) or token.pos_ != "NOUN" or "Gen" in token.morph.get("Case", []):
        return False
    if token.doc[numeral.end - 1].head.i != token.i:
        return False
    is_where = "Loc" in token.morph.get("Case", [])
    if is_where and numeral.agreement and not any(a.case is Case.LOCATIVE for a in numeral.agreement):
        return False  # "piecas pilsētā un astoņas laukos"
    last = numeral.value if numeral.upper is None else numeral.upper
    is_one = last % 10 == 1 and last % 100 != 11
    return token.morph.get("Number", []) == ["Sing" if is_one else "Plur"]


def is_doing(token: Token, tells: Callable[[str], bool]) -> bool:
    """Whether the annotation takes a token for the subject of a word of which `tells` is true."""
    is_subject = is_annotated(token.doc) and token.dep_ in ("nsubj", "nsubj:pass")
    return is_subject and "Nom" in token.morph.get("Case", []) and tells(token.head.lower_)


def asks_nothing(token: Token) -> bool:
    """Whether the annotation takes a word for one with which no noun behind it agrees: a genitive, or an adverb."""
    if not is_annotated(token.doc):
        return False
    is_genitive = token.pos_ in ("NOUN", "PROPN") and token.morph.get("Case", []) == ["Gen"]
    return is_genitive or token.pos_ in _WITHOUT_AGREEMENT


def nominative_plural(token: Token) -> str | None:
    """The nominative plural of a noun's lemma, as the annotation has it; None for what is no noun."""
    if not is_annotated(token.doc) or token.pos_ not in ("NOUN", "ADJ", "VERB"):
        return None
    return _plural_of(token.lemma_.lower())


@lru_cache(maxsize=2048)
def _plural_of(lemma: str) -> str | None:
    forms = (f for f in paradigm(lemma) if f.case is Case.NOMINATIVE and f.number is GrammaticalNumber.PLURAL)
    return next((form.text for form in forms), None)
