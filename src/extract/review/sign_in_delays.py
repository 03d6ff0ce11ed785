"""Wrong passwords are answered ever more slowly, so that nobody can try many."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

#: Mistakes that cost nothing, and the most seconds that another one costs.
_FREE = 4
_LONGEST = 60.0


@dataclass
class SignInDelays:
    """For each name, how often its password was wrong in a row, and until when no other is looked at."""

    clock: Callable[[], float] = time.monotonic
    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, name: str) -> int:
        """Whole seconds until a password of this name is looked at again; 0 for now."""
        with self._lock:
            _, until = self._wrong.get(name, (0, 0.0))
            return max(0, int(until - self.clock() + 0.999))

    def note(self, name: str, *, right: bool) -> None:
        """A password was right or wrong."""
        with self._lock:
            if right:
                self._wrong.pop(name, None)
                return
            times = self._wrong.get(name, (0, 0.0))[0] + 1
            delay = min(_LONGEST, 2.0 ** (times - _FREE)) if times > _FREE else 0.0
            self._wrong[name] = (times, self.clock() + delay)
