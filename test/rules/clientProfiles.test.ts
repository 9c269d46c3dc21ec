/** What of clients that nobody is known to ask for is told in which profile, and how much it weighs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Profile } from '../../server/src/settings/levels';
import { check } from '../support/check';

describe('clients made in functions that nobody is known to call', () => {
  const asking = 'async with httpx.AsyncClient() as client:\n        return await client.get("https://x.example", params={"q": term})\n';

  it('are told by default where an async function asks a service', () => {
    assert.deepEqual(both(`import httpx\n\nasync def search(term):\n    ${asking}`), [['information'], ['information']]);
  });

  it('are for those who ask for more where the name, the file or a condition says that it is seldom', () => {
    const seldom = [
      `import httpx\n\nasync def validate_login(term):\n    ${asking}`,
      `import httpx\n\nasync def search(term):\n    ${asking}\n\nif __name__ == "__main__":\n    print(search)\n`,
      'import httpx\n\nclass Api:\n    async def search(self, term):\n        if self.token is None:\n            async with httpx.AsyncClient() as client:\n                self.token = (await client.post("https://x.example")).text\n',
      'import httpx\n\ndef search(term):\n    with httpx.Client() as client:\n        return client.get("https://x.example", params={"q": term})\n',
      'import httpx\n\nclass Page:\n    async def load(self):\n        async with httpx.AsyncClient() as client:\n            return await client.get(self.url)\n',
    ];
    for (const source of seldom) assert.deepEqual(both(source), [[], ['information']], source);
  });

  it('are for those who ask for more where the function is told each time which host it is', () => {
    const asked = (signature: string, lines: string): string =>
      `import httpx\n\nasync def ask(${signature}):\n    async with httpx.AsyncClient() as client:\n        ${lines}\n`;
    const told = [
      asked('base_url, term', 'return await client.get(f"{base_url}/items", params={"q": term})'),
      asked('hook, payload', 'await client.post(hook.url, json=payload)'),
      asked('hook, payload', 'await client.request("POST", hook["url"], json=payload)'),
    ];
    for (const source of told) assert.deepEqual(both(source), [[], ['information']], source);
    const anything = [
      asked('name', 'user, domain = name.split("@")\n        return await client.get(f"https://{domain}/users/{user}")'),
      asked('domain', 'return await client.get(f"https://{domain}/.well-known/nostr.json")'),
      asked('link', 'data = await client.get(link)\n        return await client.get(data.json()["next"])'),
    ];
    for (const source of anything) assert.deepEqual(both(source), [[], []], source);
    const known = [
      asked('region', 'return await client.get(f"https://{region}.api.example/items")'),
      asked('config', 'return await client.get(f"{config.base}/items")'),
      asked('term', 'return await client.request("GET", f"{BASE}/items", params={"q": term})'),
    ];
    for (const source of known) assert.deepEqual(both(source), [['information'], ['information']], source);
  });

  it('are for those who ask for more in the tools of a project, not in those of a package', () => {
    const source = `import httpx\n\nasync def search(term):\n    ${asking}`;
    assert.deepEqual(both(source, 'tools/translate.py'), [[], ['information']]);
    assert.deepEqual(both(source, 'agent/tools/search.py'), [['information'], ['information']]);
  });

  it('are for those who ask for more where a loop waits for something to come about', () => {
    const source =
      'import asyncio, aiohttp\n\nasync def until_ready(base):\n    while True:\n        try:\n            async with aiohttp.ClientSession() as session:\n                await session.get(f"{base}/health")\n            return\n        except OSError:\n            await asyncio.sleep(1)\n';
    assert.deepEqual(both(source), [[], ['information']]);
  });
});

describe('clients of routes that ask for any address', () => {
  const route = (opens: string): string =>
    `import aiohttp, httpx\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n@app.get("/page")\nasync def page(url: str):\n    async with ${opens} as client:\n        await client.get(url)\n`;

  it('are told by default where making one takes long', () => {
    assert.deepEqual(both(route('httpx.AsyncClient()')), [['information'], ['information']]);
    assert.deepEqual(both(route('httpx.AsyncClient(verify=False)')), [[], ['information']]);
    assert.deepEqual(both(route('aiohttp.ClientSession()')), [[], ['information']]);
  });
});

/** How much the findings weigh in the rule's own profile, and in the next. */
function both(source: string, file = 'app/module.py'): readonly (readonly string[])[] {
  return (['recommended', 'strict'] as const).map((profile) => severities(source, profile, file));
}

function severities(source: string, profile: Profile, file = 'app/module.py'): readonly string[] {
  return check(source, { profile, file })
    .findings.filter(({ rule }) => rule === 'client-per-request')
    .map(({ severity }) => severity);
}
