# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: without a wait all attempts are over before a service that needs a moment is back."""

import time

from tenacity import RetryError, retry, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

BACK_AFTER = 0.2


class Service:
    """Refuses connections until it has come back."""

    def __init__(self):
        self.started = time.perf_counter()

    def ask(self):
        if time.perf_counter() - self.started < BACK_AFTER:
            raise ConnectionError("still starting")
        return "answered"


@retry(retry=retry_if_exception_type(ConnectionError), stop=stop_after_attempt(4))
def bad(service):
    return service.ask()


@retry(
    retry=retry_if_exception_type(ConnectionError),
    stop=stop_after_attempt(4),
    wait=wait_exponential_jitter(initial=0.1, max=1, jitter=0.1),
)
def fixed(service):
    return service.ask()


def outcome(work):
    started = time.perf_counter()
    try:
        result = work(Service())
    except RetryError:
        result = "gave up"
    return result, time.perf_counter() - started


def main():
    (lost, soon), (got, later) = outcome(bad), outcome(fixed)
    print(f"bad:   {lost} after {soon:.3f} s")
    print(f"fixed: {got} after {later:.3f} s")
    if lost != "gave up" or soon > BACK_AFTER or got != "answered":
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
