"""Signing in and out, and the switch of language."""

from __future__ import annotations

import secrets

from starlette.responses import Response

from extract.dataset.users import SESSION_LIFETIME, User, UserRole
from extract.messages import Language
from extract.model import Message
from extract.review.desk import LANGUAGE_COOKIE, Visit
from extract.review.passwords import is_right
from extract.review.serving import hash_token, session_cookie, show, submit


def show_sign_in(visit: Visit) -> Response:
    """The form; who is signed in has no need of it."""
    if visit.visitor is not None:
        return visit.go("/")
    return visit.page("sign_in.html", name="", refusal=None, back=visit.query.get("next", ""))


def sign_in(visit: Visit) -> Response:
    """Check the password and open a session."""
    name = " ".join(visit.form.get("name", "").split())
    delays, back = visit.desk.delays, visit.form.get("next", "")
    if wait := delays.wait(name.casefold()):
        refusal = Message("Too many wrong passwords. Wait {seconds} s, then try again.", {"seconds": wait})
        return visit.page("sign_in.html", 429, name=name, refusal=refusal, back=back)
    found = visit.desk.users.find(name)
    user, stored = found if found else (None, None)
    right = is_right(visit.form.get("password", ""), stored)
    delays.note(name.casefold(), right=right)
    if user is None or not right or not user.active:
        refusal = Message("The name or the password is wrong.")
        return visit.page("sign_in.html", 403, name=name, refusal=refusal, back=back)
    return _open_session(visit, user, _our_path(back))


def enter(visit: Visit) -> Response:
    """Let in the only user of a dataset by the word that the terminal showed, once."""
    user = only_user(visit.desk.users.all())
    if user is not None and visit.desk.use_entrance(visit.query.get("word", "")):
        return _open_session(visit, user)
    return visit.go("/" if visit.visitor is not None else "/sign-in")


def only_user(users: list[User]) -> User | None:
    """The one who works alone and needs no password; None where there are several, or a password was set."""
    active = [user for user in users if user.active]
    return active[0] if len(active) == 1 and not active[0].has_password else None


def sign_out(visit: Visit) -> Response:
    """End the session."""
    if visit.token is not None:
        visit.desk.users.end_session(hash_token(visit.token))
    response = visit.go("/sign-in")
    response.delete_cookie(session_cookie(visit.request), path="/")
    return response


def switch_language(visit: Visit) -> Response:
    """Note the language in a cookie and go back to where the switch was."""
    language = visit.form.get("language", "")
    response = visit.go(_our_path(visit.form.get("back", "")))
    if language in set(Language):
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=31_536_000, httponly=True, samesite="lax", path="/")
    return response


def _our_path(path: str) -> str:
    """The path if it is one of ours, and nothing that a browser would take for another host; else the start page's."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


def _open_session(visit: Visit, user: User, path: str = "/") -> Response:
    token = secrets.token_urlsafe(32)
    visit.desk.users.open_session(user.id, hash_token(token))
    response = visit.go(path)
    response.set_cookie(
        session_cookie(visit.request),
        token,
        max_age=int(SESSION_LIFETIME.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=visit.desk.secure,
        path="/",
    )
    return response


ROUTES = [
    show("/sign-in", show_sign_in, role=None),
    submit("/sign-in", sign_in, role=None),
    show("/enter", enter, role=None),
    submit("/sign-out", sign_out, role=UserRole.READER),
    submit("/language", switch_language, role=None),
]
