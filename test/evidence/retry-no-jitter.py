# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: with fixed pauses all clients that failed together come back together; a random part spreads them."""

from tenacity import retry, stop_after_attempt, wait_fixed, wait_random

CLIENTS = 50


def first_pauses(wait):
    """How long each of the clients waits after its first failure; nobody really waits."""
    pauses = []

    @retry(stop=stop_after_attempt(2), wait=wait, sleep=pauses.append, retry_error_callback=lambda state: None)
    def call():
        raise ConnectionError

    for _ in range(CLIENTS):
        call()
    return pauses


def bad():
    return len(set(first_pauses(wait_fixed(2))))


def fixed():
    return len(set(first_pauses(wait_fixed(2) + wait_random(0, 1))))


def main():
    together, spread = bad(), fixed()
    print(f"bad:   {CLIENTS} clients come back at {together} moment")
    print(f"fixed: {CLIENTS} clients come back at {spread} moments")
    if together != 1 or spread < CLIENTS * 0.9:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
