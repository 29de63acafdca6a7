import { and, eq } from 'drizzle-orm';
import { playbookAdoption } from '@/db/schema/playbooks';
import { personOf } from '@/lib/actor';
import { monthsAfter, shanghaiDate } from '@/lib/calendar';
import { command } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { adoptInput, outcomeInput } from '../input';
import { EVERYWHERE, lockAdoption, lockOffered } from '../moves';
import { ASK_MONTHS, checkOutcome } from '../rules';

/** 照方: another community's playbook is taken up here, with what is done otherwise; half a year later it is asked about. */
export const adoptPlaybook = command({
  act: acts.adoptPlaybook,
  input: adoptInput,
  facts: lockOffered,
  races: { playbook_adopted_once: 'adopted_already' },
  run: async ({ db, communityId, now, actor, input: { place, changed }, facts: { row } }) => {
    const free = checkWritten({ place, changed });
    if (!free.ok) return free;
    const [made] = await db
      .insert(playbookAdoption)
      .values({
        communityId,
        originId: row.communityId,
        playbookId: row.id,
        version: row.version,
        place,
        changed,
        adoptedBy: personOf(actor) ?? 0,
        at: now,
        askOn: monthsAfter(shanghaiDate(now), ASK_MONTHS),
      })
      .returning({ id: playbookAdoption.id, askOn: playbookAdoption.askOn });
    if (!made) return refuse('unknown');
    return {
      ok: true,
      value: { adoption: made.id },
      leaf: {
        subject: `adoptions/${made.id}`,
        content: { playbook: row.id, version: row.version, place, changed, askOn: made.askOn },
      },
      changed: [EVERYWHERE],
    };
  },
});

/** 用得怎么样: failures count as much as successes. */
export const tellOutcome = command({
  act: acts.tellOutcome,
  input: outcomeInput,
  facts: lockAdoption,
  run: async ({ db, communityId, now, actor, input: { outcome, reason }, facts: { row } }) => {
    const early = checkOutcome(outcome, row.askOn, now);
    if (early) return { ok: false, refusal: early };
    const free = checkWritten({ reason });
    if (!free.ok) return free;
    await db
      .update(playbookAdoption)
      .set({ outcome, outcomeReason: reason, outcomeBy: personOf(actor), outcomeAt: now })
      .where(and(eq(playbookAdoption.communityId, communityId), eq(playbookAdoption.id, row.id)));
    return {
      ok: true,
      value: { adoption: row.id },
      leaf: { subject: `adoptions/${row.id}`, content: { outcome, reason } },
      changed: [EVERYWHERE],
    };
  },
});
