"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and triggers that refuse to change or delete a line of the audit trail."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("name", name=op.f("uq_documents_name")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("models", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("codebook_sha256", sa.String(length=64), nullable=False),
        sa.Column("arguments", sa.JSON(), nullable=False),
        sa.CheckConstraint("status in ('running', 'finished', 'interrupted')", name=op.f("ck_runs_status")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "document_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("format", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("structure", sa.LargeBinary(), nullable=True),
        sa.Column("reading_sha256", sa.String(length=64), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("pages_without_text", sa.JSON(), nullable=False),
        sa.Column("notices", sa.JSON(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("cause", sa.JSON(), nullable=True),
        sa.Column("advice", sa.JSON(), nullable=True),
        sa.Column("retry", sa.Boolean(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_run", sa.Integer(), nullable=False),
        sa.Column("last_run", sa.Integer(), nullable=False),
        sa.CheckConstraint("text is not null or failure is not null", name=op.f("ck_document_versions_read_or_failed")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_document_versions_document_id")),
        sa.ForeignKeyConstraint(["first_run"], ["runs.id"], name=op.f("fk_document_versions_first_run")),
        sa.ForeignKeyConstraint(["last_run"], ["runs.id"], name=op.f("fk_document_versions_last_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_versions")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_document_versions_document_id_number")),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_statements_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_document_id"), "statements", ["document_id"], unique=False)
    op.create_table(
        "audit_trail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("statement_id", sa.String(length=24), nullable=True),
        sa.Column("field", sa.String(length=32), nullable=True),
        sa.Column("old", sa.JSON(), nullable=True),
        sa.Column("new", sa.JSON(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_audit_trail_document_id")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_audit_trail_run_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_audit_trail_statement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_trail")),
    )
    op.create_index(op.f("ix_audit_trail_document_id"), "audit_trail", ["document_id"], unique=False)
    op.create_index(op.f("ix_audit_trail_statement_id"), "audit_trail", ["statement_id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.String(length=24), nullable=True),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_decisions_document_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_decisions_statement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_document_id"), "decisions", ["document_id"], unique=False)
    op.create_index(
        "uq_decisions_of_letters",
        "decisions",
        ["document_id", "field"],
        unique=True,
        sqlite_where=sa.text("statement_id IS NULL"),
        postgresql_where=sa.text("statement_id IS NULL"),
    )
    op.create_index(
        "uq_decisions_of_statements",
        "decisions",
        ["statement_id", "field"],
        unique=True,
        sqlite_where=sa.text("statement_id IS NOT NULL"),
        postgresql_where=sa.text("statement_id IS NOT NULL"),
    )
    op.create_table(
        "extractions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("layout", sa.String(length=16), nullable=False),
        sa.Column("notices", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_extractions_run_id")),
        sa.ForeignKeyConstraint(["version_id"], ["document_versions.id"], name=op.f("fk_extractions_version_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extractions")),
    )
    op.create_index(op.f("ix_extractions_version_id"), "extractions", ["version_id"], unique=False)
    op.create_table(
        "findings",
        sa.Column("extraction_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.String(length=24), nullable=True),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("alternatives", sa.JSON(), nullable=False),
        sa.CheckConstraint("confidence >= 0 and confidence <= 1", name=op.f("ck_findings_confidence")),
        sa.ForeignKeyConstraint(["extraction_id"], ["extractions.id"], name=op.f("fk_findings_extraction_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_findings_statement_id")),
        sa.PrimaryKeyConstraint("extraction_id", "id", name=op.f("pk_findings")),
    )
    op.create_index(op.f("ix_findings_statement_id"), "findings", ["statement_id"], unique=False)
    op.create_table(
        "placements",
        sa.Column("extraction_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_id", sa.String(length=24), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("is_list_item", sa.Boolean(), nullable=False),
        sa.Column("heading", sa.JSON(), nullable=True),
        sa.Column("lead_in", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["extraction_id"], ["extractions.id"], name=op.f("fk_placements_extraction_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_placements_statement_id")),
        sa.PrimaryKeyConstraint("extraction_id", "position", name=op.f("pk_placements")),
        sa.UniqueConstraint("extraction_id", "statement_id", name=op.f("uq_placements_extraction_id_statement_id")),
    )
    op.create_index(op.f("ix_placements_statement_id"), "placements", ["statement_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("extraction_id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.String(length=24), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("boxes", sa.JSON(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=True),
        sa.Column("cell", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["extraction_id", "finding_id"],
            ["findings.extraction_id", "findings.id"],
            name=op.f("fk_evidence_extraction_id_finding_id"),
        ),
        sa.PrimaryKeyConstraint("extraction_id", "finding_id", "ordinal", name=op.f("pk_evidence")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            """
            create function refuse_audit_trail_change() returns trigger language plpgsql as $$
            begin
                raise exception 'the audit trail is append-only';
            end $$
            """
        )
        op.execute(
            """
            create trigger audit_trail_is_append_only before update or delete or truncate on audit_trail
            for each statement execute function refuse_audit_trail_change()
            """
        )
    else:
        for event in ("update", "delete"):
            op.execute(
                f"""
                create trigger audit_trail_refuses_{event} before {event} on audit_trail
                begin
                    select raise(abort, 'the audit trail is append-only');
                end
                """
            )
