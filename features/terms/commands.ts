import { and, eq, gt, gte, isNull, lte, or } from 'drizzle-orm';
import { grants, handover } from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import { writeLetters } from '@/features/letters/moves';
import * as acts from '@/features/people/acts';
import { letters as duties } from '@/features/people/letters';
import { lockGrant } from '@/features/people/moves';
import type { Role } from '@/lib/actor';
import { shanghaiDate } from '@/lib/calendar';
import { command, type Database } from '@/lib/gate';
import { handOverInput } from './input';
import { letters } from './letters';
import { checkHandover } from './rules';

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
  await db
    .update(term)
    .set({ to: today, closedAt: now, handover: said })
    .where(and(running, lte(term.from, today), gte(term.to, today)));
  await db
    .update(term)
    .set({ closedAt: now, handover: said })
    .where(and(running, lte(term.to, today)));
}

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
  run: async ({ db, communityId, now, input, facts }) => {
    const { personId, role, open } = facts;
    const over = facts.to !== null && facts.to <= now;
    const receivers = new Map(input.receivers.map(({ item, to }) => [item, to]));
    const held = (await holders(db, communityId, now)).map((one) => ({ ...one, role: one.role as Role }));
    const may = checkHandover(open, receivers, held, personId);
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
      changed: role === 'governance-secretary' ? ['term'] : [],
    };
  },
});
