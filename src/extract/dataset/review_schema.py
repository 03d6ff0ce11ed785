"""The tables of reviewing, beside those of `schema`: edits, added statements, users, second reviews."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from extract.dataset.schema import UtcDateTime, metadata

#: Where statements stand that a person added: the offsets are those of the version's text. Whether one stands is a
#: decision of its own, so that it can be undone like any other.
added_statements = Table(
    "added_statements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("statement_id", ForeignKey("statements.id"), nullable=False),
    Column("version_id", ForeignKey("document_versions.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

#: One row for each action of a person: what undo takes back at once. `changes` holds for each decision what stood
#: before and after. `state` is *done*; *undone*; *discarded*, once undone and then followed by something else;
#: *overtaken*, where someone else has changed a value since, so that it cannot be undone.
edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("label", JSON(none_as_null=True), nullable=False),
    Column("changes", JSON(none_as_null=True), nullable=False),
    Column("state", String(16), nullable=False),
    CheckConstraint("state in ('done', 'undone', 'discarded', 'overtaken')", name="state"),
)
Index("ix_edits_who_state", edits.c.who, edits.c.state)

#: `name` is casefolded, for signing in; decisions name people by `display_name`.
users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("display_name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("password_hash", Text),
    Column("active", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    CheckConstraint("role in ('reader', 'reviewer', 'lead')", name="role"),
)

#: Only a token's hash is kept: who reads the dataset cannot sign in with it.
sessions = Table(
    "sessions",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False, index=True),
    Column("created", UtcDateTime, nullable=False),
    Column("expires", UtcDateTime, nullable=False),
    Column("last_seen", UtcDateTime, nullable=False),
)

#: A statement that a second person is to review unseeing. `first` is what held by field when it was asked for,
#: `first_by` the names of those who had set it; `reviewer` is who has taken it up.
second_reviews = Table(
    "second_reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sample", Integer, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("statement_id", ForeignKey("statements.id"), nullable=False),
    Column("first", JSON(none_as_null=True), nullable=False),
    Column("first_by", JSON(none_as_null=True), nullable=False),
    Column("requested_by", Text, nullable=False),
    Column("requested_at", UtcDateTime, nullable=False),
    Column("reviewer", Text),
)

#: What the second person said of each field; the latest row holds.
second_values = Table(
    "second_values",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("second_review_id", ForeignKey("second_reviews.id"), nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("value", JSON, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

#: What holds after the two differed. It stands as long as the edit that set it does.
settlements = Table(
    "settlements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("second_review_id", ForeignKey("second_reviews.id"), nullable=False, index=True),
    Column("field", String(32), nullable=False),
    Column("value", JSON, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("why", Text),
    Column("edit_id", ForeignKey("edits.id"), nullable=False),
)
