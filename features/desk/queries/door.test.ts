import assert from 'node:assert/strict';
import { ServerResponse } from 'node:http';
import { after, test } from 'node:test';
import { makeInvitation } from '@/features/invitations/commands';
import { askToJoin } from '@/features/people/commands/join';
import { joinRequests } from '@/features/people/queries/joins';
import { newAnswer, whileAnswering } from '@/lib/answer';
import { done, makeConsultation } from '@/tests/consultation';
import { closeAll, sql } from '@/tests/fixture';
import { deskToday } from '../queries';
import { waitsAtDoor, waitsInMyOffices } from './door';

after(closeAll);

test('what waits at the doors is one list: whoever has their data deleted is in none', async () => {
  const here = await makeConsultation();
  const waits = async (person: number) =>
    Object.fromEntries(
      ((await waitsAtDoor(here.by(person), {}))?.waiting ?? []).map(({ kind, count }) => [kind, count]),
    );
  assert.equal(await waitsAtDoor(here.by(here.author), {}), undefined);
  assert.deepEqual(await waits(here.captain), {});
  await here.firstRound();
  here.at('2022-03-04T12:00');
  const { rounds = 0 } = await waits(here.captain);
  assert.ok(rounds > 0);
  const { door } = here.home(here.household('14', 3));
  const newcomer = await here.outsider();
  done(await askToJoin(here.by(newcomer), { name: '刘某', building: '14', entrance: '1', door, note: '' }));
  assert.deepEqual(await waits(here.captain), { rounds, joins: 1 });
  const listed = async (person: number) => (await joinRequests(here.by(person), undefined))?.open.length;
  const atDesk = async () =>
    (await deskToday(here.by(here.worker), {}))?.lines.filter(({ act }) => act === 'joins').length;
  assert.deepEqual([await listed(here.captain), await listed(here.worker), await atDesk()], [1, 1, 1]);
  done(await makeInvitation(here.by(here.author), { household: here.household('14', 0), words: '' }));
  assert.deepEqual(await waits(here.worker), { ...(await waits(here.worker)), invitations: 1 });
  await sql(`update person set erases_at = '2022-03-11' where id = $1`, [newcomer]);
  assert.deepEqual([await listed(here.captain), await listed(here.worker), await atDesk()], [0, 0, 0]);
  assert.equal((await waits(here.captain)).joins, undefined);
});

test('whoever holds offices in several communities has what waits in each counted at once, as each counts it', async () => {
  const here = await makeConsultation();
  const there = await makeConsultation();
  const empty = await makeConsultation();
  const person = here.captain;
  for (const [community, role] of [
    [there, 'captain'],
    [there, 'social-worker'],
    [empty, 'auditor'],
  ] as const)
    await sql(
      `insert into grants (community_id, person_id, role, entrance_id, from_at) select $1, $2, $3,
        case when $3 = 'captain' then (select entrance_id from household where id = $4) end, '2000-01-01'`,
      [community.communityId, person, role, there.household('14', 0)],
    );
  await here.firstRound();
  done(await makeInvitation(there.by(there.author), { household: there.household('14', 0), words: '' }));
  here.at('2022-03-04T12:00');
  const made = newAnswer(new ServerResponse({ method: 'GET', url: '/me' } as never), 'test', false);
  const found = await whileAnswering(made, () => waitsInMyOffices(person));
  assert.equal(made.statements, 4);
  const counted = async (place: typeof here) => ({
    community: place.slug,
    desk: (await deskToday(place.by(person), {}))?.lines.length ?? null,
    doors: (await waitsAtDoor(place.by(person), {}))?.homes ?? null,
  });
  const expected = [await counted(here), await counted(there), await counted(empty)];
  assert.deepEqual(
    found,
    expected.sort((a, b) => (a.community < b.community ? -1 : 1)),
  );
  const [own, other] = [
    found.find((one) => one.community === here.slug),
    found.find((one) => one.community === there.slug),
  ];
  assert.ok((own?.doors ?? 0) > 0);
  assert.equal(own?.desk, null);
  assert.equal(other?.doors, 1);
  assert.ok((other?.desk ?? 0) > 0);
});
