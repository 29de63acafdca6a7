import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linkCase, recordCase, unlinkCase } from '@/features/cases/commands';
import { boardCases } from '@/features/cases/queries';
import { deskCaseChoices } from '@/features/cases/queries/choices';
import { boardFront } from '@/features/front/queries/front';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { saveDraft } from '@/features/proposals/commands/draft';
import { giveSupport, takeBackSupport } from '@/features/proposals/commands/support';
import { withdrawProposal } from '@/features/proposals/commands/withdraw';
import { boardStory } from '@/features/story/queries';
import { whyNot } from '@/lib/act';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity } from '@/tests/fixture';
import { submitProposal } from '@/tests/shown';
import * as acts from './acts';
import { mergeProposal, separateProposal } from './commands';
import { boardJoined, deskMerger } from './queries';

after(closeAll);

const fall = { kind: 'complaint', source: 'walk_in', title: '土坡路滑', words: '我妈摔了三回', place: '14号楼前' };

/** Two proposals for one stairway: number 1 by home 0, supported by homes 1 and 2; number 2 by home 3, by 2, 3 and 4. */
async function makeTwo() {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 8 }] });
  here.at('2022-03-01');
  const worker = await here.staff('social-worker');
  const secretary = await here.staff('party-secretary');
  const homes = here.households('14');
  const people: number[] = [];
  for (const home of homes) people.push(await here.resident(home));
  const person = (index: number) => people[index] ?? 0;
  const bring = async (index: number, title: string) => {
    const words = { kind: 'path_green', title, place: '14号楼前土坡', problem: '下雨就滑', ask: '修台阶' };
    const { draft } = done(await saveDraft(here.by(person(index)), words));
    done(await submitProposal(here.by(person(index)), { draft }));
  };
  await bring(0, '修一条下坡的路');
  await bring(3, '14号楼前修台阶');
  for (const [proposal, index] of [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 3],
    [2, 4],
  ] as const)
    done(await giveSupport(here.by(person(index)), { proposal }));
  const { no } = done(await recordCase(here.by(worker), fall));
  done(await linkCase(here.by(worker), { case: no, proposal: 2, side: 'for' }));
  const supporters = async (proposal: number) =>
    (
      await here.sql<{ id: number }>(
        `select s.household_id as id from support s join proposal p on p.community_id = s.community_id and p.id = s.proposal_id
          where s.community_id = $1 and p.no = $2 order by 1`,
        [here.communityId, proposal],
      )
    ).map((row) => homes.indexOf(row.id));
  const links = async () =>
    here.sql<{ case: number; proposal: number; side: string }>(
      `select c.no as "case", p.no as proposal, l.side from case_link l
         join cases c on c.community_id = l.community_id and c.id = l.case_id
         join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
        where l.community_id = $1 order by 1, 2`,
      [here.communityId],
    );
  return { ...here, worker, secretary, person, homes, supporters, links, bring };
}

const merge = { proposal: 2, into: 1, reason: '说的是同一个坡' };

test('what says the same goes on in one place, and each household counts once', async () => {
  const here = await makeTwo();
  assert.equal(code(await mergeProposal(here.by(here.secretary), merge)), 'not_allowed');
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, into: 2 })), 'into_itself');
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, into: 9 })), 'no_such_proposal');
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, proposal: 9 })), 'not_found');
  const desk = await deskMerger(here.by(here.worker), { no: 2 });
  assert.deepEqual(
    desk?.candidates.map((one) => one.no),
    [1],
  );
  assert.equal(desk && whyNot(acts.merge, desk.asked), null);
  done(await acceptProposal(here.by(here.worker), { proposal: 1 }));
  done(await mergeProposal(here.by(here.worker), merge));
  assert.deepEqual(await here.supporters(1), [1, 2, 3, 4]);
  assert.deepEqual(await here.supporters(2), [2, 3, 4]);
  assert.deepEqual(await here.links(), [
    { case: 1, proposal: 1, side: 'for' },
    { case: 1, proposal: 2, side: 'for' },
  ]);
  assert.equal((await boardStory(here.slug, { no: 2 }))?.state, 'merged');
  assert.equal((await boardStory(here.slug, { no: 1 }))?.supporters, 4);
  assert.equal((await boardJoined(here.slug, { no: 2 }))?.into?.no, 1);
  assert.deepEqual((await boardJoined(here.slug, { no: 1 }))?.from, [{ no: 2, title: '14号楼前修台阶' }]);
  const letters = await here.sql<{ kind: string; household: number }>(
    `select kind, household_id as household from letter where community_id = $1 and kind like 'proposal_m%'`,
    [here.communityId],
  );
  assert.deepEqual(letters, [{ kind: 'proposal_merged', household: here.homes[3] }]);
  assert.equal(code(await mergeProposal(here.by(here.worker), merge)), 'not_at_this_step');
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, proposal: 1, into: 2 })), 'not_at_this_step');
  assert.equal(code(await giveSupport(here.by(here.person(5)), { proposal: 2 })), 'not_at_this_step');
});

