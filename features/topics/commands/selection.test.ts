import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { canonical, sha256 } from '@/lib/ledger';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { keepSelection } from './selection';

after(closeAll);

const system = (community: string) => ({ by: { system: 'selection_keep' }, community });

async function complaining(count: number) {
  const here = await makeCommunity();
  const worker = here.by(await here.staff('social-worker'));
  for (let at = 0; at < count; at += 1) {
    const words = `第${at + 1}回，电梯又停了`;
    const given = { kind: 'complaint', source: 'walk_in', title: '电梯又停了', words, place: '14号楼' };
    assert.ok((await recordCase(worker, { ...given, household: here.household('14', at) })).ok);
  }
  await sql(`update cases set happened_at = happened_at - interval '1 day' where community_id = $1`, [
    here.communityId,
  ]);
  return here;
}

test('what is counted is kept once a day, by the clock alone, with its hash', async () => {
  const [one, empty] = [await complaining(6), await makeCommunity()];
  for (const { slug } of [one, empty]) {
    const done = await keepSelection(system(slug), {});
    assert.ok(done.ok, JSON.stringify(done));
  }
  const again = await keepSelection(system(one.slug), {});
  assert.ok(!again.ok && again.refusal.code === 'kept_already');
  const staff = await keepSelection(one.by(await one.staff('district')), {});
  assert.ok(!staff.ok && staff.refusal.code === 'not_allowed');
  const kept = async (communityId: number) =>
    (
      await sql<{ counts: string; hash: Buffer; has_data: boolean }>(
        'select counts, hash, has_data from selection_snapshot where community_id = $1',
        [communityId],
      )
    )[0];
  const known = await kept(one.communityId);
  assert.ok(known && sha256(canonical(known.counts)).equals(known.hash));
  assert.deepEqual(JSON.parse(known.counts), {
    households: 48,
    volume: 6,
    repeats: 5,
    unresolved: 6,
    overdue: 0,
    opposites: 0,
    trend: 6,
  });
  assert.equal((await kept(empty.communityId))?.has_data, false);
});
