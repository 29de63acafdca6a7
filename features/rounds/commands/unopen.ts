import { round } from '@/db/schema/rounds';
import { endNews, writeLetters } from '@/features/letters/moves';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { takeBackOpeningInput } from '../input';
import { letters } from '../letters';
import { askedIn, changedWith, lockOpened, ofRound } from '../moves';

/** Opened by mistake, and nobody has spoken: it is void, whoever was asked is told why, and another may be opened. */
export const takeBackOpening = command({
  act: acts.takeBackOpening,
  input: takeBackOpeningInput,
  facts: lockOpened,
  run: async ({ db, communityId, now, actor, input: { reason }, facts: { row, round: locked } }) => {
    const { no, k } = locked;
    await db.update(round).set({ state: 'void', closedAt: now }).where(ofRound(locked));
    await recordStep(db, row, {
      kind: 'opening_taken_back',
      role: roleOf(actor),
      personId: personOf(actor),
      now,
      reason,
      detail: { round: no, k },
    });
    const here = { db, communityId, now };
    await endNews(here, { about: 'round', numbers: [no] });
    await writeLetters(
      here,
      letters.opening_taken_back,
      (await askedIn(db, locked)).map((household) => ({ to: { household }, no, detail: { title: row.title, reason } })),
    );
    return {
      ok: true,
      value: { round: no },
      leaf: { subject: `round/${no}`, content: { state: 'void', takenBack: reason } },
      changed: changedWith(row.no),
    };
  },
});
