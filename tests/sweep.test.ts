import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { withinLimits } from '@/lib/attempts';
import { sweep } from '@/lib/sweep';
import { at, closeAll, makeCommunity, sql } from './fixture';

after(closeAll);

const fall = { kind: 'complaint', source: 'walk_in', title: '土坡路滑', words: '我妈今年摔了三回', place: '14号楼前' };

// Long before anything other tests do: a sweep goes through the whole database.
const day = (date: string) => new Date(`2001-${date}T09:00:00+08:00`);
const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
const DAY = 86_400_000;

test('a key is kept for ninety days, then a retry is a new act; counters for two, whoever they are', async () => {
  const [here, there] = [await makeCommunity({ buildings: [] }), await makeCommunity({ buildings: [] })];
  const acts = await Promise.all(
    [here, there].map(async (place) => ({ place, worker: await place.staff('social-worker') })),
  );
  const send = () =>
    Promise.all(
      acts.flatMap(({ place, worker }) => ['a', 'b', 'c'].map((key) => recordCase(place.by(worker, key), fall))),
    );
  const keys = async () =>
    (
      await sql<{ n: number }>('select count(*)::int as n from idempotency where community_id = any ($1)', [
        [here.communityId, there.communityId],
      ])
    )[0]?.n;
  at(day('01-01'));
  const first = await send();
  const kind = `sweep-${here.slug}`;
  const counters = async () =>
    (await sql<{ n: number }>(`select count(*)::int as n from attempt where key like $1`, [`${kind}:%`]))[0]?.n;
  await withinLimits(['x', 'y', 'z'].map((subject) => ({ kind, subject, most: 1, seconds: 1 })));

  at(later(day('01-01'), 2 * DAY));
  await sweep(2);
  assert.deepEqual([await counters(), await keys()], [3, 6]);
  at(later(day('01-01'), 2 * DAY + 1));
  await sweep(2);
  assert.deepEqual([await counters(), await keys()], [0, 6]);

  at(later(day('01-01'), 90 * DAY));
  await sweep(2);
  assert.equal(await keys(), 6, 'ninety days old');
  assert.deepEqual(await send(), first);
  at(later(day('01-01'), 90 * DAY + 1));
  await sweep(2);
  assert.equal(await keys(), 0, 'older, in every community');
  const anew = (await send()).flatMap((one) => (one.ok ? [one.receipt.seq] : []));
  assert.deepEqual(anew.sort(), [4, 4, 5, 5, 6, 6]);
});
