// @ts-check
import { readFile } from 'node:fs/promises';

/**
 * Writes the node kinds, their fields and the grammar's supertypes as TypeScript, read from the grammar itself.
 * Anonymous tokens (`async`, `+`, `(`) all share the kind `token`; their text tells them apart.
 */
export const artifact = {
  path: 'server/src/syntax/kinds.generated.ts',
  generate,
};

/** @typedef {{ type: string, named: boolean }} TypeRef */
/** @typedef {{ multiple: boolean, required: boolean, types: TypeRef[] }} FieldInfo */
/** @typedef {TypeRef & { subtypes?: TypeRef[], fields?: Record<string, FieldInfo> }} NodeInfo */

async function generate() {
  const source = await readFile('node_modules/tree-sitter-python/src/node-types.json', 'utf8');
  const all = /** @type {NodeInfo[]} */ (JSON.parse(source)).filter((info) => info.named);
  const supertypes = all.filter((info) => info.subtypes !== undefined);
  const listed = all.filter((info) => info.subtypes === undefined);
  const concrete = [...listed, ...aliasedOnly(all)];
  return [
    "import type { SyntaxNode } from './node';",
    '',
    '/** Every kind a node can have; the position in this list is the number that packed trees store. */',
    `export const nodeKinds = [\n${['ERROR', 'token', ...concrete.map((info) => info.type)].map((name) => `  '${name}',`).join('\n')}\n] as const;`,
    '',
    'export type NodeKind = (typeof nodeKinds)[number];',
    '',
    '/** Every field name of the grammar; number 0 means that a node stands in no field. */',
    `export const fieldNames = [\n${['', ...fieldNames(concrete)].map((name) => `  '${name}',`).join('\n')}\n] as const;`,
    '',
    "export type FieldName = Exclude<(typeof fieldNames)[number], ''>;",
    '',
    ...supertypes.map(
      (info) => `export type ${pascal(info.type)}Kind = ${(info.subtypes ?? []).map((ref) => kindOf(ref, supertypes)).join(' | ')};`,
    ),
    '',
    '/** The kinds that are statements, simple and compound. */',
    `export const statementKinds: ReadonlySet<NodeKind> = new Set([\n${statements(supertypes)
      .map((name) => `  '${name}',`)
      .join('\n')}\n] as const);`,
    '',
    '/** The fields of each kind: a node, a node or nothing, or (where the grammar repeats the field) a list. */',
    'export interface NodeFields {',
    ...["  'ERROR': object;", '  token: object;'],
    ...concrete.map((info) => `  ${info.type}: ${fieldsOf(info, supertypes)};`),
    '}',
    '',
    '/** The `kind.field` pairs that the grammar repeats, so that `field()` answers with a list. */',
    `export const repeatedFields: ReadonlySet<string> = new Set([\n${repeated(concrete)
      .map((name) => `  '${name}',`)
      .join('\n')}\n]);`,
    '',
  ].join('\n');
}

/**
 * Kinds that exist only as an alias within another node: the grammar names them in fields and children, but lists no entry.
 * @param {NodeInfo[]} all
 * @returns {NodeInfo[]}
 */
function aliasedOnly(all) {
  const known = new Set(all.map((info) => info.type));
  const named = all.flatMap((info) => Object.values(info.fields ?? {}).flatMap((field) => field.types)).filter((ref) => ref.named);
  return [...new Set(named.map((ref) => ref.type))].filter((type) => !known.has(type)).map((type) => ({ type, named: true }));
}

/** @param {NodeInfo[]} infos */
function fieldNames(infos) {
  return [...new Set(infos.flatMap((info) => Object.keys(info.fields ?? {})))].sort();
}

/** @param {NodeInfo[]} supertypes */
function statements(supertypes) {
  const groups = supertypes.filter((info) => info.type.endsWith('_statement'));
  return groups.flatMap((info) => (info.subtypes ?? []).map((ref) => ref.type)).sort();
}

/** @param {NodeInfo[]} infos */
function repeated(infos) {
  return infos.flatMap((info) =>
    Object.entries(info.fields ?? {})
      .filter(([, field]) => field.multiple)
      .map(([name]) => `${info.type}.${name}`),
  );
}

/** @param {NodeInfo} info @param {NodeInfo[]} supertypes */
function fieldsOf(info, supertypes) {
  const fields = Object.entries(info.fields ?? {});
  if (fields.length === 0) return 'object';
  const members = fields.map(([name, field]) => {
    const kinds = [...new Set(field.types.map((ref) => kindOf(ref, supertypes)))].join(' | ');
    if (field.multiple) return `${name}: readonly SyntaxNode<${kinds}>[]`;
    return `${name}: SyntaxNode<${kinds}>${field.required ? '' : ' | undefined'}`;
  });
  return `{ ${members.join('; ')} }`;
}

/** @param {TypeRef} ref @param {NodeInfo[]} supertypes */
function kindOf(ref, supertypes) {
  if (!ref.named) return "'token'";
  if (supertypes.some((info) => info.type === ref.type)) return `${pascal(ref.type)}Kind`;
  return `'${ref.type}'`;
}

/** @param {string} name */
function pascal(name) {
  return name
    .split('_')
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
