import { randomBytes } from 'node:crypto';
import { createDeflate } from 'node:zlib';
import sharp from 'sharp';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  let sum = ~0;
  for (const byte of body) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(~sum >>> 0);
  return Buffer.concat([length, body, crc]);
}

/** A whole PNG of `side` × `side` black pixels, one bit each: 50,000 a side are 312 MB in 300 kB. */
async function blackSquare(side: number): Promise<Buffer> {
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  const packed: Buffer[] = [];
  const deflate = createDeflate({ level: 9 });
  deflate.on('data', (data) => packed.push(data));
  const rows = Buffer.concat(Array.from({ length: 100 }, () => row));
  for (let done = 0; done < side; done += 100)
    if (!deflate.write(rows)) await new Promise((resolve) => deflate.once('drain', resolve));
  deflate.end();
  await new Promise((resolve) => deflate.once('end', resolve));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.concat(packed)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });
const camera = {
  IFD0: { Make: 'SecretCamera', Orientation: '6' },
  IFD3: { GPSLatitude: '39/1 50/1 0/1', GPSLatitudeRef: 'N' },
};
const script = Buffer.from('<script>alert("hidden behind the picture")</script>');

export interface Sent {
  name: string;
  bytes: Buffer;
  /** The codes it may be refused with; none for one that is taken. */
  says: string[];
}

/** What somebody might send for a picture. */
export async function hostilePictures(): Promise<Sent[]> {
  const small = noise(60, 60);
  const jpeg = await small.clone().jpeg().toBuffer();
  const png = await small.clone().png().toBuffer();
  const photo = await noise(2400, 1800).withExif(camera).jpeg({ quality: 95 }).toBuffer();
  const wide = Buffer.from(jpeg);
  const frame = wide.indexOf(Buffer.from([0xff, 0xc0]));
  wide.writeUInt16BE(50_000, frame + 5);
  wide.writeUInt16BE(50_000, frame + 7);
  const heavy = await sharp({ create: { width: 7000, height: 7000, channels: 3, background: '#246' } })
    .png({ progressive: true })
    .toBuffer();
  const text = chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), script]));
  const kind = ['picture_kind'];
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
  return [
    { name: 'a drawing with a script (svg)', bytes: svg, says: kind },
    { name: 'a page (html)', bytes: Buffer.concat([Buffer.from('<!doctype html>'), script]), says: kind },
    { name: 'a document (pdf)', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), says: kind },
    { name: 'an animation (gif)', bytes: await small.clone().gif().toBuffer(), says: kind },
    { name: 'a scan (tiff)', bytes: await small.clone().tiff().toBuffer(), says: kind },
    {
      name: 'a telephone format (heic)',
      bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
      says: ['picture_heic'],
    },
    { name: 'noise', bytes: randomBytes(300_000), says: kind },
    {
      name: 'a head and nothing behind it',
      bytes: Buffer.concat([jpeg.subarray(0, 3), svg]),
      says: ['picture_broken', 'picture_kind'],
    },
    { name: 'half a photo', bytes: photo.subarray(0, photo.length / 2), says: ['picture_broken'] },
    { name: 'one byte over 12 MB', bytes: Buffer.concat([photo], 12 * 1024 * 1024 + 1), says: ['picture_too_big'] },
    { name: '20 MB', bytes: Buffer.concat([photo], 20_000_000), says: ['picture_too_big'] },
    { name: '50,000 × 50,000 in 300 kB (png)', bytes: await blackSquare(50_000), says: ['picture_too_big'] },
    { name: '50,000 × 50,000 by its head (jpeg)', bytes: wide, says: ['picture_too_big'] },
    { name: '49 million pixels, lawful and slow', bytes: heavy, says: [] },
    { name: 'a photo with its place', bytes: photo, says: [] },
    { name: 'a photo of 12 MB', bytes: Buffer.concat([photo, randomBytes(12_000_000 - photo.length)]), says: [] },
    { name: 'a picture that is also a page', bytes: Buffer.concat([jpeg, script]), says: [] },
    {
      name: 'a picture with a script inside',
      bytes: Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]),
      says: [],
    },
  ];
}
