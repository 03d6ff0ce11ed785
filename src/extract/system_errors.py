"""What the system reports, in words for people, and what keeps a file from being read without being its fault."""

from __future__ import annotations

import errno
import signal

from extract.errors import HinderedError
from extract.model import Message

#: What the numbers of the system's errors mean to a user; each goes on a sentence.
_MEANINGS: dict[int, Message] = {
    errno.ENOSPC: Message("no room is left on the disk"),
    errno.EDQUOT: Message("your share of the disk is used up"),
    errno.EFBIG: Message("no file may become so large there"),
    errno.EROFS: Message("nothing can be written to that disk"),
    errno.EACCES: Message("you have no right to it"),
    errno.EPERM: Message("you have no right to it"),
    errno.ENOENT: Message("there is nothing at that place"),
    errno.EISDIR: Message("there is a folder at that place"),
    errno.ENOTDIR: Message("the way there leads over something that is no folder"),
    errno.EEXIST: Message("there is something of that name already"),
    errno.ELOOP: Message("it is a link that leads back to itself"),
    errno.ENAMETOOLONG: Message("the name is too long"),
    errno.EIO: Message("the disk reports an error"),
    errno.ENXIO: Message("the device does not answer"),
    errno.ESTALE: Message("the network folder does not answer"),
    errno.ETIMEDOUT: Message("the network folder does not answer"),
    errno.EHOSTDOWN: Message("the network folder does not answer"),
    errno.ENOTCONN: Message("the network folder does not answer"),
    errno.EBUSY: Message("another program is using it"),
    errno.ETXTBSY: Message("another program is using it"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENFILE: Message("too many files are open"),
    errno.ENOMEM: Message("the machine's memory does not suffice"),
    errno.EAGAIN: Message("the machine has no means left at present"),
    errno.EADDRINUSE: Message("another program is using that address"),
    errno.EADDRNOTAVAIL: Message("that address is not one of this machine"),
}
#: Errors that tell of the machine and not of the file that was being read.
_OF_THE_MACHINE = frozenset(
    {
        errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN,
        errno.ESTALE, errno.ETIMEDOUT, errno.EHOSTDOWN, errno.ENOTCONN,
    }
)  # fmt: skip
_OF_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
#: With what people and the system end a program; what a program brings about by itself ends it with others.
_FROM_OUTSIDE = frozenset({signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT})


def tell_system_error(error: OSError) -> Message:
    """What the error means, to go on a sentence; the system's own words where it is an uncommon one."""
    known = _MEANINGS.get(error.errno or 0)
    return known or Message("the system reports “{error}”", {"error": error.strerror or str(error)})


def is_no_room(error: OSError) -> bool:
    """Whether the error tells that a disk takes nothing more."""
    return error.errno in _OF_NO_ROOM


def is_of_the_machine(error: OSError) -> bool:
    """Whether the error tells of the machine, so that the same file may be read another time."""
    return error.errno in _OF_THE_MACHINE


def is_ended_from_outside(exitcode: int) -> bool:
    """Whether a process of that exit code (negative: a signal) was ended by people or by the system."""
    return -exitcode in _FROM_OUTSIDE


def hindered(name: str, reason: Message) -> HinderedError:
    """The error for the file `name` that could not be read now, for a `reason` that goes on a sentence."""
    return HinderedError(
        Message("{file} could not be read this time: {reason}.", {"file": name, "reason": reason}),
        Message("That is no fault of the file. Mend the cause and run again: the file is then read anew."),
    )


def ended_from_outside(name: str, exitcode: int) -> HinderedError:
    """The error for the file `name` while which was read a program was ended, with a negative exit code."""
    values = {"signal": -exitcode}
    return hindered(
        name,
        Message("the program reading it was ended from outside, as happens when memory runs out (signal {signal})",
                values),
    )  # fmt: skip
