"""Outlook messages (MSG, [MS-OXMSG]): their text, their attachments, messages inside of them.

olefile opens the compound file. What is needed of the message itself is a dozen properties, read here by hand and
leniently: the libraries for it are under the GPL, or stop at unknown code pages and at messages inside of messages.
"""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta

import olefile

from extract.errors import DamagedFileError, ReadError
from extract.model import Document, Message
from extract.readers.encodings import decode
from extract.readers.members import LARGEST_LOGO, Container, Member, clean_name, last_name, shown_path
from extract.readers.messages import message_name, read_message
from extract.readers.outlook_rtf import find_page, unpack_rtf

#: Properties by their identifiers in [MS-OXPROPS].
_SUBJECT, _SENT, _BODY, _HTML, _RTF = 0x0037, 0x0039, 0x1000, 0x1013, 0x1009
_SENDER_NAME, _SENDER_SMTP, _SENDER_ADDRESS = 0x0C1A, 0x5D01, 0x0C1F
_DATA, _FILE_NAME, _SHORT_NAME, _METHOD, _HIDDEN = 0x3701, 0x3707, 0x3704, 0x3705, 0x7FFE
_CODEPAGES = (0x3FDE, 0x3FFD)
#: Types of properties: text in UTF-16 and in a code page, bytes, an object ([MS-OXCDATA] 2.11.1).
_UNICODE, _STRING8, _BINARY, _OBJECT = 0x001F, 0x001E, 0x0102, 0x000D
#: Where the properties begin in their stream: in the file's own, a message's inside, an attachment's ([MS-OXMSG] 2.4).
_OWN_HEAD, _INNER_HEAD, _ATTACHMENT_HEAD = 32, 24, 8
_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_#"
#: How an attachment is attached where it only points to a file ([MS-OXCMSG] 2.2.2.9).
_BY_REFERENCE = frozenset({2, 3, 4, 7})
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
#: What olefile raises at broken files, and what their numbers lead to.
_FAULTS = (OSError, ValueError, IndexError, KeyError, TypeError, struct.error, OverflowError, RecursionError)

_Path = tuple[str, ...]


