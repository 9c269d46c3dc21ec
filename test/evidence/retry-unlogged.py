# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: tenacity says nothing of attempts that fail as long as one succeeds; `before_sleep_log` tells of each."""

import logging

from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt

logger = logging.getLogger(__name__)


def bad(publish):
    return retry(retry=retry_if_exception_type(OSError), stop=stop_after_attempt(5))(publish)


def fixed(publish):
    before_sleep = before_sleep_log(logger, logging.WARNING)
    return retry(retry=retry_if_exception_type(OSError), stop=stop_after_attempt(5), before_sleep=before_sleep)(publish)


class Kept(logging.Handler):
    """Keeps whatever any logger says."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.messages = []

    def emit(self, record) -> None:
        self.messages.append(record.getMessage())


def messages_of(policy) -> list[str]:
    """What is logged while two attempts fail and the third succeeds."""
    outcomes = iter([OSError("no route"), OSError("no route"), None])

    def publish():
        error = next(outcomes)
        if error is not None:
            raise error

    kept = Kept()
    root = logging.getLogger()
    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    try:
        policy(publish)()
    finally:
        root.removeHandler(kept)
    return kept.messages


if __name__ == "__main__":
    silent, told = messages_of(bad), messages_of(fixed)
    print(f"bad:   {len(silent)} messages about two failed attempts")
    print(f"fixed: {len(told)} messages about two failed attempts")
    if silent or len(told) != 2:
        raise SystemExit("The effect was not seen.")
