/** Small rules for tests of the engine. */
import { defineRule } from '../../server/src/engine/rule';
import type { Rule, RuleDefinition } from '../../server/src/engine/rule';
import type { SyntaxNode } from '../../server/src/syntax/node';

/** A rule as the index would hold it. */
export function asRule(id: string, category: string, definition: RuleDefinition): Rule {
  return { ...definition, id, category, title: id, summary: id };
}

/** A rule that reports every call of a function, under the rule's own name unless another is given. */
export function callRule(id: string, category: string, more: Partial<RuleDefinition> = {}, callee = id): Rule {
  const definition = defineRule({
    severity: 'warning',
    profile: 'recommended',
    since: '0.1.0',
    topics: ['event-loop'],
    fix: 'none',
    messages: { called: '`{callee}` is called' },
    visit: { call: (node, { finding }) => (isCallOf(node, callee) ? finding(node, 'called', { callee }) : undefined) },
  });
  return asRule(id, category, { ...definition, ...more });
}

/** A rule that reports every call of something with a last name, its own id. */
export function namedCallRule(id: string, category: string): Rule {
  return callRule(id, category, {
    visit: {},
    namedCalls: { names: [id], check: (node, { finding }) => finding(node, 'called', { callee: id }) },
  });
}

export function isCallOf(node: SyntaxNode<'call'>, callee: string): boolean {
  return node.field('function').text === callee;
}
