# /// script
# dependencies = ["tenacity"]
# ///
"""Claim: a retry on `ValueError` tries again what can only fail again; a lost connection is retried without it as well."""

from tenacity import retry, retry_if_exception_type, stop_after_attempt


def bad(send):
    condition = retry_if_exception_type((ConnectionError, ValueError))
    return retry(retry=condition, stop=stop_after_attempt(3), reraise=True)(send)


def fixed(send):
    return retry(retry=retry_if_exception_type(ConnectionError), stop=stop_after_attempt(3), reraise=True)(send)


def attempts_at(error: Exception, policy) -> int:
    attempts = 0

    def send():
        nonlocal attempts
        attempts += 1
        raise error

    try:
        policy(send)()
    except type(error):
        return attempts
    return 0


if __name__ == "__main__":
    errors = ValueError("the message is too long"), ConnectionError("the peer has gone")
    seen = [tuple(attempts_at(error, policy) for error in errors) for policy in (bad, fixed)]
    print(f"bad:   {seen[0][0]} attempts at a ValueError, {seen[0][1]} at a ConnectionError")
    print(f"fixed: {seen[1][0]} attempt at a ValueError, {seen[1][1]} at a ConnectionError")
    if seen != [(3, 3), (1, 3)]:
        raise SystemExit("The effect was not seen.")
