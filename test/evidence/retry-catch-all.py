# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: without a condition a mistake in the program is retried like a lost connection."""

from tenacity import retry, retry_if_exception_type, stop_after_attempt

attempts = {"bad": 0, "fixed": 0}


@retry(stop=stop_after_attempt(5), reraise=True)
def bad():
    attempts["bad"] += 1
    return len(None)


@retry(stop=stop_after_attempt(5), reraise=True, retry=retry_if_exception_type(ConnectionError))
def fixed():
    attempts["fixed"] += 1
    return len(None)


def main():
    for work in (bad, fixed):
        try:
            work()
        except TypeError:
            pass
    print(f"bad:   {attempts['bad']} attempts at a TypeError")
    print(f"fixed: {attempts['fixed']} attempt at a TypeError")
    if attempts != {"bad": 5, "fixed": 1}:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
