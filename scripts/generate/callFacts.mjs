// @ts-check
/** @import { Sources } from './sources.mjs' */

/** Which facts there are under which last names, so that no start has to look through every library for them. */
export const artifact = {
  path: 'server/src/catalogue/callFacts.generated.ts',
  generate,
};

/** @param {Sources} sources */
function generate({ libraries, callFactsOf }) {
  const { names, ofAnyName } = callFactsOf(libraries);
  return [
    '// Written by `npm run generate` from the libraries.',
    "import type { CallFacts } from './callFacts';",
    '',
    '/** What `callFactsOf` says of the built-in libraries. */',
    'export const callFacts: CallFacts = {',
    '  names: {',
    ...Object.entries(names).map(([set, group]) => `    ${set}: '${group}',`),
    '  },',
    `  ofAnyName: { modules: [${ofAnyName.modules.map((module) => `'${module}'`).join(', ')}], facts: ${ofAnyName.facts} },`,
    '};',
    '',
  ].join('\n');
}
