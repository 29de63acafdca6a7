import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { codeOf, rowsIn } from '@/tests/registers';
import { confirmJoin } from '@/tests/shown';
import { joinRequests } from '../queries/joins';
import { myHouseholds, myPlace } from '../queries/place';
import { askToJoin, refuseJoin } from './join';

after(closeAll);

const door = { name: '刘女士', building: '14', entrance: '1', door: '201' };

test('attack 14, joining: asked, confirmed by the captain of that entrance where the register proves it, told to the household', async () => {
  const here = await makeCommunity();
  const home = here.household('14', 4);
  const newcomer = await here.outsider();
  await here.resident(home);
  const captain = await here.captain(here.entrance('14', 1));
  const elsewhere = await here.captain(here.entrance('14', 2));
  const asked = await askToJoin(here.by(newcomer), door);
  assert.ok(asked.ok);
  const request = asked.value.request;
  assert.equal(codeOf(await askToJoin(here.by(newcomer), door)), 'already_asked');
  assert.equal((await joinRequests(here.by(captain), undefined))?.open.length, 1);
  assert.equal((await joinRequests(here.by(elsewhere), undefined))?.open.length, 0);
  assert.equal(await joinRequests(here.by(newcomer), undefined), undefined);
  assert.equal(codeOf(await confirmJoin(here.by(elsewhere), { request })), 'not_allowed');
  assert.equal(codeOf(await confirmJoin(here.by(newcomer), { request })), 'not_allowed');
  assert.equal(codeOf(await confirmJoin(here.by(captain), { request })), 'worker_confirms');
  assert.equal((await joinRequests(here.by(captain), undefined))?.open[0]?.byWorker, true);
  await sql(
    `insert into ownership (community_id, unit_id, person_id, owner_name)
     select community_id, unit_id, $2, '刘女士' from household where id = $1`,
    [home, newcomer],
  );
  assert.ok((await confirmJoin(here.by(captain), { request })).ok);
  assert.equal(codeOf(await confirmJoin(here.by(captain), { request })), 'already_decided');
  assert.equal(codeOf(await askToJoin(here.by(newcomer), door)), 'already_lives');
  assert.equal(await rowsIn(here, 'letter'), 2);
});

test('whoever says where they live finds every community, and first those where somebody answers', async () => {
  const here = await makeCommunity();
  const newcomer = await here.outsider();
  await sql(
    `insert into community (slug, name_zh, name_en, settings, telephone)
     select 'one-of-many-' || n, '第' || n || '社区', 'Number ' || n, settings, case n when 60 then '010-61720000' else '' end
     from community, generate_series(1, 60) n where slug = $1`,
    [here.slug],
  );
  const { communities } = await myHouseholds(newcomer, undefined);
  const slugs = communities.map(({ slug }) => slug);
  const all = Array.from({ length: 60 }, (_, n) => `one-of-many-${n + 1}`);
  assert.deepEqual(
    all.filter((slug) => !slugs.includes(slug)),
    [],
  );
  assert.ok(slugs.indexOf('one-of-many-60') < slugs.indexOf(here.slug));
});

test('the name somebody writes where they say they live is what is checked, and theirs where nobody vouched for another', async () => {
  const here = await makeCommunity();
  const newcomer = await here.outsider();
  const worker = await here.staff('social-worker');
  await sql('update person set name = $2 where id = $1', [newcomer, '小刘']);
  const asked = await askToJoin(here.by(newcomer), door);
  assert.ok(asked.ok);
  const [seen] = (await joinRequests(here.by(worker), undefined))?.open ?? [];
  assert.deepEqual([seen?.name, seen?.called], ['刘女士', '小刘']);
  assert.ok((await confirmJoin(here.by(worker), asked.value)).ok);
  const named = () => sql('select name from person where id = $1', [newcomer]);
  assert.deepEqual(await named(), [{ name: '刘女士' }]);
  const other = await askToJoin(here.by(newcomer), { ...door, name: '刘大妈', building: '15' });
  assert.ok(other.ok);
  assert.ok((await confirmJoin(here.by(worker), other.value)).ok);
  assert.deepEqual(await named(), [{ name: '刘女士' }], 'somebody has vouched for it');
});

test('a captain does not confirm themself; a social worker may refuse with a reason', async () => {
  const here = await makeCommunity();
  const captain = await here.captain(here.entrance('14', 1));
  const worker = await here.staff('social-worker');
  const asked = await askToJoin(here.by(captain), door);
  assert.ok(asked.ok);
  assert.equal(codeOf(await confirmJoin(here.by(captain), asked.value)), 'not_allowed');
  assert.equal(codeOf(await refuseJoin(here.by(worker), asked.value)), 'invalid');
  assert.ok((await refuseJoin(here.by(worker), { ...asked.value, reason: '房号和户册对不上' })).ok);
  assert.equal(await rowsIn(here, 'residency'), 0);
});

test('an act asks whoever lives nowhere here to register first, and says when it is being checked or was refused', async () => {
  const here = await makeCommunity();
  const newcomer = await here.outsider();
  assert.deepEqual(await myPlace(here.by(newcomer), {}), { lives: false, claim: null });
  assert.equal(codeOf(await askToJoin(here.by(newcomer), { ...door, entrance: '东门' })), 'invalid');
  const asked = await askToJoin(here.by(newcomer), { ...door, entrance: '一单元', door: '201室' });
  assert.ok(asked.ok);
  const waiting = await myPlace(here.by(newcomer), {});
  assert.deepEqual([waiting?.lives, waiting?.claim?.state, waiting?.claim?.door], [false, 'requested', '201']);
  const worker = await here.staff('social-worker');
  assert.ok((await refuseJoin(here.by(worker), { ...asked.value, reason: '房号和户册对不上' })).ok);
  assert.equal((await myPlace(here.by(newcomer), {}))?.claim?.reason, '房号和户册对不上');
  const again = await askToJoin(here.by(newcomer), door);
  assert.ok(again.ok && (await confirmJoin(here.by(worker), again.value)).ok);
  assert.deepEqual(await myPlace(here.by(newcomer), {}), { lives: true, claim: null });
});

test('a door that is not there', async () => {
  const here = await makeCommunity();
  const refused = await askToJoin(here.by(await here.outsider()), { ...door, door: '999' });
  assert.deepEqual(refused, {
    ok: false,
    refusal: { code: 'no_such_door', fieldErrors: { door: 'no_such_door' } },
  });
});
