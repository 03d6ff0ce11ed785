"""How Alembic applies the migrations: on the connection and in the transaction that `extract.dataset` opened."""

from alembic import context

from extract.dataset.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
