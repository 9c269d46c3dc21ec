# /// script
# dependencies = ["stamina"]
# ///
"""Claim: a retry by hand easily gives `None` in the place of the last error, and pauses after the last attempt as well."""

import time
from unittest import mock

import stamina

ATTEMPTS = 3


def get(url: str) -> str:
    raise ConnectionError(url)


def bad(url: str):
    for attempt in range(ATTEMPTS):
        try:
            return get(url)
        except ConnectionError:
            time.sleep(2**attempt)
    return None


@stamina.retry(on=ConnectionError, attempts=ATTEMPTS)
def fixed(url: str):
    return get(url)


def outcome(load) -> tuple[str, int]:
    """What the caller got, and after how many pauses; none of them is waited for."""
    with mock.patch("time.sleep") as sleep:
        try:
            result = f"gave {load('/orders')}"
        except ConnectionError:
            result = "raised ConnectionError"
    return result, sleep.call_count


if __name__ == "__main__":
    outcomes = outcome(bad), outcome(fixed)
    for name, (result, pauses) in zip(("bad:  ", "fixed:"), outcomes):
        print(f"{name} {result} after {ATTEMPTS} attempts and {pauses} pauses")
    if outcomes != (("gave None", ATTEMPTS), ("raised ConnectionError", ATTEMPTS - 1)):
        raise SystemExit("The effect was not seen.")
