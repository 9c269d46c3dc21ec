/** Code that runs once, or where a client or a pool of its own is the point. */
import type { FileView } from '../../project/view';
import type { SyntaxNode } from '../../syntax/node';
import { ancestors } from '../../syntax/query';

/** Whether the file is a test, a script, a migration or an example. */
export function isInOneOffFile(view: FileView): boolean {
  return /(?:^|\/)(?:tests?|hack|scripts?|examples?|cookbooks?|benchmarks?|docs|docs_src|(?:alembic|migrations?)\/versions)\/|(?:^|\/)(?:tests?_[^\\/]*|[^\\/]*_tests?|conftest)\.py$/.test(
    view.path,
  );
}

/** Whether the code runs only where the file is the program itself: `if __name__ == "__main__":`. */
export function isInMainBlock(node: SyntaxNode): boolean {
  return [...ancestors(node)].some((outer) => outer.is('if_statement') && outer.field('condition').text.includes('__name__'));
}

/**
 * Whether the file is run as a program, as scripts and demonstrations are; what its functions do for others is not all that they do. A
 * folder of tools at the top of a project holds programs; one inside of a package, what others of it work with.
 */
export function isProgram({ path, tree }: FileView): boolean {
  if (
    /^(?:tools?|ci|dev)\/|(?:^|\/)(?:cli|commands?|demos?|samples?|notebooks?)\/|(?:^|\/)(?:__main__|cli|commands?|setup|demo[^/]*)\.py$/.test(
      path,
    )
  )
    return true;
  return tree.root.children.some((statement) => statement.is('if_statement') && statement.field('condition').text.includes('__name__'));
}

const once: ReadonlySet<string> = new Set(
  `boot connect connection demo drop exchange healthy init initialize install login main migrate open ping provision register registration
   seed setup start startup sync test uninstall validate verify version wait`.split(/\s+/),
);

/**
 * Whether the name says that the function is for the beginning or the end, or for when something is set up: `_verify_login`,
 * `__init__`.
 */
export function runsOnceByName(owner: SyntaxNode<'function_definition'>): boolean {
  return owner
    .field('name')
    .text.split('_')
    .some((word) => once.has(word));
}

/** Whether the function runs once in the life of a process, or stands in a file of that kind. */
export function isOneOff(owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  return /^_*(main|lifespan)$/.test(owner.field('name').text) || isInOneOffFile(view);
}
