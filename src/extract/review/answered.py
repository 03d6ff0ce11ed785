"""Answers to what scripts have sent, for as long as they may send it again because the answer was lost."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock

from starlette.responses import Response

#: Answers that are kept: a page sends one request after another, so a lost answer is one of the latest.
_MOST = 64


class Answered:
    """Does what was asked once, however often it is sent: undone twice, because an answer was lost, is too much."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: OrderedDict[tuple[str, str], Future[Response]] = OrderedDict()

    def once(self, session: str, request: str, do: Callable[[], Response]) -> Response:
        """The answer to a session's request: of doing it now, or of when it was done. What fails is tried again."""
        key = (session, request)
        with self._lock:
            known = self._answers.get(key)
            future: Future[Response] = known or self._answers.setdefault(key, Future())
            while len(self._answers) > _MOST:
                self._answers.popitem(last=False)
        if known is not None:
            return known.result()
        try:
            answer = do()
        except BaseException as error:
            with self._lock:
                self._answers.pop(key, None)
            future.set_exception(error)
            raise
        future.set_result(answer)
        return answer
