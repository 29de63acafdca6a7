import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { boardFront } from '@/features/front/queries/front';
import { myBrought } from '@/features/me/queries/brought';
import { boardStory } from '@/features/story/queries';
import { daysAfter } from '@/lib/calendar';
import type { Result } from '@/lib/result';
import { showing } from '@/lib/shown';
import { at, closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { confirmShelving, submitProposal } from '@/tests/shown';
import { acceptProposal, declineProposal } from './commands/accept';
import { appeal, decideAppeal } from './commands/appeal';
import { addComment, hideComment, showComment } from './commands/comment';
import { discardDraft, saveDraft } from './commands/draft';
import { reopenProposal, resumeProposal } from './commands/reopen';
import { proposeShelving, refuseShelving, reopenShelved } from './commands/shelve';
import { giveSupport, takeBackSupport } from './commands/support';
import { withdrawProposal } from './commands/withdraw';
import { nextOf } from './components/next';
import { draftShown } from './input';
import { letters } from './letters';
import { boardProposals, deskProposal, deskProposals, ownPart } from './queries';
import { proposalReceipt } from './queries/brought';
import { deskComments } from './queries/comments';
import { ownDraft, ownDrafts, similarProposals, writableHouseholds } from './queries/drafts';

after(closeAll);

const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const words = {
  kind: 'path_green',
  title: '14号楼下坡修一条台阶路',
  place: '14号楼和15号楼之间的土坡',
  problem: '坡陡，雨雪天滑，有位老人一冬天摔了三回',
  ask: '修一条能走人的台阶路',
};

async function submitted(place: TestCommunity, more: Partial<typeof words> = {}) {
  const author = await place.resident(place.household('14', 0));
  const { draft } = value(await saveDraft(place.by(author), { ...words, ...more }));
  const { proposal } = value(await submitProposal(place.by(author), { draft }));
  return { author, proposal };
}

const stateOf = async (place: TestCommunity, no: number) =>
  (
    await sql<{ state: string }>('select state from proposal where community_id = $1 and no = $2', [
      place.communityId,
      no,
    ])
  )[0]?.state;

test('a draft is its writer’s alone, a lost update shows the newer text, and it becomes proposal 1 with a receipt', async () => {
  const place = await makeCommunity();
  const author = await place.resident(place.household('14', 0));
  const neighbour = await place.resident(place.household('14', 1));
  const first = value(await saveDraft(place.by(author), { ...words, problem: '' }));
  assert.equal(code(await saveDraft(place.by(neighbour), { ...words, draft: first.draft })), 'not_found');
  assert.equal(code(await submitProposal(place.by(neighbour), { draft: first.draft })), 'not_found');
  assert.equal(code(await submitProposal(place.by(author), { draft: first.draft })), 'submission_incomplete');

  const edit = { ...words, draft: first.draft, rowVersion: first.rowVersion };
  value(await saveDraft(place.by(author), edit));
  const lost = await saveDraft(place.by(author), { ...edit, problem: '另一台手机上写的' });
  assert.equal(code(lost), 'stale_text');
  assert.equal(lost.ok ? '' : lost.refusal.details?.problem, words.problem);

  const read = { draft: first.draft, shown: showing(draftShown(words)) };
  const done = value(await submitProposal(place.by(author, 'k1'), read));
  assert.deepEqual(done, { proposal: 1 });
  assert.deepEqual(value(await submitProposal(place.by(author, 'k1'), read)), done);
  const letters = await sql('select kind, about_kind, about_no, detail from letter where community_id = $1', [
    place.communityId,
  ]);
  assert.deepEqual(letters, [
    { kind: 'proposal_received', about_kind: 'proposal', about_no: 1, detail: { title: words.title } },
  ]);
  assert.deepEqual(
    (await place.leaves()).map((leaf) => leaf.act),
    ['proposal.draft', 'proposal.draft', 'proposal.submit'],
  );
});

test('on behalf of a household: its captain or a social worker, with how it was said; the household gets a slip', async () => {
  const place = await makeCommunity();
  const household = place.household('14', 2);
  const own = await place.captain(place.entrance('14', 1));
  const other = await place.captain(place.entrance('15', 1));
  const draft = { ...words, household };
  assert.equal(code(await saveDraft(place.by(other), draft)), 'not_allowed');
  const saved = value(await saveDraft(place.by(own), draft));
  assert.equal(code(await submitProposal(place.by(own), { draft: saved.draft })), 'provenance_missing');
  const again = { ...draft, ...saved, provenance: '在门口口述，念给她听过' };
  value(await saveDraft(place.by(own), again));
  value(await submitProposal(place.by(own), { draft: saved.draft }));
  const letters = await sql('select household_id, kind from letter where community_id = $1', [place.communityId]);
  assert.deepEqual(letters, [{ household_id: household, kind: 'proposal_recorded' }]);
  assert.equal(code(await saveDraft(place.by(await place.outsider()), words)), 'not_allowed');
});

test('similar proposals are found in Chinese, and unlike ones are not', async () => {
  const place = await makeCommunity();
  const { author } = await submitted(place);
  const found = await similarProposals(place.by(author), {
    title: '土坡上修台阶',
    place: '14号楼15号楼之间',
    problem: '',
  });
  assert.deepEqual(
    found?.map((one) => one.no),
    [1],
  );
  const none = await similarProposals(place.by(author), { title: '加装电梯', place: '3号楼', problem: '爬不动楼' });
  assert.deepEqual(none, []);
  const elsewhere = { title: '14号楼前装晾衣架', place: '14号楼与15号楼之间的坡', problem: '14号楼的被子没处晒' };
  assert.deepEqual(await similarProposals(place.by(author), elsewhere), [], 'the same place alone is no likeness');
});

test('a household supports once, takes it back once, and only in its own name', async () => {
  const place = await makeCommunity();
  const { proposal } = await submitted(place);
  const household = place.household('15', 0);
  const [one, two] = [await place.resident(household), await place.resident(household)];
  value(await giveSupport(place.by(one), { proposal }));
  value(await giveSupport(place.by(two), { proposal }));
  assert.equal((await sql('select 1 from support where community_id = $1', [place.communityId])).length, 1);
  const foreign = { proposal, household: place.household('15', 1) };
  assert.equal(code(await giveSupport(place.by(one), foreign)), 'not_allowed');
  value(await takeBackSupport(place.by(two), { proposal }));
  assert.equal(code(await takeBackSupport(place.by(two), { proposal })), 'not_supported');
});

test('one person adds thirty comments in a day, and goes on the next', async () => {
  const place = await makeCommunity();
  const { author, proposal } = await submitted(place);
  const add = () => addComment(place.by(author), { proposal, stance: 'for', words: '第一行\r\n第二行' });
  const said = value(await add());
  const [kept] = await sql('select words from comment_content where community_id = $1', [place.communityId]);
  assert.deepEqual(kept, { words: '第一行\n第二行' });
  await sql(
    `insert into comment (community_id, proposal_id, person_id, household_id, stance, at)
      select community_id, proposal_id, person_id, household_id, stance, at from comment, generate_series(1, 29)
      where community_id = $1 and id = $2`,
    [place.communityId, said.comment],
  );
  assert.equal(code(await add()), 'comments_of_day');
  at(daysAfter(new Date(), 1));
  value(await add());
  at(undefined);
});

test('a question is told to whoever brought the proposal, and not to those who ask themselves', async () => {
  const place = await makeCommunity();
  const { author, proposal } = await submitted(place);
  const asked = { proposal, stance: 'question', words: '夜里亮不亮？' };
  value(await addComment(place.by(author), asked));
  value(await addComment(place.by(await place.resident(place.household('15', 0))), { ...asked, stance: 'for' }));
  const told = () =>
    sql(`select kind from letter where community_id = $1 and kind = 'question_asked'`, [place.communityId]);
  assert.deepEqual(await told(), []);
  value(await addComment(place.by(await place.resident(place.household('15', 1))), asked));
  assert.equal((await told()).length, 1);
});

test('a comment is hidden by a social worker for a public reason; the original stays', async () => {
  const place = await makeCommunity();
  const { author, proposal } = await submitted(place);
  const said = value(await addComment(place.by(author), { proposal, stance: 'for', words: '盼了好几年' }));
  assert.equal(code(await hideComment(place.by(author), { comment: said.comment, reason: '不妥' })), 'not_allowed');
  const worker = await place.staff('social-worker');
  assert.equal(code(await hideComment(place.by(worker), { comment: said.comment, reason: '' })), 'invalid');
  value(await hideComment(place.by(worker), { comment: said.comment, reason: '点了邻居的名字' }));
  assert.equal(code(await hideComment(place.by(worker), { comment: said.comment, reason: '再来' })), 'already_hidden');
  const kept = await sql('select words from comment_content where community_id = $1', [place.communityId]);
  assert.deepEqual(kept, [{ words: '盼了好几年' }]);
  const again = { comment: said.comment, reason: '看错了，没有点名' };
  assert.equal(code(await showComment(place.by(author), again)), 'not_allowed');
  assert.equal(code(await showComment(place.by(worker), { ...again, reason: '' })), 'invalid');
  value(await showComment(place.by(worker), again));
  assert.equal(code(await showComment(place.by(worker), again)), 'not_hidden');
  const shown = await sql('select hidden_reason, hidden_by, hidden_at from comment where community_id = $1', [
    place.communityId,
  ]);
  assert.deepEqual(shown, [{ hidden_reason: null, hidden_by: null, hidden_at: null }]);
});

test('accepted: the legal gates of its kind appear', async () => {
  const place = await makeCommunity();
  const { author, proposal } = await submitted(place);
  assert.equal(code(await acceptProposal(place.by(author), { proposal })), 'not_allowed');
  value(await acceptProposal(place.by(await place.staff('social-worker')), { proposal }));
  assert.equal(await stateOf(place, proposal), 'scoping');
  const gates = await sql<{ key: string }>('select key from legal_gate where community_id = $1 order by id', [
    place.communityId,
  ]);
  assert.deepEqual(
    gates.map((gate) => gate.key),
    ['common_green', 'owners_vote_use', 'greening_permit'],
  );
  assert.equal(
    code(await acceptProposal(place.by(await place.staff('social-worker')), { proposal })),
    'not_at_this_step',
  );
});

test('declined: the author appeals within 15 days, the district decides and not whoever refused', async () => {
  const place = await makeCommunity();
  at('2022-01-04');
  const { author, proposal } = await submitted(place);
  const secretary = await place.staff('party-secretary');
  await place.grant(secretary, 'district');
  const refusal = { proposal, reason: '归物业管', askInstead: '物业前台' };
  value(await declineProposal(place.by(secretary), refusal));
  const [told] = await sql<{ detail: { title: string; askInstead: string } }>(
    `select detail from letter where community_id = $1 and kind = 'proposal_declined'`,
    [place.communityId],
  );
  const { zh, en } = letters.proposal_declined.words;
  for (const say of [zh, en]) assert.ok(told && say(told.detail).includes('物业前台'));
  const neighbour = await place.resident(place.household('15', 0));
  assert.equal(code(await appeal(place.by(neighbour), { proposal, reason: '不服' })), 'not_allowed');
  at('2022-01-20');
  assert.equal(code(await appeal(place.by(author), { proposal, reason: '物业不管' })), 'appeal_too_late');
  at('2022-01-18');
  value(await appeal(place.by(author), { proposal, reason: '物业不管' }));
  assert.equal(code(await appeal(place.by(author), { proposal, reason: '再说一遍' })), 'already_appealed');
  const receipt = await proposalReceipt(place.by(author), { no: proposal });
  assert.equal(receipt?.owner, 'district');
  assert.equal(
    nextOf('declined', receipt?.appeal ?? null, 'zh'),
    '2022年1月18日已经请区里再看了，等区里答复。',
    'nobody is told that they may still ask',
  );
  const { brought } = await myBrought(author, { after: null });
  assert.equal(brought[0]?.kind === 'proposal' && brought[0].appeal?.kind, 'appealed');
  assert.equal((await boardStory(place.slug, { no: proposal }))?.owner, 'district');
  const decision = { proposal, reason: '社区该管', outcome: 'upheld' };
  assert.equal(code(await decideAppeal(place.by(secretary), decision)), 'second_person');
  value(await decideAppeal(place.by(await place.staff('district')), decision));
  assert.equal(await stateOf(place, proposal), 'submitted');
  at(undefined);
});

test('shelving takes two people; the social worker takes it down again', async () => {
  const place = await makeCommunity();
  const { proposal } = await submitted(place);
  const worker = await place.staff('social-worker');
  value(await acceptProposal(place.by(worker), { proposal }));
  const governance = await place.staff('governance-secretary');
  const party = await place.staff('party-secretary');
  assert.equal(code(await confirmShelving(place.by(party), { proposal })), 'shelving_not_proposed');
  const shelving = { proposal, reason: '等燃气改造完', lookAgainOn: '2099-01-01' };
  value(await proposeShelving(place.by(governance), shelving));
  assert.equal(code(await confirmShelving(place.by(governance), { proposal })), 'second_person');
  assert.equal(code(await proposeShelving(place.by(party), shelving)), 'shelving_proposed');
  value(await refuseShelving(place.by(party), { proposal, reason: '坡上还滑着' }));
  assert.equal(await stateOf(place, proposal), 'scoping');
  const again = { proposal, reason: '再等等' };
  assert.equal(code(await refuseShelving(place.by(party), again)), 'shelving_not_proposed');
  assert.equal(code(await confirmShelving(place.by(party), { proposal })), 'shelving_not_proposed');
  value(await proposeShelving(place.by(governance), shelving));
  value(await refuseShelving(place.by(governance), { proposal, reason: '我收回' }));
  assert.equal(code(await confirmShelving(place.by(party), { proposal })), 'shelving_not_proposed');
  value(await proposeShelving(place.by(governance), shelving));
  value(await confirmShelving(place.by(party), { proposal }));
  assert.equal(await stateOf(place, proposal), 'shelved');
  assert.equal(code(await refuseShelving(place.by(party), again)), 'not_at_this_step');
  value(await reopenShelved(place.by(worker), { proposal, reason: '燃气改造完了' }));
  assert.equal(await stateOf(place, proposal), 'scoping');
});

test('the author withdraws, but once another household supports it, it stays', async () => {
  const place = await makeCommunity();
  const alone = await submitted(place);
  value(await withdrawProposal(place.by(alone.author), { proposal: alone.proposal, reason: '不用了' }));
  assert.equal(await stateOf(place, alone.proposal), 'withdrawn');

  const shared = await submitted(place);
  const neighbour = await place.resident(place.household('15', 0));
  value(await giveSupport(place.by(neighbour), { proposal: shared.proposal }));
  const back = { proposal: shared.proposal, reason: '不用了' };
  assert.equal(code(await withdrawProposal(place.by(neighbour), back)), 'not_allowed');
  value(await withdrawProposal(place.by(shared.author), back));
  assert.equal(await stateOf(place, shared.proposal), 'submitted');
  assert.equal(code(await withdrawProposal(place.by(shared.author), back)), 'already_passed_on');
});

test('a resident has a finished thing reopened within 24 months; somebody sees to it with a date', async () => {
  const place = await makeCommunity();
  at('2022-11-20');
  const { author, proposal } = await submitted(place);
  await sql(`update proposal set state = 'verified' where community_id = $1`, [place.communityId]);
  await sql(
    `insert into proposal_event (community_id, proposal_id, kind, to_state, role, at)
       select community_id, id, 'completed', 'completed', 'resident', '2022-11-20T09:00+08:00' from proposal where community_id = $1`,
    [place.communityId],
  );
  at('2024-11-21');
  const seen = { data: Buffer.from('loose').toString('base64'), width: 4, height: 3 };
  const bad = { proposal, reason: '扶手松了', photo: { small: seen, large: seen } };
  assert.equal(code(await reopenProposal(place.by(author), bad)), 'reopen_too_late');
  at('2024-11-20');
  const { photo: _, ...told } = bad;
  assert.equal(code(await reopenProposal(place.by(author), told)), 'fault_not_pictured');
  value(await reopenProposal(place.by(author), bad));
  assert.equal(await stateOf(place, proposal), 'reopened');
  const pictures = await sql(
    'select x.subject, x.on_board, x.uploaded_by, x.looked_at_at from picture x where x.community_id = $1',
    [place.communityId],
  );
  assert.deepEqual(pictures, [{ subject: 'proposal', on_board: false, uploaded_by: author, looked_at_at: null }]);
  const secretary = await place.staff('party-secretary');
  const answer = { proposal, to: 'building', reason: '重新焊', responsible: '物业', dueOn: '2024-12-01' };
  value(await resumeProposal(place.by(secretary), answer));
  assert.equal(await stateOf(place, proposal), 'building');
  at(undefined);
});

test('the board shows the proposal, a building for a person, and no count of one or two', async () => {
  const place = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 10 }] });
  const { author, proposal } = await submitted(place);
  value(await giveSupport(place.by(author), { proposal }));
  const worker = await place.staff('social-worker');
  value(await acceptProposal(place.by(worker), { proposal }));
  const said = value(await addComment(place.by(author), { proposal, stance: 'for', words: '点了名的话' }));
  value(await hideComment(place.by(worker), { comment: said.comment, reason: '点了名' }));
  const seen = await boardStory(place.slug, { no: proposal });
  assert.equal(seen?.supporters, null);
  assert.equal(seen?.building, '14');
  assert.equal(seen?.gates[0]?.law?.articles, '274');
  assert.equal(seen?.comments[0]?.words, null);
  assert.doesNotMatch(JSON.stringify(seen), /点了名的话|居民\d/);
  for (const n of [0, 1]) {
    const neighbour = await place.resident(place.household('14', n + 1));
    value(await giveSupport(place.by(neighbour), { proposal }));
  }
  assert.equal((await boardProposals(place.slug, { after: null }))?.proposals[0]?.supporters, 3);
  assert.equal((await boardFront(place.slug, {}))?.proposals.length, 1);
  assert.equal(await boardStory(place.slug, { no: 99 }), undefined);
  const desk = await deskProposal(place.by(worker), { no: proposal });
  assert.deepEqual([desk?.supporters, desk?.gates.length, desk?.events.length], [3, 3, 2]);
  assert.equal(await deskProposal(place.by(author), { no: proposal }), undefined);
  assert.equal((await deskProposals(place.by(worker), {}))?.length, 1);
  assert.equal((await ownPart(place.by(author), { no: proposal }))?.otherSupport, true);
  assert.equal((await deskComments(place.by(worker), { no: proposal, after: null }))?.comments[0]?.words, '点了名的话');
});

test('drafts are listed and read by their writer only; a captain sees the doors they may write for', async () => {
  const place = await makeCommunity();
  const author = await place.resident(place.household('14', 0));
  const { draft } = value(await saveDraft(place.by(author), words));
  const neighbour = await place.resident(place.household('14', 1));
  assert.equal((await ownDrafts(place.by(author), {}))?.length, 1);
  assert.equal((await ownDrafts(place.by(neighbour), {}))?.length, 0);
  assert.equal(await ownDraft(place.by(neighbour), { id: draft }), undefined);
  const captain = await place.captain(place.entrance('14', 1));
  assert.equal((await writableHouseholds(place.by(captain), {}))?.households.length, 12);
  value(await discardDraft(place.by(author), { draft }));
  assert.equal(await ownDraft(place.by(author), { id: draft }), undefined);
});
