import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { giveOpinion } from '@/features/opinions/commands/give';
import { revokeGrant } from '@/features/people/commands/grant';
import { publishPlan } from '@/features/plans/commands/publish';
import * as comments from '@/features/proposals/commands/comment';
import { openRound } from '@/features/rounds/commands/open';
import { nameGroups } from '@/features/scoping/commands/groups';
import { inWords } from '@/lib/forms';
import type { Result } from '@/lib/result';
import { code, done, makeConsultation } from './consultation';
import { closeAll } from './fixture';

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
