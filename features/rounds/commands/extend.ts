import { round } from '@/db/schema/rounds';
import { askUntil } from '@/features/letters/moves';
import { type ProposalRow, recordStep } from '@/features/proposals/moves';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { command, type Database } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { extendInput, takeBackInput } from '../input';
import { letters } from '../letters';
import { changedWith, closing, lockExtended, ofRound } from '../moves';
import { checkExtension, closeOf, lastDayOf } from '../rules/window';

interface Moved {
  db: Database;
  now: Date;
  actor: Actor;
  community: { slug: string };
  facts: { row: ProposalRow; round: typeof round.$inferSelect };
}

/** It ends then: the event, whoever is still asked, and the job that counts it. */
async function moveClose({ db, now, actor, community, facts }: Moved, kind: string, closesAt: Date) {
  const { row, round: locked } = facts;
  const { communityId, no, k } = locked;
  await db.update(round).set({ closesAt }).where(ofRound(locked));
  await askUntil({ db, communityId, now }, letters.round_opened, no, closesAt);
  await recordStep(db, row, {
    kind,
    role: roleOf(actor),
    personId: personOf(actor),
    now,
    detail: { round: no, k, from: locked.closesAt.toISOString(), to: closesAt.toISOString() },
  });
  return {
    value: { round: no, closesAt: closesAt.toISOString() },
    jobs: [closing(community.slug, locked, closesAt)],
    changed: changedWith(row.no),
  };
}

/** Before its close a round may be made longer, never shorter. */
export const extendRound = command({
  act: acts.extendRound,
  input: extendInput,
  facts: lockExtended,
  races: { round_one_open: 'round_running' },
  run: async ({ input, ...scope }) => {
    const { round: locked, extensions } = scope.facts;
    const may = checkExtension(locked, extensions, closeOf(input.closesOn), scope.now);
    if (!may.ok) return may;
    const moved = await moveClose(scope, 'round_extended', may.value.closesAt);
    const { closesAt } = moved.value;
    return { ok: true, ...moved, leaf: { subject: `round/${locked.no}`, content: { closesAt } } };
  },
});

/** An extension made by mistake goes, and the round ends when it would have ended without it. Both stay on record. */
export const takeBackExtension = command({
  act: acts.takeBackExtension,
  input: takeBackInput,
  facts: lockExtended,
  run: async ({ input, ...scope }) => {
    const { round: locked, extensions } = scope.facts;
    const then = extensions.at(-1)?.from;
    if (!then || lastDayOf(then) !== input.closesOn) return refuse('stale');
    const moved = await moveClose(scope, 'extension_taken_back', then);
    const { closesAt } = moved.value;
    return { ok: true, ...moved, leaf: { subject: `round/${locked.no}`, content: { closesAt, takenBack: true } } };
  },
});
