// @ts-check
/**
 * Loaded before a program that is measured: writes what it took to descriptor 3, as JSON. Its threads load this too, and
 * leave it to the main one, which counts for all.
 */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeSync(3, JSON.stringify({ processor: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 }));
  });
