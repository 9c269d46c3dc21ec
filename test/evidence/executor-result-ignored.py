# /// script
# dependencies = []
# ///
"""Claim: an error in what a thread pool runs leaves no trace when its future is thrown away."""

import contextlib
import io
import logging
from concurrent.futures import Future, ThreadPoolExecutor

logger = logging.getLogger("evidence")


def write_report(order_id: int) -> None:
    raise OSError(f"no space left for report {order_id}")


def bad(pool: ThreadPoolExecutor) -> None:
    pool.submit(write_report, 1)


def log_error(future: Future) -> None:
    if error := future.exception():
        logger.error("The report was not written: %s", error)


def fixed(pool: ThreadPoolExecutor) -> None:
    pool.submit(write_report, 1).add_done_callback(log_error)


def words_of(start) -> str:
    """All that was written while the pool ran and was shut down."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger().addHandler(handler)
    with contextlib.redirect_stderr(written), ThreadPoolExecutor(max_workers=1) as pool:
        start(pool)
    logging.getLogger().removeHandler(handler)
    return written.getvalue().strip()


def main() -> None:
    silence, told = words_of(bad), words_of(fixed)
    print(f"bad:   {silence!r} was written")
    print(f"fixed: {told!r} was written")
    if silence:
        raise SystemExit("The error left a trace.")
    if "no space left" not in told:
        raise SystemExit("The callback did not tell of the error.")


if __name__ == "__main__":
    main()
