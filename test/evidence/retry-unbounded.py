# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: without a stop tenacity goes on for as long as a call fails, without a pause and without an error for the caller."""

from tenacity import RetryError, retry, stop_after_attempt

ENOUGH = 500


class Enough(BaseException):
    """Ends the proof; nobody retries it."""


def failing():
    calls = 0

    def call():
        nonlocal calls
        calls += 1
        if calls >= ENOUGH:
            raise Enough
        raise ConnectionError("the address is wrong")

    return call


def outcome(policy):
    try:
        policy(failing())()
    except Enough:
        return f"still trying after {ENOUGH} attempts"
    except RetryError:
        return "gave up"


def bad():
    return outcome(retry)


def fixed():
    return outcome(retry(stop=stop_after_attempt(5)))


def main():
    endless, bounded = bad(), fixed()
    print(f"bad:   {endless}")
    print(f"fixed: {bounded}")
    if not endless.startswith("still") or bounded != "gave up":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
