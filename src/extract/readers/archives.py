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


def damaged_file(name: str) -> DamagedFileError:
    """The error for a file of a known format that is broken."""
    return DamagedFileError(
        Message("{file} is damaged: it is cut off or was changed on its way.", {"file": name}),
        Message("Open it in its program; if that fails, ask the sender for the letter once more."),
    )


class Archive:
    """A zip file in memory whose members are read one by one, each counted against the limits.

    Raises DamagedFileError for a broken archive or one beyond the limits, EncryptedFileError for one with a password,
    unless `with_locked` members are taken for no fault of the others.
    """

    def __init__(self, data: bytes, name: str, *, with_locked: bool = False) -> None:
        self._name = name
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
            raise self._too_large()
        return content

    def damaged(self) -> DamagedFileError:
        """The error for this file being broken."""
        return damaged_file(self._name)

    def _check(self, packed: int) -> None:
        infos = self._zip.infolist()
        if not self._with_locked and any(is_locked(info) for info in infos):
            raise EncryptedFileError(
                Message("{file} holds parts that need a password.", {"file": self._name}),
                Message("Ask the sender for the letter without a password."),
            )
        total = sum(info.file_size for info in infos)
        if (
            len(infos) > MAX_MEMBERS
            or total > MAX_TOTAL_BYTES
            or any(info.file_size > MAX_MEMBER_BYTES for info in infos)
            or (total > _RATIO_COUNTS_FROM and total > MAX_RATIO * packed)
        ):
            raise self._too_large()

    def _too_large(self) -> DamagedFileError:
        return DamagedFileError(
            Message("{file} unpacks to far more than a letter holds; it was not opened.", {"file": self._name}),
            Message("Do not open it before you have asked the sender what it is."),
        )


def is_locked(info: zipfile.ZipInfo) -> bool:
    """Whether a member needs a password."""
    return bool(info.flag_bits & 1)
