import { and, count, eq, gt } from 'drizzle-orm';
import { blank } from '@/db/schema/blanks';
import { personOf } from '@/lib/actor';
import { daysAfter } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { sha256 } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { putBlankInput } from './input';

/** 交一张空表: kept as it came; nothing is filled in yet. */
export const putBlank = command({
  act: acts.putBlank,
  input: putBlankInput,
  races: { blank_once: 'blank_known' },
  facts: async ({ db, communityId, now, who }) => {
    const own = eq(blank.putBy, who.kind === 'person' ? who.personId : 0);
    const [found] = await db
      .select({ lately: count() })
      .from(blank)
      .where(and(eq(blank.communityId, communityId), own, gt(blank.at, daysAfter(now, -1))));
    return { lately: found?.lately ?? 0 };
  },
  run: async ({ db, communityId, now, actor, input }) => {
    const putBy = personOf(actor);
    if (putBy === null) return refuse('unknown');
    const no = await nextNumber(db, communityId, 'blank');
    const { name, layout } = input;
    const file = Buffer.from(input.file, 'base64');
    const hash = sha256(file);
    await db.insert(blank).values({ communityId, no, name, hash, file, layout, putBy, at: now });
    return {
      ok: true,
      value: { blank: no },
      // What a file is called may name somebody.
      leaf: { subject: `blanks/${no}`, content: { hash: hash.toString('hex'), columns: layout.columns.length } },
      changed: [],
    };
  },
});
