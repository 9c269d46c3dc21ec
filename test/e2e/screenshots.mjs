#!/usr/bin/env node
// @ts-check
/**
 * Takes the README's pictures: the packaged extension, installed from its file into a VS Code that has no other, shown
 * by mouse and keyboard on the sample service. It is a test as well, since every picture needs what it shows.
 *
 *   node test/e2e/screenshots.mjs [--vsix FILE] [--out FOLDER]
 */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from './host/browser.mjs';
import { installHost } from './host/install.mjs';
import { installExtension, remoteUri, startServer, workbenchUrl } from './host/server.mjs';

/** @typedef {import('./host/browser.mjs').Page} Page */

const root = fileURLToPath(new URL('../..', import.meta.url));
const limit = 30_000;

/** Letters large enough for a README, which shows a picture smaller than it is, and nothing beside the point. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};

const { values } = parseArgs({
  options: {
    vsix: { type: 'string', default: path.join(root, 'dist', 'python-service-patterns.vsix') },
    out: { type: 'string', default: path.join(root, 'docs', 'images') },
    sample: { type: 'string', default: path.join(root, 'test', 'fixtures', 'sample-service') },
    file: { type: 'string', default: path.join('app', 'jobs.py') },
    call: { type: 'string', default: 'time.sleep' },
    rule: { type: 'string', default: 'blocking-sleep' },
  },
});
const out = path.resolve(values.out);
await mkdir(out, { recursive: true });

const scratch = await mkdtemp(path.join(tmpdir(), 'shots-'));
/** @type {(() => Promise<unknown>)[]} */
const cleanUp = [() => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })];
try {
  const { page, server } = await openSample();
  await squiggle(page);
  await hover(page);
  await lightBulb(page);
  await topics(page);
  await chain(page, server);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const step of cleanUp.reverse()) await step();
}

/** @returns {Promise<{ page: Page, server: Awaited<ReturnType<typeof startServer>> }>} */
async function openSample() {
  const folder = path.join(scratch, path.basename(values.sample));
  await cp(values.sample, folder, { recursive: true });
  const profile = { userDataDir: path.join(scratch, 'user'), extensionsDir: path.join(scratch, 'extensions') };
  const host = await installHost();
  await installExtension(host, { vsix: path.resolve(values.vsix), ...profile });
  const server = await startServer(host, { ...profile, settings });
  cleanUp.push(server.stop);
  const { browser, page } = await openBrowser({ viewport: { width: 1120, height: 700 } });
  cleanUp.push(() => browser.close());
  page.setDefaultTimeout(limit);
  const file = path.join(folder, values.file);
  await open(page, server, folder, `${remoteUri(server, file)}:${String(await lineOfCall(file))}:1`);
  await lineOfEditor(page).waitFor({ timeout: 2 * limit });
  return { page, server };
}

/**
 * @param {Page} page
 * @param {Awaited<ReturnType<typeof startServer>>} server
 * @param {string} folder
 * @param {string} file with line and column
 */
async function open(page, server, folder, file) {
  await page.goto(
    workbenchUrl(server, {
      folder,
      payload: [
        ['openFile', file],
        ['gotoLineMode', 'true'],
        ['skipWelcome', 'true'],
      ],
    }),
  );
}

/** @param {Page} page */
async function squiggle(page) {
  await page
    .locator('.squiggly-warning')
    .first()
    .waitFor({ timeout: 2 * limit });
  await picture(page, 'squiggle');
}

/** @param {Page} page */
async function hover(page) {
  const { x, y } = await middleOfSquiggle(page);
  await page.mouse.move(x, y, { steps: 5 });
  await page.locator('.monaco-hover:visible', { hasText: values.rule }).first().waitFor();
  await picture(page, 'hover');
  await page.mouse.move(5, 5);
}

/** @param {Page} page */
async function lightBulb(page) {
  const { x, y } = await middleOfSquiggle(page);
  await page.mouse.click(x, y);
  await page.locator('.lightBulbWidget:visible, [class*=codicon-gutter-lightbulb]:visible').first().waitFor();
  await page.keyboard.press('Control+.');
  // A second widget of this kind is the panel of a submenu.
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  await menu.getByText(values.rule).first().waitFor();
  await picture(page, 'light-bulb');
  await page.keyboard.press('Escape');
}

/** @param {Page} page */
async function topics(page) {
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type('Open Guidance Topic');
  await rows.filter({ hasText: 'Open Guidance Topic' }).first().waitFor();
  await page.keyboard.press('Enter');
  await rows.filter({ hasText: 'event loop' }).first().waitFor();
  await picture(page, 'topics');
  await page.keyboard.type('event loop');
  await rows.filter({ hasText: 'event loop' }).first().waitFor();
  await page.keyboard.press('Enter');
  // VS Code shows a webview in a frame within a frame.
  const text = page.frameLocator('iframe.webview.ready').frameLocator('iframe').locator('h1');
  await text.first().waitFor();
  await picture(page, 'topic');
}

/**
 * A call that blocks in another file, which is not open: the Problems view shows the steps there.
 * @param {Page} page
 * @param {Awaited<ReturnType<typeof startServer>>} server
 */
async function chain(page, server) {
  const folder = path.join(scratch, 'shop-service');
  await cp(path.join(root, 'test', 'e2e', 'workspace', 'shop'), path.join(folder, 'shop'), { recursive: true });
  await open(page, server, folder, `${remoteUri(server, path.join(folder, 'shop', 'main.py'))}:10:1`);
  await page
    .locator('.monaco-editor .view-line', { hasText: 'fetch_price(item_id)' })
    .first()
    .waitFor({ timeout: 2 * limit });
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  const finding = rows.filter({ hasText: 'fetch_price` comes to' }).first();
  await finding.waitFor({ timeout: 2 * limit });
  await finding.click();
  await page.keyboard.press('ArrowRight');
  await rows.filter({ hasText: 'blocks in' }).first().waitFor();
  await picture(page, 'chain');
}

/** @param {Page} page */
function lineOfEditor(page) {
  return page.locator('.monaco-editor .view-line', { hasText: `${values.call}(` }).first();
}

/** @param {string} file */
async function lineOfCall(file) {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(`${values.call}(`)) + 1;
}

/**
 * The middle of the squiggle on the line of the call.
 * @param {Page} page
 */
async function middleOfSquiggle(page) {
  const line = await lineOfEditor(page).boundingBox();
  for (const candidate of await page.locator('.squiggly-warning').all()) {
    const box = await candidate.boundingBox();
    if (line === null || box === null || box.y < line.y || box.y > line.y + line.height) continue;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  throw new Error(`There is no squiggle under ${values.call}.`);
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function picture(page, name) {
  // What has just appeared is still fading in.
  await page.waitForTimeout(700);
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  console.log(file);
}
