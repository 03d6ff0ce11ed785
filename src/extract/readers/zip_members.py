"""The files in a ZIP archive. Nothing is unpacked to disk; what is named so that it could hurt there is not read."""

from __future__ import annotations

import posixpath
import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from extract.errors import DamagedFileError, EncryptedFileError, ReadError
from extract.model import Message
from extract.readers.archives import Archive, is_locked
from extract.readers.members import Container, Member, clean_name, shown_path

#: Bit 11 of an entry's flags says that its name is UTF-8 (APPNOTE.TXT 4.4.4).
_UTF8_NAME = 0x800
_DRIVE = re.compile(r"[A-Za-z]:")
_SYSTEM_FILE = re.compile(r"(?:.*/)?(?:\.[^/]*|~\$[^/]*|thumbs\.db|desktop\.ini)|__MACOSX/.*", re.IGNORECASE)


def open_zip(data: bytes, name: str) -> Container:
    """The files in a ZIP archive. Raises DamagedFileError where it is broken or beyond the limits."""
    return Container("zip", read_members(Archive(data, name, with_locked=True), name))


def read_members(archive: Archive, name: str) -> Iterator[Member]:
    """The files that may be letters, each with its content, or the error that says why it is not read."""
    names = [entry_name(entry) for entry in archive.entries]
    times = Counter(names)
    for entry, called in zip(archive.entries, names, strict=True):
        if _SYSTEM_FILE.fullmatch(called):
            continue
        error = _fault(entry, called, times[called], shown_path((name, called)))
        try:
            yield Member(called, error or archive.read(entry))
        except ReadError as damage:
            yield Member(called, damage)


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry, with strokes between its folders.

    Where it does not say that it is UTF-8, Python takes it for the code page 437; but programs of today mean UTF-8
    all the same, and Windows in Latvia means its own code page, 775.
    """
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME and not name.isascii():
        raw = name.encode("cp437")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp775")
    return clean_name(name.replace("\\", "/"), "?")


def _fault(entry: zipfile.ZipInfo, name: str, times: int, path: str) -> ReadError | None:
    """Why an entry is not read: a password, or a name that leads elsewhere or stands for several files."""
    if is_locked(entry):
        return EncryptedFileError(
            Message("{file} needs a password.", {"file": path}),
            Message("Ask the sender for the letter without a password."),
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        return DamagedFileError(
            Message("{file} is only a link to a file that did not come along.", {"file": path}),
            Message("Ask the sender for the file that the link leads to."),
        )
    if name.startswith("/") or _DRIVE.match(name) or PurePosixPath(posixpath.normpath(name)).parts[:1] == ("..",):
        return DamagedFileError(
            Message("{file} is named so that it could land outside of its folder; it was not read.", {"file": path}),
            Message("Do not unpack it before you have asked the sender what it is."),
        )
    if times > 1:
        return DamagedFileError(
            Message("{file} stands in its archive more than once; none of them was read.", {"file": path}),
            Message("Unpack the archive, choose the right one, and give it by itself."),
        )
    return None
