import type { Finding } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { CheckContext } from '../../../engine/rule';
import type { FileView } from '../../../project/view';
import type { SyntaxNode } from '../../../syntax/node';
import { isApp, madeBy, makers } from '../apps';
import { lifespanEdits, lifespanPlan, registrationMethods, registrationOf } from '../lifespans';

const messages = { deprecated: '`{what}` is deprecated' } as const;

export default defineRule({
  severity: 'information',
  profile: 'recommended',
  since: '0.1.0',
  topics: ['lifespan'],
  fix: 'unsafe',
  messages,
  namedCalls: {
    names: [...registrationMethods, ...makers],
    *check(node, context) {
      const { view, finding } = context;
      const registration = registrationOf(node);
      if (registration === undefined) {
        yield* deprecatedArguments(node, context);
        return;
      }
      if (!isApp(registration.app, view)) return;
      const fixes = lifespanPlan(registration, view) === undefined ? [] : [{ id: 'lifespan' }];
      const what = `${node.field('function').text}("${registration.event}")`;
      yield finding(node.field('function'), 'deprecated', { what }, { fixes, tags: ['deprecated'] });
    },
  },
  fixes: {
    lifespan: {
      kind: 'unsafe',
      title: 'Call the handlers from a lifespan',
      edits(node, _args, context) {
        const registration = node.is('call') ? registrationOf(node) : undefined;
        const plan = registration === undefined ? undefined : lifespanPlan(registration, context.view);
        return plan === undefined ? undefined : lifespanEdits(plan, context);
      },
    },
  },
});

/** `on_startup=` and `on_shutdown=` where an application or a router is made. */
function* deprecatedArguments(call: SyntaxNode<'call'>, { view, finding }: CheckContext<typeof messages>): Generator<Finding> {
  if (madeBy(call, view) === undefined) return;
  for (const argument of call.field('arguments').children) {
    if (!argument.is('keyword_argument') || argument.field('value').is('none') || isHandedOn(argument.field('value'), view)) continue;
    const name = argument.field('name');
    if (name.text === 'on_startup' || name.text === 'on_shutdown')
      yield finding(name, 'deprecated', { what: name.text }, { tags: ['deprecated'] });
  }
}

/** Whether the value is what a caller gave, who is the one to be told. */
function isHandedOn(value: SyntaxNode, view: FileView): boolean {
  return value.is('identifier') && view.bindingOf(value)?.declarations.some(({ kind }) => kind === 'parameter') === true;
}
