import type { TextEdit } from '../../../engine/finding';
import { defineRule } from '../../../engine/rule';
import type { FixContext } from '../../../engine/rule';
import { descendants } from '../../../syntax/query';
import { sharedDefaults, type SharedDefault } from '../fallbacks';
import { isInTests } from '../retryPolicy';

export default defineRule({
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  topics: ['error-handling'],
  peers: { bugbear: ['B006'] },
  fix: 'unsafe',
  messages: {
    returned: '`{decorator}` returns this one {kind} from `{function}` whenever it fails',
    named: 'By its name, `{decorator}` returns this one {kind} from `{function}` whenever it fails',
  },
  visit: {
    *decorator(node, { view, finding }) {
      for (const shared of sharedDefaults(node, view)) {
        if (isInTests(view)) return;
        const { argument, decorator, definition, returns } = shared;
        const data = { decorator: decorator.text, kind: shared.kind, function: definition.field('name').text };
        // Counted from the decorator: what stands above it may change before the fix is asked for.
        const args = argument.start - node.start;
        const empty = shared.canBeTuple ? [{ id: 'tuple', args }] : [];
        yield returns.length > 0
          ? finding(argument, 'returned', data, { fixes: [{ id: 'copy', args }, ...empty] })
          : finding(argument, 'named', data, { fixes: empty, level: 'weaker' });
      }
    },
  },
  fixes: {
    copy: {
      kind: 'unsafe',
      title: 'Return a copy each time',
      edits: (node, args, context) => {
        const shared = sharedAt(node, args, context);
        return shared === undefined ? undefined : copied(shared, context);
      },
    },
    tuple: {
      kind: 'unsafe',
      title: 'Give an empty tuple',
      edits: (node, args, context) => {
        const shared = sharedAt(node, args, context);
        return shared?.canBeTuple === true ? [context.edit.replace(shared.argument, '()')] : undefined;
      },
    },
  },
});

function sharedAt(node: Parameters<typeof descendants>[0], args: unknown, { view }: FixContext): SharedDefault | undefined {
  return node.is('decorator') ? sharedDefaults(node, view).find(({ argument }) => argument.start - node.start === args) : undefined;
}

/** What holds other lists and dictionaries is copied with them. */
function copied({ value, returns }: SharedDefault, { edit }: FixContext): readonly TextEdit[] | undefined {
  const [first] = returns;
  const module = first === undefined ? undefined : edit.importModule('copy', first);
  if (module === undefined) return undefined;
  const isNested = [...descendants(value)].some((inner) => inner.is('list', 'dictionary', 'set', 'call'));
  const name = `${module.name}.${isNested ? 'deepcopy' : 'copy'}`;
  return [...module.edits, ...returns.map((place) => edit.replace(place, `${name}(${place.text})`))];
}
