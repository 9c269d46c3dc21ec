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

/** Whether the function runs once in the life of a process, or stands in a file of that kind. */
export function isOneOff(owner: SyntaxNode<'function_definition'>, view: FileView): boolean {
  return /^_*(main|lifespan)$/.test(owner.field('name').text) || isInOneOffFile(view);
}
