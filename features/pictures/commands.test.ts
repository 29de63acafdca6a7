import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { postCase, recordCase } from '@/features/cases/commands';
import { boardCase } from '@/features/cases/queries';
import { deskToday } from '@/features/desk/queries';
import { saveDraft } from '@/features/proposals/commands/draft';
import { formatOf, makePicture } from '@/lib/pictures';
import type { Result } from '@/lib/result';
import { makeBuilding, photograph } from '@/tests/building';
import { closeAll, makeCommunity, sql } from '@/tests/fixture';
import { addPicture, lookAtPicture, removePicture } from './commands';
import { boardPicture, ownPicture, picturesOf, sitePictures } from './queries';

after(closeAll);

const value = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });

async function photo() {
  return noise(2400, 1800)
    .withExif({
      IFD0: { Make: 'SecretCamera', Orientation: '6' },
      IFD3: { GPSLatitude: '39/1 50/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg({ quality: 95 })
    .toBuffer();
}

test('a photo comes out small, upright and without place or camera', async () => {
  const source = await photo();
  assert.ok((await sharp(source).metadata()).exif?.includes('SecretCamera'));
  const { small, large } = value(await makePicture(source));
  assert.ok(small.data.length + large.data.length <= 400 * 1024, `${small.data.length} + ${large.data.length}`);
  for (const { data, width, height } of [small, large]) {
    const seen = await sharp(data).metadata();
    assert.equal(seen.format, 'webp');
    assert.deepEqual([seen.exif, seen.xmp, seen.iptc, seen.icc], [undefined, undefined, undefined, undefined]);
    assert.deepEqual([seen.width, seen.height], [width, height]);
    assert.ok(!data.includes('SecretCamera'));
  }
});

test('PNG and WebP are taken; SVG, GIF, HEIC, text, broken and huge ones are refused', async () => {
  const tiny = sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });
  for (const bytes of [await tiny.clone().png().toBuffer(), await tiny.clone().webp().toBuffer()]) {
    assert.equal(code(await makePicture(bytes)), 'ok');
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const gif = await tiny.clone().gif().toBuffer();
  for (const brand of ['heic', 'heix', 'mif1', 'avif'])
    assert.equal(code(await makePicture(Buffer.from(`\0\0\0\x18ftyp${brand}`, 'latin1'))), 'picture_heic');
  for (const bytes of [svg, gif, Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.from('hello'), Buffer.alloc(0)]) {
    assert.equal(code(await makePicture(bytes)), 'picture_kind');
  }
  const jpegHead = Buffer.from([0xff, 0xd8, 0xff]);
  assert.equal(code(await makePicture(Buffer.concat([jpegHead, svg]))), 'picture_broken');
  const cut = (await tiny.clone().jpeg().toBuffer()).subarray(0, 200);
  assert.equal(code(await makePicture(cut)), 'picture_broken');
  assert.equal(code(await makePicture(Buffer.concat([jpegHead, Buffer.alloc(12 * 1024 * 1024)]))), 'picture_too_big');
  const wide = await sharp({ create: { width: 12000, height: 6000, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  assert.notEqual(code(await makePicture(wide)), 'ok');
  assert.equal(formatOf(Buffer.from('RIFF0000WEBP')), 'webp');
});

test('a polyglot loses what was hidden behind the picture', async () => {
  const jpeg = await noise(60, 60).jpeg().toBuffer();
  const { large } = value(await makePicture(Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')])));
  assert.ok(!large.data.includes('<script>'));
});

async function drafted() {
  const place = await makeCommunity();
  const author = await place.resident(place.household('14', 0));
  const { draft } = value(await saveDraft(place.by(author), { kind: 'other', title: '路灯不亮' }));
  const { small, large } = value(await makePicture(await noise(60, 40).jpeg().toBuffer()));
  const base64 = ({ data, ...size }: typeof small) => ({ ...size, data: data.toString('base64') });
  const input = { subject: 'proposal', subjectId: draft, caption: '坡', small: base64(small), large: base64(large) };
  return { place, author, draft, input };
}

test('eight pictures of one thing, from whoever it belongs to; the same upload twice is one', async () => {
  const { place, author, input } = await drafted();
  const neighbour = await place.resident(place.household('15', 0));
  assert.equal(code(await addPicture(place.by(neighbour), input)), 'not_allowed');
  assert.equal(code(await addPicture(place.by(author), { ...input, subjectId: 999999 })), 'not_found');
  const [a, b] = await Promise.all([
    addPicture(place.by(author, 'same'), input),
    addPicture(place.by(author, 'same'), input),
  ]);
  assert.deepEqual(value(a), value(b));
  for (let n = 2; n <= 8; n += 1) value(await addPicture(place.by(author), input));
  assert.equal(code(await addPicture(place.by(author), input)), 'pictures_full');
  const rows = await sql('select 1 from picture where community_id = $1', [place.communityId]);
  assert.equal(rows.length, 8);
});

test('on the board only after somebody else has looked; before that for its sender and those who look', async () => {
  const { place, author, input } = await drafted();
  const { picture } = value(await addPicture(place.by(author), input));
  const worker = await place.staff('social-worker');
  const own = value(await addPicture(place.by(worker), input)).picture;
  assert.equal(await boardPicture({ id: picture, size: 'large' }), undefined);
  assert.ok(await ownPicture(place.by(author), { id: picture, size: 'small' }));
  assert.ok(await ownPicture(place.by(worker), { id: picture, size: 'small' }));
  const neighbour = await place.resident(place.household('15', 0));
  assert.equal(await ownPicture(place.by(neighbour), { id: picture, size: 'small' }), undefined);

  assert.equal(code(await lookAtPicture(place.by(author), { picture, verdict: 'board' })), 'not_allowed');
  assert.equal(code(await lookAtPicture(place.by(worker), { picture: own, verdict: 'board' })), 'second_person');
  assert.equal(code(await lookAtPicture(place.by(worker), { picture, verdict: 'refused' })), 'invalid');
  value(await lookAtPicture(place.by(worker), { picture, verdict: 'board' }));
  const hung = await boardPicture({ id: picture, size: 'large' });
  assert.deepEqual([hung?.bytes.subarray(8, 12).toString(), hung?.isPdf], ['WEBP', false]);
  value(await lookAtPicture(place.by(worker), { picture, verdict: 'refused', reason: '拍到了人脸' }));
  assert.equal(await boardPicture({ id: picture, size: 'large' }), undefined);
});

test('its sender takes a picture away until somebody has looked; others do not', async () => {
  const { place, author, input } = await drafted();
  const { picture } = value(await addPicture(place.by(author), input));
  const kept = value(await addPicture(place.by(author), input)).picture;
  const worker = await place.staff('social-worker');
  assert.equal(code(await removePicture(place.by(worker), { picture })), 'not_allowed');
  assert.equal(code(await removePicture(place.by(author), { picture: 999999 })), 'not_found');
  value(await removePicture(place.by(author), { picture }));
  assert.equal(await ownPicture(place.by(author), { id: picture, size: 'small' }), undefined);
  value(await lookAtPicture(place.by(worker), { picture: kept, verdict: 'board' }));
  assert.equal(code(await removePicture(place.by(author), { picture: kept })), 'already_looked');
});

test('pictures of a site wait at the desk of whoever looks, and not of whoever sent them', async () => {
  const here = await makeBuilding();
  const worker = here.by(here.worker);
  const own = { subject: 'milestone', subjectId: here.milestoneId };
  const sent = value(await photograph(here, here.milestoneId)).picture;
  const waits = async (call: typeof worker) =>
    (await deskToday(call, {}))?.lines.flatMap((line) => (line.act === 'site_pictures' ? [line.path[1]] : []));
  assert.deepEqual(await waits(worker), [1]);
  assert.deepEqual(await waits(here.by(here.property)), []);
  assert.equal(await sitePictures(here.by(here.property), { works: 1 }), undefined);
  const look = async () =>
    (await sitePictures(worker, { works: 1 }))?.map((one) => [one.id, one.milestone, one.own, one.onBoard]);
  assert.deepEqual(await look(), [[sent, '台阶', false, false]]);
  assert.deepEqual(await sitePictures(worker, { works: 2 }), []);
  value(await lookAtPicture(worker, { picture: sent, verdict: 'refused', reason: '拍到了车牌' }));
  assert.deepEqual(await waits(worker), []);
  assert.equal(await boardPicture({ id: sent, size: 'small' }), undefined);

  const pixel = { data: Buffer.from('pixel').toString('base64'), width: 1, height: 1 };
  const mine = value(await addPicture(worker, { ...own, small: pixel, large: pixel })).picture;
  assert.deepEqual(await waits(worker), []);
  assert.deepEqual(await waits(here.by(here.governance)), [1]);
  assert.equal(code(await lookAtPicture(worker, { picture: mine, verdict: 'board' })), 'second_person');
  value(await lookAtPicture(here.by(here.governance), { picture: mine, verdict: 'board' }));
  assert.ok(await boardPicture({ id: mine, size: 'small' }));
  assert.deepEqual(await look(), [
    [sent, '台阶', false, false],
    [mine, '台阶', true, true],
  ]);
});

const pixel = { data: Buffer.from('pixel').toString('base64'), width: 4, height: 3 };

async function complained() {
  const place = await makeCommunity();
  const household = place.household('14', 0);
  const author = await place.resident(household);
  const said = { kind: 'complaint', source: 'web', title: '路灯不亮', words: '三天了', place: '小广场', household };
  const { id, no } = value(await recordCase(place.by(author), said));
  const worker = await place.staff('social-worker');
  const add = (by: number) =>
    addPicture(place.by(by), { subject: 'case', subjectId: id, caption: '', small: pixel, large: pixel });
  const seen = async (by: number, picture: number) =>
    (await ownPicture(place.by(by), { id: picture, size: 'small' })) !== undefined;
  return { place, author, worker, id, no, add, seen };
}

test('pictures of a complaint: three, from whoever wrote it; handlers see them at once, the board only what was looked at', async () => {
  const { place, author, worker, id, no, add, seen } = await complained();
  const neighbour = await place.resident(place.household('15', 0));
  assert.equal(code(await add(neighbour)), 'not_allowed');
  const { picture } = value(await add(author));
  const other = value(await add(author)).picture;
  value(await add(worker));
  assert.equal(code(await add(author)), 'pictures_full');

  const property = await place.staff('property');
  for (const [by, sees] of [
    [author, true],
    [worker, true],
    [await place.staff('hotline'), true],
    [await place.staff('party-secretary'), true],
    [property, false],
    [neighbour, false],
    [await place.captain(place.entrance('14', 1)), false],
  ] as const)
    assert.equal(await seen(by, picture), sees);

  const look = (by: number, verdict: 'board' | 'refused') =>
    lookAtPicture(place.by(by), { picture, verdict, reason: '拍到了人' });
  const waits = async () =>
    (await deskToday(place.by(worker), {}))?.lines.filter((line) => line.act === 'case_pictures').length;
  assert.equal(await waits(), 0, 'first its words');
  assert.equal(code(await look(worker, 'board')), 'not_posted');
  value(await postCase(place.by(worker), { case: no, title: '路灯不亮', place: '小广场' }));
  assert.equal(await waits(), 1);
  assert.deepEqual((await boardCase(place.slug, { no }))?.pictures, []);
  assert.equal(await boardPicture({ id: picture, size: 'small' }), undefined);
  assert.equal(code(await look(author, 'board')), 'not_allowed');
  value(await look(worker, 'board'));
  assert.deepEqual(
    (await boardCase(place.slug, { no }))?.pictures.map((one) => one.id),
    [picture],
  );
  assert.ok(await boardPicture({ id: picture, size: 'small' }));
  const listed = async (by: number) => (await picturesOf(place.by(by), { subject: 'case', id }))?.map((one) => one.id);
  assert.deepEqual(await listed(property), [picture], 'what somebody has looked at');
  assert.equal((await listed(author))?.length, 2, 'one of the worker’s waits');

  assert.equal(code(await removePicture(place.by(author), { picture })), 'already_looked');
  value(await removePicture(place.by(author), { picture: other }));
  await sql(`update cases set state = 'archived' where community_id = $1 and id = $2`, [place.communityId, id]);
  assert.equal(code(await add(author)), 'case_over');
});

test('what somebody refused is hung by another with a word alone, who reads why; and refused again as often as it hangs', async () => {
  const { place, author, worker, no, add } = await complained();
  const { picture } = value(await add(author));
  value(await postCase(place.by(worker), { case: no, title: '路灯不亮', place: '小广场' }));
  const other = await place.staff('party-secretary');
  const look = (by: number, verdict: string, reason = '') =>
    lookAtPicture(place.by(by), { picture, verdict, reason, stood: 'waits' });
  const hangs = async () => (await boardPicture({ id: picture, size: 'small' })) !== undefined;
  value(await look(worker, 'refused', '拍到了人脸'));
  const silent = await look(other, 'board');
  assert.equal(code(silent), 'refused_before');
  assert.equal(!silent.ok && silent.refusal.details?.why, '拍到了人脸');
  value(await look(other, 'board', '是背影，看不出是谁'));
  assert.equal(await hangs(), true);
  value(await look(worker, 'refused', '拍到了人脸'));
  assert.equal(await hangs(), false, 'the same words over another decision');
  value(await look(worker, 'board'));
  assert.equal(await hangs(), true, 'one’s own refusal is one’s own to take back');
});

test('nobody a complaint is brought against, nor their office, sees its pictures, adds or decides any', async () => {
  const { place, author, worker, id, no, add, seen } = await complained();
  const { picture } = value(await add(author));
  value(await postCase(place.by(await place.staff('social-worker')), { case: no, title: '路灯不亮', place: '小广场' }));
  await sql('update cases set against_id = $3 where community_id = $1 and id = $2', [place.communityId, id, worker]);
  assert.equal(await seen(worker, picture), false);
  assert.equal(code(await add(worker)), 'not_allowed');
  assert.equal(code(await lookAtPicture(place.by(worker), { picture, verdict: 'board' })), 'not_allowed');
  assert.deepEqual(
    (await deskToday(place.by(worker), {}))?.lines.filter((line) => line.act === 'case_pictures'),
    [],
  );
  const office = await sql<{ id: number }>(
    `insert into agency (community_id, name, role) values ($1, '热线', 'hotline') returning id`,
    [place.communityId],
  );
  await sql('update cases set against_id = null, against_agency_id = $3 where community_id = $1 and id = $2', [
    ...[place.communityId, id],
    office[0]?.id,
  ]);
  assert.equal(await seen(await place.staff('hotline'), picture), false);
  assert.equal(await seen(worker, picture), true);
});
