"""Who may use the review page, and who is signed in. Passwords and tokens arrive as hashes and stay so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from extract.dataset.connection import reading, writing
from extract.dataset.review_schema import sessions, users
from extract.dataset.schema import MACHINE
from extract.errors import DatasetError
from extract.model import Message

#: How long a sign-in holds, and how often it is noted that it was used.
SESSION_LIFETIME = timedelta(days=14)
_NOTED_EVERY = timedelta(minutes=5)


class UserRole(StrEnum):
    """What someone may do: look; set values; and manage users and second reviews. Each role includes those before."""

    READER = "reader"
    REVIEWER = "reviewer"
    LEAD = "lead"

    def includes(self, other: UserRole) -> bool:
        """Whether this role may do all that `other` may."""
        order = list(UserRole)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class User:
    """Someone who may sign in. `name` is casefolded, for signing in; `display_name` is who stands at what they set."""

    id: int
    name: str
    display_name: str
    role: UserRole
    has_password: bool
    active: bool


class Users:
    """The users of a dataset and their sessions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> list[User]:
        """Everybody, by name; those who may no longer sign in as well."""
        with reading(self._engine).begin() as connection:
            return [_user(row) for row in connection.execute(select(users).order_by(users.c.name))]

    def find(self, name: str) -> tuple[User, str | None] | None:
        """The user who signs in by this name, whatever its letter case, and the hash of the password."""
        with reading(self._engine).begin() as connection:
            row = connection.execute(select(users).where(users.c.name == _folded(name))).one_or_none()
        return None if row is None else (_user(row), row.password_hash)

    def add(self, display_name: str, role: UserRole, password_hash: str | None) -> User:
        """Add someone. Raises DatasetError where the name is empty or taken."""
        display_name = " ".join(display_name.split())
        if not display_name:
            raise DatasetError(Message("A user needs a name."), Message("Give one."))
        with writing(self._engine).begin() as connection:
            name = _folded(display_name)
            # Nobody goes by the name under which the history has the machine.
            if name == MACHINE or connection.scalar(select(users.c.id).where(users.c.name == name)) is not None:
                raise DatasetError(
                    Message("There is a user {name} already.", {"name": display_name}), Message("Give another name.")
                )
            row = {
                "name": name,
                "display_name": display_name,
                "role": role.value,
                "password_hash": password_hash,
                "active": True,
                "created_at": datetime.now(UTC),
            }
            (identifier,) = connection.execute(insert(users).returning(users.c.id), row).one()
            return _user(_row(connection, identifier))

    def set_password(self, user: int, password_hash: str) -> None:
        """Give a user another password; whoever is signed in with the old one no longer is."""
        self._change(user, {"password_hash": password_hash}, ends_sessions=True)

    def set_role(self, user: int, role: UserRole) -> None:
        """Give a user another role. Raises DatasetError where nobody would be left to lead."""
        self._change(user, {"role": role.value}, ends_sessions=False)

    def set_active(self, user: int, active: bool) -> None:
        """Let a user in or out. Raises DatasetError where nobody would be left to lead."""
        self._change(user, {"active": active}, ends_sessions=not active)

    def _change(self, user: int, columns: Mapping[str, Any], *, ends_sessions: bool) -> None:
        with writing(self._engine).begin() as connection:
            _row(connection, user)
            connection.execute(update(users).where(users.c.id == user), columns)
            if ends_sessions:
                connection.execute(delete(sessions).where(sessions.c.user_id == user))
            leads = select(func.count()).where(users.c.active, users.c.role == UserRole.LEAD.value)
            if connection.scalar(leads) == 0:
                raise DatasetError(
                    Message("Somebody must be left who leads."), Message("Give another user the role of a lead first.")
                )

    def open_session(self, user: int, token_sha256: str) -> None:
        """Sign a user in; sessions that have run out are forgotten."""
        now = datetime.now(UTC)
        with writing(self._engine).begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.expires < now))
            row = {"token_sha256": token_sha256, "user_id": user, "created": now, "last_seen": now}
            connection.execute(insert(sessions), {**row, "expires": now + SESSION_LIFETIME})

    def of_session(self, token_sha256: str) -> User | None:
        """Who is signed in with the token; None where nobody is, or may be no longer."""
        now = datetime.now(UTC)
        with reading(self._engine).begin() as connection:
            row = connection.execute(
                select(users, sessions.c.last_seen)
                .join_from(sessions, users)
                .where(sessions.c.token_sha256 == token_sha256, sessions.c.expires > now, users.c.active)
            ).one_or_none()
        if row is None:
            return None
        if now - row.last_seen > _NOTED_EVERY:
            with writing(self._engine).begin() as connection:
                used = {"last_seen": now, "expires": now + SESSION_LIFETIME}
                connection.execute(update(sessions).where(sessions.c.token_sha256 == token_sha256), used)
        return _user(row)

    def end_session(self, token_sha256: str) -> None:
        """Sign out."""
        with writing(self._engine).begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.token_sha256 == token_sha256))


def _row(connection: Connection, user: int) -> Row[Any]:
    row = connection.execute(select(users).where(users.c.id == user)).one_or_none()
    if row is None:
        raise DatasetError(Message("There is no such user."), Message("Load the page anew."))
    return row


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _user(row: Row[Any]) -> User:
    return User(row.id, row.name, row.display_name, UserRole(row.role), row.password_hash is not None, row.active)
