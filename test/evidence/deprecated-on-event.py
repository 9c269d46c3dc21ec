# /// script
# dependencies = ["fastapi"]
# ///
"""Claim: as soon as an application has a lifespan, handlers that are registered with `on_event` are never called."""

import asyncio
from contextlib import asynccontextmanager

from fastapi import FastAPI


def bad(ran):
    """Somebody gives the application a lifespan; the handlers beside it are forgotten without a word."""

    @asynccontextmanager
    async def lifespan(app):
        ran.append("lifespan")
        yield

    app = FastAPI(lifespan=lifespan)

    @app.on_event("startup")
    async def warm_cache() -> None:
        ran.append("warm_cache")

    @app.on_event("shutdown")
    def drop_cache() -> None:
        ran.append("drop_cache")

    return app


def fixed(ran):
    @asynccontextmanager
    async def lifespan(app):
        ran.append("lifespan")
        await warm_cache()
        try:
            yield
        finally:
            drop_cache()

    app = FastAPI(lifespan=lifespan)

    async def warm_cache() -> None:
        ran.append("warm_cache")

    def drop_cache() -> None:
        ran.append("drop_cache")

    return app


async def start_and_stop(app) -> None:
    """What a server says to an application when it starts and stops."""
    events = iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive():
        return {"type": next(events)}

    async def send(message):
        if message["type"].endswith(".failed"):
            raise SystemExit(message["message"])

    await app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, receive, send)


def outcome(make) -> list[str]:
    ran = []
    asyncio.run(start_and_stop(make(ran)))
    return ran


if __name__ == "__main__":
    outcomes = outcome(bad), outcome(fixed)
    for name, ran in zip(("bad:  ", "fixed:"), outcomes):
        print(f"{name} what ran: {', '.join(ran)}")
    if outcomes != (["lifespan"], ["lifespan", "warm_cache", "drop_cache"]):
        raise SystemExit("The effect was not seen.")
