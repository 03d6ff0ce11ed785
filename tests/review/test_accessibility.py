"""Axe on every page, light and dark; and the letter at 200 % zoom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from extract.dataset import Change, Dataset, UserRole
from extract.review.desk import Desk
from letter_factory import LESSONS
from review_page import record_of, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(desk: Desk, dataset: Dataset, serve: Callable[[Desk], str], open_page: Callable[..., Page]) -> Page:
    desk.users.add("Ilze", UserRole.LEAD, None)
    record = record_of(dataset, LESSONS.text)
    dataset.edit([Change(record.id, "domain", "health"), Change(record.id, "review_status", "rejected")], who="Ilze")
    return open_page(f"{serve(desk)}/enter?word={desk.make_entrance()}")


def test_axe_finds_nothing_serious(page: Page) -> None:
    address, found = "/".join(page.url.split("/")[:3]), {}
    for path in (
        "/",
        "/queue",
        "/queue?done=yes",
        "/letters",
        "/letters/talsi.pdf",
        "/users",
        "/second-reviews",
        "/password",
        "/nowhere",
    ):
        page.goto(address + path)
        if path.startswith("/letters/"):
            page.wait_for_selector("#pages[data-ready=true]")
        found[path] = violations(page)
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_axe_finds_nothing_serious_in_forms_and_dialogs(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/letters/talsi.pdf")
    page.wait_for_selector("#pages[data-ready=true]")
    found = {"domain list": violations(page)}
    page.keyboard.press("e")
    found["form"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    found["keys"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    page.wait_for_selector("#history[open]")
    found["history"] = violations(page)
    assert {place: problems for place, problems in found.items() if problems} == {}


def test_a_letter_is_printed_whole_and_without_buttons(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/letters/talsi.pdf")
    page.wait_for_selector("#pages[data-ready=true]")
    page.emulate_media(media="print")
    for hidden in (".top", ".tools", ".actions >> nth=0", ".letter-head button >> nth=0"):
        assert page.is_hidden(hidden), hidden
    for scrolls in ("#pages", "#fields"):
        assert page.evaluate(
            f"(({{scrollHeight, clientHeight}}) => scrollHeight <= clientHeight)(document.querySelector('{scrolls}'))"
        ), scrolls


def test_the_page_is_usable_at_twice_its_size(page: Page) -> None:
    """A window of 1280 pixels at 200 % has 640 of the page's own: nothing is cut off or needs scrolling sideways."""
    page.set_viewport_size({"width": 640, "height": 450})
    address = "/".join(page.url.split("/")[:3])
    for width in (380, 640):  # a narrow telephone's, too
        page.set_viewport_size({"width": width, "height": 450})
        for path in ("/", "/queue", "/second-reviews", "/users", "/letters", "/letters/talsi.pdf"):
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (width, path)
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('help').scrollTop") == 0
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
    assert 0 <= box["top"] < 450
    covering = page.evaluate(
        "(([x, y]) => document.elementFromPoint(x, y)?.closest('.value') === document.activeElement)"
        "([document.activeElement.getBoundingClientRect().x + 8, document.activeElement.getBoundingClientRect().y + 8])"
    )
    assert covering, "what is marked is covered by something else"
