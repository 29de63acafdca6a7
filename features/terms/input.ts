import { z } from 'zod';
import { THINGS } from '@/db/words/terms';
import { choice, id, line, list, nth, text } from '@/lib/input';

const item = z.string().regex(/^[a-z]{1,12}-\d{1,10}(-\d{1,10})?$/, 'invalid');

/** What somebody takes over, by the names of the things. */
export const takeOverInput = z.object({
  grant: id,
  items: list(item).pipe(z.array(item).min(1, 'choose_one').max(500)),
});

/** A form's rows `to_promise-12`, `to_doors-3-7` … as `receivers`; those left empty are left out. */
function receiversFromRows(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || 'receivers' in raw) return raw;
  return { ...raw, receivers: filledRows(raw).map(([name, to]) => ({ item: name.slice(3), to })) };
}

const filledRows = (raw: object) => Object.entries(raw).filter(([name, to]) => name.startsWith('to_') && to !== '');

/** The row of the form in which a receiver was named: `receivers.0.to` is `to_promise-12`. */
export function fieldOfReceiver(name: string, values: Record<string, string>): string {
  const at = /^receivers\.(\d+)\./.exec(name)?.[1];
  return nth(filledRows(values), at)?.[0] ?? name;
}

/** `to`: the person who takes the thing over. */
export const handOverInput = z.preprocess(
  receiversFromRows,
  z.object({
    grant: id,
    reason: text(200),
    receivers: z.array(z.object({ item, to: id })).max(500),
  }),
);

export const keepInput = z.object({ kind: choice(THINGS), title: line(60), place: line(80) });
export const endThingInput = z.object({ thing: id, ending: text(200) });
