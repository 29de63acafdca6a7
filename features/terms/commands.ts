import { and, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { posting } from '@/db/schema/cohorts';
import { grants, handover, handoverAcceptance } from '@/db/schema/people';
import { term, thing } from '@/db/schema/terms';
import { writeLetters } from '@/features/letters/moves';
import * as acts from '@/features/people/acts';
import { letters as duties } from '@/features/people/letters';
import { lockGrant } from '@/features/people/moves';
import { belongsNoMore } from '@/features/people/rules';
import { personOf, type Role } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Database } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as own from './acts';
import { endThingInput, handOverInput, keepInput, takeOverInput } from './input';
import { letters } from './letters';
import { lockThing } from './moves';
import { checkHandover, mayReceive } from './rules';

/** Everybody who holds a role now, locked: who takes over is not dismissed meanwhile. */
const holders = (db: Database, communityId: number, now: Date) =>
  db
    .select({ personId: grants.personId, role: grants.role, entranceId: grants.entranceId })
    .from(grants)
    .where(and(eq(grants.communityId, communityId), lte(grants.from, now), or(isNull(grants.to), gt(grants.to, now))))
    .for('share');

/** The governance secretary's term ends with the grant, and another may begin on the next day. */
async function closeTerm(db: Database, communityId: number, personId: number, now: Date, said: string): Promise<void> {
  const today = shanghaiDate(now);
  const running = and(eq(term.communityId, communityId), eq(term.personId, personId), isNull(term.closedAt));
  const ended = await db
    .update(term)
    .set({ to: today, closedAt: now, handover: said })
    .where(and(running, lte(term.from, today), gte(term.to, today)))
    .returning({ id: term.id });
  const ids = ended.map(({ id }) => id);
  await db
    .update(posting)
    .set({ to: today })
    .where(and(eq(posting.communityId, communityId), inArray(posting.termId, ids)));
  await db
    .update(term)
    .set({ closedAt: now, handover: said })
    .where(and(running, lte(term.to, today)));
}

/** By whom of those who stay each thing was accepted. */
async function acceptedOf(db: Database, communityId: number, grantId: number): Promise<Set<string>> {
  const found = await db
    .select({ item: handoverAcceptance.item, receiver: handoverAcceptance.receiverId })
    .from(handoverAcceptance)
    .where(and(eq(handoverAcceptance.communityId, communityId), eq(handoverAcceptance.grantId, grantId)));
  return new Set(found.map(({ item, receiver }) => `${item} ${receiver}`));
}

/** 接手: each of these things, as long as it is open and theirs to take. */
export const takeOver = command({
  act: own.takeOver,
  input: takeOverInput,
  facts: lockGrant,
  races: { handover_accepted_once: 'taken_already' },
  run: async ({ db, communityId, now, actor, input, facts }) => {
    const receiver = personOf(actor) ?? 0;
    const held = (await holders(db, communityId, now))
      .map((one) => ({ ...one, role: one.role as Role }))
      .filter(({ personId }) => personId === receiver);
    const takes = facts.open.filter(
      ({ item, entranceId }) => input.items.includes(item) && held.some((one) => mayReceive(entranceId, one)),
    );
    if (takes.length < new Set(input.items).size) return refuse('no_longer_open');
    await db
      .insert(handoverAcceptance)
      .values(takes.map(({ item }) => ({ communityId, grantId: facts.id, item, receiverId: receiver, at: now })));
    const items = takes.map(({ item }) => item);
    return {
      ok: true,
      value: { grant: facts.id },
      leaf: { subject: `grant/${facts.id}`, content: { takesOver: items } },
      changed: [],
    };
  },
});

/**
 * 交接: a grant ends, and each thing still open with its holder gets a receiver who can do it. It waits for acts under
 * way (they hold the grant `for share`) and bites on the next click. A grant that ran out by itself is handed over
 * afterwards in the same way.
 */
export const handOver = command({
  act: acts.handOver,
  input: handOverInput,
  facts: lockGrant,
  races: { handover_once: 'no_longer_open' },
  run: async ({ db, communityId, community, now, actor, input, facts }) => {
    const { personId, role, open } = facts;
    const over = facts.to !== null && facts.to <= now;
    const receivers = new Map(input.receivers.map(({ item, to }) => [item, to]));
    const held = (await holders(db, communityId, now)).map((one) => ({ ...one, role: one.role as Role }));
    const accepted = role === 'governance-secretary' ? await acceptedOf(db, communityId, facts.id) : null;
    // Whoever names themself has accepted by that.
    const hasAccepted = (item: string, receiver: number) =>
      accepted === null || receiver === personOf(actor) || accepted.has(`${item} ${receiver}`);
    const may = checkHandover(open, receivers, held, personId, hasAccepted);
    if (!may.ok) return may;
    if (!over) {
      await db
        .update(grants)
        .set({ to: now })
        .where(and(eq(grants.communityId, communityId), eq(grants.id, facts.id)));
    }
    if (role === 'governance-secretary') await closeTerm(db, communityId, personId, now, input.reason);
    const given = open.map((one) => ({ ...one, receiverId: receivers.get(one.item) ?? 0 }));
    if (given.length > 0) {
      await db.insert(handover).values(
        given.map(({ item, title, receiverId }) => ({
          communityId,
          grantId: facts.id,
          item,
          title,
          receiverId,
          fromRole: role,
          toRole: held.find((one) => one.personId === receiverId)?.role ?? '',
          at: now,
        })),
      );
    }
    const here = { db, communityId, now };
    await writeLetters(
      here,
      letters.handed_over,
      given.map(({ receiverId, no, title, kind }) => ({
        to: { person: receiverId },
        no,
        detail: { title, open: kind },
      })),
    );
    await writeLetters(here, duties.grant_revoked, [
      { to: { person: personId }, no: facts.id, detail: { reason: input.reason } },
    ]);
    return {
      ok: true,
      value: { grant: facts.id, handedOver: given.length },
      leaf: {
        subject: `grant/${facts.id}`,
        content: {
          role,
          entrance: facts.entranceId,
          over: true,
          receivers: given.map(({ item, receiverId }) => ({ item, receiver: receiverId })),
        },
      },
      changed: role === 'governance-secretary' ? ['term', 'handovers'] : ['handovers'],
      jobs: [belongsNoMore(community.slug)],
    };
  },
});

/** 保管: what is with them, and where it is. */
export const keepThing = command({
  act: own.keepThing,
  input: keepInput,
  facts: async () => ({}),
  run: async ({ db, communityId, now, actor, input }) => {
    const no = await nextNumber(db, communityId, 'thing');
    await db.insert(thing).values({ communityId, no, ...input, keeperId: personOf(actor) ?? 0, at: now });
    const content = { kind: input.kind, title: input.title };
    return { ok: true, value: { thing: no }, leaf: { subject: `thing/${no}`, content }, changed: [] };
  },
});

/** It is kept no longer: given back, or worth nothing any more. */
export const endThing = command({
  act: own.endThing,
  input: endThingInput,
  facts: lockThing,
  run: async ({ db, communityId, now, actor, input: { ending }, facts: { row } }) => {
    await db
      .update(thing)
      .set({ endedAt: now, endedBy: personOf(actor), ending })
      .where(and(eq(thing.communityId, communityId), eq(thing.id, row.id)));
    return {
      ok: true,
      value: { thing: row.no },
      leaf: { subject: `thing/${row.no}`, content: { ending } },
      changed: [],
    };
  },
});
