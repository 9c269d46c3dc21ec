# /// script
# dependencies = ["httpx", "tenacity"]
# ///
"""Claim: a retry on the built-in `ConnectionError` never retries a connection that `httpx` could not make."""

import socket

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt

attempts = {"bad": 0, "fixed": 0}


@retry(retry=retry_if_exception_type((ConnectionError, TimeoutError)), stop=stop_after_attempt(3), reraise=True)
def bad(url):
    attempts["bad"] += 1
    return httpx.get(url)


@retry(retry=retry_if_exception_type(httpx.TransportError), stop=stop_after_attempt(3), reraise=True)
def fixed(url):
    attempts["fixed"] += 1
    return httpx.get(url)


def main():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        # Bound and not listening: whoever connects is refused.
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        for load in (bad, fixed):
            try:
                load(url)
            except httpx.ConnectError:
                pass
    print(f"bad:   {attempts['bad']} attempt before the error reached the caller")
    print(f"fixed: {attempts['fixed']} attempts")
    if attempts != {"bad": 1, "fixed": 3}:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
