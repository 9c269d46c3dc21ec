# /// script
# dependencies = ["httpx", "tenacity"]
# ///
"""Claim: a retry that looks at the answer never sees one where `raise_for_status` raises, so a 503 is not retried."""

import httpx
from tenacity import RetryError, retry, retry_if_result, stop_after_attempt

attempts = {"bad": 0, "fixed": 0}


def answer(request):
    attempts[request.url.path.strip("/")] += 1
    return httpx.Response(503)


client = httpx.Client(transport=httpx.MockTransport(answer), base_url="http://service.example")


@retry(retry=retry_if_result(lambda response: response.status_code == 503), stop=stop_after_attempt(3))
def bad():
    response = client.get("/bad")
    response.raise_for_status()
    return response


@retry(retry=retry_if_result(lambda response: response.status_code == 503), stop=stop_after_attempt(3))
def fixed():
    return client.get("/fixed")


def main():
    for work in (bad, fixed):
        try:
            work()
        except (httpx.HTTPStatusError, RetryError):
            pass
    print(f"bad:   {attempts['bad']} request answered with 503")
    print(f"fixed: {attempts['fixed']} requests answered with 503")
    if attempts != {"bad": 1, "fixed": 3}:
        raise SystemExit("The effect was not seen.")


if __name__ == "__main__":
    main()
