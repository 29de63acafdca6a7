import type { Locale } from './edition';
import type { FormState } from './form-state';
import { messages as common, type Sentence, type SharedCode } from './messages';
import type { Refusal } from './result';

/** Words for each of these codes; those of any act are shared. */
export type Words<C extends string = string> = Record<Locale, { refusals: Record<Exclude<C, SharedCode>, Sentence> }>;

const say = (sentence: Sentence | undefined, details: Record<string, string | number>): string | undefined =>
  typeof sentence === 'function' ? sentence(details) : sentence;

/** What stands for what was left out of a long text, for a machine to compare: see `inBrief`. */
const LEFT_OUT = /… \([0-9a-f]{16}\)/g;

/** A refusal in the reader's words: the sentence of the summary, and one sentence per field. */
export function inWords(refusal: Refusal, locale: Locale, words?: Words): NonNullable<FormState['refusal']> {
  const shared: Record<'refusals' | 'fields', Record<string, Sentence>> = common[locale];
  const own: Record<string, Sentence> | undefined = words?.[locale].refusals;
  const details = refusal.details ?? {};
  const fieldErrors: Record<string, string> = {};
  for (const [name, code] of Object.entries(refusal.fieldErrors ?? {})) {
    const [key = '', max = '', count = ''] = code.split(':');
    const params = { ...details, ...(max && { max }), ...(count && { count }) };
    fieldErrors[name] =
      say(own?.[key] ?? shared.fields[key] ?? shared.refusals[key] ?? shared.fields.invalid, params) ?? code;
  }
  const message =
    say(own?.[refusal.code], details) ??
    say(shared.refusals[refusal.code], details) ??
    say(shared.refusals.unknown, details) ??
    '';
  return { code: refusal.code, message: message.replace(LEFT_OUT, common[locale].leftOut), fieldErrors };
}
