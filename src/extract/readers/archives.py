"""Zip containers from strangers: nothing is unpacked to disk, and nothing grows beyond what a letter needs."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from types import TracebackType

from extract.errors import DamagedFileError, EncryptedFileError
from extract.model import Message

MAX_MEMBERS = 10_000
MAX_MEMBER_BYTES = 100 * 1024 * 1024
MAX_TOTAL_BYTES = 400 * 1024 * 1024
#: XML packs at up to about 60 to 1; what packs much better and is large was made to fill the memory.
MAX_RATIO = 200
#: What the standard library raises at broken archives: NotImplementedError for a way of packing that it does not know,
#: ValueError for an entry before the file's start.
FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError)
_RATIO_COUNTS_FROM = 5 * 1024 * 1024
_SAVE = Message("If there is a letter in it, save that as a file of its own.")


def damaged_file(name: str) -> DamagedFileError:
    """The error for a file of a known format that is broken."""
    return DamagedFileError(
        Message("{file} is damaged: it is cut off or was changed on its way.", {"file": name}),
        Message("Open it in its program; if that fails, ask the sender for the letter once more."),
    )


def too_deep(name: str) -> DamagedFileError:
    """The error for a file whose parts are nested so deep that nobody can have written them."""
    return DamagedFileError(
        Message("{file} is nested deeper than any letter.", {"file": name}),
        Message("Open the file and save it anew as PDF or DOCX, then run again."),
    )


class Archive:
    """A zip file in memory whose members are read one by one, each counted against the limits.

    Raises DamagedFileError for a broken archive or one beyond the limits, EncryptedFileError for one with a password,
    unless `with_locked` members are taken for no fault of the others.
    """

    def __init__(self, data: bytes, name: str, *, with_locked: bool = False) -> None:
        self.name = name
        self._with_locked = with_locked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except FAULTS as error:
            raise self.damaged() from error
        self._members = {member.filename.lstrip("/"): member for member in self._zip.infolist()}
        self._check(len(data))

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, member: str) -> bool:
        return member in self._members

    @property
    def members(self) -> tuple[str, ...]:
        """The names of all members, in the order of the archive's directory."""
        return tuple(self._members)

    @property
    def entries(self) -> tuple[zipfile.ZipInfo, ...]:
        """The entries of the archive's directory, those of one name each by itself, folders left out."""
        return tuple(info for info in self._zip.infolist() if not info.filename.endswith("/"))

    def read(self, member: str | zipfile.ZipInfo, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """The content of a member of at most `limit` bytes. Raises KeyError where there is none of the name."""
        info = self._members[member] if isinstance(member, str) else member
        try:
            with self._zip.open(info) as file:
                # A directory may lie of a member's size: the limit is held while reading.
                content = file.read(limit + 1)
        except FAULTS as error:
            raise self.damaged() from error
        if len(content) > limit:
            raise self._part_too_large(limit)
        return content

    def damaged(self) -> DamagedFileError:
        """The error for this file being broken."""
        return damaged_file(self.name)

    def _check(self, packed: int) -> None:
        infos = self._zip.infolist()
        if not self._with_locked and any(is_locked(info) for info in infos):
            raise EncryptedFileError(
                Message("{file} holds parts that need a password.", {"file": self.name}),
                Message("Ask the sender for the letter without a password."),
            )
        if len(infos) > MAX_MEMBERS:
            raise DamagedFileError(
                Message("{file} holds more than {limit} files.", {"file": self.name, "limit": MAX_MEMBERS}),
                Message("Unpack it and give the letters that it holds."),
            )
        total, largest = sum(info.file_size for info in infos), max((info.file_size for info in infos), default=0)
        if total > _RATIO_COUNTS_FROM and total > MAX_RATIO * packed:
            raise DamagedFileError(
                Message("{file} unpacks to far more than a letter holds; it was not opened.", {"file": self.name}),
                Message("Do not open it before you have asked the sender what it is."),
            )
        if total > MAX_TOTAL_BYTES:
            raise self._too_large(MAX_TOTAL_BYTES)
        if largest > MAX_MEMBER_BYTES:
            raise self._part_too_large(MAX_MEMBER_BYTES)

    def _too_large(self, limit: int) -> DamagedFileError:
        return DamagedFileError(
            Message(
                "{file} unpacks to more than the {limit} MB that are read; it was not opened.",
                {"file": self.name, "limit": limit // 1024**2},
            ),
            _SAVE,
        )

    def _part_too_large(self, limit: int) -> DamagedFileError:
        return DamagedFileError(
            Message(
                "A part of {file} unpacks to more than the {limit} MB that are read; it was not opened.",
                {"file": self.name, "limit": limit // 1024**2},
            ),
            _SAVE,
        )


def is_locked(info: zipfile.ZipInfo) -> bool:
    """Whether a member needs a password."""
    return bool(info.flag_bits & 1)
