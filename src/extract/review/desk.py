"""What all requests share, and what one request is given: who asks, in which language, with which form."""

from __future__ import annotations

import gc
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from extract.codebook import Codebook
from extract.dataset import Dataset
from extract.dataset.users import User, UserRole, Users
from extract.errors import UsageError
from extract.messages import Language
from extract.model import Message
from extract.rendering import Renderer
from extract.review.answered import Answered
from extract.review.overview import Numbers
from extract.review.presence import Presence
from extract.review.sign_in_delays import SignInDelays
from extract.review.wording import Wording

LANGUAGE_COOKIE = "extract-language"


@dataclass
class Desk:
    """The open dataset and what the server keeps in memory."""

    dataset: Dataset
    users: Users
    codebook: Codebook
    renderer: Renderer
    templates: Environment
    static_path: str
    folders: tuple[Path, ...] = ()
    secure: bool = False
    entrance: str | None = None
    presence: Presence = field(default_factory=Presence)
    numbers: Numbers = field(init=False)
    delays: SignInDelays = field(default_factory=SignInDelays)
    answered: Answered = field(default_factory=Answered)

    def __post_init__(self) -> None:
        self.numbers = Numbers(self.dataset)

    def warm_up(self) -> None:
        """Load what the start page and the queue keep in memory, and spare the garbage collector looking at it again.

        With ten thousand statements each of its full rounds would hold up requests for a quarter of a second.
        """
        self.numbers.letters()
        gc.collect()
        gc.freeze()

    def make_entrance(self) -> str:
        """A word that lets its bearer in once, as the only user there is, without a password."""
        self.entrance = secrets.token_urlsafe(24)
        return self.entrance

    def use_entrance(self, word: str) -> bool:
        """Whether the word is the one that was given out; it is used up then."""
        if self.entrance is None or not hmac.compare_digest(word.encode(), self.entrance.encode()):
            return False
        self.entrance = None
        return True


@dataclass
class Visit:
    """One request, and the answers to it."""

    request: Request
    desk: Desk
    body: bytes
    token: str | None
    visitor: User | None

    @property
    def user(self) -> User:
        """Who asks. Raises LookupError for nobody: routes that everybody may use have `visitor`."""
        if self.visitor is None:
            raise LookupError("nobody is signed in")
        return self.visitor

    @property
    def parameters(self) -> Mapping[str, str]:
        """The parameters of the URL's path."""
        return self.request.path_params

    @property
    def query(self) -> Mapping[str, str]:
        """The parameters behind the URL's question mark."""
        return self.request.query_params

    @cached_property
    def form(self) -> Mapping[str, str]:
        """The fields of a form. Raises UsageError where the body is none."""
        try:
            return dict(parse_qsl(self.body.decode(), keep_blank_values=True))
        except UnicodeDecodeError as error:
            raise _unreadable() from error

    @cached_property
    def json(self) -> Any:
        """The body of a script's request. Raises UsageError where it is no JSON."""
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise _unreadable() from error

    @cached_property
    def language(self) -> Language:
        """Latvian, unless the reader switched."""
        chosen = self.request.cookies.get(LANGUAGE_COOKIE, Language.LATVIAN)
        return Language(chosen) if chosen in set(Language) else Language.LATVIAN

    @cached_property
    def wording(self) -> Wording:
        """The reader's words."""
        return Wording(self.language, self.desk.codebook)

    @property
    def csrf(self) -> str:
        """What a form or script of this session must send along, and no other page can know."""
        return csrf_of(self.token) if self.token else ""

    def may(self, role: UserRole) -> bool:
        """Whether the visitor has the role or a higher one."""
        return self.visitor is not None and self.visitor.role.includes(role)

    def render(self, template: str, **values: Any) -> str:
        """A template's text."""
        words = self.wording
        return self.desk.templates.get_template(template).render(
            visit=self,
            words=words,
            tell=words.tell,
            tell_number=words.tell_number,
            static=self.desk.static_path,
            codebook=self.desk.codebook,
            **values,
        )

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page."""
        return HTMLResponse(self.render(template, **values), status)

    def answer(self, status: int = 200, **values: Any) -> Response:
        """What a script reads."""
        return JSONResponse(values, status)

    def go(self, path: str) -> Response:
        """A redirect after a form, or to where something is."""
        return RedirectResponse(path, 303)


def csrf_of(token: str) -> str:
    """The word against forged requests that belongs to a session."""
    return hmac.new(token.encode(), b"csrf", hashlib.sha256).hexdigest()


def _unreadable() -> UsageError:
    return UsageError(Message("The request cannot be read."), Message("Load the page anew and try again."))
