import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { myLetters } from '@/features/me/queries';
import { code, done } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { listed } from '@/tests/roofs';
import { completeRepairs, judgeUnit, recordUnit, startRepairs } from '@/tests/shown';
import { listShown } from '../input';
import { deskRepair } from '../queries/desk';
import { boardRepairs, deskRepairs } from '../queries/list';
import { deskUnit, doorRepairs } from '../queries/own';
import { dropUnit } from './drop';
import * as judging from './judge';
import * as starting from './list';
import { listUnits, planBatch } from './list';
import { finishUnits } from './work';

after(closeAll);

type Listed = Awaited<ReturnType<typeof listed>>;

/** A second compound with a building 14 whose first door is 101 as well, and one that only it has. */
const twin = (here: Listed) =>
  sql(
    `with k as (insert into compound (community_id, name) values ($1, '二区') returning id),
       b as (insert into building (community_id, compound_id, name) select $1, id, '14' from k returning id),
       e as (insert into entrance (community_id, building_id, no) select $1, id, 1 from b returning id, building_id),
       u as (insert into unit (community_id, entrance_id, door, area) select $1, e.id, d, 8000 from e, unnest(array['101', '901']) d
         returning id, entrance_id)
     insert into household (community_id, unit_id, entrance_id, building_id) select $1, u.id, e.id, e.building_id
       from u join e on e.id = u.entrance_id`,
    [here.communityId],
  );

