import { addPicture } from '@/features/pictures/commands';
import { nameDelegate } from '@/features/works/commands/accept';
import { planMilestone, reportMilestone } from '@/features/works/commands/report';
import { startWorks } from '@/features/works/commands/start';
import { makeNoticed } from './agreeing';
import { done } from './consultation';
import { checkMilestone, decideCommitment, giveAcceptance, signResolution } from './shown';

const pixel = { data: Buffer.from('picture').toString('base64'), width: 4, height: 3 };

/**
 * Signed on 2022-03-21, with one objection of building 15 that was adopted and settled by its first household. There is
 * somebody of property service and a hotline operator.
 */
export async function makeSigned() {
  const here = await makeNoticed();
  done(await signResolution(here.by(here.secretary), { proposal: 1 }));
  done(await signResolution(here.by(here.governance), { proposal: 1 }));
  const [property, hotline] = await Promise.all([here.staff('property'), here.staff('hotline')]);
  const [objection] = await here.sql<{ id: number }>(
    `insert into objection (community_id, no, proposal_id, group_id, round_id, ground, weight, wording, state, answer_kind, answer, drawn_by)
     select $1, 1, $2, $3, id, 'noise', 'harm', '下口对着窗', 'settled', 'adopted', '下口北移12米', $4 from round
      where community_id = $1 and proposal_id = $2 returning id`,
    [here.communityId, here.proposalId, here.below, here.worker],
  );
  await here.sql(
    `insert into objection_raiser (community_id, objection_id, household_id, opinion_id, verdict)
     select $1, $2, $3, id, 'settled' from opinion where community_id = $1 and household_id = $3`,
    [here.communityId, objection?.id ?? 0, here.household('15', 0)],
  );
  return { ...here, property, hotline };
}

export type Signed = Awaited<ReturnType<typeof makeSigned>>;

export const site = { contractor: '施工队', budget: '98000.00', budgetReason: '护栏涨价', permits: '绿化手续' };

/** A picture of a milestone, by property service. */
export const photograph = (here: Signed, milestone: number) =>
  addPicture(here.by(here.property), { subject: 'milestone', subjectId: milestone, small: pixel, large: pixel });

/** Being built since 2022-03-22, works 1 of proposal 1, with one milestone of 23 steps planned for 2022-04-10. */
export async function makeBuilding() {
  const here = await makeSigned();
  here.at('2022-03-22');
  done(await startWorks(here.by(here.governance), { proposal: 1, ...site }));
  const planned = done(
    await planMilestone(here.by(here.property), {
      works: 1,
      name: '台阶',
      plannedOn: '2022-04-10',
      unit: '级',
      target: '23',
    }),
  );
  const [promise] = await here.sql<{ id: number }>('select id from commitment where community_id = $1', [
    here.communityId,
  ]);
  return { ...here, milestoneId: planned.id, commitment: promise?.id ?? 0 };
}

/** Everything built, checked and to be accepted by the first household of each building; it is 2022-04-12. */
export async function makeBuilt() {
  const here = await makeBuilding();
  here.at('2022-04-10');
  done(await photograph(here, here.milestoneId));
  const report = { works: 1, milestone: 1, actualOn: '2022-04-10', actual: '23' };
  done(await reportMilestone(here.by(here.property), report));
  done(await checkMilestone(here.by(here.worker), { works: 1, milestone: 1 }));
  here.at('2022-04-12');
  for (const [index, building] of (['14', '15'] as const).entries()) {
    const delegate = { works: 1, group: index + 1, household: here.household(building, 0) };
    done(await nameDelegate(here.by(here.worker), delegate));
  }
  return here;
}

/** Everything done and accepted by the first household of each building; it is 2022-04-12. */
export async function makeAccepted() {
  const here = await makeBuilt();
  const below = here.by(here.person('15', 0));
  done(await decideCommitment(below, { works: 1, commitment: here.commitment, outcome: 'accepted' }));
  for (const building of ['14', '15'] as const) {
    done(await giveAcceptance(here.by(here.person(building, 0)), { works: 1, outcome: 'accepted' }));
  }
  return here;
}
