import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { pdfOf } from '@/tests/pdf';
import { checkPdf, inHand, MOST_BYTES, makePicture, workshop } from './pictures';
import type { Result } from './result';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

test('three places a person, twelve in all; a place is free again when its work is done or has failed', async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4].map((person) => inHand(person, () => held));
  assert.equal(code(await inHand(1, async () => 0)), 'pictures_one_by_one');
  await assert.rejects(
    inHand(4, async () => {
      throw new Error('it failed');
    }),
  );
  const last = inHand(4, () => held);
  const late = await inHand(5, async () => 0);
  assert.equal(code(late), 'pictures_busy');
  assert.ok(!late.ok && Number(late.refusal.details?.seconds) > 0);
  finish();
  assert.deepEqual((await Promise.all([...first, last])).map(code), Array(12).fill('ok'));
  assert.equal(code(await inHand(1, async () => 0)), 'ok');
});

const picture = () =>
  sharp({ create: { width: 900, height: 900, channels: 3, background: 'red' } })
    .png()
    .toBuffer();

test('pictures asked for together are all made, each its own', async () => {
  const sizes = [10, 20, 30, 40];
  const sources = await Promise.all(
    sizes.map((width) =>
      sharp({ create: { width, height: 10, channels: 3, background: 'blue' } })
        .png()
        .toBuffer(),
    ),
  );
  const made = await Promise.all(sources.map(makePicture));
  assert.deepEqual(
    made.map((one) => one.ok && one.value.large.width),
    sizes,
  );
});

test('a worker that dies takes its picture with it, and nothing else', async () => {
  const source = await picture();
  assert.equal(code(await makePicture(source)), 'ok');
  const { worker } = workshop;
  assert.ok(worker);
  const under = makePicture(source);
  const next = makePicture(source);
  await new Promise((resolve) => setImmediate(resolve));
  worker.kill('SIGKILL');
  assert.deepEqual([code(await under), code(await next)], ['picture_broken', 'ok']);
});

test('a worker that ended between two pictures is replaced', async () => {
  const source = await picture();
  await makePicture(source);
  const { worker } = workshop;
  assert.ok(worker);
  worker.ref();
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGKILL');
  await gone;
  assert.equal(code(await makePicture(source)), 'ok');
});

test('attack 10: a worker with nothing to do for a while ends, and gives back what it took; the next picture is made all the same', async () => {
  const source = await picture();
  const { rest } = workshop;
  workshop.rest = 50;
  await makePicture(source);
  workshop.rest = rest;
  const { worker } = workshop;
  assert.ok(worker);
  worker.ref();
  await new Promise((resolve) => worker.once('exit', resolve));
  assert.equal(workshop.worker, undefined);
  assert.equal(code(await makePicture(source)), 'ok');
});

test('a picture of 50,000 × 50,000 is refused by its head', async () => {
  const small = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const frame = small.indexOf(Buffer.from([0xff, 0xc0]));
  small.writeUInt16BE(50_000, frame + 5);
  small.writeUInt16BE(50_000, frame + 7);
  assert.equal(code(await makePicture(small)), 'picture_too_big');
});

test('a PDF is looked through by the worker and comes back as it was', async () => {
  const paper = pdfOf();
  const looked = await checkPdf(paper);
  assert.ok(looked.ok && looked.value.equals(paper));
  assert.equal(code(await checkPdf(pdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (a) >>' }))), 'pdf_runs');
  assert.equal(code(await checkPdf(Buffer.concat([paper, Buffer.alloc(MOST_BYTES)]))), 'picture_too_big');
});
