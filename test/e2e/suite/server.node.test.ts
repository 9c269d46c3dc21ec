import { closeEverything, openFixture } from './support/documents';
import { expectDefined } from './support/expect';
import { activated } from './support/extension';
import { untilOnly } from './support/findings';
import { until } from './support/until';

describe('server process', () => {
  afterEach(closeEverything);

  it('comes back after it was killed, and finds again', async () => {
    const document = await openFixture('app/orders.py');
    await untilOnly(document, 'blocking-sleep');
    const killed = expectDefined(await serverPid(), 'the process of the server');
    process.kill(killed, 'SIGKILL');
    await until('a new server process', serverPid, (pid) => pid !== undefined && pid !== killed);
    await closeEverything();
    await untilOnly(await openFixture('app/orders.py'), 'blocking-sleep');
  });
});

/** While the server is down there is nothing to ask, which is an answer too. */
async function serverPid(): Promise<number | undefined> {
  const { exports: api } = await activated();
  return api.serverPid().catch(() => undefined);
}
