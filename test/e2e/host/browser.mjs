// @ts-check
/** A headless Chromium for the workbench, in which only this machine can be reached. */
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.mjs';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No other name can be resolved, so that a page can neither reach out nor wait for an answer from afar.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost',
];

/**
 * @param {{ viewport?: { width: number, height: number }, deviceScaleFactor?: number }} [options]
 * @returns {Promise<{ browser: Browser, page: Page }>}
 */
export async function openBrowser({ viewport = { width: 1280, height: 800 }, deviceScaleFactor = 1 } = {}) {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error('No Chromium was found. Install one (Debian: apt-get install chromium) or name it in CHROMIUM.');
  }
  // Ctrl-C is the caller's to handle: it stops the server, too.
  const browser = await chromium.launch({ executablePath, args: flags, handleSIGINT: false, handleSIGTERM: false });
  const context = await browser.newContext({ viewport, deviceScaleFactor, locale: 'en-US' });
  return { browser, page: await context.newPage() };
}
