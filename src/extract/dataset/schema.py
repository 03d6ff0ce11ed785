"""The tables. What a machine found is only ever added; what a person decided stands beside it, never in its place.

A *document* is named by the file that arrived. Each time its content, or what a reader makes of it, differs from
before, a *document version* is added. Each time the statements or findings of a version differ from before, an
*extraction* is added: so offsets always refer to the text they were found in, and older extractions stay as they were.
The latest extraction of the latest version holds; what a person has decided about a statement goes before it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)

#: The migration that leads to the tables below; `migrations/versions` holds all of them.
REVISION = "0003"
#: Who the audit trail names for what no person did.
MACHINE = "extract"
#: Where Alembic notes the revision, under a name of ours so that a database can be told to be a dataset.
VERSION_TABLE = "extract_schema"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone of what it stores."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC. Raises ValueError for a time without its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _json() -> JSON:
    return JSON(none_as_null=True)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", UtcDateTime, nullable=False),
    Column("finished", UtcDateTime),
    Column("status", String(16), nullable=False),
    Column("code", Text, nullable=False),
    Column("models", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("codebook_sha256", String(64), nullable=False),
    Column("arguments", _json(), nullable=False),
    CheckConstraint("status in ('running', 'finished', 'interrupted')", name="status"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

#: `structure` is zlib-compressed JSON of pages, blocks and words; `parts` and `signatures` are those of the model, as
#: JSON, empty for a file that came by itself. `last_run` is the run that last read and extracted the version, changed
#: or not: its provenance decides whether the document is current. `failure`, `cause` and `advice` are those of the
#: latest attempt at this content, if it failed; a version with text may have them too. `retry` is set where the file
#: could not even be opened, so that the next run tries again. `source` is the absolute path at which a run last met
#: the file, if it can be written in UTF-8.
document_versions = Table(
    "document_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", String(64)),
    Column("format", Text),
    Column("text", Text),
    Column("structure", LargeBinary),
    Column("reading_sha256", String(64)),
    Column("pages", Integer, nullable=False),
    Column("pages_without_text", _json(), nullable=False),
    Column("notices", _json(), nullable=False),
    Column("parts", _json(), nullable=False, server_default="[]"),
    Column("signatures", _json(), nullable=False, server_default="[]"),
    Column("failure", Text),
    Column("cause", _json()),
    Column("advice", _json()),
    Column("retry", Boolean, nullable=False),
    Column("source", Text),
    Column("first_seen", UtcDateTime, nullable=False),
    Column("first_run", ForeignKey("runs.id"), nullable=False),
    Column("last_run", ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("document_id", "number"),
    CheckConstraint("text is not null or failure is not null", name="read_or_failed"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("document_versions.id"), nullable=False, index=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("layout", String(16), nullable=False),
    Column("notices", _json(), nullable=False),
    Column("sha256", String(64), nullable=False),
)

#: A statement is its document, its words and, where the letter says them more than once, which time it is.
statements = Table(
    "statements",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("occurrence", Integer, nullable=False),
)

#: Where a statement stands in the text that an extraction was made from. The heading and lead-in are evidence.
placements = Table(
    "placements",
    metadata,
    Column("extraction_id", ForeignKey("extractions.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("statement_id", ForeignKey("statements.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("page", Integer),
    Column("is_list_item", Boolean, nullable=False),
    Column("heading", _json()),
    Column("lead_in", _json()),
    UniqueConstraint("extraction_id", "statement_id"),
)

#: A finding without a statement belongs to the letter's frame.
findings = Table(
    "findings",
    metadata,
    Column("extraction_id", ForeignKey("extractions.id"), primary_key=True),
    Column("id", String(24), primary_key=True),
    Column("ordinal", Integer, nullable=False),
    Column("statement_id", ForeignKey("statements.id"), index=True),
    Column("field", String(32), nullable=False),
    Column("value", JSON, nullable=False),
    Column("method", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("reason", _json(), nullable=False),
    Column("alternatives", _json(), nullable=False),
    CheckConstraint("confidence >= 0 and confidence <= 1", name="confidence"),
)

#: `boxes` are lists of page, x0, top, x1, bottom in points; `cell` is table, row, column.
evidence = Table(
    "evidence",
    metadata,
    Column("extraction_id", Integer, primary_key=True),
    Column("finding_id", String(24), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("page", Integer),
    Column("boxes", _json(), nullable=False),
    Column("paragraph", Integer),
    Column("cell", _json()),
    ForeignKeyConstraint(["extraction_id", "finding_id"], ["findings.extraction_id", "findings.id"]),
)

#: What a person has set, as it stands; no run writes here. Its history is in the audit trail. A decision without a
#: statement is about the letter's frame. `version` counts the changes, so that no edit overwrites another unseen.
#: `withdrawn` marks one that was undone, so that what the machine finds holds again; `edit_id` is the edit that the
#: decision as it stands comes from (none for decisions older than edits).
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("statement_id", ForeignKey("statements.id")),
    Column("field", String(32), nullable=False),
    Column("value", JSON, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("why", Text),
    Column("version", Integer, nullable=False),
    Column("withdrawn", Boolean, nullable=False, server_default=false()),
    Column("edit_id", Integer),
)
Index(
    "uq_decisions_of_statements",
    decisions.c.statement_id,
    decisions.c.field,
    unique=True,
    sqlite_where=decisions.c.statement_id.is_not(None),
    postgresql_where=decisions.c.statement_id.is_not(None),
)
Index(
    "uq_decisions_of_letters",
    decisions.c.document_id,
    decisions.c.field,
    unique=True,
    sqlite_where=decisions.c.statement_id.is_(None),
    postgresql_where=decisions.c.statement_id.is_(None),
)

#: Append-only: triggers refuse to change or delete a line.
audit_trail = Table(
    "audit_trail",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("run_id", ForeignKey("runs.id")),
    Column("document_id", ForeignKey("documents.id"), index=True),
    Column("statement_id", ForeignKey("statements.id"), index=True),
    Column("field", String(32)),
    Column("old", _json()),
    Column("new", _json()),
    Column("why", Text),
)
