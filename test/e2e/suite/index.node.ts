import Mocha from 'mocha';
import { mochaOptions, runSuite } from './run';

/** What VS Code calls in the Node extension host. */
export function run(): Promise<void> {
  return runSuite(new Mocha(mochaOptions), () => Promise.all([import('./shared'), import('./server.node.test')]));
}
