import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { SheetError } from './limits';

/** A part of an archive, as the archive's own directory says. */
export interface Part {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where it begins. */
  at: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCKED = 1;
/** Its name is in UTF-8. */
const UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;

/** The directory of an archive. Zip64 and archives of more than 2,000 parts are no sheet of ours. */
export function directoryOf(bytes: Buffer): Part[] {
  const least = Math.max(0, bytes.length - 22 - 65_535);
  let end = bytes.length - 22;
  while (end >= least && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < least) throw new SheetError('not_a_sheet');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > 2000 || at === 0xffffffff) throw new SheetError('not_a_sheet');
  const parts: Part[] = [];
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new SheetError('not_a_sheet');
    const name = bytes.readUInt16LE(at + 28);
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** What a part holds, packed as it is. */
function packedIn(bytes: Buffer, { at, packed, flags, method }: Part): Buffer {
  const known = method === STORED || method === DEFLATED;
  if (!known || flags & LOCKED || at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    throw new SheetError('not_a_sheet');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw new SheetError('not_a_sheet');
  return bytes.subarray(from, from + packed);
}

/** The text of a part. What unpacks to something else than the directory says is damaged, or means harm. */
export function textOf(bytes: Buffer, part: Part): string {
  const packed = packedIn(bytes, part);
  try {
    const body =
      part.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(part.unpacked, 1) });
    if (body.length !== part.unpacked || crc32(body) !== part.crc) throw new SheetError('not_a_sheet');
    return body.toString('utf8');
  } catch {
    throw new SheetError('not_a_sheet');
  }
}

interface Packed extends Omit<Part, 'at' | 'flags'> {
  body: Buffer;
}

function packedAnew(name: string, text: string): Packed {
  const plain = Buffer.from(text);
  const body = deflateRawSync(plain);
  return { name, method: DEFLATED, crc: crc32(plain), packed: body.length, unpacked: plain.length, body };
}

/** What stands before a part and, with more beside it, in the directory. */
function heading({ method, crc, packed, unpacked }: Packed, name: number): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(method, 4);
  // The first of January 1980: an archive says nothing of when it was made.
  head.writeUInt16LE(0x21, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(unpacked, 18);
  head.writeUInt16LE(name, 22);
  return head;
}

/** The archive with other text in some parts (null: without them) and new parts at its end; all else as it is packed there. */
export function archiveWith(bytes: Buffer, changes: ReadonlyMap<string, string | null>): Buffer {
  const old = directoryOf(bytes);
  const kept = old.flatMap((part): Packed[] => {
    const change = changes.get(part.name);
    if (change === null) return [];
    return [change === undefined ? { ...part, body: packedIn(bytes, part) } : packedAnew(part.name, change)];
  });
  const names = new Set(old.map(({ name }) => name));
  const added = [...changes].flatMap(([name, text]) =>
    text === null || names.has(name) ? [] : [packedAnew(name, text)],
  );
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of [...kept, ...added]) {
    const name = Buffer.from(part.name);
    const head = heading(part, name.length);
    const mark = Buffer.alloc(4);
    mark.writeUInt32LE(LOCAL);
    pieces.push(mark, head, name, part.body);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(CENTRAL);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, name);
    at += 30 + name.length + part.body.length;
  }
  const end = Buffer.alloc(22);
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  end.writeUInt32LE(END);
  end.writeUInt16LE(kept.length + added.length, 8);
  end.writeUInt16LE(kept.length + added.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}
