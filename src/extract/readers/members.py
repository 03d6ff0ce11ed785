"""What the readers of mails, containers and archives hand over: the members that were found in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.errors import ReadError
from extract.model import Document, Message, Signature
from extract.readers.assembly import normalise

#: What stands between the names on the way to a part, in what a person reads.
SEPARATOR = " › "
_LONGEST_NAME = 200
#: A picture in a message's page with more bytes than this is no logo: a scanned letter may have been put there.
LARGEST_LOGO = 100_000


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container: its bytes, or the container or document that they were read as, or why they were not.

    `is_message` marks the container's own text, `is_aside` what is no letter by where it stands: a picture of the
    layout, a visiting card.
    """

    name: str
    content: bytes | Container | Document | ReadError
    is_message: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Container:
    """A mail, signed container or archive. Its members are read as they are asked for, once."""

    format: str
    members: Iterable[Member]
    signatures: tuple[Signature, ...] = ()
    notices: tuple[Message, ...] = ()


def clean_name(name: str | None, default: str) -> str:
    """A name without line breaks, control characters and what turns the direction of writing; never empty."""
    return normalise(name or "")[:_LONGEST_NAME].strip() or default


def shown_path(names: Iterable[str]) -> str:
    """The way to a part as a person reads it: "pasts.eml › atbilde.edoc › vēstule.docx"."""
    return SEPARATOR.join(names)


def last_name(path: str) -> str:
    """The name at the end of a way to a part."""
    return path.rpartition(SEPARATOR)[2]
