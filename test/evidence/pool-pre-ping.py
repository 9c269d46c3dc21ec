# /// script
# dependencies = ["sqlalchemy"]
# ///
"""Claim: a pool hands out a connection that died while it was idle, and the query fails; with pool_pre_ping it is replaced first."""

import sqlite3

import sqlalchemy
from sqlalchemy import create_engine, text


def bad(connect):
    return create_engine("sqlite://", creator=connect, poolclass=sqlalchemy.QueuePool)


def fixed(connect):
    return create_engine("sqlite://", creator=connect, poolclass=sqlalchemy.QueuePool, pool_pre_ping=True)


def outcome(make) -> str:
    opened = []

    def connect():
        opened.append(sqlite3.connect(":memory:", check_same_thread=False))
        return opened[-1]

    engine = make(connect)
    with engine.connect() as connection:
        connection.scalar(text("select 1"))
    # The server restarts: what the pool holds is closed behind its back.
    opened[0].close()
    try:
        with engine.connect() as connection:
            return f"the query gave {connection.scalar(text('select 2'))}"
    except sqlalchemy.exc.SQLAlchemyError as error:
        return f"the query raised {type(error).__name__}"


if __name__ == "__main__":
    outcomes = outcome(bad), outcome(fixed)
    print(f"bad:   {outcomes[0]}")
    print(f"fixed: {outcomes[1]}")
    if not outcomes[0].startswith("the query raised") or outcomes[1] != "the query gave 2":
        raise SystemExit("The effect was not seen.")
