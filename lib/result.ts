/**
 * Why a rule said no: a code the messages translate, the fields to mend, and the numbers of the sentence. `C` are the codes
 * it may have: whoever puts them in words has to have words for each.
 */
export type Refusal<C extends string = string> = {
  code: C;
  fieldErrors?: Record<string, string>;
  details?: Record<string, string | number>;
};

/** A decision: the value, or a refusal. Rules return it; they throw only when the caller breaks their contract. */
export type Result<T, C extends string = string> = { ok: true; value: T } | { ok: false; refusal: Refusal<C> };

/** For whoever has to have an answer to each code: a rule or a command that does not say its codes is refused. */
export type Closed<C extends string, T = unknown> = string extends C ? 'does not say its codes' : T;

/** The codes of a refusal, or of what a rule or a command answers. */
export type CodeOf<R> = R extends { ok: false; refusal: Refusal<infer C> } ? C : never;

/** Where an act stands in its community's record: the number of its leaf, and that leaf's hash in hexadecimal. */
export interface Receipt {
  seq: number;
  leafHash: string;
}

/** What a command answers: a retry with the same key gets the same value and the same receipt. */
export type Answer<T, C extends string = string> =
  | { ok: true; value: T; receipt: Receipt }
  | { ok: false; refusal: Refusal<C> };

export function ok(): { ok: true; value: undefined };
export function ok<T>(value: T): { ok: true; value: T };
export function ok<T>(value?: T) {
  return { ok: true as const, value };
}

/** Why not; null where nothing stands in the way. */
export const refusalOf = <C extends string>(result: Result<unknown, C>): Refusal<C> | null =>
  result.ok ? null : result.refusal;

/** A refusal with its code, the numbers for its sentence, and the messages by field name. */
export function refuse<C extends string>(
  code: C,
  details?: Record<string, string | number>,
  fieldErrors?: Record<string, string>,
): { ok: false; refusal: Refusal<C> } {
  return { ok: false, refusal: { code, ...(details && { details }), ...(fieldErrors && { fieldErrors }) } };
}

/** Everything that is wrong, at once: the first by its name, each at its field. Null: nothing is. */
export function allWrong<R extends Result<unknown>>(checks: readonly R[]): Refusal<CodeOf<R>> | null {
  const wrong = checks.flatMap((one) => (one.ok ? [] : [one.refusal as Refusal<CodeOf<R>>]));
  const [first] = wrong;
  return first ? { ...first, fieldErrors: Object.assign({}, ...wrong.map(({ fieldErrors }) => fieldErrors)) } : null;
}
