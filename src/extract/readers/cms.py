"""Signed and encrypted messages (CMS, RFC 5652): `smime.p7m` of mails, `.p7m` beside documents.

What was signed lies in the open within the signature and is taken out here; the signature itself is not checked. The
few fields on the way are read by hand, as `cryptography` reads no such content and mail programs write it in lengths
that are told only by an end (BER).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from extract.errors import EmptyFileError, EncryptedFileError, UnsupportedFormatError
from extract.model import Message, Signature, SignatureState, SignedFile
from extract.readers.archives import damaged_file
from extract.readers.members import Container, Member, last_name

#: Object identifiers of what a message is, with their tag and length: PKCS #7, and what S/MIME added to it.
_PKCS7 = bytes.fromhex("06092a864886f70d0107")
_SMIME = bytes.fromhex("060b2a864886f70d01091001")
_SIGNED = bytes.fromhex("02")
_ENCRYPTED = frozenset({(_PKCS7, b"\x03"), (_PKCS7, b"\x06"), (_SMIME, b"\x17")})
#: An identifier of a message stands within its first bytes.
_HEAD = 24
_SEQUENCE, _OBJECT_IDENTIFIER, _OCTETS, _EXPLICIT = 0x30, 0x06, 0x04, 0xA0
_CONSTRUCTED, _INDEFINITE, _LONG = 0x20, 0x80, 0x80
#: Pieces of content lie at most so deep in each other.
_MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class _Element:
    """A value in BER: its tag, and where its content starts and ends, and the next one begins."""

    tag: int
    start: int
    end: int
    after: int


def is_cms(data: bytes) -> bool:
    """Whether the bytes are such a message."""
    return data[:1] == bytes([_SEQUENCE]) and _find_kind(data) is not None


def open_cms(data: bytes, name: str) -> Container:
    """The file, or the message, that was signed. Raises EncryptedFileError, EmptyFileError for a signature alone,
    UnsupportedFormatError and DamagedFileError.
    """
    kind = _find_kind(data)
    if kind in _ENCRYPTED:
        raise EncryptedFileError(
            Message("{file} is encrypted: only the key of its addressee opens it.", {"file": name}),
            Message("Open it in the mail program that has the key, save the letter, and give that."),
        )
    if kind != (_PKCS7, _SIGNED):
        raise UnsupportedFormatError(
            Message("{file} is a message in a cryptographic form (CMS) that is not read.", {"file": name}),
            Message("Open it in its program and save it as PDF or DOCX."),
        )
    try:
        content = _signed_content(data)
    except (IndexError, ValueError) as error:
        raise damaged_file(name) from error
    if not content:
        raise EmptyFileError(
            Message("{file} is only a signature; what was signed is not in it.", {"file": name}),
            Message("Give the file that was signed."),
        )
    inner = _inner_name(last_name(name))
    reason = Message(
        "{file} is signed in a form (CMS) that is not checked here; what was signed was read.", {"file": name}
    )
    signature = Signature(None, None, SignatureState.UNVERIFIABLE, reason, (SignedFile(inner, None),))
    return Container("p7m", [Member(inner, content)], (signature,), (reason,))


def _find_kind(data: bytes) -> tuple[bytes, bytes] | None:
    for family in (_PKCS7, _SMIME):
        at = data.find(family, 0, _HEAD)
        if at >= 0:
            return family, data[at + len(family) : at + len(family) + 1]
    return None


def _inner_name(name: str) -> str:
    """The name of what was signed: that of the signature without its own ending; a mail's has none but that."""
    path = PurePath(name)
    stem = path.stem if path.suffix.lower() in (".p7m", ".p7s") else name
    return stem if PurePath(stem).suffix else f"{stem}.eml"


def _signed_content(data: bytes) -> bytes:
    """What was signed; empty where it is not within. Raises ValueError or IndexError for what is broken."""
    message = _element(data, 0)
    _, wrapped = _children(data, message)[:2]
    (signed,) = _children(data, wrapped)[:1]
    enclosed = _children(data, signed)[2]
    parts = _children(data, enclosed)
    if (message.tag, signed.tag, enclosed.tag) != (_SEQUENCE,) * 3 or parts[0].tag != _OBJECT_IDENTIFIER:
        raise ValueError("no signed message")
    if len(parts) < 2:
        return b""
    return b"".join(_octets(data, _children(data, parts[1])[0], _MAX_DEPTH))


def _octets(data: bytes, element: _Element, depth: int) -> Iterator[bytes]:
    """The bytes of a string, which may be written in pieces."""
    if element.tag & _CONSTRUCTED and depth:
        for piece in _children(data, element):
            yield from _octets(data, piece, depth - 1)
    elif element.tag == _OCTETS:
        yield data[element.start : element.end]
    else:
        raise ValueError("no string of bytes")


def _children(data: bytes, element: _Element) -> list[_Element]:
    children = []
    at = element.start
    while at < element.end:
        child = _element(data, at)
        children.append(child)
        at = child.after
    return children


def _element(data: bytes, at: int, depth: int = 0) -> _Element:
    tag, length = data[at], data[at + 1]
    start = at + 2
    if length == _INDEFINITE:
        if depth > 2 * _MAX_DEPTH:
            raise ValueError("nested too deep")
        end = start
        while data[end : end + 2] != b"\0\0":
            end = _element(data, end, depth + 1).after
        return _Element(tag, start, end, end + 2)
    if length & _LONG:
        size = length & ~_LONG
        length = int.from_bytes(data[start : start + size])
        start += size
    if start + length > len(data):
        raise ValueError("cut off")
    return _Element(tag, start, start + length, start + length)
