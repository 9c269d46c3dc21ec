"""Claim: without a timeout a call waits for as long as the other side keeps silent; with one it ends."""

import threading
import urllib.request

from support.servers import never_answering


def main():
    with never_answering() as port:
        url = f"http://127.0.0.1:{port}/"

        def bad():
            urllib.request.urlopen(url)

        def fixed():
            urllib.request.urlopen(url, timeout=0.2)

        is_over = is_over_soon(bad), is_over_soon(fixed)
    for name, over in zip(("bad:  ", "fixed:"), is_over):
        print(f"{name} after one second the call {'has ended' if over else 'still waits'}")
    if is_over != (False, True):
        raise SystemExit("The effect was not seen.")


def is_over_soon(work) -> bool:
    def call():
        try:
            work()
        except OSError:
            pass

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    thread.join(1)
    return not thread.is_alive()


if __name__ == "__main__":
    main()
