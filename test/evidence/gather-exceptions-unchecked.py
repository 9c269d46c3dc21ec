"""Claim: with `return_exceptions=True` and no look at the results, a failure is neither raised nor logged."""

import asyncio
import io
import logging


async def send(address: str) -> str:
    if address == "":
        raise ValueError("no address")
    return "sent"


async def bad() -> None:
    await asyncio.gather(send("a@example.org"), send(""), return_exceptions=True)


async def fixed() -> None:
    results = await asyncio.gather(send("a@example.org"), send(""), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            logging.getLogger("mail").warning("not sent", exc_info=result)


def said(work) -> str:
    """What is in the log, or raised, when all is over."""
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    try:
        asyncio.run(work())
    except ValueError as error:
        return str(error)
    finally:
        logging.getLogger().removeHandler(handler)
    return log.getvalue()


def main():
    nothing, something = said(bad), said(fixed)
    print(f"bad:   {len(nothing.splitlines())} lines in the log, nothing raised")
    print(f"fixed: {something.splitlines()[-1]}")
    if nothing != "" or "ValueError: no address" not in something:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
