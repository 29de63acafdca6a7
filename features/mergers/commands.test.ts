import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linkCase, recordCase } from '@/features/cases/commands';
import { acceptProposal, giveSupport, saveDraft, submitProposal, takeBackSupport } from '@/features/proposals/commands';
import { boardStory } from '@/features/story/queries';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity } from '@/tests/fixture';
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
  return { ...here, worker, secretary, person, homes, supporters, links };
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
  assert.equal(desk?.blocks.merger, null);
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
  assert.equal(code(await mergeProposal(here.by(here.worker), merge)), 'wrong_state');
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, proposal: 1, into: 2 })), 'wrong_state');
  assert.equal(code(await giveSupport(here.by(here.person(5)), { proposal: 2 })), 'wrong_state');
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
  assert.equal(code(await separateProposal(here.by(here.worker), { proposal: 2, reason: '再来' })), 'wrong_state');
  done(await mergeProposal(here.by(here.worker), merge));
  here.at('2022-03-29T08:59');
  assert.equal(code(await separateProposal(here.by(here.worker), { proposal: 2, reason: '晚了' })), 'undo_too_late');
});

test('what has been taken up, or is over, is not joined', async () => {
  const here = await makeTwo();
  done(await acceptProposal(here.by(here.worker), { proposal: 2 }));
  assert.equal(code(await mergeProposal(here.by(here.worker), merge)), 'wrong_state');
  await here.sql(`update proposal set state = 'withdrawn' where community_id = $1 and no = 2`, [here.communityId]);
  assert.equal(code(await mergeProposal(here.by(here.worker), { ...merge, proposal: 1, into: 2 })), 'not_into_that');
});
