/**
 * How a rule is written.
 *
 * Invariants: a check is a pure function from a node to findings; it never calls a reporter and never knows its own id, its
 * severity or the settings of severity. Fixes are worked out only when asked, from the tree of that moment. Kinds, message ids and
 * placeholders are checked by the compiler.
 */
import type { ConfigDocument } from '../syntax/config';
import type { NodeKind } from '../syntax/kinds.generated';
import type { Range, SyntaxNode } from '../syntax/node';
import type { CallFact } from '../catalogue/callFacts';
import type { Catalogue, NamedApi } from '../catalogue/schema';
import type { Certainty, FileId, FileView } from '../project/view';
import type { Profile, Severity } from '../settings/levels';
import type { RuleSettings } from '../settings/schema';
import type { FixEditor } from './edits';
import type { Finding, FindingTag, FixKind, FixRequest, Json, Related, TextEdit } from './finding';
import type { Directive } from './directives';

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;
type MessageData<Text extends string> = Readonly<Record<Placeholder<Text>, string | number>>;

/** What a finding has besides its message. */
export interface FindingOptions {
  readonly related?: readonly Related[];
  readonly fixes?: readonly FixRequest[];
  /** `weaker`: one severity step below the rule's. */
  readonly level?: 'weaker';
  readonly tags?: readonly FindingTag[];
}

/** Makes a finding at a node or range; the data fills the message's `{placeholders}`. */
export type MakeFinding<Messages extends Readonly<Record<string, string>>> = <Id extends keyof Messages & string>(
  at: Range,
  message: Id,
  data: MessageData<Messages[Id]>,
  options?: FindingOptions,
) => Finding;

/** What a check may ask. */
export interface CheckContext<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  readonly view: FileView;
  readonly catalogue: Catalogue;
  readonly settings: RuleSettings;
  readonly finding: MakeFinding<Messages>;
}

/** Checks of configuration files have no Python view. */
export interface ConfigContext<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  readonly file: FileId;
  readonly settings: RuleSettings;
  readonly finding: MakeFinding<Messages>;
}

/** One finding, several, or none. */
export type Findings = Finding | Iterable<Finding> | undefined;

/** What a rule does with nodes, by their kinds. */
export type Visitors<Messages extends Readonly<Record<string, string>>> = {
  readonly [K in NodeKind]?: (node: SyntaxNode<K>, context: CheckContext<Messages>) => Findings;
};

/** What a fix may ask; `edit` gives edits and importable names. */
export interface FixContext {
  readonly view: FileView;
  readonly catalogue: Catalogue;
  readonly settings: RuleSettings;
  readonly edit: FixEditor;
}

/** A change that removes a finding. */
export interface Fix {
  readonly kind: FixKind;
  /** Imperative and concrete, without the rule's id: `Wrap in asyncio.to_thread`. */
  readonly title: string | ((args: Json | undefined) => string);
  /** The edits, or undefined where the fix would be wrong. The node is the one that the check was called with. */
  edits(node: SyntaxNode, args: Json | undefined, context: FixContext): readonly TextEdit[] | undefined;
}

/** A fix of a configuration file. */
export interface ConfigFix extends Omit<Fix, 'edits'> {
  edits(document: ConfigDocument, args: Json | undefined): readonly TextEdit[] | undefined;
}

/** Calls, or decorators called or not, that a rule picks out by what the catalogue knows of them. */
export interface Known<Kind extends 'call' | 'decorator', Messages extends Readonly<Record<string, string>>> {
  /** One of these is enough. */
  readonly facts: readonly CallFact[];
  /** Called once for each, with the row on what is called. */
  readonly check: (node: SyntaxNode<Kind>, context: CheckContext<Messages>, api: NamedApi) => Findings;
}

/** Calls of what the catalogue has certain facts on. */
export interface KnownCalls<Messages extends Readonly<Record<string, string>>> extends Known<'call', Messages> {
  /** `async`: only calls that are written in an `async def`, whatever stands between. */
  readonly within?: 'async';
}

/** Calls that a rule picks out by the last name of what is called, before anybody works out what that is. */
export interface NamedCalls<Messages extends Readonly<Record<string, string>>> {
  /** `create_task` for `asyncio.create_task(…)`, `self.loop.create_task(…)` and, after `import create_task as start`, `start(…)`. */
  readonly names: readonly string[];
  /** Called once for each such call; what is called may be anything of that name. */
  readonly check: (call: SyntaxNode<'call'>, context: CheckContext<Messages>) => Findings;
}

/** A rule as its file writes it; id, category and texts come from its folder and page. */
export interface RuleDefinition<Messages extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  readonly severity: Severity;
  /** The smallest profile that holds the rule. */
  readonly profile: Profile;
  readonly since: string;
  /** Ids of guidance topics; at least one. */
  readonly topics: readonly string[];
  /** Codes of other linters that report the same: `{ ruff: ['ASYNC251'] }`. */
  readonly peers?: Readonly<Record<string, readonly string[]>>;
  /** The strongest fix that the rule may offer. */
  readonly fix: FixKind | 'none';
  readonly messages: Messages;
  /** By node kind, called once for each node of that kind. */
  readonly visit?: Visitors<Messages>;
  /** For calls of what the catalogue has facts on. Other calls cost the rule nothing. */
  readonly knownCalls?: KnownCalls<Messages> | readonly KnownCalls<Messages>[];
  /** For decorators that the catalogue has facts on. Others cost the rule nothing. */
  readonly knownDecorators?: Known<'decorator', Messages>;
  /** Called for each call, written in an `async def`, of what may come to block, as far as names tell. */
  readonly blockingCall?: (call: SyntaxNode<'call'>, context: CheckContext<Messages>) => Findings;
  /** Called for each call of what may be a coroutine function of the project, as far as names tell. */
  readonly coroutineCall?: (call: SyntaxNode<'call'>, context: CheckContext<Messages>) => Findings;
  /** For calls of what the catalogue has no row for, or where the name alone tells. Other calls cost the rule nothing. */
  readonly namedCalls?: NamedCalls<Messages>;
  /** Called once for each Python file. */
  readonly file?: (context: CheckContext<Messages>) => Findings;
  /** Called once for each `pyproject.toml`. */
  toml?(document: ConfigDocument, context: ConfigContext<Messages>): Findings;
  /** Called once for each Python file after all other rules, with every ignore comment and what it silenced. */
  readonly directives?: (directives: readonly Directive[], context: CheckContext<Messages>) => Findings;
  readonly fixes?: Readonly<Record<string, Fix>>;
  readonly configFixes?: Readonly<Record<string, ConfigFix>>;
}

/** A rule with what its folder says: `asyncio/blocking-sleep`. */
export interface Rule extends RuleDefinition {
  readonly id: string;
  readonly category: string;
  readonly title: string;
  readonly summary: string;
}

/** Checks the definition's types; the rule's id, category, title and summary come from its folder and `rule.md`. */
export function defineRule<const Messages extends Readonly<Record<string, string>>>(
  definition: RuleDefinition<Messages>,
): RuleDefinition<Messages> {
  return definition;
}

/** A finding with the rule that made it and the certainty of what that rule was told. */
export interface RawFinding {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly certainty: Certainty;
}
