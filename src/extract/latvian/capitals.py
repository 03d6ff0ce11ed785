"""Capitals of common words: what the dictionary has in lower case, and a text writes with a capital as in a name."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

#: Under this key of a doc's user data stand the places of its tokens that are common words with a capital.
_KEY = "extract.common_capitals"


def mark_common(doc: Doc, is_known: Callable[[str], bool]) -> None:
    """Note which words with a capital are common; `is_known` tells whether a dictionary has a word as it is spelt."""
    doc.user_data[_KEY] = frozenset(
        token.i for token in doc if token.is_alpha and token.text[0].isupper() and is_known(token.text.lower())
    )


def is_common(token: Token) -> bool:
    """Whether a word has a capital though it is a common one; False too where no dictionary was looked up."""
    return token.i in token.doc.user_data.get(_KEY, frozenset())
