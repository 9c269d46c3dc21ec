// @ts-check
/**
 * Reads and parses every Python file of a folder on some threads and does nothing else: the command line without its work.
 *
 *   node parseFiles.mjs FOLDER [THREADS]
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { parseTime } from './bareParse.mjs';

if (isMainThread) await main(process.argv[2] ?? '.', Number(process.argv[3] ?? 1));
else parseAll(workerData.files, new Int32Array(workerData.next));

/**
 * @param {string} folder
 * @param {number} threads
 */
async function main(folder, threads) {
  const files = pythonFilesIn(folder);
  const next = new SharedArrayBuffer(4);
  if (threads < 2) return parseAll(files, new Int32Array(next));
  await Promise.all(
    Array.from({ length: threads }, () => ended(new Worker(fileURLToPath(import.meta.url), { workerData: { files, next } }))),
  );
}

/**
 * Each thread takes the next file that no other one has taken, so that all end at about the same time.
 * @param {readonly string[]} files
 * @param {Int32Array} next
 */
function parseAll(files, next) {
  for (let index = Atomics.add(next, 0, 1); index < files.length; index = Atomics.add(next, 0, 1)) {
    parseTime(readFileSync(files[index], 'utf8'));
  }
}

/** @param {Worker} worker @returns {Promise<void>} */
function ended(worker) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with exit code ${code}.`))));
  });
}

/** @param {string} folder */
function pythonFilesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name));
}
