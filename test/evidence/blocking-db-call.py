"""Claim: a synchronous database driver stops the event loop while a query runs, or while it waits for another's lock."""

import asyncio
import os
import sqlite3
import tempfile
import threading
import time

from support.heartbeat import compare

PAUSE = 0.3


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "orders.db")
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE orders (id INTEGER)")

        def hold_lock(held: threading.Event):
            other = sqlite3.connect(path, isolation_level=None)
            other.execute("BEGIN EXCLUSIVE")
            held.set()
            time.sleep(PAUSE)
            other.execute("ROLLBACK")
            other.close()

        def insert():
            connection = sqlite3.connect(path, timeout=5)
            connection.execute("INSERT INTO orders VALUES (1)")
            connection.close()

        def locked():
            held = threading.Event()
            threading.Thread(target=hold_lock, args=(held,)).start()
            held.wait()

        async def bad():
            locked()
            insert()

        async def fixed():
            locked()
            await asyncio.to_thread(insert)

        compare(bad, fixed, PAUSE)


if __name__ == "__main__":
    main()
