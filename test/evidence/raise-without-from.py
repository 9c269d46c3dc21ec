"""Claim: without `from` the log tells of two errors one after the other, and `__cause__` is empty; with it the first is the cause."""

import traceback


class SettingsError(Exception):
    pass


def bad(settings: dict) -> int:
    try:
        return int(settings["port"])
    except KeyError:
        raise SettingsError("there is no port")


def fixed(settings: dict) -> int:
    try:
        return int(settings["port"])
    except KeyError as error:
        raise SettingsError("there is no port") from error


def outcome(port) -> tuple[str, str]:
    """The line of the log that joins the two errors, and the class of the cause that error trackers find."""
    try:
        port({})
    except SettingsError as error:
        joined = [line for line in "".join(traceback.format_exception(error)).splitlines() if "exception" in line]
        return joined[0], type(error.__cause__).__name__
    raise SystemExit("No error was raised.")


if __name__ == "__main__":
    outcomes = outcome(bad), outcome(fixed)
    for name, (line, cause) in zip(("bad:  ", "fixed:"), outcomes):
        print(f"{name} {line} The cause is {cause}.")
    if "another exception occurred" not in outcomes[0][0] or outcomes[0][1] != "NoneType":
        raise SystemExit("The effect was not seen.")
    if "direct cause" not in outcomes[1][0] or outcomes[1][1] != "KeyError":
        raise SystemExit("The fixed one does not name the cause.")
