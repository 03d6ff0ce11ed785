"""Second reviews on the page: blind, from the keyboard, and settled by a lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from extract.dataset import Absence, Change, Dataset, UserRole
from extract.review.desk import Desk
from letter_factory import CAMP, LESSONS, persons
from review_page import PASSWORD, Visitor, record_of, violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., Visitor]


@pytest.fixture
def number(dataset: Dataset) -> int:
    """The second review of a statement that Ilze has reviewed: its domain by hand, and a word of hers as a reason."""
    lessons = record_of(dataset, LESSONS.text)
    dataset.edit([Change(lessons.id, "domain", "health", why="noslēpums")], who="Ilze")
    (drawn,) = dataset.request_second_review(number=1, seed=1, who="Ilze")
    return drawn


def change(dataset: Dataset, field: str, value: Any) -> dict[str, Any]:
    record = record_of(dataset, LESSONS.text)
    return {
        "document": record.document,
        "changes": [{"statement": record.id, "field": field, "value": value, "version": 0}],
    }


def say_all(visitor: Visitor, dataset: Dataset, number: int, **values: Any) -> None:
    for field, value in values.items():
        assert visitor.send(f"/second-reviews/{number}/edit", change(dataset, field, value))[0] == 200
    status, answer = visitor.send(f"/second-reviews/{number}/edit", change(dataset, "review_status", "accepted"))
    assert (status, answer) == (200, {"go": "/second-reviews/next"})


def test_a_second_review_shows_nothing_that_was_said_before(sign_in: SignIn, dataset: Dataset, number: int) -> None:
    client = sign_in("Jānis", UserRole.REVIEWER).client
    for path in ("", "/highlights", "/history"):
        answer = client.get(f"/second-reviews/{number}{path}", params={"letter": "talsi.pdf", "field": "domain"})
        assert answer.status_code == 200
        # Neither what Ilze set, nor what the program found, nor where.
        for told in ("noslēpums", "Ilze", record_of(dataset, LESSONS.text).counts[0].id, "2021</span>"):
            assert told not in answer.text
    marks = client.get(f"/second-reviews/{number}/highlights").json()["highlights"]
    statement = record_of(dataset, LESSONS.text).statement
    assert [(mark["start"], mark["end"], mark["field"]) for mark in marks] == [
        (statement.start, statement.end, "statement")
    ]


def test_a_statement_that_waits_for_a_second_review_is_blind_in_its_letter(
    sign_in: SignIn, dataset: Dataset, number: int
) -> None:
    jānis, lead, lessons = sign_in("Jānis", UserRole.REVIEWER), sign_in("Līga"), record_of(dataset, LESSONS.text)
    told, asked = lessons.counts[0].id, {"letter": "talsi.pdf", "statement": lessons.id, "field": "domain"}

    def shown(visitor: Visitor) -> list[bool]:
        cards = visitor.send("/cards", {"document": "talsi.pdf"})[1]["all"]
        texts = [visitor.client.get("/letters/talsi.pdf").text, cards]
        texts += [visitor.client.get(path, params=asked).text for path in ("/pages/highlights", "/history")]
        return [told in texts[0], told in texts[1], told in texts[2], "noslēpums" in texts[3]]

    assert shown(jānis) == [False] * 4
    assert f'href="/second-reviews/{number}"' in jānis.client.get("/letters/talsi.pdf").text
    assert LESSONS.text.split()[0] in jānis.client.get("/letters/talsi.pdf").text
    assert jānis.send("/edit", change(dataset, "domain", "culture"))[0] == 400
    whole = {"document": "talsi.pdf", "statements": [lessons.id], "at": [lessons.statement.start + 8]}
    assert [jānis.send(f"/statements/{what}", whole)[0] for what in ("split", "merge")] == [400, 400]
    assert record_of(dataset, LESSONS.text).decisions.keys() == {"domain"}
    assert shown(lead) == shown(sign_in("Ilze")) == [True] * 4
    dataset.set_second_value(number, "domain", "culture", who="Līga")  # a lead who takes it up is blind, too
    assert (shown(lead), shown(jānis)) == ([False] * 4, [True] * 4)
    say_all(lead, dataset, number, years=[2021])
    assert shown(lead) == [True] * 4


def test_who_reviewed_first_and_who_may_not_review_are_kept_out(sign_in: SignIn, dataset: Dataset, number: int) -> None:
    ilze, reader = sign_in("Ilze"), sign_in("Anna", UserRole.READER)
    assert ilze.client.get(f"/second-reviews/{number}").status_code == 404
    assert ilze.send(f"/second-reviews/{number}/edit", change(dataset, "domain", "culture"))[0] == 400
    assert reader.client.get("/second-reviews").status_code == 403
    reviewer = sign_in("Jānis", UserRole.REVIEWER)
    assert reviewer.submit("/second-reviews", number="1", seed="1") == 403
    assert reviewer.submit(f"/second-reviews/{number}/settle", field="domain") == 403


@pytest.mark.parametrize("path", ["undo", "redo", "cards", "statements/add", "statements/split", "statements/merge"])
def test_a_second_review_changes_nothing_else(sign_in: SignIn, dataset: Dataset, number: int, path: str) -> None:
    visitor, before = sign_in("Jānis", UserRole.REVIEWER), list(dataset.records())
    assert visitor.send(f"/second-reviews/{number}/{path}", {"document": "talsi.pdf"})[0] == 400
    assert visitor.send(f"/second-reviews/{number}/edit", change(dataset, "review_status", "rejected"))[0] == 400
    assert visitor.send(f"/second-reviews/{number}/edit", change(dataset, "domain", "nowhere"))[0] == 400
    assert list(dataset.records()) == before


def test_what_was_said_is_kept_between_visits(sign_in: SignIn, dataset: Dataset, number: int) -> None:
    visitor = sign_in("Jānis", UserRole.REVIEWER)
    quote = "14 romu bērni"
    count = {"value": persons(14), "quote": quote, "start": LESSONS.text.index(quote)}
    for field, value in (("domain", "culture"), ("counts", [_plain(count)]), ("years", {"absence": "illegible"})):
        visitor.send(f"/second-reviews/{number}/edit", change(dataset, field, value))
    _, record = dataset.second_review(number, "Jānis")
    assert record.domain is not None
    assert (record.domain.value, record.absences) == ("culture", {"years": Absence.ILLEGIBLE})
    assert [(found.value, found.evidence[0].quote) for found in record.counts] == [(persons(14), quote)]
    assert visitor.client.get("/second-reviews/next", follow_redirects=False).headers["location"].endswith(str(number))


def _plain(count: dict[str, Any]) -> dict[str, Any]:
    value = count["value"]
    parts = {part: getattr(value, part) for part in ("value", "bound", "unit", "group", "role")}
    return {**count, "value": parts}


def test_a_lead_draws_sees_the_agreement_and_settles(sign_in: SignIn, dataset: Dataset) -> None:
    lead, other = sign_in("Ilze"), sign_in("Jānis", UserRole.REVIEWER)
    lessons, camp = (record_of(dataset, text).id for text in (LESSONS.text, CAMP.text))
    dataset.edit([Change(lessons, "domain", "health"), Change(camp, "review_status", "accepted")], who="Ilze")
    assert lead.submit("/second-reviews", number="two", seed="7") == 400
    assert lead.submit("/second-reviews", number="9", seed="7") == 400
    assert lead.submit("/second-reviews", number="2", seed="7") == 303
    assert "Vēl nav pabeigta neviena otrā pārskatīšana" in lead.client.get("/second-reviews").text
    tasks = {task.statement: task.id for task in dataset.second_review_tasks("Jānis")}
    say_all(
        other, dataset, tasks[LESSONS.text], domain="culture", years=[2021], counts=[_plain({"value": persons(14)})]
    )
    page = lead.client.get("/second-reviews?sample=1").text
    assert "Koena kapa" in page
    assert 'value="first"' in page
    assert 'value="second"' in page
    assert 'value="current"' not in page
    form = {"field": "domain", "takes": "second", "why": "koncerts"}
    path = f"/second-reviews/{tasks[LESSONS.text]}/settle"
    # Someone has set the value since the page was shown.
    assert lead.submit(path, version="0", **form) == 400
    assert lead.submit(path, version="1", **{**form, "field": "years"}) == 400
    assert lead.submit(path, version="1", **form) == 303
    domain = record_of(dataset, LESSONS.text).domain
    assert domain is not None
    assert (domain.value, domain.decided_by) == ("culture", "Ilze")
    assert [one.is_settled for one in dataset.differences()] == [True]
    assert "koncerts" in lead.client.get("/second-reviews").text


def test_what_stands_now_is_offered_where_it_is_neither(sign_in: SignIn, dataset: Dataset, number: int) -> None:
    lead, other = sign_in("Ilze"), sign_in("Jānis", UserRole.REVIEWER)
    say_all(other, dataset, number, domain="culture", years=[2021], counts=[_plain({"value": persons(14)})])
    lessons = record_of(dataset, LESSONS.text)
    dataset.edit([Change(lessons.id, "domain", "housing")], who="Ilze")
    assert 'value="current"' in lead.client.get("/second-reviews").text
    assert lead.submit(f"/second-reviews/{number}/settle", field="domain", takes="current", version="2") == 303
    assert dataset.differences()[0].settled == "housing"


@pytest.mark.browser
def test_a_second_review_from_the_keyboard_alone(
    sign_in: SignIn, desk: Desk, serve: Callable[[Desk], str], open_page: Callable[[str], Page], dataset: Dataset
) -> None:
    lessons, camp = (record_of(dataset, text).id for text in (LESSONS.text, CAMP.text))
    dataset.edit([Change(lessons, "review_status", "accepted"), Change(camp, "review_status", "accepted")], who="Anna")
    dataset.request_second_review(number=2, seed=3, who="Anna")
    before = list(dataset.records())
    sign_in("Jānis", UserRole.REVIEWER)
    page = open_page(serve(desk) + "/sign-in")
    page.get_by_label("Name").fill("Jānis")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Second reviews").click()
    page.get_by_role("link", name="Begin reviewing").click()
    for _ in range(2):
        page.wait_for_selector("#pages[data-ready]")
        address = page.url
        # The first thing that is asked is the domain: a digit says it. Then the years.
        page.wait_for_selector(".value.domain:focus")
        page.keyboard.press("2")
        page.wait_for_selector(".value.domain:not(.doubt)")
        page.keyboard.press("Tab")
        page.wait_for_selector(".value.years:focus")
        page.keyboard.type("2021")
        page.wait_for_selector(".value.years:not(.doubt)")
        # Ctrl+Z must not take back what was done elsewhere.
        page.keyboard.press("Control+z")
        page.wait_for_selector("#refusal:not([hidden])")
        page.locator(".statement .whole").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, address=address: url != address)  # type: ignore[misc]  # a default in a lambda
    assert page.url.endswith("/second-reviews")
    assert list(dataset.records()) == before
    agreement = dataset.agreement()
    assert (agreement["years"].number, agreement["years"].observed) == (2, 1.0)
    assert agreement["domain"].observed == 0.5


@pytest.mark.browser
def test_axe_finds_nothing_serious(
    desk: Desk,
    serve: Callable[[Desk], str],
    open_page: Callable[[str], Page],
    dataset: Dataset,
) -> None:
    desk.users.add("Ilze", UserRole.LEAD, None)
    lessons, camp = (record_of(dataset, text).id for text in (LESSONS.text, CAMP.text))
    dataset.edit([Change(lessons, "domain", "health"), Change(camp, "domain", "health")], who="Anna")
    first, second = dataset.request_second_review(number=2, seed=3, who="Anna")
    for field, value in (("domain", "culture"), ("years", None)):
        dataset.set_second_value(first, field, value, who="Jānis")
    dataset.finish_second_review(first, who="Jānis")
    page = open_page(f"{serve(desk)}/enter?word={desk.make_entrance()}")
    address = page.url.rstrip("/")
    found = {}
    for path in ("/second-reviews", f"/second-reviews/{second}"):
        page.goto(address + path)
        if path != "/second-reviews":
            page.wait_for_selector("#pages[data-ready]")
        found[path] = violations(page)
    assert found == {"/second-reviews": [], f"/second-reviews/{second}": []}
