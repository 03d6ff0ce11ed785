"""Users and their sessions: names, roles, who is let in, and for how long."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from extract.dataset import Dataset, UserRole, Users, open_dataset
from extract.dataset.review_schema import sessions
from extract.dataset.users import SESSION_LIFETIME
from extract.errors import DatasetError


@pytest.fixture
def dataset(tmp_path: Path) -> Iterator[Dataset]:
    with open_dataset(str(tmp_path / "letters.sqlite")) as opened:
        yield opened


@pytest.fixture
def users(dataset: Dataset) -> Users:
    return dataset.users


def test_a_user_signs_in_by_the_name_in_any_letter_case(users: Users) -> None:
    made = users.add("  Ilze   Bērziņa ", UserRole.LEAD, "hash")
    assert (made.display_name, made.name, made.active, made.has_password) == (
        "Ilze Bērziņa", "ilze bērziņa", True, True
    )  # fmt: skip
    assert users.find("ILZE BĒRZIŅA") == (made, "hash")
    assert users.find("Ilze") is None
    assert users.all() == [made]


@pytest.mark.parametrize("name", ["Ilze", "ilze", " ILZE ", "extract", "Extract"])
def test_names_are_not_taken_twice_nor_is_that_of_the_machine(users: Users, name: str) -> None:
    users.add("Ilze", UserRole.LEAD, None)
    with pytest.raises(DatasetError, match="already"):
        users.add(name, UserRole.REVIEWER, None)
    assert len(users.all()) == 1


def test_a_user_needs_a_name(users: Users) -> None:
    with pytest.raises(DatasetError, match="needs a name"):
        users.add(" \t", UserRole.LEAD, None)


def test_somebody_is_always_left_who_leads(users: Users) -> None:
    ilze, janis = users.add("Ilze", UserRole.LEAD, None), users.add("Jānis", UserRole.REVIEWER, None)
    with pytest.raises(DatasetError, match="Somebody must be left"):
        users.set_role(ilze.id, UserRole.READER)
    with pytest.raises(DatasetError, match="Somebody must be left"):
        users.set_active(ilze.id, active=False)
    assert users.all()[0] == ilze
    users.set_role(janis.id, UserRole.LEAD)
    users.set_active(ilze.id, False)
    assert [(user.name, user.active, user.role) for user in users.all()] == [
        ("ilze", False, UserRole.LEAD), ("jānis", True, UserRole.LEAD)
    ]  # fmt: skip


def test_who_is_no_user_cannot_be_changed(users: Users) -> None:
    with pytest.raises(DatasetError, match="no such user"):
        users.set_role(7, UserRole.LEAD)


@pytest.mark.parametrize("what", ["password", "forbidden", "signed out", "run out"])
def test_a_session_ends(users: Users, dataset: Dataset, what: str) -> None:
    users.add("Anna", UserRole.LEAD, None)
    ilze = users.add("Ilze", UserRole.REVIEWER, "hash")
    users.open_session(ilze.id, "a" * 64)
    assert users.of_session("a" * 64) == ilze
    assert users.of_session("b" * 64) is None
    if what == "password":
        users.set_password(ilze.id, "other")
    elif what == "forbidden":
        users.set_active(ilze.id, False)
    elif what == "signed out":
        users.end_session("a" * 64)
    else:
        age_sessions(dataset, timedelta(days=15))
    assert users.of_session("a" * 64) is None


def test_a_session_that_is_used_goes_on(users: Users, dataset: Dataset) -> None:
    ilze = users.add("Ilze", UserRole.LEAD, None)
    users.open_session(ilze.id, "a" * 64)
    for _ in range(3):
        age_sessions(dataset, SESSION_LIFETIME - timedelta(days=1))
        assert users.of_session("a" * 64) == ilze


def age_sessions(dataset: Dataset, by: timedelta) -> None:
    """As if the sessions had been used last that long ago."""
    before = datetime.now(UTC) - by
    with dataset._engine.begin() as connection:
        connection.execute(update(sessions), {"last_seen": before, "expires": before + SESSION_LIFETIME})


def test_a_role_includes_those_below_it() -> None:
    reader, reviewer, lead = UserRole
    assert [[role.includes(other) for other in UserRole] for role in (reader, reviewer, lead)] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
