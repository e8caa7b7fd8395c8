"""Runs the migrations of one local file in one transaction, on the connection that `migrate` hands over."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
    connection.exec_driver_sql(f"PRAGMA user_version = {context.config.attributes['version']}")
connection.commit()
