import { flag, inField, nodeSize, slot } from '../syntax/packed';
import type { NodeBuffer } from '../syntax/packed';
import type { Decode } from './decode';
import { addressOf } from './runtime';
import type { Cursor, Runtime, Tree } from './runtime';
import type { GrammarTables } from './tables';

/** Reads a tree through the public cursor. */
export function cursorDecoder(tables: GrammarTables): Decode {
  return (tree, into) => {
    const cursor = tree.walk();
    writeNodes(cursor, tables, into);
    // A cursor that is left to the garbage collector holds memory of the parser for long.
    cursor.delete();
    return true;
  };
}

/** Reads a tree through the functions below the public cursor; undefined when this build lacks one of them. */
export function rawCursorDecoder(runtime: Runtime, tables: GrammarTables): Decode | undefined {
  const open = rawCursors(runtime);
  if (open === undefined) return undefined;
  return (tree, into) => {
    const cursor = open(tree);
    if (cursor === undefined) return false;
    writeNodes(cursor, tables, into);
    cursor.delete();
    return true;
  };
}

function writeNodes(cursor: Cursor, tables: GrammarTables, into: NodeBuffer): void {
  into.reset();
  let data: Int32Array = into.data;
  let parent = -1;
  for (;;) {
    const index = into.count;
    const at = index * nodeSize;
    if (at + nodeSize > data.length) data = into.grown();
    const missing = cursor.nodeIsMissing ? flag.missing | flag.error : 0;
    data[at + slot.shape] = inField(tables.shapes[cursor.nodeTypeId] ?? 0, tables.fields[cursor.currentFieldId] ?? 0) | missing;
    data[at + slot.start] = cursor.startIndex;
    data[at + slot.end] = cursor.endIndex;
    data[at + slot.parent] = parent;
    data[at + slot.name] = 0;
    into.count += 1;
    data[at + slot.after] = into.count;
    if (cursor.gotoFirstChild()) {
      parent = index;
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (parent < 0 || !cursor.gotoParent()) return;
      data[parent * nodeSize + slot.after] = into.count;
      parent = into.parent(parent);
    }
  }
}

/**
 * Makes cursors that live in the parser's transfer buffer alone, so that only one can be open at a time. The public cursor
 * object is not used: its own copy of the state would be stale after the first raw step, and freeing that is a double free.
 */
function rawCursors(runtime: Runtime): ((tree: Tree) => Cursor | undefined) | undefined {
  const {
    _ts_tree_root_node_wasm: rootNode,
    _ts_tree_cursor_new_wasm: open,
    _ts_tree_cursor_delete_wasm: close,
    _ts_tree_cursor_goto_first_child_wasm: firstChild,
    _ts_tree_cursor_goto_next_sibling_wasm: nextSibling,
    _ts_tree_cursor_goto_parent_wasm: parent,
    _ts_tree_cursor_current_node_type_id_wasm: typeId,
    _ts_tree_cursor_current_node_is_missing_wasm: isMissing,
    _ts_tree_cursor_current_field_id_wasm: fieldId,
    _ts_tree_cursor_start_index_wasm: start,
    _ts_tree_cursor_end_index_wasm: end,
  } = runtime;
  if (!rootNode || !open || !close || !firstChild || !nextSibling || !parent || !typeId || !isMissing || !fieldId || !start || !end)
    return undefined;
  return (tree) => {
    const address = addressOf(tree);
    if (address === undefined) return undefined;
    rootNode(address);
    open(address);
    return {
      get nodeTypeId() {
        return typeId(address);
      },
      get startIndex() {
        return start(address);
      },
      get endIndex() {
        return end(address);
      },
      get currentFieldId() {
        return fieldId(address);
      },
      get nodeIsMissing() {
        return isMissing(address) === 1;
      },
      gotoFirstChild: () => firstChild(address) === 1,
      gotoNextSibling: () => nextSibling(address) === 1,
      gotoParent: () => parent(address) === 1,
      delete: () => void close(address),
    };
  };
}
