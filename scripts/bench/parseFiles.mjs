// @ts-check
/** Reads and parses every file of a folder and does nothing else: the command line without its work. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseTime } from './bareParse.mjs';

const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder)) parseTime(readFileSync(join(folder, name), 'utf8'));
