import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myLetters, myToday } from '@/features/me/queries';
import { reopenProposal } from '@/features/proposals/commands/reopen';
import { boardStory } from '@/features/story/queries';
import { code, done, photo } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { listed } from '@/tests/roofs';
import { completeRepairs, judgeUnit, recordUnit, startRepairs } from '@/tests/shown';
import { leaksAgain } from './commands/judge';
import { listUnits } from './commands/list';
import { finishUnits, lookAtUnits } from './commands/work';
import { deskRepair } from './queries/desk';
import { doorRepairs, ownRepair } from './queries/own';

after(closeAll);

test('a list is made of doors and of cases, each home once; work begins by a second person when the law has been asked', async () => {
  const here = await listed();
  const { proposal } = here;
  const add = (doors: string) => listUnits(here.by(here.worker), { proposal, doors });
  assert.equal(code(await add(here.line(0))), 'nobody_new');
  assert.equal(code(await add(`${here.line(13)}\n99-1-101 漏`)), 'no_such_door');
  assert.equal((await here.units()).length, 12, 'all lines or none');
  assert.equal(code(await startRepairs(here.by(here.secretary), { proposal })), 'gates_open');
  await here.decide();
  assert.equal(code(await startRepairs(here.by(here.worker), { proposal })), 'not_allowed');
  await sql(
    `insert into grants (community_id, person_id, role, from_at) values ($1, $2, 'party-secretary', '2022-01-01')`,
    [...[here.communityId, here.worker]],
  );
  assert.equal(code(await startRepairs(here.by(here.worker), { proposal })), 'second_person');
  const early = await lookAtUnits(here.by(here.property), { proposal, units: here.ids, day: '2022-03-01' });
  assert.equal(code(early), 'not_at_this_step');
  done(await startRepairs(here.by(here.secretary), { proposal }));
  assert.equal(await here.state(), 'repairing');
  const skipped = await finishUnits(here.by(here.property), { proposal, units: here.ids, day: '2022-03-01' });
  assert.equal(code(skipped), 'unit_elsewhere', 'nobody repairs what was not looked at');
  done(await add(here.line(13)));
  assert.equal(
    code(await lookAtUnits(here.by(here.author), { proposal, units: here.ids, day: '2022-03-01' })),
    'not_allowed',
  );
});

test('whoever is asked after a repair is told the day of the work, whenever it was reported', async () => {
  const here = await listed();
  here.at('2022-03-03');
  await here.repaired();
  const asked = (await myToday(here.author, {})).asked['repair.judge'];
  assert.deepEqual(
    asked?.map(({ since }) => since),
    ['2022-03-01'],
  );
});

