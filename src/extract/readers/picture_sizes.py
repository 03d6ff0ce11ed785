"""How large a picture in a letter must be to hold text of it."""

from __future__ import annotations

#: Pictures that cover less of their page, or are lower or narrower than so many points, are logos, stamps, signatures.
_LEAST_SHARE, _LEAST_SIDE = 0.05, 36.0


def share_of(width: float, height: float, page: tuple[float, float]) -> float:
    """The share of a page, given by width and height, that so much of it covers."""
    return width * height / (page[0] * page[1]) if min(page) > 0 else 0.0


def may_hold_text(width: float, height: float, page: tuple[float, float]) -> bool:
    """Whether a picture of this size, in points as shown, may hold text."""
    return share_of(width, height, page) >= _LEAST_SHARE and min(width, height) >= _LEAST_SIDE
