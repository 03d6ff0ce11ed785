"""Slips of fingers: keys that would do more than was meant do nothing, show it, or say why not; in Chromium."""

from __future__ import annotations

from datetime import date

import pytest

from browser_page import Open, enter, go_to, go_to_statement, marked, press, saved
from extract.dataset import Absence, Change, Dataset, ReviewStatus, UserRole
from extract.review.desk import Desk
from letter_factory import CAMP, LESSONS, NOTHING
from review_page import record_of

pytestmark = pytest.mark.browser


def test_digits_of_a_year_show_and_are_forgotten(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    go_to(page, "Years")
    press(page, "2", "0")
    shown = "getComputedStyle(document.activeElement, '::after').content"
    assert "20" in page.evaluate(shown)
    press(page, "j", "k")
    assert page.evaluate(shown) == "none"
    press(page, "2", "2")
    page.wait_for_selector("#fields:not(:has([data-typed]))")
    press(page, *"2022")
    saved(page)
    years = record_of(dataset, LESSONS.text).years
    assert years is not None
    assert years.value == (2021, 2022)
    press(page, *"2119")
    page.wait_for_selector("#refusal:has-text('cannot be set')")
    press(page, *"2021")  # what is done takes back what was said of something else
    saved(page)
    assert page.is_hidden("#refusal")
    # A number that is no year is not cut down to one.
    press(page, "e")
    page.fill("#fields form input[name=years]", "2021, 20233")
    press(page, "Enter")
    assert page.is_visible("#fields form:invalid")
    page.fill("#fields form input[name=years]", "2020–2022, 2024")
    press(page, "Enter")
    saved(page)
    years = record_of(dataset, LESSONS.text).years
    assert years is not None
    assert years.value == (2020, 2021, 2022, 2024)


def test_several_counts_are_not_erased_by_one_key(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 2)
    go_to(page, "Counts: 2 ģimenes")
    press(page, "n")
    page.wait_for_selector("#refusal:has-text('several values')")
    press(page, "x")
    saved(page)
    go_to(page, "Counts: about 30")
    press(page, "i")
    saved(page)
    record = record_of(dataset, CAMP.text)
    assert (record.counts, record.absences["counts"]) == ((), Absence.ILLEGIBLE)


def test_a_form_for_one_more_value_leaves_nothing_behind(address: str, desk: Desk, open_page: Open) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 2)
    go_to(page, "Counts: 2 ģimenes")
    press(page, "+", "5", "Escape")
    assert marked(page).startswith("Counts: 2 ģimenes")
    assert page.locator("#fields .value:not([aria-label])").count() == 0
    # What is refused is not lost: the form is there again with what was typed.
    for keys in (("+",), ("e",)):
        press(page, *keys)
        page.fill("#fields form input[name=value]", "99999999999999")
        page.fill("#fields form input[name=group]", "vecāki")
        press(page, "Enter")
        page.wait_for_selector("#refusal:has-text('cannot be set')")
        page.wait_for_selector("#fields form")
        typed = [page.input_value(f"#fields form input[name={name}]") for name in ("value", "group")]
        assert typed == ["99999999999999", "vecāki"]
        press(page, "Escape")
    assert page.locator("#fields .value:not([aria-label])").count() == 0


def test_a_domain_set_from_the_statement_is_shown(address: str, desk: Desk, open_page: Open) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    press(page, "5")
    saved(page)
    assert marked(page).startswith("Domain: ")


def test_a_rejected_statement_stays_marked(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 2)
    press(page, "x")
    saved(page)
    assert marked(page).startswith("Statement 2,")
    assert record_of(dataset, CAMP.text).review_status is ReviewStatus.REJECTED
    press(page, "m")
    page.wait_for_selector("#refusal:has-text('is rejected')")
    press(page, "Enter")  # goes on, and accepts nothing
    assert not marked(page).startswith("Statement 2,")
    page.wait_for_timeout(300)
    assert record_of(dataset, CAMP.text).review_status is ReviewStatus.REJECTED
    go_to_statement(page, 2)
    press(page, "x")
    saved(page)
    assert record_of(dataset, CAMP.text).review_status is not ReviewStatus.REJECTED
    go_to_statement(page, 3)
    press(page, "m")
    page.wait_for_selector("#refusal:has-text('no statement after this one')")


def test_words_that_the_mouse_selects_are_added(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 3)
    # In the statement's own words, to the right.
    box = page.locator("#statements .statement").nth(2).locator(".words").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 8, steps=5)
    page.mouse.up()
    press(page, "a")
    page.wait_for_selector("#adding[open]")
    assert NOTHING.text.startswith(page.inner_text("#adding blockquote").strip()[:8])
    press(page, "Escape")
    # In the letter, outside of every statement, with the hint as a button.
    words = "{detail: {start: 0, end: 12, quote: 'Talsu novada'}}"
    page.evaluate(f"document.dispatchEvent(new CustomEvent('extract:selected', {words}))")
    page.evaluate("document.activeElement.blur()")
    press(page, "a")
    page.wait_for_selector("#adding[open]")
    assert "Talsu novada" in page.inner_text("#adding blockquote")
    press(page, "s")
    saved(page)
    assert [record.statement.text for record in dataset.records("talsi.pdf") if record.added_by] == ["Talsu novada"]


def test_a_date_is_written_as_latvian_has_it(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    page.locator(".value.letter_date").click()
    press(page, "e")
    assert page.input_value("#fields form input[name=text]") == "14.03.2023."
    page.fill("#fields form input[name=text]", "01.03.2023.")
    page.fill("#fields form input[name=why]", "tā ir uz aploksnes")
    press(page, "Enter")
    saved(page)
    found = dataset.letter("talsi.pdf").frame.letter_date
    assert found is not None
    assert found.value == date(2023, 3, 1)
    assert [entry.why for entry in dataset.history("talsi.pdf", None, "letter_date")][-1] == "tā ir uz aploksnes"


def test_a_second_review_is_not_finished_unsaid(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    (lessons,) = [record for record in dataset.records("talsi.pdf") if record.statement.text == LESSONS.text]
    dataset.edit([Change(lessons.id, "review_status", "accepted")], who="Anna")
    (number,) = dataset.request_second_review(number=1, seed=3, who="Anna")
    page = enter(open_page, desk, address, f"/second-reviews/{number}")
    assert marked(page).startswith("Domain")
    press(page, "Enter")
    page.wait_for_selector("#refusal:has-text('Say what the field holds')")
    assert marked(page).startswith("Domain")
    press(page, "n")
    saved(page)
    press(page, "Enter")
    assert marked(page).startswith("Years")
    press(page, "n")
    saved(page)
    press(page, "K", "Enter")
    page.wait_for_url("**/second-reviews")
    assert dataset.agreement()["domain"].number == 1


def test_a_reader_is_told_so(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    (ilze,) = [user for user in desk.users.all() if user.display_name == "Ilze"]
    desk.users.add("Anna", UserRole.LEAD, None)
    desk.users.set_role(ilze.id, UserRole.READER)
    page.reload()
    go_to_statement(page, 1)
    press(page, "5")
    page.wait_for_selector("#refusal:has-text('You may read the letters')")
