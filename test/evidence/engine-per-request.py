# /// script
# dependencies = ["sqlalchemy"]
# ///
"""Claim: an engine made for each call connects for each call; one engine for all connects once."""

import sqlite3

import sqlalchemy
from sqlalchemy import create_engine, text

CALLS = 5


def bad(count):
    for _ in range(CALLS):
        engine = engine_that(count)
        with engine.connect() as connection:
            connection.scalar(text("select 1"))


def fixed(count):
    engine = engine_that(count)
    for _ in range(CALLS):
        with engine.connect() as connection:
            connection.scalar(text("select 1"))


def engine_that(count):
    def connect():
        count()
        return sqlite3.connect(":memory:", check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=sqlalchemy.QueuePool)


def connections_of(work) -> int:
    opened = []
    work(lambda: opened.append(1))
    return len(opened)


if __name__ == "__main__":
    counts = connections_of(bad), connections_of(fixed)
    print(f"bad:   {CALLS} calls took {counts[0]} connections")
    print(f"fixed: {CALLS} calls took {counts[1]} connection")
    if counts != (CALLS, 1):
        raise SystemExit("The effect was not seen.")
