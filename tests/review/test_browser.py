"""The page in Chromium, from the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from browser_page import Open, enter, go_to, go_to_statement, marked, press, saved
from extract.dataset import Absence, Change, Dataset, ReviewStatus, UserRole
from extract.model import Bound, Project, ProjectKind, Role
from extract.review.desk import Desk
from extract.review.passwords import hash_password
from letter_factory import CAMP, LESSONS, NOTHING, PROVENANCE, UNKNOWN, Said, make_extraction, persons
from review_page import PASSWORD, record_of

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.browser


def test_the_first_thing_that_needs_a_person_is_marked(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = open_page(f"{address}/enter?word={desk.make_entrance()}")
    press(page, "Enter")  # the start page offers to begin
    page.wait_for_url("**/letters/mape/tukums.pdf?*")
    assert marked(page).startswith("Domain: –")


def test_a_wrong_count_is_put_right_with_three_keys(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    go_to(page, "Counts")
    press(page, "3", "2", "Enter")
    saved(page)
    assert marked(page) == "Counts: 32 bērni"
    record = record_of(dataset, LESSONS.text)
    assert record.counts[0].value.value == 32
    assert record.counts[0].evidence[0].quote == "14 romu bērni"


def test_the_whole_life_of_a_letter(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    # It opens at what is doubtful, one value after another. All of it is right.
    for label in ("Domain", "Years", "No measures: yes"):
        assert marked(page).startswith(label)
        press(page, "Enter")
    saved(page)
    assert marked(page) == "The end of the letter"
    assert record_of(dataset, NOTHING.text).review_status is ReviewStatus.ACCEPTED
    # The first statement: another domain, another year beside, another bound.
    go_to_statement(page, 1)
    press(page, "5")
    saved(page)
    go_to(page, "Years")
    press(page, *"2022")
    saved(page)
    go_to(page, "Counts")
    press(page, ">")
    saved(page)
    record = record_of(dataset, LESSONS.text)
    assert record.domain is not None
    assert record.domain.value == "participation"
    assert record.years is not None
    assert record.years.value == (2021, 2022)
    assert record.counts[0].value.bound is Bound.AT_LEAST
    # The second: all parts of a count, a project that is none, a field that is not applicable.
    go_to_statement(page, 2)
    go_to(page, "Counts: 2 ģimenes")
    press(page, "e")
    page.get_by_label("Role").select_option("provider")
    press(page, "Enter")
    saved(page)
    go_to(page, "Projects")
    press(page, "x")
    saved(page)
    press(page, "d")
    saved(page)
    record = record_of(dataset, CAMP.text)
    assert record.counts[0].value.role is Role.PROVIDER
    assert record.projects == ()
    assert record.absences["projects"] is Absence.NOT_APPLICABLE
    # Split it, then think better of it.
    press(page, "K")
    go_to_statement(page, 2)
    press(page, "s", *"aptuveni", "Enter")
    saved(page)
    assert len(page.query_selector_all("#statements .statement")) == 5
    press(page, "Control+z")
    saved(page)
    assert len(page.query_selector_all("#statements .statement")) == 3
    # Add a count from words that are chosen with the keyboard.
    go_to_statement(page, 3)
    press(page, "a", *"pasak", "Enter", "c")
    page.get_by_role("textbox", name="Number").fill("4")
    press(page, "Enter")
    saved(page)
    added = record_of(dataset, NOTHING.text).counts[0]
    assert (added.value.value, added.evidence[0].quote) == (4, "pasākumi")
    press(page, "Control+z")
    saved(page)
    assert record_of(dataset, NOTHING.text).counts == ()
    # Everything is seen; the next letter is the one that waits.
    for number in (1, 2):
        go_to_statement(page, number)
        press(page, "Enter")
        saved(page)
    assert dataset.letter("talsi.pdf").is_done
    assert marked(page) == "The end of the letter"
    press(page, "Enter")
    page.wait_for_url("**/letters/mape/tukums.pdf?*")


def test_words_of_the_letter_become_a_statement(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    press(page, "A")
    page.wait_for_selector("#whole-text[open] [data-start]")
    press(page, *"talsu", "Shift+ArrowRight", "Enter", "s")
    saved(page)
    (added,) = [record for record in dataset.records("talsi.pdf") if record.added_by]
    assert added.statement.text.casefold().startswith("talsu")
    assert "added by Ilze" in page.inner_text(f"#statement-{added.id}")


def test_undo_without_end_and_across_restarts(
    address: str, desk: Desk, open_page: Open, dataset: Dataset, serve: Callable[[Desk], str]
) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    for domain in "12345":
        press(page, domain)
        saved(page)
    page = enter(open_page, desk, serve(desk), "/letters/mape/tukums.pdf")
    # From another letter and from the pages that are none it leads to the letter where that was.
    for path in (None, "/queue", "/letters", "/"):
        if path:
            page.goto(page.url.split("/letters")[0] + path)
        press(page, "Control+z")
        page.wait_for_url("**/letters/talsi.pdf?*")
        page.wait_for_selector("#saved:has-text('Undone: domain.')")
    for _ in range(1):
        press(page, "Control+z")
        saved(page)
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert (held.value, held.decided_by) == ("education", None)
    press(page, "Control+y", "Control+Shift+z")
    saved(page)
    page.wait_for_selector("#saved:has-text('Redone')")
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "education"
    page.goto(page.url.split("/letters")[0] + "/second-reviews")
    for _ in range(3):
        press(page, "Control+y")
        page.wait_for_url("**/letters/talsi.pdf?*")
        page.wait_for_selector("#saved:has-text('Redone')")
        page.goto(page.url.split("/letters")[0] + "/second-reviews")
    press(page, "Control+y")
    page.wait_for_selector("#refusal:has-text('There is nothing to redo.')")
    held = record_of(dataset, LESSONS.text).domain
    assert held is not None
    assert held.value == "participation"


def test_two_browsers_in_one_letter(
    desk: Desk, open_page: Open, dataset: Dataset, serve: Callable[[Desk], str]
) -> None:
    pages = []
    address = serve(desk)
    for name, role in (("Ilze", UserRole.LEAD), ("Anna", UserRole.REVIEWER)):
        desk.users.add(name, role, hash_password(PASSWORD))
        page = open_page(f"{address}/sign-in")
        page.get_by_label("Name and surname").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        press(page, "Enter")
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/letters/talsi.pdf")
        go_to_statement(page, 1)
        go_to(page, "Counts")
        pages.append(page)
    first, second = pages
    second.wait_for_selector("#others:has-text('Also here: Ilze')")
    first.wait_for_selector("#statements .statement:first-child .others:has-text('Anna')")
    # Both type at once; a form that is open is left alone.
    press(second, "1", "6")
    press(first, "1", "5", "Enter")
    saved(first)
    press(second, "Enter")
    second.wait_for_selector("#conflict[open]")
    said = second.inner_text("#conflict")
    assert "Ilze" in said
    assert "15 bērni" in said
    assert "16 bērni" in said
    assert record_of(dataset, LESSONS.text).counts[0].value.value == 15
    press(second, "2")
    second.wait_for_selector("#conflict:not([open])", state="attached")
    saved(second)
    assert record_of(dataset, LESSONS.text).counts[0].value.value == 16
    # The other page shows it by itself.
    first.wait_for_selector("[aria-label='Counts: 16 bērni']")


def test_parts_and_funders_are_kept_and_put_right(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    lines = [persons(9, "ģimenes"), persons(40), replace(persons(24, "zēni"), part_of=1)]
    text = "9 ģimenēs ir 40 bērni, no tiem 24 zēni; to sedz ESF projekts „Dārzs”."
    quotes = ("9 ģimenēs", "40 bērni", "24 zēni")
    project = Project("Dārzs", ProjectKind.PROJECT, None, "Eiropas Sociālais fonds")
    with dataset.begin_run(PROVENANCE) as run:
        said = Said(text, counts=dict(zip(quotes, lines, strict=True)), projects={"„Dārzs”": project})
        run.save(make_extraction(said, name="dobele.pdf"))

    def held() -> list[tuple[int, int | None]]:
        return [(count.value.value, count.value.part_of) for count in record_of(dataset, text).counts]

    page = enter(open_page, desk, address, "/letters/dobele.pdf")
    go_to_statement(page, 1)
    go_to(page, "Counts: 24")
    assert "part of: 40" in page.inner_text("[aria-label^='Counts: 24']")
    press(page, "2", "5", "Enter")
    saved(page)
    assert held() == [(9, None), (40, None), (25, 1)]
    go_to_statement(page, 1)
    go_to(page, "Counts: 9")
    press(page, "x")
    saved(page)
    assert held() == [(40, None), (25, 0)]
    go_to(page, "Projects")
    press(page, "e")
    page.get_by_label("Project number").fill("9.1.1.0/20/I/001")
    press(page, "Enter")
    saved(page)
    (found,) = record_of(dataset, text).projects
    assert (found.value.number, found.value.funder) == ("9.1.1.0/20/I/001", "Eiropas Sociālais fonds")
    go_to_statement(page, 1)
    go_to(page, "Counts: 25")
    press(page, "e")
    page.locator("select[name=part_of]").select_option("")
    press(page, "Enter")
    saved(page)
    assert held() == [(40, None), (25, None)]


def test_choosing_goes_both_ways(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address)
    page.wait_for_selector("#pages[data-ready=true]")
    go_to_statement(page, 1)
    go_to(page, "Counts")
    finding = record_of(dataset, LESSONS.text).counts[0].id
    page.wait_for_selector(f"#pages .mark.chosen[data-finding='{finding}']")
    other = record_of(dataset, CAMP.text).counts[0].id
    page.click(f"#pages .mark[data-finding='{other}']")
    assert marked(page) == "Counts: 2 ģimenes (families)"


def test_both_languages(address: str, desk: Desk, open_page: Open, dataset: Dataset) -> None:
    page = enter(open_page, desk, address, "/?state=received", language="lv")
    assert page.get_attribute("html", "lang") == "lv"
    assert page.get_by_role("heading", name="Respondenti").is_visible()
    page.get_by_role("button", name="EN").click()
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_by_role("heading", name="Respondents").is_visible()
    assert page.url == f"{address}/?state=received"
    page.goto(f"{address}/letters/talsi.pdf")
    page.get_by_role("button", name="LV").click()
    page.wait_for_selector("html[lang=lv]")
    assert page.url.endswith("/letters/talsi.pdf")
    assert UNKNOWN.text not in page.inner_text("#fields")
    assert page.inner_text("#progress").strip() == "0 no 3"


def test_keys_lead_back_from_whatever_has_the_focus(address: str, desk: Desk, open_page: Open) -> None:
    page = enter(open_page, desk, address)
    go_to_statement(page, 1)
    go_to(page, "Years")
    for elsewhere in ("#next-letter", "[data-zoom=in]", "#walk-all"):
        page.focus(elsewhere)
        assert marked(page) == ""
        press(page, "j")
        assert marked(page).startswith("Years")
    # From the letter's end Tab goes on as everywhere, and a key leads back.
    press(page, *["j"] * 40)
    assert marked(page) == "The end of the letter"
    press(page, "Tab", "Tab")
    assert marked(page) == ""
    press(page, "k")
    assert marked(page) == "The end of the letter"


def test_the_end_of_a_letter_tells_what_nobody_has_reviewed(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    for _ in range(3):
        press(page, "Enter")
    saved(page)
    assert marked(page) == "The end of the letter"
    assert "2 statements have not been reviewed yet." in page.inner_text("#finish")
    page.get_by_role("button", name="Go through them").click()
    assert marked(page).startswith("Statement 1,")
    press(page, "Enter")
    saved(page)
    assert "1 statement has not been reviewed yet." in page.inner_text("#finish")
    press(page, "Enter")
    saved(page)
    assert marked(page) == "The end of the letter"
    assert "Nothing in this letter waits for you any more." in page.inner_text("#finish")
    assert dataset.letter("talsi.pdf").is_done


def test_keys_lead_between_the_pages(address: str, desk: Desk, open_page: Open) -> None:
    page = enter(open_page, desk, address)
    for keys, path in (("gq", "/queue?flagged=yes"), ("gl", "/letters"), ("gs", "/")):
        press(page, *keys)
        page.wait_for_url(address + path)
    press(page, "?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    press(page, "Escape", "/", "Escape", *"g", "l")  # Esc leaves the search
    page.wait_for_url(f"{address}/letters")
    press(page, "/", *"romi")
    press(page, "Enter")
    page.wait_for_url(f"{address}/queue?text=romi")


def test_a_value_someone_else_set_meanwhile_comes_by_itself(
    address: str, desk: Desk, open_page: Open, dataset: Dataset
) -> None:
    page = enter(open_page, desk, address)
    page.wait_for_timeout(600)  # the first heartbeat tells what the page shows
    # A heartbeat that overtakes the answer to one's own change fetches nothing: that answer brings the cards.
    held, fetched = [], []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith("/cards") else None)
    page.route("**/edit", lambda route: held.append((route, route.fetch())))
    go_to_statement(page, 2)
    with page.expect_response("**/presence"):
        press(page, "3", "j")
    page.wait_for_timeout(100)
    for route, response in held:
        route.fulfill(response=response)
    saved(page)
    assert len(held) == 1
    assert fetched == []
    page.unroute("**/edit")
    dataset.edit([Change(record_of(dataset, LESSONS.text).id, "domain", "health")], who="Anna")
    page.wait_for_selector("[aria-label='Domain: Measures carried out in Roma health']")
