"""Who looks at which statement just now: known by heartbeats, kept in memory only."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

#: A browser tells where its user is every five seconds; after three that were missed the user is taken to be gone.
HEARTBEAT_SECONDS = 5
_GONE_AFTER = 3 * HEARTBEAT_SECONDS


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone is: a letter, and a statement of it or none."""

    document: str
    statement: str | None


@dataclass
class Presence:
    """The last place of every open page, by the page's own number."""

    clock: Callable[[], float] = time.monotonic
    _seen: dict[tuple[str, str], tuple[Place, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, who: str, page: str, place: Place) -> None:
        """The page `page` of `who` is at `place`."""
        with self._lock:
            self._seen[who, page] = (place, self.clock())

    def leave(self, who: str, page: str) -> None:
        """The page was closed."""
        with self._lock:
            self._seen.pop((who, page), None)

    def others(self, document: str, page: str) -> list[tuple[str, str | None]]:
        """Who else is in the letter, and at which statement, by name; the page that asks is left out."""
        with self._lock:
            now = self.clock()
            self._seen = {key: seen for key, seen in self._seen.items() if now - seen[1] < _GONE_AFTER}
            return sorted(
                {
                    (who, place.statement)
                    for (who, other), (place, _) in self._seen.items()
                    if place.document == document and other != page
                },
                key=lambda seen: (seen[0], seen[1] or ""),
            )
