import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { codeOf } from '@/tests/registers';
import { confirmJoin } from '@/tests/shown';
import { giveGrant, revokeGrant } from './grant';
import { askToJoin } from './join';

after(closeAll);

test('grants: given by the secretary to a phone, never to oneself, and gone with the next click', async () => {
  const here = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const number = newPhone();
  const asked = {
    phone: number,
    name: '王楼长',
    role: 'captain',
    entrances: [String(here.entrance('14', 1))],
    until: '',
  };
  assert.equal(codeOf(await giveGrant(here.by(await here.staff('social-worker')), asked)), 'not_allowed');
  const given = await giveGrant(here.by(secretary), asked);
  assert.ok(given.ok);
  assert.equal(codeOf(await giveGrant(here.by(secretary), asked)), 'already_held');
  assert.equal(
    codeOf(await giveGrant(here.by(secretary), { ...asked, role: 'party-secretary', entrances: [] })),
    'not_allowed',
  );
  const [own] = await sql<{ phone: string }>('select phone from person where id = $1', [secretary]);
  assert.equal(
    codeOf(await giveGrant(here.by(secretary), { ...asked, phone: own?.phone, role: 'hotline', entrances: [] })),
    'not_allowed',
  );
  assert.ok((await revokeGrant(here.by(secretary), { grant: given.value.grant, reason: '搬走了' })).ok);
  const newcomer = await here.outsider();
  const request = await askToJoin(here.by(newcomer), { name: '刘女士', building: '14', entrance: '1', door: '201' });
  assert.ok(request.ok);
  const [captain] = await sql<{ id: number }>('select id from person where phone = $1', [number]);
  assert.equal(codeOf(await confirmJoin(here.by(captain?.id ?? 0), request.value)), 'not_allowed');
  assert.equal(
    codeOf(await revokeGrant(here.by(secretary), { grant: given.value.grant, reason: '再收' })),
    'already_over',
  );
});

test('a captain is given many entrances at once, and later only those that are new', async () => {
  const here = await makeCommunity();
  const secretary = here.by(await here.staff('party-secretary'));
  const [one, two] = [here.entrance('14', 1), here.entrance('14', 2)].map(String);
  const asked = { phone: newPhone(), name: '王楼长', role: 'captain', entrances: [one] };
  assert.ok((await giveGrant(secretary, asked)).ok);
  assert.equal(codeOf(await giveGrant(secretary, { ...asked, name: '李四光' })), 'name_other');
  const more = await giveGrant(secretary, { ...asked, entrances: [one, two, String(here.entrance('15', 1))] });
  assert.ok(more.ok && more.value.given === 2);
  assert.equal(codeOf(await giveGrant(secretary, { ...asked, entrances: [two, one] })), 'already_held');
  assert.equal(
    codeOf(await giveGrant(secretary, { ...asked, phone: newPhone(), name: '赵六', entrances: [] })),
    'entrance_for_captains',
  );
  assert.equal(
    codeOf(await giveGrant(secretary, { ...asked, phone: newPhone(), name: '钱七', role: 'hotline' })),
    'entrance_for_captains',
  );
});

test('an entrance of another community is not found', async () => {
  const here = await makeCommunity();
  const other = await makeCommunity();
  const secretary = await here.staff('party-secretary');
  const asked = {
    phone: newPhone(),
    name: '王楼长',
    role: 'captain',
    entrances: [String(other.entrance('14', 1))],
    until: '',
  };
  assert.equal(codeOf(await giveGrant(here.by(secretary), asked)), 'not_found');
});

test('whoever holds the server gives the first secretary', async () => {
  const here = await makeCommunity();
  const asked = { phone: newPhone(), name: '书记', role: 'party-secretary' };
  assert.ok((await giveGrant(here.byImport(), asked)).ok);
});
