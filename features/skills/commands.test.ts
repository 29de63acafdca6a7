import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { havingSeen } from '@/db/seed/shown';
import { exportOfMe } from '@/features/account/queries';
import { myLetters } from '@/features/me/queries';
import { planProgramme } from '@/features/programmes/commands/plan';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { code, value } from '@/tests/office';
import { haircut } from '@/tests/programmes';
import { callHelp, cancelHelp, joinHelp, leaveHelp, nameHelper, thankHelpers } from './commands/help';
import { askSkill, offerSkill, partSkill, takeBackSkill } from './commands/offers';
import { boardHelp, boardSkills } from './queries/board';
import { deskCall, deskSkill, deskSkills, parted } from './queries/desk';
import { mySkills } from './queries/mine';

after(closeAll);

async function neighbours() {
  const here = await makeCommunity();
  here.at('2022-03-01T10:00');
  const worker = await here.staff('social-worker');
  const secretary = await here.staff('party-secretary');
  const homes = [0, 1, 2].map((n) => here.household('14', n));
  const people = await Promise.all(homes.map((home) => here.resident(home)));
  const offer = (n: number, more: Record<string, unknown> = {}) =>
    offerSkill(here.by(people[n] ?? 0), { household: homes[n], what: '电焊', times: '周末', whom: '谁都行', ...more });
  const wanted = (more: Record<string, unknown> = {}) =>
    callHelp(here.by(worker), { title: '晾衣竿要会焊的', place: '14号楼前', day: '2022-03-05', people: '2', ...more });
  const join = (n: number, call: number, name = '') =>
    havingSeen(joinHelp)(here.by(people[n] ?? 0), { call, household: homes[n], name });
  const letters = async (n: number) =>
    (await myLetters(people[n] ?? 0, { after: null })).letters.map(({ kind }) => kind);
  return { here, worker, secretary, homes, people, offer, wanted, join, letters };
}

test('what somebody can do hangs without who it is; the office alone asks them, and it is theirs to take back', async () => {
  const { here, worker, secretary, people, offer, letters } = await neighbours();
  const [one = 0, two = 0] = people;
  assert.equal(code(await offer(0, { household: here.household('15', 0) })), 'not_allowed');
  assert.equal(code(await offer(0, { what: '找刘阿姨焊东西' })), 'names_a_person');
  assert.equal(code(await offer(0, { what: '电焊13800000000' })), 'names_a_person');
  assert.equal(code(await offer(0, { whom: '14号楼2单元101' })), 'names_a_door');
  const { skill } = value(await offer(0));
  const board = async () => (await boardSkills(here.slug, {}))?.offered;
  assert.deepEqual(await board(), [{ no: skill, what: '电焊', times: '周末', whom: '谁都行' }]);
  for (const by of [one, two, secretary]) assert.equal(await deskSkill(here.by(by), { no: skill }), undefined);
  assert.deepEqual((await deskSkills(here.by(secretary), { after: null, call: null }))?.skills, []);
  assert.notEqual((await deskSkill(here.by(worker), { no: skill }))?.door, undefined);
  assert.equal(code(await askSkill(here.by(two), { skill, words: '焊个架子' })), 'not_allowed');
  value(await askSkill(here.by(worker), { skill, words: '有一家门轴断了' }));
  assert.deepEqual(await letters(0), ['skill_asked']);
  assert.equal(code(await takeBackSkill(here.by(two), { skill })), 'not_allowed');
  value(await takeBackSkill(here.by(one), { skill }));
  assert.equal(code(await askSkill(here.by(worker), { skill, words: '再问一次' })), 'skill_taken_back');
  assert.deepEqual(await board(), []);
  const again = value(await offer(0)).skill;
  value(await takeBackSkill(here.by(worker), { skill: again }));
  assert.equal((await letters(0))[0], 'skill_taken_off');
});

test('five things at once and no sixth; who has moved away offers nothing, and what they wrote is still theirs to take back', async () => {
  const { here, homes, people, offer } = await neighbours();
  const [one = 0] = people;
  for (let n = 1; n <= 5; n += 1) value(await offer(0, { what: `手艺${n}` }));
  assert.equal(code(await offer(0, { what: '手艺六' })), 'skills_enough');
  await sql(
    `update residency set to_at = '2022-03-01 11:00+08' where community_id = $1 and household_id = $2 and person_id = $3`,
    [here.communityId, homes[0], one],
  );
  const system = { by: { system: 'skills_parted' }, community: here.slug };
  assert.deepEqual(await parted(system, {}), []);
  assert.equal(code(await partSkill(system, { skill: 1 })), 'still_lives_there');
  here.at('2022-03-01T12:00');
  const [left] = await mySkills(one, {});
  assert.deepEqual([left?.lives, left?.offered.length], [false, 5]);
  value(await takeBackSkill(here.by(one), { skill: left?.offered[0]?.no }));
  assert.deepEqual(await parted(system, {}), [2, 3, 4, 5]);
  for (const skill of [2, 3, 4, 5]) value(await partSkill(system, { skill }));
  assert.deepEqual((await boardSkills(here.slug, {}))?.offered, []);
  assert.equal(((await exportOfMe(one, undefined)).skills as unknown[]).length, 5);
});

