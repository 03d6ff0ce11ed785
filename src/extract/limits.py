"""What a worker process may use: memory, processor time, no network. The programs that it starts inherit all of it."""

from __future__ import annotations

import ctypes
import os
import resource
from contextlib import suppress

#: Bytes of data a worker may hold; what is mapped from files, as libraries are, does not count. With its language model
#: it holds 0.35 GB, after 47 letters 0.6 GB. What needs many times that was made to fill the memory.
MEMORY = 3 * 1024**3
_NEW_NETWORK = 0x40000000  # CLONE_NEWNET
_NEW_USERS = 0x10000000  # CLONE_NEWUSER


def limit_process(memory: int = MEMORY) -> None:
    """Bound this process's memory, in bytes, for good."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def leave_network() -> None:
    """Take the network from this process where the system lets us; to be called before libraries start threads."""
    # Ordinary users may do so within a namespace of users of their own, whose rights on files stay as they were. A
    # system that allows neither leaves the network, to which nothing in the readers turns.
    namespaces = _NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USERS
    with suppress(AttributeError):  # only Linux has namespaces
        ctypes.CDLL(None).unshare(namespaces)


def limit_task(seconds: float) -> None:
    """Let this process use at most `seconds` of processor time from now on; the system ends it when it uses more.

    The batch watches the clock, too; this holds where the process that would watch it is gone.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
