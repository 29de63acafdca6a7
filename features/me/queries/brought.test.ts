import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { postCase, recordCase } from '@/features/cases/commands';
import { dispatchCase } from '@/features/orders/commands/give';
import { joinCase, nudgeCase } from '@/features/orders/commands/household';
import { done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { broughtFrom, myBrought } from './brought';

after(closeAll);

async function reported() {
  const here = await makeCommunity();
  here.at('2026-01-05');
  const home = here.household('14', 0);
  const person = await here.resident(home);
  const worker = await here.staff('social-worker');
  const say = async (title: string) => {
    const said = { kind: 'help', source: 'web', title, words: '三天了', place: '小广场', household: home };
    return done(await recordCase(here.by(person), said)).no;
  };
  const mine = async (by = person) => (await myBrought(by, { after: null })).brought;
  return { here, home, person, worker, say, mine };
}

test('one list of what was brought: how far, who has it, until when, when it moved last, and what can be said', async () => {
  const { here, person, worker, say, mine } = await reported();
  const no = await say('路灯不亮');
  const [first] = await mine();
  assert.ok(first?.kind === 'case');
  assert.deepEqual(
    [first.no, first.state, first.agency, first.waits, first.mayNudge, first.mayReopen],
    [no, 'received', null, true, true, false],
  );
  here.at('2026-01-05T10:00');
  done(await postCase(here.by(worker), { case: no, title: '路灯不亮', place: '小广场' }));
  const one = async (text: string) => (await sql<{ id: number }>(text, [here.communityId]))[0]?.id;
  const agency = await one(
    `insert into agency (community_id, name, role) values ($1, '居委会', 'social-worker') returning id`,
  );
  const tier = await one(`insert into case_tier (community_id, amount, measure) values ($1, 7, 'days') returning id`);
  done(await dispatchCase(here.by(worker), { case: no, agency, tier }));
  here.at('2026-01-05T11:00');
  done(await nudgeCase(here.by(person), { case: no, words: '' }));
  const [given] = await mine();
  assert.ok(given?.kind === 'case' && given.until !== null && given.agency !== null);
  assert.deepEqual([given.waits, given.mayNudge], [false, false], 'asked within the day');
  assert.equal(new Date(given.changedAt).getTime(), Date.parse('2026-01-05T11:00+08:00'));
  here.at('2026-01-06T11:00');
  const [later] = await mine();
  assert.ok(later?.kind === 'case' && later.mayNudge);
});

test('what a household joined stands there, too; a page has twenty, and the next begins after the last', async () => {
  const { here, person, worker, say, mine } = await reported();
  const no = await say('路灯不亮');
  done(await postCase(here.by(worker), { case: no, title: '路灯不亮', place: '小广场' }));
  const neighbour = await here.resident(here.household('15', 0));
  assert.deepEqual(await mine(neighbour), []);
  done(await joinCase(here.by(neighbour), { case: no, words: '' }));
  assert.deepEqual(
    (await mine(neighbour)).map((one) => one.no),
    [no],
  );
  for (let at = 2; at <= 21; at += 1) await say(`第${at}件事`);
  await sql(
    `insert into proposal (community_id, no, kind, state, title, place, problem, ask, author_id, submitted_at)
     values ($1, 7, 'other', 'submitted', '修凉亭', '小广场', '漏雨', '修', $2, '2026-01-04')`,
    [here.communityId, person],
  );
  const page = await myBrought(person, { after: null });
  assert.equal(page.brought.length, 20);
  const rest = await myBrought(person, { after: broughtFrom(page.next ?? '') });
  assert.deepEqual(
    rest.brought.map((one) => [one.kind, one.no]),
    [
      ['case', 1],
      ['proposal', 7],
    ],
  );
  assert.equal(rest.next, null);
  assert.equal(broughtFrom('case-0'), null);
});

test('what is answered asks for nothing, and can be said not to be solved', async () => {
  const { here, say, mine } = await reported();
  const no = await say('路灯不亮');
  await sql(`update cases set state = 'replied', due_at = moment() where community_id = $1 and no = $2`, [
    here.communityId,
    no,
  ]);
  const [one] = await mine();
  assert.ok(one?.kind === 'case');
  assert.deepEqual([one.until, one.mayNudge, one.mayReopen], [null, false, true]);
});
