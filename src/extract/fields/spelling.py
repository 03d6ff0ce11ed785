"""Puts right how number words and the nouns of people are spelt in haste, where nothing else can be meant.

A word that lost some of its diacritics takes them back ("skoleni"); a whole letter typed without any has got them back
before (`extract.restoring`). A long number word, or a noun that most letters count, may also lack, double or change one
letter ("divpasmit", "ģimnes").
"""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import OSA
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS
from spacy.tokens import Doc

from extract.fields.people import people_forms, readings_of
from extract.fields.vocabulary import contexts, is_finite_verb, known_words
from extract.latvian.folding import fold
from extract.latvian.inflection import paradigm
from extract.latvian.numerals import cardinal_words, number_words

#: Shorter words differ by one letter, shorter nouns by a diacritic, from too many others.
_SHORTEST, _SHORTEST_NOUN, _SHORTEST_PLAIN = 6, 5, 4
#: "divpadsmit" and "divdesmit" are further apart than the one slip that is put right.
_SHORTEST_NUMBER = 9
_SLIPS = 1
_VOWELS = frozenset("aeiu")
#: Datives of nouns in -amais with the ending of adjectives ("izglītojamiem").
_INDEFINITE = (("amiem", "amajiem"), ("āmiem", "āmajiem"), ("amām", "amajām"), ("āmām", "āmajām"))


def put_right(doc: Doc) -> Doc:
    """The doc with slips in the words that count people put right; tokens, offsets and annotation stay as they are."""
    words = [token.text for token in doc]
    for i, word in enumerate(words):
        is_name = word[:1].isupper() and i > 0
        if word.isalpha() and not is_name and (meant := _meant(word.lower())) is not None:
            words[i] = meant
    if words == [token.text for token in doc]:
        return doc
    corrected = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    if doc.has_annotation("DEP"):
        attributes = [POS, MORPH, LEMMA, HEAD, DEP]
        corrected.from_array(attributes, doc.to_array(attributes))  # type: ignore[arg-type]  # spaCy's stub knows few
    return corrected


@lru_cache(maxsize=8192)
def _meant(word: str) -> str | None:
    """The word of the lexicons that a word in lower case stands for; None where it is right, or could be anything."""
    if len(word) < _SHORTEST_PLAIN or word in _known() or is_finite_verb(word):
        return None
    for indefinite, definite in _INDEFINITE:
        if word.endswith(indefinite) and (noun := word.removesuffix(indefinite) + definite) in people_forms():
            return noun
    plain = fold(word)
    if (spelling := _by_plain().get(plain)) is not None and _may_have_lost(word, spelling):
        return spelling if len(word) >= _SHORTEST_NOUN or spelling in cardinal_words() else None
    if plain in _plain_known() or len(word) < _SHORTEST:
        return None
    candidates = {
        spelling
        for known, spelling in _slipping()
        if len(known) >= (_SHORTEST_NUMBER if spelling in cardinal_words() else _SHORTEST)
        and abs(len(known) - len(plain)) <= _SLIPS
        and known[0] == plain[0]
        and OSA.distance(known, plain, score_cutoff=_SLIPS) <= _SLIPS
    }
    chosen = sorted((each for each in candidates if each[-1] == word[-1]), key=lambda each: OSA.distance(each, word))
    return chosen[0] if len({fold(each) for each in chosen}) == 1 else None


def _may_have_lost(word: str, spelling: str) -> bool:
    """Whether a word lacks marks of the spelling, has none that it lacks, and is no other word ("mūziku", "mūziķu")."""
    lost = [(typed, meant) for typed, meant in zip(word, spelling, strict=True) if typed != meant]
    if any(fold(meant) != typed for typed, meant in lost):
        return False
    return fold(word) == word or all(typed in _VOWELS for typed, _ in lost)


@cache
def _known() -> frozenset[str]:
    return frozenset({*number_words(), *people_forms(), *known_words()})


@cache
def _plain_known() -> frozenset[str]:
    return frozenset(fold(word) for word in _known())


@cache
def _by_plain() -> dict[str, str]:
    """Number words and people's nouns by their spelling without diacritics; where it fits several words, left out."""
    spellings: dict[str, set[str]] = {}
    for word in _known():
        spellings.setdefault(fold(word), set()).add(word)
    wanted = cardinal_words() | {w for w in people_forms() if not any(r.is_definite for r in readings_of(w))}
    return {
        plain: min(words, key=lambda word: (sum(a != b for a, b in zip(word, plain, strict=True)), word))
        for plain, words in spellings.items()
        if plain not in words and words <= wanted
    }


@cache
def _slipping() -> tuple[tuple[str, str], ...]:
    nouns = {form.text for noun in contexts()["spelling"]["nouns"] for form in paradigm(noun)}
    return tuple((fold(word), word) for word in sorted({*cardinal_words(), *nouns}) if len(word) >= _SHORTEST)
