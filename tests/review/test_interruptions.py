"""What a reviewer does outlives reloads, ended sessions and a server that does not answer; in Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser_page import Open, enter, go_to, go_to_statement, press, saved
from extract.dataset import Dataset
from extract.review.desk import Desk
from letter_factory import CAMP, LESSONS, UNKNOWN
from review_page import record_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def leave_unsent(page: Page) -> None:
    """Sets the first statement's domain while the server does not answer; the page may be left then."""
    go_to_statement(page, 1)
    page.route("**/edit", lambda route: route.abort())
    press(page, "5")
    page.wait_for_selector("#saved[data-state=unsaved]")
    page.unroute("**/edit")
    page.on("dialog", lambda dialog: dialog.accept())


def test_what_is_typed_outlives_a_reload(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 2)
    go_to(page, "Counts: about 30")
    press(page, "4", "7")
    page.reload()
    assert page.get_by_role("textbox", name="Number").input_value() == "47"
    press(page, "Enter")
    saved(page)
    assert record_of(dataset, CAMP.text).counts[1].value.value == 47
    page.reload()
    page.wait_for_selector("#statements .value")
    assert page.query_selector("#fields form") is None


def test_signing_out_forgets_what_is_not_saved_and_keeps_what_is_not_sent(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    page.evaluate("""() => {
        const place = (who) => JSON.stringify([who, "", "talsi.pdf"]);
        for (const kind of ["drafts", "unsent"]) {
            localStorage.setItem(`extract:${kind}`, JSON.stringify({ [place("Ilze")]: 1, [place("Anna")]: 2 }));
        }
    }""")
    page.locator("summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    left = {
        kind: sorted(page.evaluate(f"Object.values(JSON.parse(localStorage.getItem('extract:{kind}')))"))
        for kind in ("drafts", "unsent")
    }
    assert left == {"drafts": [2], "unsent": [1, 2]}


def test_what_is_asked_for_while_the_server_is_away_comes_later_or_is_told(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    page.route("**/pages/**", lambda route: route.abort())
    page.reload()
    go_to_statement(page, 1)
    page.route("**/history?*", lambda route: route.abort())
    press(page, "h")
    page.wait_for_selector("#refusal:has-text('does not answer')")
    assert page.query_selector("#history[open]") is None
    assert page.get_attribute("#pages", "data-ready") is None
    page.unroute("**/pages/**")
    page.unroute("**/history?*")
    page.wait_for_selector("#pages[data-ready=true]")
    press(page, "h")
    page.wait_for_selector("#history[open]")


def test_nothing_is_lost_while_the_server_is_away(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    page.context.set_offline(True)
    press(page, "5")
    page.wait_for_selector("#saved[data-state=unsaved]")
    page.context.set_offline(False)
    page.wait_for_selector("#saved[data-state=saved]")
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "participation"


def test_a_change_on_its_way_is_sent_again_after_a_reload(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    leave_unsent(page)
    page.reload()
    page.wait_for_selector("#saved[data-state=saved]")
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "participation"


def test_a_change_on_its_way_waits_while_another_letter_is_open(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    leave_unsent(page)
    page.goto(f"{address}/letters/mape/tukums.pdf")
    page.wait_for_selector("#statements .statement")
    go_to_statement(page, 1)
    press(page, "3")
    saved(page)
    page.goto(f"{address}/letters/talsi.pdf")
    page.wait_for_selector("#saved[data-state=saved]")
    for text, domain in ((LESSONS.text, "participation"), (UNKNOWN.text, "employment")):
        held = record_of(dataset, text).domain
        assert held is not None
        assert held.value == domain
    edits = len(dataset.edits())
    page.reload()
    page.wait_for_selector("#statements .statement")
    page.wait_for_timeout(500)
    assert len(dataset.edits()) == edits  # what was sent is not sent again


def test_what_a_page_fetches_after_the_session_ended_is_not_taken_for_what_it_asked(
    address: str, desk: Desk, open_page: Open
) -> None:
    page = enter(open_page, desk, address)
    page.context.clear_cookies()
    with page.expect_response("**/sign-in?next=*highlights*") as answered:
        page.evaluate("document.dispatchEvent(new Event('extract:changed'))")
    answered.value.finished()
    press(page, "5")  # which leads to signing in, and `open_page` hears of errors until then
    page.wait_for_url("**/sign-in?next=%2Fletters%2Ftalsi.pdf")


def test_a_change_after_the_session_ended_is_saved_once_its_user_is_back(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    cookies = page.context.cookies()
    page.context.clear_cookies()
    with page.expect_response("**/edit") as answered:
        press(page, "5")
    assert answered.value.status == 401
    page.wait_for_url("**/sign-in?next=%2Fletters%2Ftalsi.pdf")
    assert record_of(dataset, LESSONS.text).decisions == {}
    page.context.add_cookies(cookies)  # type: ignore[arg-type]  # what it gave is what it takes
    page.goto(f"{address}/letters/talsi.pdf")
    page.wait_for_selector("#saved[data-state=saved]")
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "participation"
