/** What several types that are all possible agree on. */
import { weaker, type Certainty, type InferredType } from './inference';
import { isSymbolic } from './symbolic';

/** A type with what is known of its arguments. */
export function typeWith(type: string, certainty: Certainty, args: readonly (InferredType | undefined)[] = []): InferredType {
  return args.some((argument) => argument !== undefined) ? { type, certainty, args } : { type, certainty };
}

/** The type, no more certain than this. */
export function atMost(type: InferredType | undefined, certainty: Certainty): InferredType | undefined {
  return type === undefined || certainty === 'certain' || type.certainty === 'likely' ? type : { ...type, certainty };
}

/** What two types agree on: undefined where they differ; arguments that differ are not known. */
export function agreement(one: InferredType, other: InferredType): InferredType | undefined {
  if (one.type !== other.type) return undefined;
  const args = one.args?.map((argument, index) => {
    const counterpart = other.args?.[index];
    return argument === undefined || counterpart === undefined ? undefined : agreement(argument, counterpart);
  });
  const isSameShape = one.args?.length === other.args?.length;
  return typeWith(one.type, weaker(one.certainty, other.certainty), isSameShape ? args : undefined);
}

/** What all types agree on; undefined where one is not known, and where there is none. */
export function agreementOf(types: readonly (InferredType | undefined)[]): InferredType | undefined {
  const [first, ...others] = types;
  let result = first;
  for (const type of others) result = result === undefined || type === undefined ? undefined : agreement(result, type);
  return result;
}

/** A type that a value may have; `none` for the value `None`, undefined for one that is not known. */
export type Possibility = InferredType | 'none' | undefined;

/** The types that a value may have, while they are put together. */
export class Possibilities {
  #known: InferredType | undefined;
  #differs = false;
  /** Whether the value may also have a type that nothing is known of. */
  hasUnknown = false;

  /** Takes one more; a type that only other files can tell may be any. */
  add(type: InferredType | undefined): void {
    if (type === undefined) this.hasUnknown = true;
    else if (this.#known === undefined) this.#known = type;
    else if (isSymbolic(type.type) !== isSymbolic(this.#known.type)) this.hasUnknown = true;
    else {
      const common = agreement(this.#known, type);
      if (common !== undefined) this.#known = common;
      else if (isSymbolic(type.type)) this.hasUnknown = true;
      else this.#differs = true;
    }
  }

  /** What all agree on. `declared` stands for values of which nothing is known, but then only likely. */
  result(declared?: InferredType): InferredType | undefined {
    if (this.#differs) return undefined;
    if (!this.hasUnknown) return this.#known;
    if (declared === undefined) return undefined;
    const contradicts = this.#known !== undefined && !isSymbolic(this.#known.type) && this.#known.type !== declared.type;
    return contradicts ? undefined : atMost(declared, 'likely');
  }
}
