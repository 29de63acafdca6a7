import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql as raw } from 'drizzle-orm';
import { endOffice, giveOffice, openDistrict } from '@/features/offices/commands';
import { officeQuery } from '@/lib/query';
import { makeDistrict } from './district';
import { at, closeAll, makeCommunity, newPhone, sql } from './fixture';

after(closeAll);

/** The communities whose boards can be read. */
const seen = officeQuery({
  name: 'offices.tried',
  offices: ['organisation', 'street-office'],
  read: async ({ db, communities }, _: { district: string }) => {
    const { rows } = await db.execute<{ id: number }>(
      raw`select distinct community_id as id from building order by community_id`,
    );
    return { seen: rows.map((row) => row.id), communities: communities.toSorted((a, b) => a - b) };
  },
});

test('an office reads the communities of its district, or of its street, all of them and no others', async () => {
  const [here, there, away, elsewhere] = await Promise.all(Array.from({ length: 4 }, () => makeCommunity()));
  assert.ok(here && there && away && elsewhere);
  const of = await makeDistrict([here, there]);
  await of.lie([away], of.otherStreetId);
  const other = await makeDistrict([elsewhere]);
  const ids = (...all: { communityId: number }[]) => all.map(({ communityId }) => communityId).sort((a, b) => a - b);
  const both = (...all: { communityId: number }[]) => ({ seen: ids(...all), communities: ids(...all) });
  const person = await of.office('organisation');
  assert.deepEqual(await seen(person, { district: of.slug }), both(here, there, away));
  assert.equal(await seen(person, { district: other.slug }), undefined);
  assert.equal(await seen(person, { district: 'nowhere' }), undefined);
  const clerk = await of.office('street-office', of.streetId);
  assert.deepEqual(await seen(clerk, { district: of.slug }), both(here, there));
  assert.equal(await seen(await of.office('hotline-centre'), { district: of.slug }), undefined, 'another office');
  assert.equal(await seen(await here.staff('district'), { district: of.slug }), undefined, 'a role is no office');
  assert.equal(await seen(await here.outsider(), { district: of.slug }), undefined);
  const empty = await makeDistrict([]);
  assert.deepEqual(await seen(await empty.office('organisation'), { district: empty.slug }), both());
});

test('from the moment it begins until the moment it ends', async () => {
  const here = await makeCommunity();
  const of = await makeDistrict([here]);
  const person = await of.office('organisation');
  const [from, to] = ['2022-03-01T09:00:00+08:00', '2022-04-01T09:00:00+08:00'].map((one) => new Date(one));
  assert.ok(from && to);
  await sql('update office_grant set from_at = $2, to_at = $3 where person_id = $1', [person, from, to]);
  for (const [moment, found] of [
    [new Date(from.getTime() - 1), false],
    [from, true],
    [new Date(to.getTime() - 1), true],
    [to, false],
  ] as const) {
    at(moment);
    assert.equal((await seen(person, { district: of.slug })) !== undefined, found, moment.toISOString());
  }
});

test('an office is given and ended from the command line, once at a time, and where there is such a street', async () => {
  at('2022-03-01');
  const of = await makeDistrict([await makeCommunity()]);
  const phone = newPhone();
  const given = { district: of.slug, office: 'organisation', phone, name: '高文' };
  const code = (done: { ok: boolean; refusal?: { code: string } }) => (done.ok ? 'ok' : done.refusal?.code);
  assert.equal(code(await giveOffice(1, given)), 'not_allowed');
  assert.equal(code(await giveOffice(null, given)), 'ok');
  assert.equal(code(await giveOffice(null, given)), 'already_held');
  assert.equal(code(await giveOffice(null, { ...given, name: '欧阳长风' })), 'name_other');
  assert.equal(code(await giveOffice(null, { ...given, office: 'street-office' })), 'no_such_street');
  assert.equal(code(await giveOffice(null, { ...given, street: '一街' })), 'no_such_street');
  assert.equal(code(await giveOffice(null, { ...given, office: 'street-office', street: '一街' })), 'ok');
  assert.equal(code(await giveOffice(null, { ...given, district: 'nowhere' })), 'no_such_district');
  assert.equal(code(await giveOffice(null, { ...given, office: 'hotline-centre', until: '2022-02-28' })), 'until_past');
  const [person] = await sql<{ id: number }>('select id from person where phone = $1', [phone]);
  assert.ok(await seen(person?.id ?? 0, { district: of.slug }));
  assert.equal(code(await endOffice(null, { district: of.slug, office: 'street-office', phone })), 'ok');
  assert.equal(code(await endOffice(null, { district: of.slug, office: 'organisation', phone })), 'ok');
  assert.equal(code(await endOffice(null, { district: of.slug, office: 'organisation', phone })), 'not_held');
  assert.equal(await seen(person?.id ?? 0, { district: of.slug }), undefined);
  assert.equal(code(await openDistrict(null, { slug: of.slug, nameZh: '别的区', nameEn: 'x' })), 'slug_taken');
  assert.equal(code(await openDistrict(null, { slug: 'desk', nameZh: '别的区', nameEn: 'x' })), 'reserved_slug');
});
