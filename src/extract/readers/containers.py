"""Walks mails, signed containers and archives: one arrival with its parts, however they are packed into each other."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace

from extract.errors import DamagedFileError, EmptyFileError, HinderedError, ReadError
from extract.message import join_messages
from extract.model import Document, Message
from extract.readers.members import Container, Member, shown_path
from extract.readers.merging import Merger
from extract.readers.sniff import Format, sniff_format

#: A mail with an archive with a signed container with a mail: nobody packs a letter deeper.
MAX_DEPTH = 4
#: More files than this are no letter with its annexes.
MAX_PARTS = 200
#: What all parts hold together, however they are packed.
MAX_TOTAL_BYTES = 400 * 1024 * 1024

#: Of more parts that cannot be read the reasons are not told.
MAX_CAUSES = 5

ReadFile = Callable[[bytes, str, Format], Document]

_log = logging.getLogger(__name__)


def open_container(data: bytes, name: str, format_: Format) -> Container | None:
    """What is packed in the file; None where it is no container. Raises ReadError or one of its subclasses."""
    # Each reader brings its library, which takes a while to load: only the one that is needed is.
    if format_ is Format.EML:
        from extract.readers.mail import open_mail

        return open_mail(data, name)
    if format_ is Format.MSG:
        from extract.readers.outlook import open_outlook

        return open_outlook(data, name)
    if format_ is Format.ASICE:
        from extract.readers.signed_container import open_signed_container

        return open_signed_container(data, name)
    if format_ is Format.ZIP:
        from extract.readers.zip_members import open_zip

        return open_zip(data, name)
    if format_ is Format.CMS:
        from extract.readers.cms import open_cms

        return open_cms(data, name)
    if format_ is Format.PDF:
        from extract.readers.pdf_portfolio import open_portfolio

        return open_portfolio(data, name)
    return None


def read_container(container: Container, data: bytes, name: str, read: ReadFile) -> Document:
    """The arrival as one document; `read` reads each part that is no container itself.

    A part that cannot be read is told of in a notice. Raises ReadError where no part can be read, HinderedError where
    one cannot be read now, DamagedFileError where there is more in it than in any letter.
    """
    walk = _Walk(name, read)
    walk.enter(container, ())
    if not walk.merger.has_letter:
        raise _unreadable(walk.errors, name)
    return walk.merger.build(name, hashlib.sha256(data).hexdigest(), container.format)


class _Walk:
    """Goes through the containers of one arrival and adds each part that it meets."""

    def __init__(self, arrival: str, read: ReadFile) -> None:
        self._arrival = arrival
        self._read = read
        self._bytes = 0
        self._parts = 0
        self.merger = Merger()
        self.errors: list[ReadError] = []

    def enter(self, container: Container, within: tuple[str, ...]) -> None:
        """Read the members of a container that `within` leads to."""
        self.merger.add_signatures(replace(signature, within=within) for signature in container.signatures)
        for notice in container.notices:
            self.merger.notice(notice)
        for member in container.members:
            self._count(member)
            try:
                self._take(member, container.format, within)
            except HinderedError:
                raise  # the next run may read the part, so the arrival is not done yet
            except ReadError as error:
                self._tell_unreadable(member, within, error)
            except (MemoryError, RecursionError):
                raise  # these are told of the arrival, in whose process no other part may be read after them
            except Exception as error:  # noqa: BLE001 - a defect met by one part must not hide the others
                _log.exception("%s", shown_path((self._arrival, *within, member.name)))
                self._tell_unreadable(member, within, self._defect(member, within, error))

    def _tell_unreadable(self, member: Member, within: tuple[str, ...], error: ReadError) -> None:
        self.errors.append(error)
        self.merger.add_unreadable(member, within, error)

    def _defect(self, member: Member, within: tuple[str, ...], error: Exception) -> ReadError:
        path = shown_path((self._arrival, *within, member.name))
        return ReadError(
            Message("{file} met a defect of the program ({error}).", {"file": path, "error": type(error).__name__}),
            Message("Report the defect with the file's form, not its content; the other letters are not affected."),
        )

    def _count(self, member: Member) -> None:
        self._parts += 1
        self._bytes += len(member.content) if isinstance(member.content, bytes) else 0
        if self._parts > MAX_PARTS:
            raise DamagedFileError(
                Message("{file} holds more than {limit} files.", {"file": self._arrival, "limit": MAX_PARTS}),
                Message("Unpack it and give the letters that it holds."),
            )
        if self._bytes > MAX_TOTAL_BYTES:
            raise DamagedFileError(
                Message("{file} unpacks to far more than a letter holds; it was not opened.", {"file": self._arrival}),
                Message("Do not open it before you have asked the sender what it is."),
            )

    def _take(self, member: Member, format_: str, within: tuple[str, ...]) -> None:
        match member.content:
            case ReadError():
                raise member.content
            case Container():
                self._enter_inner(member.content, member.name, within)
            case Document():
                self.merger.add_read(member, format_, within, member.content)
            case bytes() if member.is_aside:
                self.merger.add_aside(member, within)
            case bytes():
                self._take_bytes(member, member.content, within)

    def _take_bytes(self, member: Member, data: bytes, within: tuple[str, ...]) -> None:
        path = shown_path((self._arrival, *within, member.name))
        if not data.strip(b"\0 \t\r\n"):
            raise EmptyFileError(
                Message("{file} is empty.", {"file": path}), Message("Ask the sender for the letter once more.")
            )
        sniffed = sniff_format(data, member.name)
        inner = open_container(data, path, sniffed)
        if inner is None:
            document = self._read(data, path, sniffed)
            self.merger.add_read(member, document.format, within, document)
        else:
            self._enter_inner(inner, member.name, within)

    def _enter_inner(self, container: Container, name: str, within: tuple[str, ...]) -> None:
        if len(within) >= MAX_DEPTH:
            raise DamagedFileError(
                Message(
                    "{file} is packed more than {limit} times; it was not opened.",
                    {"file": shown_path((self._arrival, *within, name)), "limit": MAX_DEPTH},
                ),
                Message("Unpack it and give the letters that it holds."),
            )
        self.enter(container, (*within, name))


def _unreadable(errors: list[ReadError], name: str) -> ReadError:
    """Why nothing was read: the cause that all parts share, or those of the first ones, or that there was no part."""
    if not errors:
        return EmptyFileError(
            Message("{file} holds no letter.", {"file": name}), Message("Ask the sender for the letter once more.")
        )
    if len({error.cause.text for error in errors}) == 1:
        return errors[0]
    return type(errors[0])(
        join_messages(
            (
                Message("None of the {count} parts of {file} could be read.", {"count": len(errors), "file": name}),
                *(error.cause for error in errors[:MAX_CAUSES]),
            )
        ),
        Message("Open it, save the letter that it holds, and give that."),
    )
