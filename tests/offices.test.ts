import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql as raw } from 'drizzle-orm';
import { officeQuery } from '@/lib/query';
import { at, closeAll, makeCommunity, sql } from './fixture';

after(closeAll);

/** The communities whose register can be read. */
const seen = officeQuery({
  name: 'offices.tried',
  office: 'district',
  read: async ({ db, communities }, _: undefined) => {
    const { rows } = await db.execute<{ id: number }>(
      raw`select distinct community_id as id from household order by community_id`,
    );
    return { seen: rows.map((row) => row.id), communities: communities.toSorted((a, b) => a - b) };
  },
});

test('an office reads the communities it is held in, all of them and no others', async () => {
  const [here, there, elsewhere, home] = await Promise.all(Array.from({ length: 4 }, () => makeCommunity()));
  assert.ok(here && there && elsewhere && home);
  const person = await here.staff('district');
  await there.grant(person, 'district');
  await elsewhere.grant(person, 'auditor');
  await elsewhere.grant(person, 'district', elsewhere.entrance('14', 1));
  await sql('insert into residency (community_id, household_id, person_id, from_at) values ($1, $2, $3, $4)', [
    home.communityId,
    home.household('14', 0),
    person,
    '2000-01-01',
  ]);
  const held = [here.communityId, there.communityId].sort((a, b) => a - b);
  assert.deepEqual(await seen(person, undefined), { seen: held, communities: held });
  assert.equal(await seen(await elsewhere.staff('auditor'), undefined), undefined);
  assert.equal(await seen(await here.outsider(), undefined), undefined);
});

test('from the moment it begins until the moment it ends', async () => {
  const here = await makeCommunity();
  const person = await here.staff('district');
  const [from, to] = ['2022-03-01T09:00:00+08:00', '2022-04-01T09:00:00+08:00'].map((one) => new Date(one));
  assert.ok(from && to);
  await sql('update grants set from_at = $2, to_at = $3 where person_id = $1', [person, from, to]);
  const one = [here.communityId];
  for (const [moment, found] of [
    [new Date(from.getTime() - 1), undefined],
    [from, { seen: one, communities: one }],
    [new Date(to.getTime() - 1), { seen: one, communities: one }],
    [to, undefined],
  ] as const) {
    at(moment);
    assert.deepEqual(await seen(person, undefined), found, moment.toISOString());
  }
});
