import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { canonical, sha256 } from '@/lib/ledger';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { districtSelection } from '../queries/selection';
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

test('a district sees its communities by counts alone, equals beside each other, and those without data unranked', async () => {
  const [one, other, empty, fresh] = [
    await complaining(6),
    await complaining(6),
    await makeCommunity(),
    await makeCommunity(),
  ];
  for (const { slug } of [one, other, empty]) {
    const done = await keepSelection(system(slug), {});
    assert.ok(done.ok, JSON.stringify(done));
  }
  const again = await keepSelection(system(one.slug), {});
  assert.ok(!again.ok && again.refusal.code === 'kept_already');
  const staff = await keepSelection(one.by(await one.staff('district')), {});
  assert.ok(!staff.ok && staff.refusal.code === 'not_allowed');

  const district = await one.staff('district');
  for (const { grant } of [other, empty, fresh]) await grant(district, 'district');
  const page = await districtSelection(district, {});
  assert.deepEqual(
    page?.ranked.map(({ of, rank, tied }) => [of.id, rank, tied]),
    [
      [one.communityId, 1, true],
      [other.communityId, 1, true],
    ],
  );
  const [first] = page?.ranked ?? [];
  assert.deepEqual(first?.of.shown, {
    volume: 6,
    repeats: 5,
    unresolved: 6,
    overdue: null,
    opposites: null,
    trend: 6,
  });
  assert.deepEqual(first?.index, { n: (12n + 10n + 12n + 6n) * 1000n, d: 480n });
  assert.deepEqual(
    [page?.unknown.map(({ id }) => id), page?.uncounted.map(({ id }) => id)],
    [[empty.communityId], [fresh.communityId]],
  );
  assert.equal(await districtSelection(await one.staff('auditor'), {}), undefined);

  const [kept] = await sql<{ counts: string; hash: Buffer }>(
    'select counts, hash from selection_snapshot where community_id = $1',
    [one.communityId],
  );
  assert.ok(kept && sha256(canonical(kept.counts)).equals(kept.hash));
  assert.equal(first?.of.hash, kept?.hash.toString('hex'));
});
