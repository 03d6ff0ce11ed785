"""What an arrival is made of where it is no file by itself: the parts of a mail or container, and its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from extract.message import Message


class PartRole(StrEnum):
    """What a part of an arrival is. Statements are taken from letters and annexes only."""

    LETTER = "letter"
    ANNEX = "annex"
    COVER = "cover"
    COPY = "copy"
    ASIDE = "aside"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """A file within the mail, container or archive that arrived, or a message's own text.

    `within` names the containers that hold it inside of the arrival, the outermost first. Its text is
    `document.text[start:end]`, its pages are those of the document from `first_page` on; table and paragraph numbers
    run on through the document, too. `is_message` marks a message's own text, which is named as the message is.
    `reason` tells why a part was not read, or of what it is a copy.
    """

    name: str
    format: str
    sha256: str
    role: PartRole
    within: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    first_page: int | None = None
    pages: int = 0
    is_message: bool = False
    reason: Message | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The names that lead to the part, without that of the arrival; a message's own text is its container's."""
        return self.within if self.is_message else (*self.within, self.name)

    def own_page(self, page: int) -> int:
        """The number that a page of the document has in this part; as it is where the part has no pages."""
        return page if self.first_page is None else page - self.first_page + 1


def part_at(parts: Sequence[DocumentPart], offset: int) -> DocumentPart | None:
    """The part of an arrival whose text holds the offset; None for an arrival that is one file."""
    return next((part for part in parts if part.start <= offset < part.end), None)


def part_with(parts: Sequence[DocumentPart], page: int) -> DocumentPart | None:
    """The part of an arrival that has the document's page of that number; None for an arrival that is one file."""
    return next((part for part in parts if part.first_page is not None and 0 < part.own_page(page) <= part.pages), None)


class SignatureState(StrEnum):
    """What checking a signature showed. It tells of integrity only: no trust list, revocation or time stamp is asked.

    INTACT: the signature fits its key, and all that it covers is as it was signed. BROKEN: something was changed.
    UNVERIFIABLE: it cannot be checked, which is not the same as either.
    """

    INTACT = "intact"
    BROKEN = "broken"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class SignedFile:
    """A file that a signature covers, and whether it is as it was signed: None where that cannot be told."""

    name: str
    is_unchanged: bool | None


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature in a container: who signed as the certificate names them, when as the signer claims, and what.

    `within` leads to the container that holds the signature, as the names of a part's containers do.
    """

    signer: str | None
    claimed_time: datetime | None
    state: SignatureState
    reason: Message
    covers: tuple[SignedFile, ...] = ()
    within: tuple[str, ...] = ()

    def covered(self, part: DocumentPart) -> SignedFile | None:
        """What the signature says of the part, or of a container around it; None where it covers neither."""
        inside = part.path[: len(self.within) + 1]
        return next((file for file in self.covers if inside == (*self.within, file.name)), None)

    def vouches_for(self, part: DocumentPart) -> SignatureState | None:
        """What the signature tells of one part; None where it does not cover it."""
        file = self.covered(part)
        if file is None:
            return None
        return SignatureState.BROKEN if file.is_unchanged is False else self.state
