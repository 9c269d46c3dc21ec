/** What rules say and what the engine makes of it. All of it is plain data that can be cached and sent to a worker. */
import type { NodeKind } from '../syntax/kinds.generated';
import type { Range } from '../syntax/node';
import type { LinePosition } from '../syntax/text';
import type { Certainty, FileId } from '../project/view';
import type { Severity } from '../settings/levels';

/** What data of fixes may be made of, which travel to the client and back. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A fix by its id in the rule, with what the fix needs to know besides the node. */
export interface FixRequest {
  readonly id: string;
  readonly args?: Json;
}

/** Another place that a finding is about. */
export interface Related {
  readonly file: FileId;
  readonly range: Range;
  /** Where the range starts, for places in other files, whose text is not at hand. */
  readonly start?: LinePosition;
  readonly message: string;
}

/** The node that the check was called with, by which a fix finds it again. */
export interface Anchor extends Range {
  readonly kind: NodeKind;
}

/** What a check returns. */
export interface Finding {
  readonly file: FileId;
  readonly range: Range;
  readonly anchor: Anchor | undefined;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly FixRequest[];
  /** `weaker`: one severity step below the rule's. */
  readonly level: 'normal' | 'weaker';
  readonly tags: readonly FindingTag[];
}

/** How an editor may draw a finding: faded, or struck through. */
export type FindingTag = 'unnecessary' | 'deprecated';

/** `safe` keeps behaviour and may run on save; `unsafe` changes behaviour as intended and is offered one by one. */
export type FixKind = 'safe' | 'unsafe';

/** A fix that can be asked for; its edits are worked out when it is. */
export interface FixOffer extends FixRequest {
  readonly title: string;
  readonly kind: FixKind;
}

/** A finding with everything that settings and the rule add to it. */
export interface Reported extends Omit<Finding, 'fixes' | 'level'> {
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly fixes: readonly FixOffer[];
}

/** A rule that threw. The other rules go on. */
export interface RuleFailure {
  readonly rule: string;
  readonly file: FileId;
  /** Where the node that it failed on begins; undefined for checks that have no node. */
  readonly offset: number | undefined;
  readonly error: string;
}

/** A range of the text, and what stands there instead. */
export interface TextEdit extends Range {
  readonly newText: string;
}

/** Edits of one file, sorted and without overlap, or a file to create. */
export type FileEdit = { readonly file: FileId; readonly edits: readonly TextEdit[] } | { readonly create: FileId; readonly text: string };
