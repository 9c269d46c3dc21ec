import type { BlockingKind } from '../../../catalogue/schema';
import type { Related } from '../../../engine/finding';
import { relatedCall } from '../../../engine/related';
import { showsLikely } from '../../../engine/profile';
import { defineRule } from '../../../engine/rule';
import { isWhereNobodyWaits } from '../../../engine/surroundings';
import { isCommandLine, isDemonstration, isTestFile } from '../../../engine/testFiles';
import type { BlockingChain, FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { enclosingFunction } from '../../../syntax/query';
import { threadFixes, wrapInThread } from '../shared';

/** What a helper may not do on the event loop: what is a warning where it stands in the async function itself. */
const waits: ReadonlySet<BlockingKind> = new Set<BlockingKind>([
  'sleep',
  'http',
  'subprocess',
  'input',
  'os-wait',
  'database',
  'session',
  'socket',
  'queue',
  'declared',
]);
/**
 * With moving the contents of files, which takes moments, mostly, and in helpers is often done once: a step less severe, as it
 * is without a helper, and for those who asked for more.
 */
const waitsAndFiles: ReadonlySet<BlockingKind> = new Set<BlockingKind>([...waits, 'file']);

export default defineRule({
  severity: 'warning',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['event-loop'],
  fix: 'unsafe',
  messages: { reaches: '`{callee}` comes to `{end}`, which blocks the event loop in async function `{function}`' },
  blockingCall(node, { view, catalogue, settings, finding }) {
    // What is awaited is no synchronous function, whatever it is called.
    if (node.parent?.is('await') === true || view.runsOn(node) !== 'event-loop') return undefined;
    const callee = node.field('function');
    const known = catalogue.lookup(view.nameOf(callee));
    if (known?.blocks !== undefined || known?.neverBlocks === true) return undefined;
    const owner = enclosingFunction(node);
    if (owner === undefined) return undefined;
    const isStrict = showsLikely(settings.profile);
    if (!isStrict && (isTestFile(view) || isDemonstration(view))) return undefined;
    // Chains are few, and what a function is for is found in all files.
    const any = view.blockingChain(node, isStrict ? waitsAndFiles : waits, settings.blockingDepth);
    if (any === undefined || isWhereNobodyWaits(node, view)) return undefined;
    if (!isStrict && any.api.blocks === 'input' && isCommandLine(view)) return undefined;
    const hard = isStrict ? view.blockingChain(node, waits, settings.blockingDepth) : any;
    const chain = hard ?? any;
    const name = owner.field('name').text;
    const fixes = chain.isLazy ? [] : threadFixes(node, chain.api);
    const data = { callee: shown(callee), end: chain.api.name.replace(/^builtins\./, ''), function: name };
    const related = [header(owner, view), ...steps(chain)];
    return finding(callee, 'reaches', data, { related, fixes, ...(hard === undefined ? { level: 'weaker' as const } : {}) });
  },
  fixes: { wrapInThread },
});

/** The call as it is written where that is one short name, else its last name. */
function shown(callee: SyntaxNode): string {
  const { text } = callee;
  if (text.length <= 40 && /^[\w.]+$/.test(text)) return text;
  return callee.is('attribute') ? callee.field('attribute').text : 'this call';
}

function header(owner: SyntaxNode<'function_definition'>, { file }: FileView): Related {
  return { file, range: { start: owner.start, end: owner.field('name').end }, message: 'The async function starts here' };
}

function steps({ links }: BlockingChain): readonly Related[] {
  return links.map((link, index) => {
    const { caller, callee } = link;
    return relatedCall(link, `\`${caller}\` ${index === links.length - 1 ? 'blocks in' : 'calls'} \`${callee}\` here`);
  });
}
