import type { z } from 'zod';
import type { Call, Command } from '@/lib/gate';

type Raw = Record<string, unknown>;

/** What a refusal says of what stands now, by the field of the form that carries it. */
const FIELDS: Record<string, [field: string, detail: string]> = {
  overtaken: ['shown', 'shown'],
  text_changed: ['hash', 'hash'],
  recorded_meanwhile: ['seen', 'opinion'],
  stale: ['rowVersion', 'rowVersion'],
  look_again: ['looked', 'saying'],
  stale_draft: ['rowVersion', 'rowVersion'],
};

const unseen = { shown: '{}', hash: '0'.repeat(64), seen: 0, rowVersion: 1 };

/**
 * A command by somebody who opens its form now: what the form carries is what stands. Told so by the refusal of one that
 * carries nothing; what is given, of an older page, is sent as it is.
 */
export const havingSeen =
  <T, S extends z.ZodType, C extends string>(command: Command<T, S, C>) =>
  async (call: Call, raw: unknown) => {
    const said = raw as Raw;
    const first = await command(call, { ...unseen, ...said });
    const { code, details } = first.ok ? { code: '', details: {} } : first.refusal;
    const [field = '', detail = ''] = FIELDS[code] ?? [];
    const now = (details as Raw | undefined)?.[detail];
    return now === undefined || field in said ? first : command(call, { ...unseen, ...said, [field]: now });
  };
