// @ts-check
/** @import { Sources } from './sources.mjs' */

/** Which facts there are under which last names, so that no start has to look through every library for them. */
export const artifact = {
  path: 'server/src/catalogue/callFacts.generated.ts',
  generate,
};

/** @param {Sources} sources */
function generate({ libraries, callFactsOf }) {
  return [
    '// Written by `npm run generate` from the libraries.',
    "import type { CallFacts } from './callFacts';",
    '',
    '/** What `callFactsOf` says of the built-in libraries. */',
    'export const callFacts: CallFacts = {',
    ...Object.entries(callFactsOf(libraries)).flatMap(([root, { names, ofAnyName, leadsTo }]) => [
      `  ${root}: {`,
      '    names: {',
      ...Object.entries(names).map(([set, group]) => `      ${set}: '${group}',`),
      '    },',
      ...(ofAnyName === undefined ? [] : [`    ofAnyName: ${ofAnyName},`]),
      ...(leadsTo === undefined ? [] : [`    leadsTo: '${leadsTo}',`]),
      '  },',
    ]),
    '};',
    '',
  ].join('\n');
}