test('separated within fourteen days, all is as it was, but what was said since stays said', async () => {
  const here = await makeTwo();
  done(await mergeProposal(here.by(here.worker), merge));
  here.at('2022-03-05');
  done(await giveSupport(here.by(here.person(5)), { proposal: 1 }));
  done(await takeBackSupport(here.by(here.person(4)), { proposal: 1 }));
  done(await giveSupport(here.by(here.person(4)), { proposal: 1 }));
  here.at('2022-03-15T08:59');
  assert.equal(code(await separateProposal(here.by(here.secretary), { proposal: 2, reason: '不是' })), 'not_allowed');
  done(await separateProposal(here.by(here.worker), { proposal: 2, reason: '其实是两处' }));
  assert.deepEqual(await here.supporters(1), [1, 2, 4, 5]);
  assert.deepEqual(await here.supporters(2), [2, 3, 4]);
  assert.deepEqual(await here.links(), [{ case: 1, proposal: 2, side: 'for' }]);
  assert.equal((await boardStory(here.slug, { no: 2 }))?.state, 'submitted');
  assert.equal((await boardJoined(here.slug, { no: 2 }))?.into, null);
  assert.equal(code(await separateProposal(here.by(here.worker), { proposal: 2, reason: '再来' })), 'not_at_this_step');
  done(await mergeProposal(here.by(here.worker), merge));
  here.at('2022-03-29T08:59');
  assert.equal(code(await separateProposal(here.by(here.worker), { proposal: 2, reason: '晚了' })), 'undo_too_late');
});

test('what has been taken up, or is over, is not joined', async () => {
  const here = await makeTwo();
  done(await acceptProposal(here.by(here.worker), { proposal: 2 }));
  assert.equal(code(await mergeProposal(here.by(here.worker), merge)), 'not_at_this_step');
  await here.sql(`update proposal set state = 'withdrawn' where community_id = $1 and no = 2`, [here.communityId]);
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, proposal: 1, into: 2 })), 'not_into_that');
});

test('who supports another one still joined stays when one is separated', async () => {
  const here = await makeTwo();
  const by = here.by(here.worker);
  await here.bring(5, '坡上修台阶');
  for (const index of [4, 6]) done(await giveSupport(here.by(here.person(index)), { proposal: 3 }));
  done(await linkCase(by, { case: 1, proposal: 3, side: 'for' }));
  done(await mergeProposal(by, merge));
  here.at('2022-03-02');
  done(await mergeProposal(by, { proposal: 3, into: 1, reason: '也是那个坡' }));
  assert.deepEqual(await here.supporters(1), [1, 2, 3, 4, 6]);
  done(await separateProposal(by, { proposal: 2, reason: '其实是两处' }));
  assert.deepEqual(await here.supporters(1), [1, 2, 4, 6]);
  const cases = async () => (await here.links()).map((one) => one.proposal);
  assert.deepEqual(await cases(), [1, 2, 3]);
  done(await separateProposal(by, { proposal: 3, reason: '这个也是' }));
  assert.deepEqual(await here.supporters(1), [1, 2]);
  assert.deepEqual(await cases(), [2, 3]);
});

test('what has moved on with a third is separated from the last joined back', async () => {
  const here = await makeTwo();
  const by = here.by(here.worker);
  await here.bring(5, '坡上修台阶');
  done(await mergeProposal(by, merge));
  done(await mergeProposal(by, { proposal: 1, into: 3, reason: '也是那个坡' }));
  assert.deepEqual(await here.supporters(3), [1, 2, 3, 4]);
  const first = { proposal: 2, reason: '其实是两处' };
  assert.equal(code(await separateProposal(by, first)), 'moved_on');
  const desk = await deskMerger(by, { no: 2 });
  assert.equal(desk && whyNot(acts.separate, desk.asked)?.code, 'moved_on');
  done(await separateProposal(by, { proposal: 1, reason: '不是' }));
  assert.deepEqual(await here.supporters(3), []);
  done(await separateProposal(by, first));
  assert.deepEqual(
    [await here.supporters(1), await here.supporters(2)],
    [
      [1, 2],
      [2, 3, 4],
    ],
  );
});

test('what somebody else’s proposal goes on with is not theirs alone to take back', async () => {
  const here = await makeTwo();
  const by = here.by(here.worker);
  done(await mergeProposal(by, merge));
  for (const index of [1, 2, 3, 4]) done(await takeBackSupport(here.by(here.person(index)), { proposal: 1 }));
  done(await withdrawProposal(here.by(here.person(0)), { proposal: 1, reason: '搬家了' }));
  assert.equal((await boardStory(here.slug, { no: 1 }))?.state, 'submitted');
});

test('a joined one gathers no cases of its own, and stands on lists once', async () => {
  const here = await makeTwo();
  const by = here.by(here.worker);
  const { no } = done(await recordCase(by, { ...fall, title: '窗下走人太吵' }));
  done(await linkCase(by, { case: no, proposal: 2, side: 'against' }));
  done(await mergeProposal(by, merge));
  assert.equal(code(await linkCase(by, { case: no, proposal: 2, side: 'for' })), 'goes_on_elsewhere');
  assert.equal(code(await unlinkCase(by, { case: no, proposal: 2, reason: '归错了' })), 'goes_on_elsewhere');
  const { proposals } = (await deskCaseChoices(by, {})) ?? { proposals: [] };
  assert.deepEqual(
    proposals.map((one) => one.no),
    [1],
  );
  const pairs = (await boardCases(here.slug, { after: null }))?.opposing ?? [];
  assert.deepEqual(
    pairs.map((pair) => pair.proposal),
    [1],
  );
  const front = (await boardFront(here.slug, {}))?.proposals ?? [];
  assert.deepEqual(
    front.map((one) => one.no),
    [1],
  );
  done(await unlinkCase(by, { case: no, proposal: 1, reason: '说的是另一个坡' }));
  done(await separateProposal(by, { proposal: 2, reason: '其实是两处' }));
  assert.deepEqual(await here.links(), [
    { case: 1, proposal: 2, side: 'for' },
    { case: 2, proposal: 2, side: 'against' },
  ]);
});
