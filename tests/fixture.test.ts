import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inTransaction } from '@/lib/database';
import { closeAll, makeCommunity, sql } from './fixture';

after(closeAll);

test('a community of its own: doors in order, a ledger, people with what they hold', async () => {
  const here = await makeCommunity();
  assert.equal(here.households('14').length, 24);
  assert.equal(here.home(here.household('14', 0)).door, '101');
  assert.equal(here.home(here.household('14', 4)).door, '201');
  assert.equal(here.home(here.household('14', 12)).entranceId, here.entrance('14', 2));
  const resident = await here.resident(here.household('15', 3));
  await here.staff('social-worker');
  await here.captain(here.entrance('14', 1), here.entrance('14', 2));
  const [counted] = await sql<{ n: number }>('select count(*)::int as n from grants where community_id = $1', [
    here.communityId,
  ]);
  assert.equal(counted?.n, 3);
  assert.ok(resident > 0);
  assert.deepEqual(await here.leaves(), []);
  assert.deepEqual(await here.jobs(), []);
});

test('a test can say what time it is', async () => {
  const here = await makeCommunity({ buildings: [] });
  here.at('2022-03-05T09:30');
  const { rows } = await inTransaction((db) => db.execute<{ now: string }>(`select to_json(moment())#>>'{}' as now`));
  assert.equal(new Date(rows[0]?.now ?? '').toISOString(), '2022-03-05T01:30:00.000Z');
});
