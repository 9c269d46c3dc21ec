# /// script
# dependencies = ["aiohttp", "httpx", "requests"]
# ///
"""Claim: requests, httpx and aiohttp give a 503 as an answer, so that reading it fails elsewhere, or not at all."""

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import aiohttp
import httpx
import requests


class Unavailable(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"error": "try later"}).encode()
        self.send_response(503)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def bad(url):
    async def entered():
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return await response.json()

    return [requests.get(url, timeout=5).json(), httpx.get(url).json(), asyncio.run(entered())]


def fixed(url):
    async def entered():
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            response.raise_for_status()
            return await response.json()

    def answered():
        response = requests.get(url, timeout=5)
        response.raise_for_status()
        return response.json()

    errors = []
    for work in (answered, lambda: httpx.get(url).raise_for_status().json(), lambda: asyncio.run(entered())):
        try:
            work()
        except (requests.HTTPError, httpx.HTTPStatusError, aiohttp.ClientResponseError) as error:
            errors.append(type(error).__name__)
    return errors


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Unavailable)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    taken, raised = bad(url), fixed(url)
    server.shutdown()
    print(f"bad:   {taken} were taken for the answer")
    print(f"fixed: {raised} were raised")
    if taken != [{"error": "try later"}] * 3 or len(raised) != 3:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
