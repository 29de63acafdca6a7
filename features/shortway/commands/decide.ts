import { and, eq, inArray } from 'drizzle-orm';
import { building, community, entrance } from '@/db/schema/people';
import { shortPlace, shortWay } from '@/db/schema/shortway';
import { step, tellAuthors } from '@/features/proposals/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { decideInput, limitInput, proposeInput, refuseInput, shortShown } from '../input';
import { letters } from '../letters';
import { lockShort, running } from '../moves';
import { checkCost, hangsUntil } from '../rules';

/** From now on; what was confirmed stays as it was confirmed. */
export const setLimit = command({
  act: acts.setLimit,
  input: limitInput,
  facts: async ({ community: { shortLimit } }) => ({ limit: shortLimit }),
  run: async ({ db, communityId, community: { slug }, input: { limit } }) => {
    await db.update(community).set({ shortLimit: limit }).where(eq(community.id, communityId));
    return {
      ok: true,
      value: { limit },
      leaf: { subject: `community/${slug}`, content: { shortLimit: limit } },
      changed: [],
    };
  },
});

/** Row s, first half: what, by whom, for how much, why it harms nobody, and at which entrances the sheet hangs. */
export const proposeShort = command({
  act: acts.proposeShort,
  input: proposeInput,
  facts: lockShort,
  run: async ({ db, community, communityId, now, actor, input, facts: { row, limit } }) => {
    const { what, who, cost, harmless, places } = input;
    const may = checkCost(cost, limit);
    if (!may.ok) return { ok: false, refusal: { ...may.refusal, fieldErrors: { cost: may.refusal.code } } };
    const there = await db
      .select({ id: entrance.id, building: building.name, no: entrance.no })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
      .where(and(eq(entrance.communityId, communityId), inArray(entrance.id, places)));
    if (there.length === 0) return refuse('invalid', undefined, { places: 'choose_one' });
    const [made] = await db
      .insert(shortWay)
      .values({
        communityId,
        proposalId: row.id,
        what,
        who,
        cost,
        harmless,
        proposedBy: personOf(actor) ?? 0,
        proposedAt: now,
      })
      .returning({ id: shortWay.id });
    const shortId = made?.id ?? 0;
    await db
      .insert(shortPlace)
      .values(there.map(({ id, ...door }) => ({ communityId, shortId, entranceId: id, ...door })));
    const done = await step({ db, community, now, actor }, row, 'short_proposed');
    const { content } = done.leaf;
    const entrances = there.map(({ id }) => id).sort((a, b) => a - b);
    return {
      ...done,
      leaf: { ...done.leaf, content: { ...content, short: shortId, what, who, cost, harmless, entrances } },
    };
  },
});

/** Row s, second half: it hangs for three days. */
export const confirmShort = command({
  act: acts.confirmShort,
  input: decideInput,
  facts: lockShort,
  shown: ({ facts }) => shortShown(facts),
  run: async ({ db, community, now, actor, facts: { row, limit } }) => {
    const until = hangsUntil(now);
    await db
      .update(shortWay)
      .set({ confirmedBy: personOf(actor), confirmedAt: now, hangsUntil: until, most: limit })
      .where(running(row));
    await tellAuthors({ db, now }, row, letters.short_confirmed, { title: row.title });
    return step({ db, community, now, actor }, row, 'short_confirmed', {
      to: 'short',
      detail: { until: until.toISOString() },
    });
  },
});

/** The second person does not think so, or whoever proposed it takes it back: it is looked at as if nobody had. */
export const refuseShort = command({
  act: acts.refuseShort,
  input: refuseInput,
  facts: lockShort,
  shown: ({ facts }) => shortShown(facts),
  run: async ({ db, community, now, actor, input: { reason }, facts: { row } }) => {
    await db.update(shortWay).set({ endedAt: now }).where(running(row));
    return step({ db, community, now, actor }, row, 'short_refused', { reason });
  },
});
