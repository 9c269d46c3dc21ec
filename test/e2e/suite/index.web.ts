/** Mocha's browser build puts its class on the global object. */
import 'mocha/mocha.js';
import { mochaOptions, runSuite } from './run';

/** What VS Code calls in the web extension host. */
export function run(): Promise<void> {
  return runSuite(new Mocha(mochaOptions), () => Promise.all([import('./shared'), import('./host.web.test')]));
}
