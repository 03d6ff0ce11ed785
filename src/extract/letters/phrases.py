"""The turns of phrase of official letters, as the data files list them, compiled to patterns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.lexicons import read_lexicon

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Alternatives of one role. In a text without a single diacritic they are found without theirs."""

    exact: re.Pattern[str]
    bare: re.Pattern[str]

    @classmethod
    def of(cls, alternatives: list[str]) -> Phrases:
        """The phrases that any of the regular expressions finds."""
        joined = "|".join(f"(?:{alternative})" for alternative in alternatives)
        return cls(re.compile(joined, re.IGNORECASE), re.compile(_without_diacritics(joined), re.IGNORECASE))

    def match(self, text: str) -> re.Match[str] | None:
        """What is found at the start of the text."""
        return self._pattern(text).match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text, where it is one of the phrases."""
        return self._pattern(text).fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """What is found first anywhere in the text."""
        return self._pattern(text).search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All that is found in the text."""
        return self._pattern(text).finditer(text)

    def _pattern(self, text: str) -> re.Pattern[str]:
        return self.exact if _has_diacritics(text) else self.bare


@cache
def block_phrases(role: str) -> Phrases:
    """The phrases of the blocks of that role (a key of [block]). Raises KeyError where there is none."""
    return Phrases.of(read_lexicon("letters", "phrases.toml")["block"][role])


@cache
def sentence_phrases(role: str) -> Phrases:
    """The phrases of the sentences of that role (a key of [sentence]). Raises KeyError where there is none."""
    return Phrases.of(read_lexicon("letters", "phrases.toml")["sentence"][role])


@cache
def message_phrases(role: str) -> Phrases:
    """The phrases of messages of that role (a key of messages.toml). Raises KeyError where there is none."""
    return Phrases.of(read_lexicon("letters", "messages.toml")[role])


def has_verb(text: str) -> bool:
    """Whether the text has a word that is likely a finite verb or a predicate participle, as a title has not."""
    verbs, others = _verbs()
    return any(verbs.fullmatch(word) and not others.fullmatch(word) for word in _WORD.findall(text))


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that are verbs, and the others that look like them."""
    data = read_lexicon("letters", "verbs.toml")
    return Phrases.of(data["forms"] + data["endings"]).exact, Phrases.of(data["not_verbs"]).exact


def _has_diacritics(text: str) -> bool:
    return not text.isascii() and any(character.isalpha() and not character.isascii() for character in text)


def _without_diacritics(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
