"""The application: its routes, its templates, and the wall around it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from extract.codebook import Codebook
from extract.dataset import Dataset
from extract.model import Message
from extract.rendering import Renderer
from extract.review import (
    agreement_page,
    editing,
    history,
    letter_view,
    letters,
    queue_page,
    second_reviews,
    sign_in,
    start,
    users_page,
)
from extract.review.desk import Desk, Visit
from extract.review.guard import Guard
from extract.review.hosts import HostNames
from extract.review.serving import show

_HERE = Path(__file__).parent


class _Unchanging(StaticFiles):
    """The page's own files, which browsers may keep: their path changes with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def make_desk(
    dataset: Dataset, codebook: Codebook, renderer: Renderer, *, folders: tuple[Path, ...] = (), secure: bool = False
) -> Desk:
    """What all requests share; `folders` are where letters are looked for that no longer lie where they were read."""
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["pair"] = _pair
    return Desk(dataset, dataset.users, codebook, renderer, environment, f"/static/{_fingerprint()}", folders, secure)


def make_app(desk: Desk, hosts: HostNames) -> ASGIApp:
    """The page of an open dataset, for requests to `hosts`."""
    routes = [
        *sign_in.ROUTES,
        *users_page.ROUTES,
        *start.ROUTES,
        *queue_page.ROUTES,
        *agreement_page.ROUTES,
        *second_reviews.ROUTES,
        *letters.ROUTES,
        *history.ROUTES,
        *letter_view.ROUTES,
        *editing.ROUTES,
        Mount(desk.static_path, _Unchanging(directory=_HERE / "static")),
        show("/{path:path}", _show_absence),
    ]
    app = Starlette(routes=routes)
    app.state.desk = desk
    return Guard(app, hosts)


def _show_absence(visit: Visit) -> Response:
    """What is asked for is not there."""
    cause, advice = Message("There is no such page."), Message("Go on from the start page.")
    return visit.page("error.html", 404, cause=visit.wording.tell(cause), advice=visit.wording.tell(advice))


def _pair(value: object, title: Callable[[Any], str] = str) -> tuple[object, str]:
    """A value and how it is shown, for the options of a list."""
    return value, title(value)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for file in sorted((_HERE / "static").rglob("*")):
        if file.is_file():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]
