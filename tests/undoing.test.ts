import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { revokeGrant } from '@/features/people/commands/grant';
import { declineProposal, takeBackDecline } from '@/features/proposals/commands/accept';
import * as comments from '@/features/proposals/commands/comment';
import { saveDraft } from '@/features/proposals/commands/draft';
import { takeBackOpening } from '@/features/rounds/commands/unopen';
import { inWords } from '@/lib/forms';
import type { Result } from '@/lib/result';
import { code, done, makeConsultation } from './consultation';
import { closeAll } from './fixture';
import { giveOpinion, nameGroups, openRound, publishPlan, submitProposal } from './shown';

after(closeAll);

/** What the refusal says it costs, as the next press carries it. */
function shown(outcome: Result<unknown>): string {
  assert.ok(!outcome.ok && outcome.refusal.code === 'undoes', JSON.stringify(outcome));
  return String(outcome.refusal.details?.undoes);
}

test('groups in an open round: nothing where nothing changed, a reason, the numbers, and the numbers again when they grow', async () => {
  const here = await makeConsultation();
  await here.firstRound();
  const speak = async (nth: number) =>
    done(await giveOpinion(here.by(await here.resident(here.household('14', nth))), { round: 1, stance: 'support' }));
  await speak(1);
  await speak(2);
  const place = (building: string) => [`building:${here.buildingId(building)}`];
  const groups = [
    { name: '坡上', effect: 'benefits', why: '出门近', places: place('14') },
    { name: '坡下', effect: 'bears', why: '路从窗下过', places: place('15') },
  ];
  const name = (undoes: string, more = {}) =>
    nameGroups({ ...here.by(here.worker), undoes }, { proposal: 1, groups, ...more });
  const silent = await name('');
  assert.deepEqual(JSON.parse(shown(silent)), { answers: 2, rounds: 1 });
  assert.deepEqual(!silent.ok && silent.refusal.fieldErrors, { reason: 'reason_to_undo' });
  const first = shown(await name('', { reason: '漏了一栋' }));
  assert.match(
    inWords({ code: 'undoes', details: JSON.parse(first) }, 'zh').message,
    /正在进行的一轮协商作废.*2户在这一轮里说的不再算数|2户在这一轮里说的不再算数.*正在进行的一轮协商作废/,
  );
  await speak(3);
  const second = shown(await name(first, { reason: '漏了一栋' }));
  assert.deepEqual(JSON.parse(second), { answers: 3, rounds: 1 });
  assert.equal(done(await name(second, { reason: '漏了一栋' })).voided, 1);
  assert.equal(code(await name('')), 'nothing_changed');
});

test('a round is opened, words are hidden and an office ends at the second press', async () => {
  const here = await makeConsultation();
  done(await here.draft('一条'));
  done(await publishPlan(here.by(here.governance), { proposal: 1 }));
  const open = (undoes: string) =>
    openRound({ ...here.by(here.worker), undoes }, { proposal: 1, closesOn: '2022-03-12' });
  const asked = shown(await open(''));
  assert.deepEqual(JSON.parse(asked), { asked: 20 });
  done(await open(asked));

  const { comment } = done(
    await comments.addComment(here.by(here.author), { proposal: 1, stance: 'for', words: '好' }),
  );
  const hide = (undoes: string) =>
    comments.hideComment({ ...here.by(here.worker), undoes }, { comment, reason: '骂人' });
  done(await hide(shown(await hide(''))));

  const auditor = await here.staff('auditor');
  const [held] = await here.sql<{ id: number }>('select id from grants where person_id = $1', [auditor]);
  const revoke = (undoes: string) =>
    revokeGrant({ ...here.by(here.secretary), undoes }, { grant: held?.id, reason: '搬走了' });
  const costs = shown(await revoke(''));
  assert.deepEqual(JSON.parse(costs), { offices: 1 });
  done(await revoke(costs));
  assert.equal(code(await revoke(costs)), 'already_over');
});

test('within a day a round without a voice, a refusal and a verdict written down are taken back, and not later', async () => {
  const here = await makeConsultation();
  const { round } = await here.firstRound();
  const { worker, governance } = here;
  const back = (no: number) => takeBackOpening(here.by(worker), { round: no, reason: '日子写错了' });
  here.at(new Date('2022-03-02T08:59:00+08:00'));
  done(await back(round));
  const author = here.by(await here.resident(here.household('14', 1)));
  const silent = await giveOpinion(author, { round, stance: 'support' });
  assert.ok(!silent.ok && silent.refusal.code === 'round_void');
  assert.deepEqual(silent.refusal.details, { state: 'taken_back', reason: '日子写错了', again: '' });
  const [told] = await here.sql<{ n: number; open: number }>(
    `select count(*) filter (where kind = 'opening_taken_back')::int as n,
       count(*) filter (where kind = 'round_opened' and until > $2)::int as open from letter where community_id = $1`,
    [here.communityId, '2022-03-02T08:59:00+08:00'],
  );
  assert.deepEqual(told, { n: 20, open: 0 });
  const again = done(await openRound(here.by(worker), { proposal: 1, closesOn: '2022-03-20' }));
  done(await giveOpinion(author, { round: again.round, stance: 'oppose', ground: 'noise', words: '吵' }));
  assert.equal(code(await back(again.round)), 'spoken_in');

  const { draft } = done(
    await saveDraft(author, { kind: 'other', title: '楼道灯', place: '2层', problem: '黑', ask: '装灯' }),
  );
  const { proposal } = done(await submitProposal(author, { draft }));
  const decline = () => declineProposal(here.by(governance), { proposal, reason: '不归社区', askInstead: '市政' });
  const undecline = () => takeBackDecline(here.by(governance), { proposal, reason: '看错了' });
  done(await decline());
  assert.equal(done(await undecline()).proposal, proposal);
  done(await decline());
  here.at(new Date('2022-03-03T08:59:00+08:00'));
  assert.equal(code(await undecline()), 'take_back_over');
});
