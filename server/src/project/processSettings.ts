/** Where a project sets what holds for all its code: said in one place, mostly where the program begins. */
import type { Catalogue, ProcessSetting } from '../catalogue/schema';
import { givenTo } from './given';
import { lastName } from './summary';
import type { Evaluation } from './values';
import type { FileId } from './files';

/** Whether a call of it changes what holds in other files. */
export function setsForAll(name: string, catalogue: Catalogue): boolean {
  return catalogue.lookup(name)?.sets !== undefined;
}

/** The files with a call that sets it, of those that `files` says may call something with a last name. */
export function filesSetting(
  setting: ProcessSetting,
  files: (name: string) => Iterable<FileId>,
  evaluation: Evaluation,
): readonly FileId[] {
  const found = new Set<FileId>();
  for (const setter of settersOf(setting, evaluation.catalogue)) {
    for (const file of files(lastName(setter))) {
      const uses = evaluation.knowledge(file)?.usesOf(lastName(setter)) ?? [];
      if (uses.some(({ name, given = [] }) => name === setter && givenTo(first, given, undefined) !== 'None')) found.add(file);
    }
  }
  return [...found].sort();
}

/** What is set is given by place. */
const first = { parameter: '', place: 0 };

const known = new WeakMap<Catalogue, readonly string[]>();

function settersOf(setting: ProcessSetting, catalogue: Catalogue): readonly string[] {
  const setters = known.get(catalogue) ?? [...catalogue.names()].filter((name) => setsForAll(name, catalogue));
  known.set(catalogue, setters);
  return setters.filter((name) => catalogue.lookup(name)?.sets === setting);
}
