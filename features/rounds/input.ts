import { z } from 'zod';
import { hung } from '@/lib/hung';
import { day, id, text } from '@/lib/input';
import { type Shown, shownInput } from '@/lib/shown';

const optionalDay = z.preprocess((value) => (value === '' ? undefined : value), day.optional());

/** Without `opensOn` the round opens now; it lasts to the end of `closesOn`. Days are Shanghai's. */
export const openInput = z.object({ proposal: id, opensOn: optionalDay, closesOn: day, shown: shownInput });

/** `round` is its number in the community, here and below. */
export const extendInput = z.object({ round: id, closesOn: day });

/** `closesOn`: the last day it goes back to, as the page named it. */
export const takeBackInput = z.object({ round: id, closesOn: day });

export const takeBackOpeningInput = z.object({ round: id, reason: hung(text(600)) });

export const closeInput = z.object({ round: id });

export const summaryInput = z.object({ round: id, summary: hung(text(1200)) });

export const redesignInput = z.object({ proposal: id, reason: hung(text(600)) });

/** The plan that is taken round, as it is shown to whoever opens the round. */
export const planShown = (published: { version: number; title: string } | null | undefined): Shown => ({
  plan: published ? `${published.version}. ${published.title}` : null,
});
