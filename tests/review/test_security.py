"""The wall around the page: who gets in, from where, and what browsers are told."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from extract.dataset import Dataset, UserRole
from extract.review.desk import Desk
from extract.review.hosts import host_names, is_loopback
from extract.review.passwords import hash_password, is_right
from extract.review.sign_in_delays import SignInDelays
from review_page import HOST, PASSWORD, Visitor, record_of


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "192.168.1.5"])
def test_foreign_host_names_are_refused(make_client: Callable[[], TestClient], host: str) -> None:
    assert make_client().get("/sign-in", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("bound", "host", "expected"),
    [
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "10.0.0.7:8000", False),
        ("10.0.0.1", "10.0.0.7:8000", True),
        ("10.0.0.1", "evil.example", False),
        ("review.example", "review.example:443", True),
    ],
)
def test_names_under_which_the_page_may_be_called(bound: str, host: str, expected: bool) -> None:
    assert host_names(bound).allow(host) is expected


def test_a_proxys_name_is_allowed_where_given() -> None:
    assert host_names("127.0.0.1", ("Review.Example",)).allow("review.example")


def test_loopback() -> None:
    assert [is_loopback(host) for host in ("localhost", "127.0.0.2", "::1", "10.0.0.1", "example")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_every_answer_tells_browsers_what_the_page_may_do(visitor: Visitor) -> None:
    for path in ("/", "/letters/talsi.pdf", "/queue", "/no-such-page"):
        headers = visitor.client.get(path).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_pages_have_no_script_or_style_in_them(visitor: Visitor) -> None:
    for path in ("/", "/letters/talsi.pdf", "/queue", "/users", "/letters"):
        text = visitor.client.get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert " on" + "click" not in text
        assert "<script>" not in text


@pytest.mark.parametrize("path", ["/", "/queue", "/letters", "/letters/talsi.pdf", "/history", "/users", "/pages"])
def test_nobody_sees_anything_without_signing_in(make_client: Callable[[], TestClient], path: str) -> None:
    answer = make_client().get(path, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == ("/sign-in" if path == "/" else f"/sign-in?next={quote(path, safe='')}")


def test_scripts_are_told_that_nobody_is_signed_in(make_client: Callable[[], TestClient]) -> None:
    assert make_client().post("/edit", json={}).status_code == 401


def test_requests_that_other_pages_send_are_refused(visitor: Visitor) -> None:
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = visitor.client.post("/undo", json={"document": "talsi.pdf"}, headers=headers)
        assert answer.status_code == 403, headers


def test_requests_without_the_sessions_word_are_refused(visitor: Visitor, dataset: Dataset) -> None:
    body = {"document": "talsi.pdf", "changes": []}
    for headers in ({}, {"x-csrf-token": "0" * 64}):
        assert visitor.client.post("/edit", json=body, headers=headers).status_code == 403
    assert visitor.client.post("/users", data={"name": "X", "password": PASSWORD}).status_code == 403
    assert dataset.edits() == []


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_pages(
    desk: Desk, make_client: Callable[[], TestClient]
) -> None:
    desk.users.add("Ilze", UserRole.LEAD, hash_password(PASSWORD))
    answer = make_client().post("/sign-in", data={"name": "ilze", "password": PASSWORD}, follow_redirects=False)
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(("name", "password"), [("Ilze", "wrong"), ("nobody", PASSWORD), ("Ilze", "")])
def test_wrong_names_and_passwords_get_the_same_answer(
    desk: Desk, make_client: Callable[[], TestClient], name: str, password: str
) -> None:
    desk.users.add("Ilze", UserRole.LEAD, hash_password(PASSWORD))
    answer = make_client().post("/sign-in", data={"name": name, "password": password})
    assert answer.status_code == 403
    assert "Vārds vai parole nav pareiza." in answer.text


def test_many_wrong_passwords_are_answered_later_and_later() -> None:
    now = 0.0
    delays = SignInDelays(clock=lambda: now)
    waits = []
    for _ in range(8):
        delays.note("ilze", right=False)
        waits.append(delays.wait("ilze"))
        now += waits[-1]
    assert waits == [0, 0, 0, 0, 2, 4, 8, 16]
    assert delays.wait("anna") == 0
    delays.note("ilze", right=True)
    assert delays.wait("ilze") == 0


def test_the_form_waits_too(desk: Desk, make_client: Callable[[], TestClient]) -> None:
    client = make_client()
    answers = [client.post("/sign-in", data={"name": "Ilze", "password": "x"}).status_code for _ in range(6)]
    assert answers == [403] * 5 + [429]


def test_passwords_are_hashed_with_argon2() -> None:
    stored = hash_password(PASSWORD)
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored
    assert is_right(PASSWORD, stored)
    assert not is_right(PASSWORD + "!", stored)
    assert not is_right(PASSWORD, None)


def test_whoever_works_alone_is_let_in_once(desk: Desk, make_client: Callable[[], TestClient]) -> None:
    desk.users.add("Ilze", UserRole.LEAD, None)
    word = desk.make_entrance()
    assert make_client().get(f"/enter?word={word}x", follow_redirects=False).headers["location"] == "/sign-in"
    first = make_client()
    assert first.get(f"/enter?word={word}", follow_redirects=False).headers["location"] == "/"
    assert first.get("/").status_code == 200
    assert make_client().get(f"/enter?word={word}", follow_redirects=False).headers["location"] == "/sign-in"


def test_nobody_is_let_in_without_a_password_once_there_are_several(
    desk: Desk, make_client: Callable[[], TestClient]
) -> None:
    desk.users.add("Ilze", UserRole.LEAD, None)
    desk.users.add("Anna", UserRole.REVIEWER, hash_password(PASSWORD))
    word = desk.make_entrance()
    assert make_client().get(f"/enter?word={word}", follow_redirects=False).headers["location"] == "/sign-in"


def test_signing_out_ends_the_session_on_the_server(visitor: Visitor) -> None:
    kept = dict(visitor.client.cookies)
    assert visitor.submit("/sign-out") == 303
    visitor.client.cookies.update(kept)
    assert visitor.client.get("/", follow_redirects=False).headers["location"] == "/sign-in"


def test_roles_are_held_to_on_the_server(sign_in: Callable[..., Visitor], dataset: Dataset) -> None:
    sign_in("Ilze", UserRole.LEAD)
    reader, reviewer = sign_in("Anna", UserRole.READER), sign_in("Zane", UserRole.REVIEWER)
    record = record_of(dataset, "Darbs turpinās.")
    change = {"statement": record.id, "field": "domain", "value": "culture", "version": 0}
    edit = {"document": record.document, "changes": [change]}
    assert reader.client.get("/letters/talsi.pdf").status_code == 200
    assert reader.send("/edit", edit)[0] == 403
    assert reviewer.client.get("/users").status_code == 403
    assert reviewer.submit("/users", name="X", role="lead", password=PASSWORD) == 403
    assert dataset.edits() == []
    assert reviewer.send("/edit", edit)[0] == 200


def test_who_has_no_password_is_led_to_set_one_before_letting_others_in(
    desk: Desk, make_client: Callable[[], TestClient]
) -> None:
    desk.users.add("Ilze", UserRole.LEAD, None)
    client = make_client()
    client.get(f"/enter?word={desk.make_entrance()}")
    text = client.get("/users").text
    assert '<a href="/password">' in text
    assert 'action="/users"' not in text


def test_somebody_forbidden_is_out_at_once(sign_in: Callable[..., Visitor], desk: Desk) -> None:
    lead, reviewer = sign_in(), sign_in("Anna", UserRole.REVIEWER)
    found = desk.users.find("Anna")
    assert found is not None
    assert lead.submit(f"/users/{found[0].id}", active="no") == 303
    assert reviewer.client.get("/", follow_redirects=False).headers["location"] == "/sign-in"


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/letters/talsi.pdf?statement=s1", "/letters/talsi.pdf?statement=s1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("", "/"),
    ],
)
def test_signing_in_leads_to_what_was_asked_for_and_nowhere_else(
    visitor: Visitor, make_client: Callable[[], TestClient], asked: str, led: str
) -> None:
    client = make_client()
    page = client.get("/sign-in", params={"next": asked}).text
    assert f'name="next" value="{asked}"' in page
    form = {"name": "Ilze", "password": PASSWORD, "next": asked}
    assert client.post("/sign-in", data=form, follow_redirects=False).headers["location"] == led


def test_nobody_changes_their_own_role(sign_in: Callable[..., Visitor], desk: Desk) -> None:
    ilze, anna = sign_in("Ilze"), sign_in("Anna")
    numbers = {user.display_name: user.id for user in desk.users.all()}
    for change in ({"role": "reader"}, {"active": "no"}):
        assert ilze.submit(f"/users/{numbers['Ilze']}", **change) == 400
    assert anna.submit(f"/users/{numbers['Ilze']}", role="reader") == 303


def test_the_last_lead_stays(visitor: Visitor, desk: Desk) -> None:
    (lead,) = desk.users.all()
    assert visitor.submit(f"/users/{lead.id}", role="reader") == 400
    assert visitor.submit(f"/users/{lead.id}", active="no") == 400
    assert desk.users.all() == [lead]


def test_the_language_switch_leads_nowhere_else(make_client: Callable[[], TestClient]) -> None:
    for back, expected in (("/queue", "/queue"), ("//evil.example", "/"), ("https://evil.example", "/")):
        answer = make_client().post("/language", data={"language": "en", "back": back}, follow_redirects=False)
        assert answer.headers["location"] == expected


def test_large_bodies_are_not_read(visitor: Visitor) -> None:
    answer = visitor.client.post("/edit", content=b"x" * 1_000_001, headers={"x-csrf-token": visitor.csrf})
    assert answer.status_code == 413


def test_the_pages_own_files_may_be_kept(visitor: Visitor, desk: Desk) -> None:
    answer = visitor.client.get(f"{HOST}{desk.static_path}/page.css")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
