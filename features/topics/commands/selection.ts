import { and, eq, isNull, sql } from 'drizzle-orm';
import { household } from '@/db/schema/people';
import { selectionSnapshot } from '@/db/schema/topics';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { canonical, sha256 } from '@/lib/ledger';
import * as acts from '../acts';
import { keepInput } from '../input';
import { ALL, aYearBefore, complainedOf, toldIn } from '../moves';
import { repeatsAmong } from '../rules/findings';
import { oppositesAmong, undecided } from '../rules/opposites';
import { countsOf } from '../rules/selection';

/** What is counted of the community, and the pairs in it that nobody has dismissed. */
async function counted(scope: Scope) {
  const { db, communityId, community, now } = scope;
  const { complaints, decided } = await complainedOf(scope, { visible: sql`true`, atOnce: ALL });
  const own = complaints.filter(({ at, merged }) => at >= aYearBefore(now) && !merged);
  const told = own.map((one) => toldIn(one, community));
  const repeats = repeatsAmong(told);
  const last = new Map<string, string>();
  for (const { asks, bears, verdict } of decided)
    for (const a of asks) for (const b of bears) last.set(`${a}-${b}`, verdict);
  const ids = (of: readonly { text: number }[]) => of.map(({ text }) => own[text]?.id ?? 0);
  const opposites = oppositesAmong(told).filter(({ asks, bears }) =>
    undecided({ asks: ids(asks), bears: ids(bears) }, ([a, b]) => last.get(`${a}-${b}`) === 'dismissed'),
  ).length;
  const [homes] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(household)
    .where(and(eq(household.communityId, communityId), isNull(household.endedAt)));
  const all = own.map((one, at) => ({ ...one, repeats: repeats.has(at) }));
  return countsOf(all, { day: shanghaiDate(now), households: homes?.count ?? 0, opposites });
}

/** What a community has to bear, for the choice of the next ones: counts alone, with their hash in the record. */
export const keepSelection = command({
  act: acts.keepSelection,
  input: keepInput,
  facts: async ({ db, communityId, now }) => {
    const day = shanghaiDate(now);
    const rows = await db
      .select({ id: selectionSnapshot.id })
      .from(selectionSnapshot)
      .where(and(eq(selectionSnapshot.communityId, communityId), eq(selectionSnapshot.day, day)));
    return { kept: rows.length > 0 };
  },
  races: { selection_snapshot_community_id_day_unique: 'kept_already' },
  run: async (scope) => {
    const { db, communityId, now } = scope;
    const { counts, hasData } = await counted(scope);
    const day = shanghaiDate(now);
    const said = canonical({ ...counts });
    const hash = sha256(canonical(said));
    await db.insert(selectionSnapshot).values({ communityId, day, counts: said, hasData, hash, at: now });
    const content = { day, hasData, hash: hash.toString('hex') };
    return { ok: true, value: { day }, leaf: { subject: `selection/${day}`, content }, changed: [] };
  },
});
