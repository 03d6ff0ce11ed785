"""From a function of a `Visit` to a route: who may call it, what it is given, and what its errors become."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extract.dataset.users import UserRole
from extract.errors import DatasetError, ExtractError, UsageError
from extract.model import Message
from extract.review.desk import Desk, Visit

#: The largest body that is read: all decisions on a long letter take a tenth of it.
_LARGEST_BODY = 1_000_000

Handler = Callable[[Visit], Response]


def session_cookie(request: Request) -> str:
    """The cookie's name: with the port, as cookies do not tell apart two servers of one machine."""
    server = request.scope.get("server")
    return f"extract-session-{server[1] if server else 0}"


def hash_token(token: str) -> str:
    """What is stored of a session's token, so that who reads the dataset cannot use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def show(path: str, handler: Handler, role: UserRole | None = UserRole.READER) -> Route:
    """A page at `path` for those who have the role; for everybody where it is None."""
    return Route(path, _endpoint(handler, role, is_page=True), methods=["GET"])


def submit(path: str, handler: Handler, role: UserRole | None = UserRole.READER) -> Route:
    """What a form of a page sends."""
    return Route(path, _endpoint(handler, role, is_page=True), methods=["POST"])


def script(path: str, handler: Handler, role: UserRole = UserRole.REVIEWER) -> Route:
    """What a script of a page sends as JSON and is answered in JSON."""
    return Route(path, _endpoint(handler, role, is_page=False), methods=["POST"])


def _endpoint(handler: Handler, role: UserRole | None, *, is_page: bool) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LARGEST_BODY:
                return Response(status_code=413)
        return await run_in_threadpool(_serve, request, body, handler, role, is_page)

    return endpoint


def _serve(request: Request, body: bytes, handler: Handler, role: UserRole | None, is_page: bool) -> Response:
    desk: Desk = request.app.state.desk
    token = request.cookies.get(session_cookie(request))
    user = desk.users.of_session(hash_token(token)) if token else None
    visit = Visit(request, desk, body, token if user else None, user)
    try:
        if role is not None:
            if user is None:
                return visit.go(_sign_in_path(visit)) if is_page else visit.answer(401)
            if not visit.may(role):
                raise _not_allowed()
        if request.method == "POST" and user is not None:
            _check_csrf(visit, is_page=is_page)
        request_id = request.headers.get("x-request-id")
        if request_id is None or visit.token is None:
            return handler(visit)
        return desk.answered.once(visit.token, request_id, lambda: handler(visit))
    except ExtractError as error:
        status = 404 if isinstance(error, DatasetError) and request.method == "GET" else 400
        if isinstance(error, NotAllowedError):
            status = 403
        cause, advice = visit.wording.tell(error.cause), visit.wording.tell(error.advice)
        if is_page:
            return visit.page("error.html", status, cause=cause, advice=advice)
        return visit.answer(status, cause=cause, advice=advice)


def _sign_in_path(visit: Visit) -> str:
    """The way to sign in, and from there to what was asked for."""
    path = visit.request.url.path
    if visit.request.method != "GET" or path == "/":
        return "/sign-in"
    return f"/sign-in?{urlencode({'next': f'{path}?{visit.request.url.query}'.rstrip('?')})}"


def _check_csrf(visit: Visit, *, is_page: bool) -> None:
    sent = visit.form.get("csrf", "") if is_page else visit.request.headers.get("x-csrf-token", "")
    if not visit.csrf or not hmac.compare_digest(sent.encode(), visit.csrf.encode()):
        raise NotAllowedError(
            Message("The request did not come from this page, or you have signed in anew since."),
            Message("Load the page anew and try again."),
        )


class NotAllowedError(UsageError):
    """Something that the user's role does not allow, or that came from elsewhere."""


def _not_allowed() -> NotAllowedError:
    return NotAllowedError(
        Message("Your role does not allow this."), Message("Ask a lead to do it or to give you another role.")
    )
