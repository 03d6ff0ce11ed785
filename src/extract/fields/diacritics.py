"""Puts the diacritics back into letters typed without garumzīmes, for the words that the finders of counts know."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from extract.fields.people import people_forms
from extract.fields.vocabulary import known_words
from extract.latvian.folding import fold
from extract.latvian.numerals import number_words

#: About one letter in twelve has a diacritic, so a sentence of fewer letters may lack them by chance.
_SHORTEST_TEXT = 24


def lacks_diacritics(text: str) -> bool:
    """Whether a text is long enough to tell, and none of its letters has a diacritic."""
    letters = [character for character in text.lower() if character.isalpha()]
    return len(letters) >= _SHORTEST_TEXT and all(fold(letter) == letter for letter in letters)


def restore_diacritics(doc: Doc) -> Doc:
    """The doc with the known words spelt right; tokens and offsets stay as they are."""
    words = [_spellings().get(token.lower_, token.text) for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=[token.is_sent_start for token in doc])


@cache
def _spellings() -> dict[str, str]:
    """Known words by their spelling without diacritics; words that are right without any stay out.

    Of several spellings the one with the fewest diacritics is taken: "sanitares" is rather a nominative or genitive
    ("sanitāres") than a locative ("sanitārēs").
    """
    known = {*number_words(), *people_forms(), *known_words()}
    spellings: dict[str, str] = {}
    for word in sorted(known, key=lambda word: (_diacritics(word), word)):
        spellings.setdefault(fold(word), word)
    return {plain: word for plain, word in spellings.items() if plain != word}


def _diacritics(word: str) -> int:
    return sum(letter != plain for letter, plain in zip(word, fold(word), strict=True))
