/**
 * A check that goes on from the one before finds what a check from scratch finds, whatever was edited.
 *
 * `SERVICE_PATTERNS_TEST_EDITS=20000` makes so many edits, `SERVICE_PATTERNS_TEST_EDIT_SEED=7` begins with that seed, and
 * `SERVICE_PATTERNS_TEST_FOLDER=…` edits the Python files of a folder besides our own samples.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editSessions } from './support/editSessions';
import { editTexts } from './support/editTexts';

const edits = Number(process.env['SERVICE_PATTERNS_TEST_EDITS'] ?? 2000);
const firstSeed = Number(process.env['SERVICE_PATTERNS_TEST_EDIT_SEED'] ?? 1);
const folder = process.env['SERVICE_PATTERNS_TEST_FOLDER'];

describe('a check that goes on from the one before', () => {
  it('finds what a check from scratch finds', () => {
    const { made, remembered, differences } = editSessions(editTexts(folder), { edits, firstSeed });
    assert.deepEqual(differences, []);
    assert.ok(made >= edits, `only ${made} edits were made`);
    // Of a test in which nothing is remembered, nothing can be learnt.
    assert.ok(remembered > made, `only ${remembered} chunks were remembered over ${made} edits`);
  });
});