test('what was written down for a household its own word replaces, at any time, and starts no second warranty', async () => {
  const here = await listed(2);
  await here.repaired();
  const unit = await here.unitOf(0);
  const captain = await here.captain(here.entrance('14', 1));
  const witness = await here.outsider();
  const record = { unit, outcome: 'confirmed', proof: 'read_back', witness };
  done(await recordUnit(here.by(captain), record));
  const [kept] = await sql('select witness_id, recorder_id from repair_step where unit_id = $1 and step = $2', [
    unit,
    'confirmed',
  ]);
  assert.deepEqual(kept, { witness_id: witness, recorder_id: captain });
  assert.equal(code(await recordUnit(here.by(captain), record)), 'not_repaired_yet');
  here.at('2022-04-01');
  done(await judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' }));
  const until = async () =>
    (await sql<{ until: string }>('select warranty_to::text as until from repair_unit where id = $1', [unit]))[0]
      ?.until;
  assert.equal(await until(), '2027-03-01');
  assert.equal(
    code(await judgeUnit(here.by(here.author), { unit, outcome: 'confirmed' })),
    'not_repaired_yet',
    'its own',
  );
  const other = await here.unitOf(1);
  const neighbour = await here.resident(here.household('14', 1));
  done(await recordUnit(here.by(captain), { ...record, unit: other }));
  done(await completeRepairs(here.by(here.worker), { proposal: here.proposal }));
  assert.equal(await here.state(), 'verified');
  done(
    await judgeUnit(here.by(neighbour), {
      unit: other,
      outcome: 'refused',
      note: '没人问过我',
      repairOn: '2022-04-10',
    }),
  );
  const [now] = await sql('select state from repair_unit where id = $1', [other]);
  assert.deepEqual(now, { state: 'refused' });
});

test('whoever says that it is good has seen what was done last', async () => {
  const here = await listed(2);
  await here.repaired();
  const unit = await here.unitOf(0);
  const old = JSON.stringify({ repaired: '2022-02-27 一层' });
  const said = { unit, outcome: 'confirmed', shown: old };
  assert.equal(code(await judging.judgeUnit(here.by(here.author), said)), 'overtaken');
  const captain = await here.captain(here.entrance('14', 1));
  const recorded = { ...said, proof: 'read_back', witnessName: '对门王阿姨' };
  assert.equal(code(await judging.recordUnit(here.by(captain), recorded)), 'overtaken');
  const again = { proposal: here.proposal, units: String(unit), day: '2022-03-01' };
  assert.equal(code(await finishUnits(here.by(here.property), again)), 'unit_elsewhere', 'repaired is repaired');
});

test('work is begun by nobody who had a part in the list or lives in it, and by who works there and when', async () => {
  const here = await listed(2);
  const { proposal, ids } = here;
  await here.decide();
  const both = await here.staff('social-worker');
  await here.grant(both, 'governance-secretary');
  done(
    await planBatch(here.by(both), {
      proposal,
      contractor: '乙公司',
      from: '2022-03-06',
      to: '2022-03-09',
      units: ids,
    }),
  );
  assert.equal(code(await startRepairs(here.by(both), { proposal })), 'second_person');
  await here.grant(here.author, 'party-secretary');
  assert.equal(code(await startRepairs(here.by(here.author), { proposal })), 'own_home_listed');
  const seen = await deskRepair(here.by(here.secretary), { no: proposal });
  const shown = JSON.stringify(listShown(seen?.asked.facts.repair ?? null));
  done(
    await planBatch(here.by(both), {
      proposal,
      contractor: '丙公司',
      from: '2022-03-06',
      to: '2022-03-09',
      units: ids,
    }),
  );
  assert.equal(code(await starting.startRepairs(here.by(here.secretary), { proposal, shown })), 'overtaken');
  done(await startRepairs(here.by(here.secretary), { proposal }));
});

test('a home comes off the list by itself or by the office, with a reason, and back onto it; never the last', async () => {
  const here = await listed(3);
  const { proposal } = here;
  const unit = await here.unitOf(0);
  const [other, third] = [await here.unitOf(1), await here.unitOf(2)];
  const neighbour = await here.resident(here.household('14', 1));
  assert.equal(code(await dropUnit(here.by(neighbour), { unit, reason: '不用修' })), 'not_allowed');
  done(await dropUnit(here.by(here.author), { unit, reason: '自己修过了' }));
  done(await dropUnit(here.by(here.worker), { unit: other, reason: '写错了门牌' }));
  assert.equal((await myLetters(neighbour, { after: null })).letters[0]?.kind, 'repair_dropped');
  assert.equal(code(await dropUnit(here.by(here.worker), { unit: third, reason: '写错了' })), 'last_home');
  const counts = (await deskRepair(here.by(here.worker), { no: proposal }))?.asked.facts.repair?.counts;
  assert.deepEqual([counts?.reported, counts?.dropped], [1, 2]);
  done(await listUnits(here.by(here.worker), { proposal, doors: here.line(1) }));
  assert.equal(code(await listUnits(here.by(here.worker), { proposal, doors: here.line(1) })), 'nobody_new');
  const one = await deskUnit(here.by(here.worker), { no: proposal, unit: other });
  assert.deepEqual([one?.state, one?.steps.map(({ step }) => step)], ['reported', ['reported', 'dropped', 'reported']]);
});

test('where the one that refused is off the list and every other says good, that is the end of it', async () => {
  const here = await listed(2);
  await here.repaired();
  const [unit, other] = [await here.unitOf(0), await here.unitOf(1)];
  const neighbour = await here.resident(here.household('14', 1));
  assert.equal(code(await dropUnit(here.by(here.author), { unit, reason: '不修了' })), 'unit_settled');
  done(await judgeUnit(here.by(here.author), { unit, outcome: 'refused', note: '漏', repairOn: '2022-03-10' }));
  done(await judgeUnit(here.by(neighbour), { unit: other, outcome: 'confirmed' }));
  done(await completeRepairs(here.by(here.worker), { proposal: here.proposal }));
  assert.equal(await here.state(), 'completed');
  done(await dropUnit(here.by(here.author), { unit, reason: '自己找人修' }));
  assert.equal(await here.state(), 'verified');
});

test('a line that two compounds have a home for names its compound; homes that are no more are none', async () => {
  const here = await listed(2);
  const { proposal } = here;
  await twin(here);
  const add = (doors: string) => listUnits(here.by(here.worker), { proposal, doors });
  assert.equal(code(await add('14-1-101 漏')), 'which_home');
  assert.equal(done(await add('二区/14-1-101 漏\n14-1-901 漏')).added, 2);
  await sql('update household set ended_at = moment() where id = $1', [here.household('15', 0)]);
  assert.equal(code(await add('15-1-101 漏')), 'no_such_door');
  const units = (await deskRepair(here.by(here.worker), { no: proposal }))?.units.map(({ building, door }) => [
    building,
    door,
  ]);
  assert.deepEqual(units, [
    ['一区 14', '101'],
    ['一区 14', '102'],
    ['二区 14', '101'],
    ['二区 14', '901'],
  ]);
});

test('a list longer than a page is read, worked on and asked about to its end', async () => {
  const here = await listed(2);
  await here.repaired();
  await sql(
    `with e as (select id, building_id from entrance where community_id = $1 and id = $2),
       u as (insert into unit (community_id, entrance_id, door, area) select $1, e.id, (2000 + n)::text, 8000
         from e, generate_series(1, 450) n returning id, entrance_id),
       h as (insert into household (community_id, unit_id, entrance_id, building_id) select $1, u.id, e.id, e.building_id
         from u join e on e.id = u.entrance_id returning id)
     insert into repair_unit (community_id, repair_id, household_id, source, what, state, state_at)
     select $1, r.id, h.id, 'door', '漏', 'repaired', moment() from h, repair r where r.community_id = $1`,
    [here.communityId, here.entrance('15', 1)],
  );
  const read = async (size: (after: number | null) => Promise<{ n: number; next: number | null } | undefined>) => {
    const sizes: (number | undefined)[] = [];
    for (let after: number | null = null; ; ) {
      const page = await size(after);
      sizes.push(page?.n);
      after = page?.next ?? null;
      if (after === null) return sizes;
    }
  };
  const desk = await read(async (after) => {
    const page = await deskRepair(here.by(here.worker), { no: here.proposal, after });
    return page && { n: page.units.length, next: page.next };
  });
  assert.deepEqual(desk, [200, 200, 52]);
  const doors = await read(async (after) => {
    const page = await doorRepairs(here.by(here.worker), { after });
    return page && { n: page.homes.length, next: page.next };
  });
  assert.deepEqual(doors, [100, 100, 100, 100, 52]);
});

test('what is done home by home stands beside the sites: at the desk from the first list, on the board once it has begun', async () => {
  const here = await listed(2);
  const atDesk = await deskRepairs(here.by(here.worker), {});
  assert.deepEqual(
    atDesk?.repairs.map(({ no, state }) => [no, state]),
    [[1, 'scoping']],
  );
  assert.equal(atDesk?.opens, true);
  const auditor = await deskRepairs(here.by(await here.staff('auditor')), {});
  assert.equal(auditor?.opens, false, 'no home is theirs to read');
  assert.deepEqual((await boardRepairs(here.slug, {}))?.repairs, []);
  await here.repaired();
  const [one] = (await boardRepairs(here.slug, {}))?.repairs ?? [];
  assert.deepEqual([one?.no, one?.state], [1, 'repairing']);
  assert.ok(one?.startedAt);
});
