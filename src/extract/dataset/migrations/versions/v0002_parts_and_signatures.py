"""What an arrival is made of, and the signatures in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what was read before came as a file by itself, without signatures."""
    for column in ("parts", "signatures"):
        op.add_column("document_versions", sa.Column(column, sa.JSON(), nullable=False, server_default="[]"))
