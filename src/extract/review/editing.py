"""What the letter page sends: changes of values, and where someone is."""

from __future__ import annotations

from starlette.routing import Route

ROUTES: list[Route] = []
