/**
 * What this folder uses of web-tree-sitter, as shapes, so that one file alone imports the package.
 * The members of `Runtime` are no part of the package's promises: each may be missing.
 */
import type { TreeEdit } from './edits';

/** A tree of tree-sitter. */
export interface Tree {
  readonly rootNode: { readonly hasError: boolean };
  walk(): Cursor;
  copy(): Tree;
  edit(edit: TreeEdit): void;
  /** Gives the memory back; the tree must not be used after. */
  delete(): void;
}

/** A parser of tree-sitter. */
export interface TreeParser {
  /** The tree of a text, on from an edited earlier one; null when the callback stopped it. */
  parse(text: string, from: Tree | undefined, options: { readonly progressCallback: (state: Progress) => boolean }): Tree | null;
  /** Forgets a parse that was stopped. */
  reset(): void;
}

/** Asked about after every hundred steps or so of a parse. */
export interface Progress {
  /** Whether all that the parser still follows has an error; true at some time only in texts that have one. */
  readonly hasError: boolean;
}

/** A place in a tree, and steps from it. */
export interface Cursor {
  readonly nodeTypeId: number;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly currentFieldId: number;
  readonly nodeIsMissing: boolean;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
  delete(): void;
}

/** A grammar of tree-sitter. */
export interface Language {
  readonly nodeTypeCount: number;
  readonly fieldCount: number;
  nodeTypeForId(id: number): string | null;
  nodeTypeIsNamed(id: number): boolean;
  fieldNameForId(id: number): string | null;
}

/** A function of the parser that works on the tree at an address and keeps its cursor in a buffer of its own. */
type OnTree = (tree: number) => number;

/** The object that the package fills when it starts. The views are replaced whenever the memory grows. */
export interface Runtime {
  wasmBinary?: Uint8Array;
  HEAPU8?: Uint8Array;
  HEAPU16?: Uint16Array;
  HEAP32?: Int32Array;
  _ts_tree_root_node_wasm?: OnTree;
  _ts_tree_cursor_new_wasm?: OnTree;
  _ts_tree_cursor_delete_wasm?: OnTree;
  _ts_tree_cursor_goto_first_child_wasm?: OnTree;
  _ts_tree_cursor_goto_next_sibling_wasm?: OnTree;
  _ts_tree_cursor_goto_parent_wasm?: OnTree;
  _ts_tree_cursor_current_node_type_id_wasm?: OnTree;
  _ts_tree_cursor_current_node_is_missing_wasm?: OnTree;
  _ts_tree_cursor_current_field_id_wasm?: OnTree;
  _ts_tree_cursor_start_index_wasm?: OnTree;
  _ts_tree_cursor_end_index_wasm?: OnTree;
}

/** The address of a tree or language in the parser's memory, which the package keeps under the key 0. */
export function addressOf(value: Tree | Language): number | undefined {
  const address: unknown = Reflect.get(value, 0);
  return typeof address === 'number' && address > 0 ? address : undefined;
}

/** One memory, seen in three widths. */
export interface Memory {
  readonly bytes: Uint8Array;
  readonly shorts: Uint16Array;
  readonly words: Int32Array;
}

/** The parser's memory as it is now; undefined when the runtime does not show it. */
export function memoryOf({ HEAPU8: bytes, HEAPU16: shorts, HEAP32: words }: Runtime): Memory | undefined {
  return bytes && shorts && words && { bytes, shorts, words };
}
