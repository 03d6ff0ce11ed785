"""The letter page in a browser, as a reviewer uses it: from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extract.review.desk import Desk

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Opens an address in a browser of its own.
Open = Callable[..., "Page"]


def enter(open_page: Open, desk: Desk, address: str, path: str = "/letters/talsi.pdf", **kwargs: str) -> Page:
    page = open_page(f"{address}/enter?word={desk.make_entrance()}", **kwargs)
    page.goto(address + path)
    return page


def saved(page: Page) -> None:
    """Waits until what was done is saved; the status is emptied so that the next wait is for the next save."""
    page.wait_for_selector("#saved:is([data-state=saved], [data-state=said])", state="attached")
    page.evaluate("document.getElementById('saved').dataset.state = ''")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def marked(page: Page) -> str:
    """What screen readers call the value that is marked."""
    return str(page.evaluate("document.activeElement.closest('.value')?.getAttribute('aria-label') ?? ''"))


def go_to(page: Page, label: str) -> None:
    """Moves down to the value of that label."""
    for _ in range(40):
        if marked(page).startswith(label):
            return
        press(page, "j")
    raise AssertionError(f"no {label}")


def go_to_statement(page: Page, number: int) -> None:
    press(page, *["K"] * 5, *["J"] * (number - 1))
    assert marked(page).startswith(f"Statement {number},"), marked(page)