def open_outlook(data: bytes, name: str) -> Container:
    """The message's own text, then its attachments. Raises DamagedFileError where the file is broken."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            return _Reader(ole).open((), _OWN_HEAD, name)
    except _FAULTS as error:
        raise DamagedFileError(
            Message("{file} is damaged: it is cut off or was changed on its way.", {"file": name}),
            Message("Open it in its program; if that fails, ask the sender for the letter once more."),
        ) from error


class _Reader:
    """Reads the messages in one compound file; a path leads to the storage of one of them or of an attachment."""

    def __init__(self, ole: olefile.OleFileIO[str]) -> None:
        self._ole = ole
        self._entries = [tuple(entry) for entry in ole.listdir(streams=True, storages=True)]
        self._streams = {tuple(entry) for entry in ole.listdir()}

    def open(self, at: _Path, head: int, path: str) -> Container:
        """The message whose storage `at` leads to; `head` is where its properties begin."""
        numbers = self._numbers(at, head)
        own = Member(last_name(path), self._own_text(at, numbers, path), is_message=True)
        attached = sorted({entry[len(at)] for entry in self._entries if self._is_attachment(entry, at)})
        members = [self._attachment((*at, storage), numbers, path) for storage in attached]
        return Container("msg", [own, *members])

    def _is_attachment(self, entry: _Path, at: _Path) -> bool:
        return len(entry) > len(at) and entry[: len(at)] == at and entry[len(at)].startswith(_ATTACHMENT)

    def _own_text(self, at: _Path, numbers: dict[int, bytes], path: str) -> Document | ReadError:
        plain, html = self._text(at, _BODY, numbers), self._page(at, numbers)
        address = self._text(at, _SENDER_SMTP, numbers) or self._text(at, _SENDER_ADDRESS, numbers)
        sender = self._text(at, _SENDER_NAME, numbers)
        if "@" in address:
            sender = f"{sender} <{address}>" if sender and sender != address else address
        try:
            rtf = b""
            if not (plain.strip() or html.strip()):
                packed = self._bytes(at, _RTF, _BINARY)
                rtf = unpack_rtf(packed, path) if packed else b""
                html = find_page(rtf) or ""
            return read_message(
                path,
                "msg",
                sender=sender,
                sent=_time(numbers.get(_SENT)),
                subject=self._text(at, _SUBJECT, numbers),
                plain=plain,
                html=html,
                rtf=b"" if html else rtf,
            )
        except ReadError as error:
            return error

    def _attachment(self, at: _Path, outer: dict[int, bytes], path: str) -> Member:
        try:
            numbers = {**outer, **self._numbers(at, _ATTACHMENT_HEAD)}
            method = _integer(numbers.get(_METHOD))
            name = clean_name(self._text(at, _FILE_NAME, numbers) or self._text(at, _SHORT_NAME, numbers), "")
            inner = (*at, _stream(_DATA, _OBJECT))
            if (*inner, _PROPERTIES) in self._streams:
                title = name or message_name(self._text(inner, _SUBJECT, numbers), ".msg")
                title = clean_name(title, "message.msg")
                return Member(title, self.open(inner, _INNER_HEAD, shown_path((path, title))))
            name = name or "attachment"
            data = self._bytes(at, _DATA, _BINARY)
        except _FAULTS:
            return Member("attachment", _broken(shown_path((path, "attachment"))))
        if data is None:
            return Member(name, _not_there(shown_path((path, name)), is_link=method in _BY_REFERENCE))
        return Member(name, data, is_aside=bool(_integer(numbers.get(_HIDDEN))) and len(data) <= LARGEST_LOGO)

    def _numbers(self, at: _Path, head: int) -> dict[int, bytes]:
        """The eight bytes that each property has in the stream of properties; longer values lie elsewhere."""
        raw = self._read((*at, _PROPERTIES))[head:]
        return {struct.unpack_from("<H", raw, i + 2)[0]: raw[i + 8 : i + 16] for i in range(0, len(raw) - 15, 16)}

    def _text(self, at: _Path, identifier: int, numbers: dict[int, bytes]) -> str:
        wide = self._bytes(at, identifier, _UNICODE)
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return _decode(self._bytes(at, identifier, _STRING8) or b"", numbers).rstrip("\0")

    def _page(self, at: _Path, numbers: dict[int, bytes]) -> str:
        """The message's page; it is bytes in the message's code page, or text in old messages."""
        raw = self._bytes(at, _HTML, _BINARY)
        return _decode(raw, numbers) if raw else self._text(at, _HTML, numbers)

    def _bytes(self, at: _Path, identifier: int, kind: int) -> bytes | None:
        stream = (*at, _stream(identifier, kind))
        return self._read(stream) if stream in self._streams else None

    def _read(self, stream: _Path) -> bytes:
        with self._ole.openstream(list(stream)) as file:
            content: bytes = file.read()
        return content


def _stream(identifier: int, kind: int) -> str:
    return f"__substg1.0_{identifier:04X}{kind:04X}"


def _decode(raw: bytes, numbers: dict[int, bytes]) -> str:
    """Text in the code page that the message names; where it names none that is known, in the likeliest."""
    for codepage in filter(None, (_integer(numbers.get(identifier)) for identifier in _CODEPAGES)):
        try:
            return raw.decode("utf-8" if codepage == 65001 else f"cp{codepage}")
        except (LookupError, UnicodeDecodeError):
            continue
    try:
        return decode(raw, "")[0]
    except ReadError:
        return raw.decode("utf-8", "replace")


def _integer(raw: bytes | None) -> int:
    return int.from_bytes(raw[:4], "little") if raw else 0


def _time(raw: bytes | None) -> datetime | None:
    """A time in steps of 100 ns since 1601."""
    try:
        return _EPOCH + timedelta(microseconds=int.from_bytes(raw, "little") // 10) if raw else None
    except OverflowError:
        return None


def _broken(path: str) -> DamagedFileError:
    return DamagedFileError(
        Message("{file} is damaged: it is cut off or was changed on its way.", {"file": path}),
        Message("Open the message in Outlook and save the attachment; if that fails, ask the sender for it once more."),
    )


def _not_there(path: str, *, is_link: bool) -> ReadError:
    if is_link:
        cause = Message("{file} is only a link to a file that did not come along.", {"file": path})
    else:
        cause = Message("{file} has no content that can be read.", {"file": path})
    return DamagedFileError(cause, Message("Open the message in Outlook and save the attachment, or ask for it."))
