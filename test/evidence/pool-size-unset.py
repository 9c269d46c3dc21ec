# /// script
# dependencies = ["sqlalchemy"]
# ///
"""Claim: with SQLAlchemy's defaults fifteen connections can be in use, and whoever needs a sixteenth waits and then fails."""

import contextlib
import sqlite3

from sqlalchemy import QueuePool, create_engine
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

REQUESTS = 16


def connect():
    return sqlite3.connect(":memory:", check_same_thread=False)


# SQLite stands for a server; its own default would be another pool. The wait is shortened from 30 seconds.
def bad():
    return create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_timeout=0.2)


def fixed():
    return create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_timeout=0.2, pool_size=20, max_overflow=0)


def outcome(make) -> tuple[int, str]:
    """How many of the requests that hold a connection at the same time got one, and how the last of them fared."""
    engine = make()
    with contextlib.ExitStack() as held:
        for count in range(REQUESTS):
            try:
                held.enter_context(engine.connect())
            except PoolTimeoutError as error:
                return count, type(error).__name__
    return REQUESTS, "a connection"


if __name__ == "__main__":
    outcomes = outcome(bad), outcome(fixed)
    for name, (count, last) in zip(("bad:  ", "fixed:"), outcomes):
        print(f"{name} {count} of {REQUESTS} requests at once have a connection; the last got {last}")
    if outcomes != ((15, "TimeoutError"), (16, "a connection")):
        raise SystemExit("The effect was not seen.")
