/** The engine in pieces that can be timed one by one, in the process that also times the bare parse. */
import { readFileSync } from 'node:fs';
import { libraries } from '../../server/src/catalogue/index.generated';
import { callFacts } from '../../server/src/catalogue/callFacts.generated';
import { unlimited } from '../../server/src/engine/budget';
import { createEngine, type Engine } from '../../server/src/engine/check';
import type { Rule } from '../../server/src/engine/rule';
import { parseConfig } from '../../server/src/hosts/toml';
import { createParser, startTreeSitter } from '../../server/src/parser/treeSitter';
import { createProject } from '../../server/src/project/index';
import { rules } from '../../server/src/rules/index.generated';
import { mergedSettings } from '../../server/src/settings/parse';
import { projectTarget } from '../../server/src/settings/target';
import type { SyntaxTree } from '../../server/src/syntax/node';
import { treeOf, type ParsedText, type Parser } from '../../server/src/syntax/parser';

/** In milliseconds. */
export interface Stages {
  /** Tree-sitter alone, with nothing done to its tree. */
  readonly bare: number;
  /** The parse again, and the tree copied into packed form. */
  readonly tree: number;
  readonly model: number;
  /** All rules, and what is made of their findings. */
  readonly rules: number;
  readonly findings: number;
}

/** The engine, with every rule on, or with one. */
export interface TimedEngine {
  readonly rules: readonly string[];
  /** Checks a text from scratch. */
  check(text: string, only?: readonly string[]): Stages;
  /** Parses and checks a text after each edit, with what was found before; in milliseconds for each. */
  typing(text: string, edits: readonly Edit[]): readonly number[];
}

/** Text that comes in at a place, as `keystrokes` makes them. */
interface Edit {
  readonly offset: number;
  readonly line: number;
  readonly text: string;
}

export async function timedEngine(wasmFolder: string): Promise<TimedEngine> {
  const files = {
    runtime: readFileSync(`${wasmFolder}/web-tree-sitter.wasm`),
    python: readFileSync(`${wasmFolder}/tree-sitter-python.wasm`),
  };
  const { parser: treeSitter } = await startTreeSitter(files);
  const parser = await createParser(files);
  const parse = (text: string): SyntaxTree => treeOf(text, parser);
  const settings = mergedSettings({ profile: 'all' });
  const target = projectTarget(undefined, settings);
  const engineWith = (some: readonly Rule[]): Engine =>
    createEngine({ rules: some, libraries, callFacts, project: createProject(), parse, parseConfig });
  const engines = new Map<string, Engine>();
  const engineOf = (only: readonly string[] | undefined): Engine => {
    const key = only?.join(' ') ?? 'all';
    const known = engines.get(key);
    if (known !== undefined) return known;
    const engine = engineWith(only === undefined ? rules : rules.filter(({ id }) => only.includes(id)));
    engines.set(key, engine);
    return engine;
  };
  const check = (text: string, only?: readonly string[]): Stages => {
    const engine = engineOf(only);
    const times = [performance.now()];
    const note = (): void => void times.push(performance.now());
    treeSitter.parse(text)?.delete();
    note();
    const tree = parse(text);
    note();
    const model = engine.modelOf(tree, settings);
    note();
    const { findings } = engine.checkPython({ file: 'bench.py', tree, model, target }, settings, unlimited);
    note();
    const [bare = 0, treeTime = 0, modelTime = 0, ruleTime = 0] = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    return { bare, tree: treeTime, model: modelTime, rules: ruleTime, findings: findings.length };
  };
  const typing = (text: string, edits: readonly Edit[]): readonly number[] => {
    const engine = engineOf(undefined);
    let now = text;
    let parsed = parsedBy(parser, now);
    let checked = engine.checkPython({ file: 'bench.py', tree: parsed.tree, target }, settings, unlimited);
    const times = edits.map(({ offset, line, text: typed }) => {
      now = now.slice(0, offset) + typed + now.slice(offset);
      const begun = performance.now();
      const previous = { parsed, changes: [{ start: offset, oldEnd: offset, newText: typed }] };
      const next = parsedBy(parser, now, previous, typed === '\n' ? line + 1 : line);
      checked = engine.checkPython({ file: 'bench.py', tree: next.tree, target, previous: checked }, settings, unlimited);
      const time = performance.now() - begun;
      parsed.dispose();
      parsed = next;
      return time;
    });
    parsed.dispose();
    return times;
  };
  return { rules: rules.filter((rule) => rule.toml === undefined).map(({ id }) => id), check, typing };
}

function parsedBy(parser: Parser, text: string, previous?: Parameters<Parser['parse']>[1], editedLine?: number): ParsedText {
  const parsed = parser.parse(text, previous, { editedLine });
  if (parsed === 'cancelled') throw new Error('Nobody cancels a measurement.');
  return parsed;
}
