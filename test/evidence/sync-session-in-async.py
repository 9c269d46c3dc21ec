# /// script
# dependencies = ["sqlalchemy", "aiosqlite"]
# ///
"""Claim: a query of a plain `Session` in an async function stops the event loop until the database has answered.

An SQL function that sleeps stands for a slow database.
"""

import asyncio
import sqlite3
import time

import aiosqlite
from sqlalchemy import StaticPool, create_engine, text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

from support.heartbeat import compare

PAUSE = 0.3


def answer() -> int:
    time.sleep(PAUSE)
    return 1


def connect():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.create_function("answer", 0, answer)
    return connection


async def connect_async():
    connection = await aiosqlite.connect(":memory:")
    await connection.create_function("answer", 0, answer)
    return connection


async def bad():
    with sessionmaker(create_engine("sqlite://", creator=connect, poolclass=StaticPool))() as session:
        session.execute(text("select answer()")).scalar_one()


async def fixed():
    engine = create_async_engine("sqlite+aiosqlite://", async_creator=connect_async)
    try:
        async with async_sessionmaker(engine)() as session:
            (await session.execute(text("select answer()"))).scalar_one()
    finally:
        await engine.dispose()


if __name__ == "__main__":
    compare(bad, fixed, PAUSE)
