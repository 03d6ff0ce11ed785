"""Under which names the page may be called. Others are refused, so that no foreign page can reach it through DNS."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass


@dataclass(frozen=True)
class HostNames:
    """The names, without ports; `any_address` lets every numeric address in, which no foreign name can stand for."""

    names: frozenset[str]
    any_address: bool = False

    def allow(self, host: str | None) -> bool:
        """Whether a request may come with this Host header."""
        if not host:
            return False
        name = _without_port(host).casefold()
        return name in self.names or (self.any_address and _is_address(name))


_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def host_names(bound: str, more: tuple[str, ...] = ()) -> HostNames:
    """The names for a server bound to the address or name `bound`; `more` are names that a proxy gives it."""
    given = frozenset(name.casefold() for name in more)
    if is_loopback(bound):
        return HostNames(_LOOPBACK | given)
    own = frozenset({bound.casefold(), socket.gethostname().casefold(), socket.getfqdn().casefold()})
    return HostNames(_LOOPBACK | own | given, any_address=True)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host.casefold() == "localhost":
        return True
    return _is_address(host) and ipaddress.ip_address(host).is_loopback


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]
