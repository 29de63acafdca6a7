import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { completeWorks } from '@/features/works/commands/complete';
import { code, done } from '@/tests/consultation';
import { closeAll } from '@/tests/fixture';
import { makeSheds } from '@/tests/sheds';
import { checkPlace, judgePlace, recordPlace } from '@/tests/shown';
import { buildPlace, missPlace } from './commands/build';
import { settlePlace } from './commands/judge';
import { doorPlace, doorPlaces, ownPlaces } from './queries/beside';
import { boardPlaces, deskPlaces } from './queries/places';

after(closeAll);

const word = (here: Awaited<ReturnType<typeof makeSheds>>, index: number) => ({
  ...here.of,
  place: 1,
  household: here.household('15', index),
});

test('a place is built with a picture, looked at by a second person, and those beside it are asked', async () => {
  const here = await makeSheds(2);
  const [property, worker] = [here.by(here.property), here.by(here.worker)];
  const at = { ...here.of, place: 1 };
  assert.equal(code(await buildPlace(property, { ...at, builtOn: '2022-04-12' })), 'picture_missing');
  assert.equal(code(await here.name(1, { spot: '没有的棚' })), 'no_such_spot');
  done(await here.photo(here.first.id));
  assert.equal(code(await buildPlace(property, { ...at, builtOn: '2022-04-13' })), 'date_in_the_future');
  assert.equal(code(await checkPlace(worker, at)), 'not_built');
  done(await buildPlace(property, { ...at, builtOn: '2022-04-11', note: '' }));
  assert.equal(code(await missPlace(property, { ...at, why: '没料', until: '2022-05-01' })), 'already_built');
  const resident = here.by(here.person('15', 0));
  assert.equal(code(await judgePlace(resident, { ...word(here, 0), outcome: 'accepted' })), 'not_checked');
  done(await checkPlace(worker, at));
  assert.equal(code(await judgePlace(resident, { ...word(here, 0), outcome: 'refused' })), 'reason_missing');
  assert.equal(code(await judgePlace(resident, { ...word(here, 1), outcome: 'accepted' })), 'not_allowed');
  const above = { ...here.of, place: 1, household: here.household('14', 0), outcome: 'accepted' };
  assert.equal(code(await judgePlace(here.by(here.person('14', 0)), above)), 'not_beside');
  const { places } = (await ownPlaces(resident, { no: 1 })) ?? {};
  assert.deepEqual(
    places?.map(({ name, checked, said }) => [name, checked, said]),
    [['1号棚', true, null]],
  );
  const letters = await here.sql(`select 1 from letter where community_id = $1 and kind = 'place_built'`, [
    here.communityId,
  ]);
  assert.equal(letters.length, here.households('15').length);
});

test('8 of 10 cannot be the end while two are missing without a reason and a day; with both it is', async () => {
  const here = await makeSheds(10);
  const complete = () => completeWorks(here.by(here.worker), { works: 1 });
  assert.equal(code(await complete()), 'places_open');
  await here.built(1, here.first.id);
  for (let n = 2; n <= 10; n += 1) {
    const { id } = done(await here.name(n));
    if (n <= 8) await here.built(n, id);
  }
  assert.equal(code(await here.name(11)), 'places_full');
  assert.equal(code(await complete()), 'places_open');
  const missing = { ...here.of, why: '燃气管没迁', until: '2022-06-01' };
  done(await missPlace(here.by(here.property), { ...missing, place: 9 }));
  assert.equal(
    code(await missPlace(here.by(here.property), { ...missing, place: 10, until: '2022-04-11' })),
    'day_past',
  );
  done(await missPlace(here.by(here.property), { ...missing, place: 10 }));
  assert.equal(code(await complete()), 'places_open');
  const heard = { ...word(here, 1), outcome: 'accepted', proof: 'read_back', witnessName: '对门王阿姨' };
  assert.deepEqual(
    (await doorPlaces(here.by(here.captainBelow), {}))?.map(({ name, household }) => [name, household]).slice(0, 1),
    [['1号棚', here.household('15', 0)]],
  );
  assert.equal(code(await recordPlace(here.by(here.captain), heard)), 'not_allowed');
  done(await recordPlace(here.by(here.captainBelow), heard));
  assert.deepEqual(await doorPlaces(here.by(here.captainBelow), {}), []);
  const shown = await boardPlaces(here.slug, { no: 1 });
  assert.deepEqual(
    shown?.places.map(({ position, heard: asked, missingUntil }) => [position, asked, missingUntil]).slice(7),
    [
      [8, true, null],
      [9, false, '2022-06-01'],
      [10, false, '2022-06-01'],
    ],
  );
  assert.equal(shown?.places[0]?.heard, true);
  done(await complete());
  const [after] = await here.sql('select state from proposal where community_id = $1', [here.communityId]);
  assert.deepEqual(after, { state: 'completed' });
  await here.built(
    9,
    (
      await here.sql<{ id: number }>('select id from works_place where community_id = $1 and position = 9', [
        here.communityId,
      ])
    )[0]?.id ?? 0,
  );
});

test('one no bars the end until it is answered with a day, and its own word stands in place of a recorded one', async () => {
  const here = await makeSheds(1);
  await here.built(1, here.first.id);
  const complete = () => completeWorks(here.by(here.worker), { works: 1 });
  const proved = { proof: 'read_back', witnessName: '对门王阿姨' };
  done(await recordPlace(here.by(here.worker), { ...word(here, 0), outcome: 'refused', reason: '挡窗', ...proved }));
  assert.equal(code(await complete()), 'places_open');
  assert.equal((await boardPlaces(here.slug, { no: 1 }))?.places[0]?.heard, true, 'a no is not seen from outside');
  const found = await deskPlaces(here.by(here.worker), { no: 1, milestone: here.of.milestone });
  const [said] = found?.places[0]?.said ?? [];
  assert.deepEqual([said?.outcome, said?.reason, said?.recorded], ['refused', '挡窗', true]);
  const settle = { ...here.of, place: 1, word: said?.id ?? 0, answer: '往北挪一米', mendOn: '2022-05-01' };
  assert.equal(code(await settlePlace(here.by(here.secretary), settle)), 'not_allowed');
  done(await settlePlace(here.by(here.property), settle));
  assert.equal(await doorPlace(here.by(here.worker), { no: 1, ...here.of, ...word(here, 0) }), undefined);
  const own = here.by(here.person('15', 0));
  done(await judgePlace(own, { ...word(here, 0), outcome: 'refused', reason: '还是挡' }));
  assert.equal(code(await complete()), 'places_open');
  const again = { ...word(here, 0), outcome: 'accepted', ...proved };
  assert.equal(code(await recordPlace(here.by(here.worker), again)), 'already_spoken');
  done(await judgePlace(own, { ...word(here, 0), outcome: 'accepted' }));
  done(await complete());
  assert.equal(await deskPlaces(own, { no: 1, milestone: here.of.milestone }), undefined);
});
