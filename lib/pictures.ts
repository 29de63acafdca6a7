import sharp from 'sharp';
import { ok, type Result, refuse } from './result';

/** The largest picture somebody may send, in bytes. */
export const MOST_BYTES = 12 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const LARGE_BYTES = 320 * 1024;
const SMALL_BYTES = 72 * 1024;

export interface Size {
  data: Buffer;
  width: number;
  height: number;
}

/** One picture in two WebP sizes, together at most 400 kB, with nothing left of what the camera wrote. */
export interface Picture {
  small: Size;
  large: Size;
}

/** What the first bytes say: the name and the declared type of a file are anybody's claim. */
export function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, index) => bytes[at + index] === byte);
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  return null;
}

async function encode(source: Buffer, side: number, most: number): Promise<Size> {
  for (let [edge, quality] = [side, 80]; ; [edge, quality] = [Math.round(edge * 0.85), Math.max(quality - 12, 40)]) {
    const { data, info } = await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
      .timeout({ seconds: 15 })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= most || edge < 200) return { data, width: info.width, height: info.height };
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** At most two pictures are decoded at a time: a flood of uploads waits instead of eating the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * Re-encodes a JPEG, PNG or WebP; anything else, anything broken, and anything over 12 MB or 50 million pixels is
 * refused (`picture_too_big`, `picture_kind`, `picture_broken`). Turned upright; no metadata, no place, no profile.
 */
export async function makePicture(source: Buffer): Promise<Result<Picture>> {
  if (source.length > MOST_BYTES) return refuse('picture_too_big');
  const format = formatOf(source);
  if (!format) return refuse('picture_kind');
  return inTurn(async () => {
    try {
      const seen = await sharp(source, { limitInputPixels: MOST_PIXELS }).metadata();
      if (seen.format !== format) return refuse('picture_kind');
      if (seen.width * seen.height > MOST_PIXELS) return refuse('picture_too_big');
      const large = await encode(source, 1600, LARGE_BYTES);
      return ok({ large, small: await encode(large.data, 640, SMALL_BYTES) });
    } catch {
      return refuse('picture_broken');
    }
  });
}
