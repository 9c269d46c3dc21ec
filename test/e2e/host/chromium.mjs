// @ts-check
/** Finds the browser of this machine. It stands alone because it is asked before any package is installed. */
import { onPath } from './commands.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** @returns {string | undefined} */
export function chromiumPath() {
  return process.env['CHROMIUM'] || names.map((name) => onPath(name)).find((found) => found !== undefined);
}
