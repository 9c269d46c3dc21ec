/** Makes the view that rules ask from one file's model. */
import type { Catalogue } from '../catalogue/schema';
import { buildModel, type LocalModel } from '../semantic/model';
import type { SyntaxTree } from '../syntax/node';
import { roleOfDefinition } from './roles';
import type { Certainty, FileId, FileView, Target } from './view';

/** A view that also says how certain the answers were that it gave. */
export interface ObservedView extends FileView {
  /** Starts anew to watch the answers. */
  observe(): void;
  /** The least certainty of the answers given since `observe`. */
  observed(): Certainty;
}

/** What a view is made from. */
export interface ViewSource {
  readonly file: FileId;
  /** Relative to the folder of the nearest project file. */
  readonly path?: string | undefined;
  readonly tree: SyntaxTree;
  readonly catalogue: Catalogue;
  readonly target: Target;
}

export function createFileView({ file, path = file, tree, catalogue, target }: ViewSource): ObservedView {
  const model: LocalModel = buildModel(tree, catalogue);
  let certainty: Certainty = 'certain';
  return {
    file,
    path,
    tree,
    target,
    nameOf: (expression) => {
      const found = model.named(expression);
      if (found?.certainty === 'likely') certainty = 'likely';
      return found?.name;
    },
    typeOf: (expression) => {
      const type = model.typeOf(expression);
      if (type?.certainty === 'likely') certainty = 'likely';
      return type;
    },
    runsOn: (node) => model.runsOn(node),
    // A chain needs the summaries of the functions that are called; with none there is no chain.
    blockingChain: () => undefined,
    roleOf: (definition) => roleOfDefinition(definition, file, model),
    flow: (scope) => model.flow(scope),
    bindingOf: (name) => model.scopes.bindingOf(name),
    imports: (module) => importsModule(model.imports, module),
    isFree: (name, at) => model.isFree(name, at),
    isOffloaded: (argument) => model.isOffloaded(argument),
    observe: () => {
      certainty = 'certain';
    },
    observed: () => certainty,
  };
}

function importsModule(imports: ReadonlySet<string>, module: string): boolean {
  if (imports.has(module)) return true;
  for (const name of imports) if (name.startsWith(`${module}.`)) return true;
  return false;
}
