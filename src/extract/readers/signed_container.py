"""Signed containers: ASiC-E as `.edoc`, `.asice`, `.sce` and `.bdoc` (ETSI EN 319 162-1), and the older eDoc 1.x.

An eDoc 1.x is a package of Office's kind (OPC) with its documents below `EDoc/Documents/`, its signatures below
`EDoc/Signature/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.errors import ReadError
from extract.model import Message, Signature, SignatureState
from extract.readers.archives import Archive
from extract.readers.members import Container, Member
from extract.readers.signatures import MAX_XML_BYTES, check_signatures
from extract.readers.zip_members import entry_name, read_members

_SIGNATURES = re.compile(r"META-INF/[^/]*signatures[^/]*\.xml|EDoc/Signatures?/.*\.xml", re.IGNORECASE)
#: Signatures in another form (CAdES) and time stamps, which are not checked.
_OTHER_SIGNATURES = re.compile(r"META-INF/[^/]*\.(?:p7s|p7m)", re.IGNORECASE)
_DOCUMENTS = re.compile(r"EDoc/Documents?/(?!_rels/).+", re.IGNORECASE)
_FURNITURE = re.compile(r"mimetype|META-INF/.*", re.IGNORECASE)


def open_signed_container(data: bytes, name: str) -> Container:
    """The documents in a signed container, and its signatures, checked.

    Raises DamagedFileError where it is broken or beyond the limits, EncryptedFileError for one with a password.
    """
    with Archive(data, name) as archive:
        members = list(read_members(archive, name))
        old = any(_DOCUMENTS.fullmatch(member.name) for member in members)
        files = {member.name: member.content for member in members if isinstance(member.content, bytes)}
        signatures, notices = _read_signatures(archive, files, name)
    documents = [member for member in members if _is_document(member.name, old=old)]
    return Container("asice", documents, tuple(signatures), (*notices, *_tell_uncovered(documents, signatures, name)))


def _is_document(member: str, *, old: bool) -> bool:
    return bool(_DOCUMENTS.fullmatch(member)) if old else not _FURNITURE.fullmatch(member)


def _read_signatures(archive: Archive, files: Mapping[str, bytes], name: str) -> tuple[list[Signature], list[Message]]:
    """The signatures, and a notice of each that does not fit, could not be checked, or could not even be read."""
    signatures: list[Signature] = []
    notices: list[Message] = []
    for entry in archive.entries:
        called = entry_name(entry)
        if _OTHER_SIGNATURES.fullmatch(called):
            signatures.append(Signature(None, None, SignatureState.UNVERIFIABLE, _unchecked(called, name)))
        elif _SIGNATURES.fullmatch(called):
            try:
                signatures += check_signatures(archive.read(entry, MAX_XML_BYTES), files)
            except (ValueError, ReadError):
                reason = Message("The signature file {part} in {file} cannot be read.", {"part": called, "file": name})
                signatures.append(Signature(None, None, SignatureState.UNVERIFIABLE, reason))
    notices += [signature.reason for signature in signatures if signature.state is not SignatureState.INTACT]
    return signatures, notices


def _unchecked(part: str, name: str) -> Message:
    return Message(
        "The signature {part} in {file} is of a kind that is not checked here; look at it in eParaksts.",
        {"part": part, "file": name},
    )


def _tell_uncovered(documents: list[Member], signatures: list[Signature], name: str) -> Iterator[Message]:
    """A notice of each document that no signature covers; one for all where there is no signature."""
    if not signatures:
        yield Message("{file} carries no signature, though it is a container for signed documents.", {"file": name})
        return
    if any(not signature.covers and signature.signer is None for signature in signatures):
        return  # what a signature covers that was not read is not known
    covered = {file.name for signature in signatures for file in signature.covers}
    for document in documents:
        if document.name not in covered:
            yield Message("No signature in {file} covers {part}.", {"file": name, "part": document.name})
