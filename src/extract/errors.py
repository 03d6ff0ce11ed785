"""The error tree. Each class knows its exit code; each error names its cause and what the user can do.

Exit codes (also in the README): 0 all good, 1 a defect of the program, 2 wrong use, 3 some letters need a look,
4 some letters could not be read, 130 stopped by the user.
"""

from __future__ import annotations

from enum import IntEnum

from extract.model import Message


class ExitCode(IntEnum):
    """What the command tells the shell."""

    GOOD = 0
    DEFECT = 1
    USAGE = 2
    NEEDS_LOOK = 3
    UNREADABLE = 4
    INTERRUPTED = 130


class ExtractError(Exception):
    """Base of all errors that a user may meet: what happened and what to do, both translatable."""

    exit_code: ExitCode = ExitCode.DEFECT

    def __init__(self, cause: Message, advice: Message) -> None:
        super().__init__(cause, advice)
        self.cause = cause
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.cause} {self.advice}"


class UsageError(ExtractError):
    """The command was called with something it cannot work with."""

    exit_code = ExitCode.USAGE


class CodebookError(UsageError):
    """The codebook file is missing or wrong."""


class ReadError(ExtractError):
    """A file could not be read; the batch goes on without it."""

    exit_code = ExitCode.UNREADABLE


class UnsupportedFormatError(ReadError):
    """A file of a format that no reader takes."""


class DamagedFileError(ReadError):
    """A file that is broken, truncated or not what its content claims."""


class EncryptedFileError(ReadError):
    """A file that needs a password."""


class EmptyFileError(ReadError):
    """A file without content, or in which no page has any text."""


class HinderedError(ReadError):
    """A file whose reading something else kept from going on, such as a full disk; the next run tries it again."""


class MissingProgramError(ReadError):
    """A file that can only be read with a program that is not installed."""


class TooLongError(ReadError):
    """A file with far more text than a letter has."""


class DatasetError(ExtractError):
    """The dataset cannot be opened, is of another version, or is in use."""

    exit_code = ExitCode.USAGE
