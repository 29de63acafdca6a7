import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myBrought } from '@/features/me/queries/brought';
import { mergeProposal } from '@/features/mergers/commands';
import { boardStory } from '@/features/story/queries';
import { code, done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { submitProposal } from '@/tests/shown';
import { boardProposals, ownPart } from '../queries';
import { lookingChosen, proposalReceipt } from '../queries/brought';
import { similarProposals } from '../queries/drafts';
import { acceptProposal, declineProposal } from './accept';
import { addComment } from './comment';
import { saveDraft } from './draft';
import { chooseLooking, lookAtProposal } from './look';
import { giveSupport } from './support';

after(closeAll);

const words = {
  kind: 'other',
  title: '楼道灯不亮',
  place: '14号楼1单元',
  problem: '三层的灯坏了半年，电话138的王阿姨摔过',
  ask: '换灯',
};

async function waiting() {
  const place = await makeCommunity();
  const [worker, secretary] = [await place.staff('social-worker'), await place.staff('party-secretary')];
  const author = await place.resident(place.household('14', 0));
  const neighbour = await place.resident(place.household('14', 1));
  const bring = async () => {
    const { draft } = done(await saveDraft(place.by(author), words));
    return done(await submitProposal(place.by(author), { draft })).proposal;
  };
  return { ...place, worker, secretary, author, neighbour, bring };
}

test('the Party secretary alone says that proposals wait for a look; what hangs stays', async () => {
  const here = await waiting();
  const before = await here.bring();
  assert.equal(code(await chooseLooking(here.by(here.worker), { first: 'yes' })), 'not_allowed');
  done(await chooseLooking(here.by(here.secretary), { first: 'yes' }));
  assert.equal((await lookingChosen(here.by(here.worker), {}))?.facts.looksFirst, true);
  const no = await here.bring();
  done(await chooseLooking(here.by(here.secretary), { first: 'no' }));
  const after = await here.bring();
  assert.deepEqual(
    (await boardProposals(here.slug, { after: null }))?.proposals.map((one) => one.no),
    [after, before],
    `${no} waits, also when the next ones no longer do`,
  );
});

test('what nobody has looked at is its writer’s and the desk’s; then it hangs without what was left out', async () => {
  const here = await waiting();
  done(await chooseLooking(here.by(here.secretary), { first: 'yes' }));
  const no = await here.bring();
  const [author, neighbour, worker] = [here.by(here.author), here.by(here.neighbour), here.by(here.worker)];

  assert.equal(await boardStory(here.slug, { no }), undefined);
  assert.equal(await ownPart(neighbour, { no }), undefined);
  assert.equal((await ownPart(author, { no }))?.title, words.title);
  assert.deepEqual(await similarProposals(neighbour, words), []);
  assert.equal(await proposalReceipt(neighbour, { no }), undefined);
  const receipt = await proposalReceipt(author, { no });
  assert.deepEqual([receipt?.waits, receipt?.shown, receipt?.owner], [true, null, 'social-worker']);
  const [mine] = (await myBrought(here.author, { after: null })).brought;
  assert.deepEqual([mine?.kind, mine?.no, mine?.waits, mine?.state], ['proposal', no, true, 'submitted']);
  assert.deepEqual((await myBrought(here.neighbour, { after: null })).brought, []);

  assert.equal(code(await giveSupport(neighbour, { proposal: no })), 'not_looked_at');
  assert.equal(code(await addComment(neighbour, { proposal: no, stance: 'for', words: '好' })), 'not_looked_at');
  assert.equal(code(await acceptProposal(worker, { proposal: no })), 'not_looked_at');
  const other = await here.bring();
  assert.equal(code(await mergeProposal(worker, { proposal: other, into: no, reason: '一回事' })), 'not_looked_at');

  const look = { proposal: no, problem: '三层的灯坏了半年，有人摔过', ask: words.ask };
  assert.equal(code(await lookAtProposal(author, look)), 'not_allowed');
  done(await lookAtProposal(worker, look));
  assert.equal(code(await lookAtProposal(worker, look)), 'looked_at');
  assert.equal(code(await mergeProposal(worker, { proposal: no, into: other, reason: '一回事' })), 'not_into_that');

  const story = await boardStory(here.slug, { no });
  assert.deepEqual([story?.problem, story?.ask], [look.problem, words.ask]);
  assert.ok(!JSON.stringify(story).includes('王阿姨'));
  assert.deepEqual((await proposalReceipt(author, { no }))?.shown, { problem: look.problem, ask: words.ask });
  assert.equal((await proposalReceipt(author, { no }))?.problem, words.problem, 'what was written stays');
  done(await giveSupport(neighbour, { proposal: no }));
  done(await acceptProposal(worker, { proposal: no }));
  const letters = await sql<{ kind: string; detail: object }>(
    'select kind, detail from letter where community_id = $1 and about_no = $2 order by id',
    [here.communityId, no],
  );
  assert.deepEqual(
    letters.slice(0, 2).map((one) => [one.kind, one.detail]),
    [
      ['proposal_received', { title: words.title, waits: true }],
      ['proposal_shown', { title: words.title }],
    ],
  );
});

test('who wrote it for a household does not look at it alone; declined, it never hangs', async () => {
  const here = await waiting();
  done(await chooseLooking(here.by(here.secretary), { first: 'yes' }));
  const worker = here.by(here.worker);
  const told = { household: here.household('14', 2), provenance: '在楼门口说的，念给她听过' };
  const { draft } = done(await saveDraft(worker, { ...words, ...told }));
  const { proposal } = done(await submitProposal(worker, { draft }));
  const look = { proposal, problem: words.problem, ask: words.ask };
  assert.equal(code(await lookAtProposal(worker, look)), 'second_person');
  done(await declineProposal(here.by(here.secretary), { proposal, reason: '写了人名', askInstead: '社工' }));
  assert.equal(await boardStory(here.slug, { no: proposal }), undefined);
});