test('each home says of its own whether it is good; it is over when all were asked, and done when none refuses', async () => {
  const here = await listed();
  const { proposal } = here;
  await here.repaired();
  const unit = await here.unitOf(0);
  const neighbour = await here.resident(here.household('14', 1));
  assert.equal(code(await judgeUnit(here.by(neighbour), { unit, outcome: 'confirmed' })), 'not_allowed');
  assert.deepEqual((await myLetters(here.author, { after: null })).letters.map(({ kind }) => kind).slice(0, 2), [
    'repair_done',
    'repair_listed',
  ]);
  done(await judgeUnit(here.by(here.author), { unit, outcome: 'refused', note: '还滴水', repairOn: '2022-03-10' }));
  assert.equal(code(await judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' })), 'not_repaired_yet');
  const captain = await here.captain(here.entrance('14', 1));
  const proof = { proof: 'read_back', witnessName: '对门王阿姨' };
  const [first] = (await doorRepairs(here.by(captain), {}))?.homes ?? [];
  assert.equal(
    code(await recordUnit(here.by(captain), { unit: first?.id, outcome: 'confirmed', proof: 'read_back' })),
    'witness_missing',
  );
  assert.equal(code(await completeRepairs(here.by(here.worker), { proposal })), 'not_all_asked');
  for (const one of (await doorRepairs(here.by(captain), {}))?.homes ?? [])
    done(await recordUnit(here.by(captain), { unit: one.id, outcome: 'confirmed', ...proof }));
  done(await completeRepairs(here.by(here.worker), { proposal }));
  assert.equal(await here.state(), 'completed', 'one still refuses');
  done(await finishUnits(here.by(here.property), { proposal, units: String(unit), day: '2022-03-01' }));
  done(await judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' }));
  assert.equal(await here.state(), 'verified');
  const story = await boardStory(here.slug, { no: proposal });
  assert.deepEqual(
    story?.repair?.batches.map(({ units, repaired, asked, good }) => [units, repaired, asked, good]),
    [[12, 12, true, 12]],
  );
});

test('what leaks again under warranty opens that home alone; after it, it is a new case', async () => {
  const here = await listed();
  await here.repaired();
  const [unit, other] = [await here.unitOf(0), await here.unitOf(1)];
  const neighbour = await here.resident(here.household('14', 1));
  done(await judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' }));
  done(await judgeUnit(here.by(neighbour), { unit: other, outcome: 'confirmed' }));
  const leak = { unit, note: '又滴水了' };
  assert.equal(code(await leaksAgain(here.by(neighbour), leak)), 'not_allowed');
  here.at('2027-03-01');
  done(await leaksAgain(here.by(here.author), leak));
  assert.equal(code(await leaksAgain(here.by(here.author), leak)), 'not_confirmed');
  here.at('2027-03-02');
  assert.equal(code(await leaksAgain(here.by(neighbour), { ...leak, unit: other })), 'warranty_over');
  const own = await ownRepair(here.by(here.author), { no: here.proposal });
  assert.deepEqual(
    own?.units.map(({ state, steps }) => [state, steps.map(({ step }) => step)]),
    [['reported', ['reported', 'looked', 'repaired', 'confirmed', 'leaks_again']]],
  );
  assert.deepEqual(
    (await ownRepair(here.by(neighbour), { no: here.proposal }))?.units.map(({ state }) => state),
    ['confirmed'],
  );
  await sql(`update proposal set state = 'verified' where community_id = $1`, [here.communityId]);
  await sql(
    `insert into proposal_event (community_id, proposal_id, kind, to_state, role, at)
     select community_id, id, 'repair_completed', 'completed', 'social-worker', '2027-03-01' from proposal where community_id = $1`,
    [here.communityId],
  );
  const whole = await reopenProposal(here.by(neighbour), { proposal: here.proposal, reason: '漏', photo });
  assert.equal(code(whole), 'by_household');
});

test('the board tells batches of ten homes and more, what they say once all were asked, and no home', async () => {
  const here = await listed(12);
  await here.repaired();
  const told = async () => (await boardStory(here.slug, { no: here.proposal }))?.repair?.batches[0];
  assert.deepEqual([(await told())?.units, (await told())?.asked, (await told())?.good], [12, false, null]);
  for (let index = 0; index < 12; index += 1) {
    const unit = await here.unitOf(index);
    const lives = await here.resident(here.household('14', index));
    const said = index === 0 ? { outcome: 'refused', note: '漏', repairOn: '2022-03-10' } : { outcome: 'confirmed' };
    done(await judgeUnit(here.by(lives), { unit, ...said }));
  }
  assert.deepEqual([(await told())?.asked, (await told())?.good], [true, null], 'eleven of twelve would tell of one');

  const small = await listed(9);
  await small.repaired();
  const few = (await boardStory(small.slug, { no: small.proposal }))?.repair?.batches[0];
  assert.deepEqual([few?.units, few?.repaired, few?.good], [null, null, null]);
  assert.ok(!JSON.stringify(await boardStory(small.slug, { no: small.proposal })).includes('主卧'));
  assert.equal(await deskRepair(small.by(small.author), { no: small.proposal }), undefined);
});
