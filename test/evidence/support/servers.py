"""A server on this machine that takes its time to answer, or never does."""

import contextlib
import socket
import threading
import time


@contextlib.contextmanager
def answering_after(seconds: float):
    """Gives the port of a server that answers each HTTP request after the pause."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_serve, args=(listener, seconds), daemon=True).start()
        yield listener.getsockname()[1]


@contextlib.contextmanager
def never_answering():
    """Gives the port of a server that accepts connections and keeps silent."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def _serve(listener: socket.socket, seconds: float) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(connection, seconds), daemon=True).start()


def _answer(connection: socket.socket, seconds: float) -> None:
    with connection:
        connection.recv(65536)
        time.sleep(seconds)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
