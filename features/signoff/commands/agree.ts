import { notice } from '@/db/schema/signoff';
import { recordStep } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import * as acts from '../acts';
import { countedInput, postingShown, standingShown } from '../input';
import { letters } from '../letters';
import { lockCounted, tellAll } from '../moves';
import { declaredNames, noticeEnds } from '../rules';

/** Row 10: the latest closed round on the newest plan, and every group through its own gate. */
export const declareAgreement = command({
  act: acts.declareAgreement,
  input: countedInput,
  facts: lockCounted,
  shown: ({ facts }) => standingShown(facts.standing),
  run: async ({ db, now, actor, input, facts: { row, standing } }) => {
    const { version, round, groups } = standing;
    const detail: Record<string, number> = { round: round?.no ?? 0, version: version ?? 0 };
    for (const group of groups) {
      for (const [name, key] of declaredNames(group.position)) detail[key] = group[name];
      detail[`group_${group.position}_silent`] = group.silent.length;
    }
    await recordStep(db, row, {
      kind: 'agreed',
      to: 'agreed',
      role: roleOf(actor),
      personId: personOf(actor),
      detail,
      now,
    });
    return {
      ok: true,
      value: {
        proposal: input.proposal,
        version: version ?? 0,
        neverReached: groups.reduce((sum, group) => sum + group.silent.length, 0),
      },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: {
          to: 'agreed',
          version,
          round: round?.no ?? 0,
          groups: groups.map(({ position, households, reached, tookSide, agreeing, conditionsMet, silent }) => ({
            position,
            households,
            reached,
            tookSide,
            agreeing,
            conditionsMet,
            neverReached: silent,
          })),
        },
      },
      changed: ['proposals'],
    };
  },
});

/** Row 14: 公示, once everything the law asks for is decided and the groups still agree. */
export const postNotice = command({
  act: acts.postNotice,
  input: countedInput,
  facts: lockCounted,
  shown: ({ facts }) => postingShown(facts.standing, facts.gates),
  run: async ({ db, community, communityId, now, actor, input, facts: { row, standing } }) => {
    const days = Math.max(7, (row.rule ?? community.settings).noticeDays);
    const to = noticeEnds(now, days);
    const version = standing.version ?? 0;
    await db.insert(notice).values({
      communityId,
      proposalId: row.id,
      planVersion: version,
      from: now,
      to,
      postedBy: personOf(actor) ?? 0,
    });
    await recordStep(db, row, {
      kind: 'noticed',
      to: 'noticed',
      role: roleOf(actor),
      personId: personOf(actor),
      detail: { version, days },
      now,
    });
    await tellAll({ db, communityId, now }, row, letters.notice_posted, { no: input.proposal, until: to });
    return {
      ok: true,
      value: { proposal: input.proposal, version, until: to.toISOString() },
      leaf: {
        subject: `proposal/${input.proposal}`,
        content: { to: 'noticed', version, from: now.toISOString(), until: to.toISOString() },
      },
      changed: ['proposals'],
    };
  },
});
