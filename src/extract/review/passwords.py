"""Passwords are kept as Argon2id hashes, with the parameters of RFC 9106's second recommended choice."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from extract.errors import UsageError
from extract.model import Message

#: A password shorter than this is refused (NIST SP 800-63B asks for 8 at the least; longer ones need no other rule).
SHORTEST = 12

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """The hash to store. Raises UsageError for a password that is too short."""
    if len(password) < SHORTEST:
        raise UsageError(
            Message("The password is too short: it needs {shortest} characters.", {"shortest": SHORTEST}),
            Message("Choose a longer one; a few words are easy to remember."),
        )
    return _hasher.hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Whether it is the password of the hash. Takes as long for someone who has none, so that names are not told."""
    try:
        return _hasher.verify(stored or _nobodys(), password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody has this password")
