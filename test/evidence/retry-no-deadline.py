# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: a limit on attempts alone lets slow attempts add up; a limit on their time ends it."""

import time

from tenacity import RetryError, retry, stop_after_attempt, stop_after_delay

ATTEMPT = 0.1
LIMIT = 0.15


def slow():
    time.sleep(ATTEMPT)
    raise ConnectionError


bad = retry(stop=stop_after_attempt(5))(slow)
fixed = retry(stop=stop_after_attempt(5) | stop_after_delay(LIMIT))(slow)


def seconds(work):
    started = time.perf_counter()
    try:
        work()
    except RetryError:
        pass
    return time.perf_counter() - started


def main():
    long, short = seconds(bad), seconds(fixed)
    print(f"bad:   gave up after {long:.2f} s")
    print(f"fixed: gave up after {short:.2f} s, with a limit of {LIMIT} s")
    if long < 5 * ATTEMPT or short > 4 * ATTEMPT:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