test('two helpers for a work are two; each is named as they agreed to be, or not at all, and for as long as they like', async () => {
  const { here, worker, people, wanted, join, letters } = await neighbours();
  const [one = 0, two = 0, three = 0] = people;
  assert.equal(
    code(await callHelp(here.by(one), { title: '帮手', place: '院里', day: '2022-03-05', people: '2' })),
    'not_allowed',
  );
  assert.equal(code(await wanted({ day: '2022-02-28' })), 'day_past');
  assert.equal(code(await wanted({ title: '给刘阿姨焊门' })), 'names_a_person');
  assert.equal(code(await wanted({ works: '99' })), 'not_found');
  const { call } = value(await wanted());
  value(await join(0, call, '四层的焊工'));
  assert.equal(code(await join(0, call)), 'joined_already');
  value(await join(1, call));
  assert.equal(code(await join(2, call)), 'helpers_enough');
  const told = async () => (await boardSkills(here.slug, {}))?.open[0];
  assert.deepEqual([(await told())?.enough, (await told())?.names], [true, []]);
  const those = async () => (await deskCall(here.by(worker), { no: call }))?.those ?? [];
  const [first, second] = await those();
  assert.equal(code(await leaveHelp(here.by(three), { helper: second?.id })), 'not_allowed');
  value(await leaveHelp(here.by(two), { helper: second?.id }));
  assert.equal(code(await leaveHelp(here.by(two), { helper: second?.id })), 'not_joined');
  value(await join(2, call, '小李'));
  assert.equal(code(await thankHelpers(here.by(worker), { call, thanks: '辛苦' })), 'help_ahead');
  here.at('2022-03-06T10:00');
  assert.equal(code(await join(1, call)), 'help_over');
  assert.equal(code(await thankHelpers(here.by(worker), { call, thanks: '谢谢刘阿姨' })), 'names_a_person');
  value(await thankHelpers(here.by(worker), { call, thanks: '晾衣竿焊得结实' }));
  assert.equal(code(await thankHelpers(here.by(worker), { call, thanks: '再谢' })), 'thanked_already');
  const names = async () => (await boardSkills(here.slug, {}))?.thanked[0]?.names;
  assert.deepEqual(await names(), ['四层的焊工', '小李']);
  value(await nameHelper(here.by(one), { helper: first?.id, name: '' }));
  assert.deepEqual(await names(), ['小李']);
  assert.equal(code(await nameHelper(here.by(worker), { helper: first?.id, name: '老周' })), 'not_allowed');
  assert.deepEqual([(await letters(2))[0], (await letters(1)).includes('help_thanked')], ['help_thanked', false]);
});

test('help for a date stands on its page; called off it says what it costs, and everybody who said yes is told', async () => {
  const { here, worker, wanted, join, letters } = await neighbours();
  const planned = value(await planProgramme(here.by(worker), haircut));
  const [occasion] = planned.occasions;
  const { call } = value(await wanted({ occasion, title: '扶一扶排队的老人' }));
  value(await join(0, call));
  const shown = async () => (await boardHelp(here.slug, { programme: planned.programme }))?.calls;
  assert.deepEqual(
    (await shown())?.map(({ title, enough, startsAt }) => [title, enough, startsAt !== null]),
    [['扶一扶排队的老人', false, true]],
  );
  const off = { call, reason: '下雨' };
  const asked = await cancelHelp({ ...here.by(worker), undoes: '' }, off);
  assert.ok(!asked.ok);
  assert.deepEqual([asked.refusal.code, asked.refusal.details?.helpers], ['undoes', 1]);
  value(await cancelHelp({ ...here.by(worker), undoes: String(asked.refusal.details?.undoes) }, off));
  assert.deepEqual(await letters(0), ['help_cancelled']);
  assert.equal(code(await join(1, call)), 'help_cancelled');
  assert.equal((await shown())?.[0]?.cancelled, true);
  here.at('2022-03-06T10:00');
  assert.equal(code(await wanted({ occasion, day: '2022-03-07' })), 'help_over');
});

test('of two who want the last place at once, one has it', async () => {
  const { wanted, join } = await neighbours();
  const { call } = value(await wanted({ people: '1' }));
  const codes = (await Promise.all([join(0, call), join(1, call), join(2, call)])).map(code);
  assert.deepEqual(codes.sort(), ['helpers_enough', 'helpers_enough', 'ok']);
});
