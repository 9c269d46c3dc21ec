import { expectEqual } from './support/expect';
import { activated } from './support/extension';

describe('web worker', () => {
  it('is where the extension and its server run', async () => {
    const { exports: api } = await activated();
    expectEqual(typeof process, 'undefined', 'the process of the extension host');
    expectEqual(await api.serverPid(), undefined, 'the process of the server');
  });
});
