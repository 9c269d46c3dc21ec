# /// script
# dependencies = ["httpx", "tenacity"]
# ///
"""Claim: `httpx.HTTPError` holds the errors of statuses, so a 404 is asked for again; with `TransportError` it is not."""

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt

requests = {"/bad": 0, "/fixed": 0}


def answer(request):
    requests[request.url.path] += 1
    return httpx.Response(404)


client = httpx.Client(transport=httpx.MockTransport(answer), base_url="http://id.example")


@retry(retry=retry_if_exception_type(httpx.HTTPError), stop=stop_after_attempt(4), reraise=True)
def bad():
    client.get("/bad").raise_for_status()


@retry(retry=retry_if_exception_type(httpx.TransportError), stop=stop_after_attempt(4), reraise=True)
def fixed():
    client.get("/fixed").raise_for_status()


def main():
    for work in (bad, fixed):
        try:
            work()
        except httpx.HTTPStatusError:
            pass
    print(f"bad:   {requests['/bad']} requests answered with 404")
    print(f"fixed: {requests['/fixed']} request answered with 404")
    if requests != {"/bad": 4, "/fixed": 1}:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
