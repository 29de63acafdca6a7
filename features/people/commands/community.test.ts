import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { LEAFLETS } from '@/lib/segments';
import { communities, communityNamed } from '@/lib/site';
import { closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { codeOf, registerOf } from '@/tests/registers';
import { beginning } from '../queries/beginning';
import { createCommunity, setTelephone } from './community';
import { giveGrant } from './grant';
import { importRegister } from './register';

after(closeAll);

test('a new community has settings and a record; its name is its own', async () => {
  const slug = `n-${randomBytes(4).toString('hex')}`;
  const names = { slug, nameZh: '新社区', nameEn: 'New' };
  assert.ok((await createCommunity(null, names)).ok);
  assert.equal(codeOf(await createCommunity(null, names)), 'slug_taken');
  assert.equal(codeOf(await createCommunity(null, { ...names, slug: 'desk' })), 'reserved_slug');
  assert.equal(codeOf(await createCommunity(1, { ...names, slug: 'other-one' })), 'not_allowed');
  for (const slug of LEAFLETS) assert.equal(codeOf(await createCommunity(null, { ...names, slug })), 'reserved_slug');
  const telephoneOf = async () => (await communities(1000)).find((one) => one.slug === slug)?.telephone;
  assert.equal(await telephoneOf(), '');
  assert.equal(codeOf(await setTelephone(null, { slug, telephone: '010-8888 6666' })), 'ok');
  assert.equal(await telephoneOf(), '010-8888 6666');
  assert.equal(codeOf(await setTelephone(null, { slug, telephone: '<b>' })), 'invalid');
  assert.equal(codeOf(await setTelephone(null, { slug: 'nobody-there', telephone: '' })), 'no_such_community');
  assert.equal(codeOf(await setTelephone(1, { slug, telephone: '' })), 'not_allowed');
  const done = await importRegister(
    { by: { import: true }, community: slug },
    registerOf(['14', '1', '101', '89.5', '张三', '', '', '']),
  );
  assert.ok(done.ok);
});

test('a new community is told what comes first', async () => {
  const here = await makeCommunity({ buildings: [] });
  const secretary = here.by(await here.staff('party-secretary'));
  const doors = { mayGrant: true, mayRegister: true, mayImport: true };
  const nothing = { telephone: false, households: 0, entrances: 0, captains: 0, proposals: 0, ...doors };
  assert.deepEqual(await beginning(secretary, undefined), { ...nothing, offices: ['party-secretary'] });
  assert.equal(await beginning(here.by(await here.outsider()), undefined), undefined);
  await importRegister(
    here.byImport(),
    registerOf(['14', '1', '101', '80', '张三', '', '', ''], ['14', '2', '101', '80', '李四', '', '', '']),
  );
  const [door] = await sql<{ id: number }>('select min(id) as id from entrance where community_id = $1', [
    here.communityId,
  ]);
  await giveGrant(secretary, { phone: newPhone(), name: '王楼长', role: 'captain', entrances: [String(door?.id)] });
  const far = { ...nothing, households: 2, entrances: 2, captains: 1, offices: ['captain', 'party-secretary'] };
  assert.deepEqual(await beginning(secretary, undefined), far);
  const worker = await beginning(here.by(await here.staff('social-worker')), undefined);
  assert.deepEqual(
    [worker?.mayGrant, worker?.mayRegister, worker?.mayImport],
    [false, true, false],
    'offices are given by the secretary: a social worker is shown no door to what they have no page of',
  );
});

test('communities of one street share its row, and its names are those it was first given', async () => {
  const place = { districtZh: '测试市东区', districtEn: 'East', streetZh: '河边街道', streetEn: 'Riverside' };
  const made = async (more: object) => {
    const slug = `t-${randomBytes(6).toString('hex')}`;
    assert.ok((await createCommunity(null, { slug, nameZh: '测试社区', nameEn: 'Test', ...more })).ok);
    const { placeZh, placeEn } = (await communityNamed(slug)) ?? {};
    const [row] = await sql<{ street: number | null }>('select street_id as street from community where slug = $1', [
      slug,
    ]);
    return { placeZh, placeEn, street: row?.street };
  };
  const first = await made({ place });
  assert.deepEqual(first, { placeZh: '测试市东区河边街道', placeEn: 'Riverside, East', street: first.street });
  assert.deepEqual(await made({ place: { ...place, streetEn: 'Other', districtEn: 'Other' } }), first);
  assert.notEqual((await made({ place: { ...place, streetZh: '山前街道' } })).street, first.street);
  assert.deepEqual(await made({ noteZh: '一份', noteEn: 'A copy' }), {
    placeZh: '一份',
    placeEn: 'A copy',
    street: null,
  });
  assert.deepEqual(await made({}), { placeZh: '', placeEn: '', street: null });
});
