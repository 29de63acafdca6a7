import { z } from 'zod';
import { canonical, sha256 } from './ledger';
import type { Refusal } from './result';
import { cut } from './text';

/** What a form shows to whoever says yes to it, or writes down that somebody did: words by name; null: there are none. */
export type Shown = Record<string, string | null>;

/** As the hidden field `shown` carries it: one line, the same for the same words. */
export const showing = (shown: Shown): string => canonical(shown);

const MOST = 150;

/** A text among many: its beginning, and a fingerprint of what was left out. */
export const inBrief = (text: string): string =>
  text.length <= MOST ? text : `${cut(text, MOST)}… (${sha256(text).toString('hex').slice(0, 16)})`;

const words = z.record(z.string(), z.string().nullable());

/** Whoever says yes says to what. */
export const shownInput = z
  .string('required')
  .max(16_000, 'invalid')
  .transform((given, context): Shown => {
    try {
      return words.parse(JSON.parse(given));
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' });
      return z.NEVER;
    }
  });

/** The same of several, by their numbers: each as its own form would carry it. */
export const shownOfEach = z
  .string('required')
  .max(64_000, 'invalid')
  .transform((given, context): Record<string, string> => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(given));
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' });
      return z.NEVER;
    }
  });

const named = (when: string, shown: Shown) =>
  Object.entries(shown).flatMap(([name, text]) => (text === null ? [] : [[`${when}_${name}`, text]]));

/**
 * Whether something else was shown than what stands now, asked by the gate under the locks. The refusal knows both, as
 * `was_…` and `now_…`; `shown` is for the next try, which is about what stands now.
 */
export function overtaken(shown: Shown, now: Shown): Refusal<'overtaken'> | null {
  if (showing(shown) === showing(now)) return null;
  const both = Object.fromEntries([...named('was', shown), ...named('now', now)]);
  return { code: 'overtaken', details: { ...both, shown: showing(now) } };
}
