"""Serving the page: the socket first, so that its address is known before anything is printed or opened."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from extract.errors import UsageError
from extract.model import Message
from extract.system_errors import tell_system_error

#: Taken where none is asked for and it is free, so that bookmarks and sessions hold from day to day.
USUAL_PORT = 8000


@dataclass(frozen=True)
class Address:
    """Where the page is served; `certificate` and `key` are PEM files, both or none. Port 0 is any that is free."""

    host: str
    port: int | None = None
    certificate: Path | None = None
    key: Path | None = None

    @property
    def is_secure(self) -> bool:
        """Whether browsers speak to it over TLS."""
        return self.certificate is not None

    def url(self, port: int) -> str:
        """What a browser is given."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.is_secure else 'http'}://{host}:{port}/"


def bind(address: Address) -> socket.socket:
    """A socket at the address. Raises UsageError where it cannot be had."""
    try:
        return _bind(address.host, USUAL_PORT if address.port is None else address.port)
    except OSError as error:
        if address.port is None and error.errno == errno.EADDRINUSE:
            return _bind(address.host, 0)
        raise UsageError(
            Message(
                "The page cannot be served at {host}:{port}: {error}.",
                {
                    "host": address.host,
                    "port": str(USUAL_PORT if address.port is None else address.port),
                    "error": tell_system_error(error),
                },
            ),
            Message("Give another port with --port, 0 for any that is free."),
        ) from error


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named, as asyncio switches Nagle's algorithm off only then; answers would wait 40 ms otherwise.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


class PageServer(uvicorn.Server):
    """Serves the page with `run`, until Ctrl-C or `should_exit`; `ready` is called once requests are taken."""

    def __init__(self, app: ASGIApp, address: Address, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                lifespan="off",
                timeout_graceful_shutdown=3,
                ssl_certfile=address.certificate,
                ssl_keyfile=address.key,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Take requests from now on."""
        await super().startup(sockets)
        if self.started:
            self._ready()
