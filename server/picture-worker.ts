// A process of its own that decodes what anybody may send: what breaks or hangs here ends here. It has no secrets, no
// connection to the database, one picture at a time, and stands back for the requests of the machine.
import os from 'node:os';
import sharp from 'sharp';

const MOST_PIXELS = 50_000_000;
const LARGE_BYTES = 320 * 1024;
const SMALL_BYTES = 72 * 1024;

sharp.concurrency(1);
sharp.cache(false);
try {
  os.setPriority(os.constants.priority.PRIORITY_LOW);
} catch {}

async function encode(source: Buffer, side: number, most: number) {
  for (
    let [edge, quality]: [number, number] = [side, 80];
    ;
    [edge, quality] = [Math.round(edge * 0.85), Math.max(quality - 12, 40)]
  ) {
    const { data, info } = await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .timeout({ seconds: 15 })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= most || edge < 200) return { data, width: info.width, height: info.height };
  }
}

/** `{ large, small }`, or `{ refusal }` with its code. */
async function make({ source, format }: { source: Buffer; format: string }) {
  try {
    const seen = await sharp(source, { limitInputPixels: false }).metadata();
    if (seen.format !== format) return { refusal: 'picture_kind' };
    if (seen.width * seen.height > MOST_PIXELS) return { refusal: 'picture_too_big' };
    const large = await encode(source, 1600, LARGE_BYTES);
    return { large, small: await encode(large.data, 640, SMALL_BYTES) };
  } catch {
    return { refusal: 'picture_broken' };
  }
}

process.on('message', async (asked: { source: Buffer; format: string }) => process.send?.(await make(asked)));
process.on('disconnect', () => process.exit(0));
