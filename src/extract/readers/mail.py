"""E-mail messages (EML, MHTML) by the standard library: their text, their attachments, messages inside of them."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.message import MIMEPart
from email.utils import parsedate_to_datetime
from pathlib import PureWindowsPath
from typing import TypeVar

from extract.errors import DamagedFileError, ReadError
from extract.model import Document, Message
from extract.readers.encodings import decode
from extract.readers.members import LARGEST_LOGO, Container, Member, clean_name, last_name, shown_path
from extract.readers.messages import message_name, read_message

T = TypeVar("T")
#: Attachments that are no letters: keys and signatures of mail programs, visiting cards, invitations, receipts.
_ASIDE_TYPES = frozenset(
    {
        "application/pgp-keys",
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "message/delivery-status",
        "message/disposition-notification",
        "text/calendar",
        "text/directory",
        "text/rfc822-headers",
        "text/vcard",
        "text/x-vcard",
    }
)
#: What the standard library raises at heads that break the rules, beside reporting them.
_HEADER_FAULTS = (ValueError, LookupError, AttributeError, TypeError)


@dataclass(slots=True)
class _Found:
    """What a message was found to hold: its texts, and everything else in order."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)

    def add(self, other: _Found, *, with_texts: bool = True) -> None:
        if with_texts:
            self.plain += other.plain
            self.html += other.html
        self.members += other.members


def open_mail(data: bytes, name: str) -> Container:
    """The message's own text, then its attachments. Raises DamagedFileError for one that nobody could have sent."""
    try:
        message = email.message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=email.policy.default)
        return _open(message, name)
    except RecursionError as error:
        raise DamagedFileError(
            Message("{file} is packed more often than any letter; it was not opened.", {"file": name}),
            Message("Ask the sender for the letter once more."),
        ) from error


def _open(message: MIMEPart, path: str) -> Container:
    found = _find(message, path)
    own = Member(last_name(path), _own_text(message, found, path), is_message=True)
    return Container("eml", [own, *found.members])


def _own_text(message: MIMEPart, found: _Found, path: str) -> Document | ReadError:
    try:
        return read_message(
            path,
            "eml",
            sender=_header(message, "From"),
            sent=_sent(message),
            subject=_header(message, "Subject"),
            plain="\n\n".join(found.plain),
            html="\n".join(found.html),
        )
    except ReadError as error:
        return error


def _find(part: MIMEPart, path: str) -> _Found:
    """The texts and members of a part of a message, with those of the parts inside of it."""
    kind = part.get_content_type()
    found = _Found()
    if kind == "message/rfc822":
        found.members += _find_messages(part, path)
    elif part.is_multipart():
        inner = [_find(sub, path) for sub in part.iter_parts()]
        # Of alternatives that say the same, one of each form is enough; what else hangs on them is kept.
        first = kind == "multipart/alternative"
        for each in inner:
            known = first and ((each.html and found.html) or (each.plain and found.plain))
            found.add(each, with_texts=not known)
    elif kind in ("text/plain", "text/html") and not _is_attached(part):
        texts = found.html if kind == "text/html" else found.plain
        texts.append(_text(part, path))
    else:
        found.members.append(_attachment(part, kind))
    return found


def _is_attached(part: MIMEPart) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _find_messages(part: MIMEPart, path: str) -> Iterator[Member]:
    for inner in part.iter_parts():
        title = _file_name(part) or message_name(_header(inner, "Subject"), ".eml")
        name = clean_name(title, "message.eml")
        yield Member(name, _open(inner, shown_path((path, name))))


def _attachment(part: MIMEPart, kind: str) -> Member:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    # The path that old programs put before the name, of either system, is none of ours.
    name = clean_name(PureWindowsPath(_file_name(part)).name, f"attachment.{part.get_content_subtype()}")
    # A picture that the message's page shows is part of its layout: a logo, a line.
    shown = kind.startswith("image/") and part.get_content_disposition() != "attachment" and "Content-ID" in part
    is_aside = (shown and len(content) <= LARGEST_LOGO) or kind in _ASIDE_TYPES
    return Member(name, content, is_aside=is_aside)


def _text(part: MIMEPart, path: str) -> str:
    """The text of a part in the character set that it names; where that is wrong or unknown, in the likeliest."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset("ascii"))
    except (LookupError, ValueError):  # an unknown name, one that cannot be any, bytes of another encoding
        try:
            return decode(payload, path)[0]
        except ReadError:
            return payload.decode("utf-8", "replace")


def _file_name(part: MIMEPart) -> str:
    return _safely(lambda: part.get_filename("")) or ""


def _header(message: MIMEPart, name: str) -> str:
    return _safely(lambda: str(message[name])) or "" if name in message else ""


def _sent(message: MIMEPart) -> datetime | None:
    return _safely(lambda: parsedate_to_datetime(str(message["Date"]))) if "Date" in message else None


def _safely(get: Callable[[], T]) -> T | None:
    """What a head says; None where it breaks the rules so that the standard library raises."""
    try:
        return get()
    except _HEADER_FAULTS:
        return None
