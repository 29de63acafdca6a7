// A process of its own that decodes what anybody may send: what breaks or hangs here ends here. It has no secrets, no
// connection to the database, one picture at a time, and stands back for the requests of the machine.
import os from 'node:os';
import sharp, { type Sharp } from 'sharp';
import { faultOfPdf } from '@/lib/pdf';

const MOST_PIXELS = 50_000_000;
const LARGE = 1600;
const SMALL = 640;
const LARGE_BYTES = 320 * 1024;
const SMALL_BYTES = 72 * 1024;

sharp.concurrency(1);
sharp.cache(false);
try {
  os.setPriority(os.constants.priority.PRIORITY_LOW);
} catch {}

/** A picture taken apart once, upright and without anything but its pixels: every size is made of these. */
async function pixelsOf(source: Buffer, side: number) {
  const { data, info } = await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .timeout({ seconds: 15 })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return () => sharp(data, { raw: { width, height, channels } });
}

/** One step smaller and coarser takes about half the bytes; of what is many times too large several are taken at once. */
async function encode(pixels: () => Sharp, side: number, most: number) {
  for (let step = 0; ; ) {
    const edge = Math.round(side * 0.85 ** step);
    const { data, info } = await pixels()
      .timeout({ seconds: 15 })
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: Math.max(80 - 12 * step, 40) })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= most || edge < 200) return { data, width: info.width, height: info.height };
    step += Math.max(1, Math.floor(Math.log2(data.length / most)));
  }
}

/** `{ large, small }`, or `{ refusal }` with its code. */
async function make({ source, format }: { source: Buffer; format: string }) {
  try {
    const seen = await sharp(source, { limitInputPixels: false }).metadata();
    if (seen.format !== format) return { refusal: 'picture_kind' };
    if (seen.width * seen.height > MOST_PIXELS) return { refusal: 'picture_too_big' };
    const pixels = await pixelsOf(source, LARGE);
    return { large: await encode(pixels, LARGE, LARGE_BYTES), small: await encode(pixels, SMALL, SMALL_BYTES) };
  } catch {
    return { refusal: 'picture_broken' };
  }
}

process.on('message', async (asked: { source: Buffer; format: string }) => {
  process.send?.(asked.format === 'pdf' ? { refusal: faultOfPdf(Buffer.from(asked.source)) } : await make(asked));
});
process.on('disconnect', () => process.exit(0));
