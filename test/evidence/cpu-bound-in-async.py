"""Claim: a password hash computes on the event loop, and all other tasks wait as long; in a thread it lets them run."""

import asyncio
import hashlib

from support.heartbeat import compare


def hashed():
    return hashlib.scrypt(b"secret", salt=b"0" * 16, n=2**15, r=8, p=2, maxmem=2**27)


async def bad():
    hashed()


async def fixed():
    await asyncio.to_thread(hashed)


if __name__ == "__main__":
    compare(bad, fixed, 0.05)
