"""Where a lead sees who may use the page, lets people in and out, and where everybody changes their own password."""

from __future__ import annotations

from starlette.responses import Response

from extract.dataset.users import UserRole
from extract.errors import UsageError
from extract.model import Message
from extract.review.desk import Visit
from extract.review.passwords import hash_password, is_right
from extract.review.serving import show, submit


def show_users(visit: Visit) -> Response:
    """Everybody, and the form for someone new."""
    return visit.page("users.html", users=visit.desk.users.all(), roles=list(UserRole))


def add_user(visit: Visit) -> Response:
    """Let someone in. Whoever worked alone without a password needs one from then on."""
    if not visit.user.has_password:
        raise UsageError(
            Message("You have no password yet, and with several users everybody needs one."),
            Message("Set yours first, then add others."),
        )
    password = hash_password(visit.form.get("password", ""))
    visit.desk.users.add(visit.form.get("name", ""), _role(visit), password)
    return visit.go("/users")


def change_user(visit: Visit) -> Response:
    """Another role, in, or out."""
    users, user = visit.desk.users, int(visit.parameters["user"])
    if user == visit.user.id:
        raise UsageError(
            Message("Nobody can change their own role or lock themselves out."), Message("Ask another lead to do it.")
        )
    if "role" in visit.form:
        users.set_role(user, _role(visit))
    if "active" in visit.form:
        users.set_active(user, visit.form["active"] == "yes")
    return visit.go("/users")


def show_password(visit: Visit) -> Response:
    """The form for another password."""
    return visit.page("password.html", refusal=None)


def set_password(visit: Visit) -> Response:
    """Set one's own password, which ends all sessions."""
    found = visit.desk.users.find(visit.user.name)
    stored = found[1] if found else None
    if stored is not None and not is_right(visit.form.get("old", ""), stored):
        return visit.page("password.html", 403, refusal=Message("The current password is wrong."))
    visit.desk.users.set_password(visit.user.id, hash_password(visit.form.get("new", "")))
    return visit.go("/sign-in")


def _role(visit: Visit) -> UserRole:
    try:
        return UserRole(visit.form.get("role", ""))
    except ValueError as error:
        raise UsageError(
            Message("There is no role {role}.", {"role": visit.form.get("role", "")}), Message("Load the page anew.")
        ) from error


ROUTES = [
    show("/users", show_users, UserRole.LEAD),
    submit("/users", add_user, UserRole.LEAD),
    submit("/users/{user:int}", change_user, UserRole.LEAD),
    show("/password", show_password),
    submit("/password", set_password),
]
