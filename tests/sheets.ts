import { inflateRawSync } from 'node:zlib';
import type { Line } from '@/lib/sheet/cell';

/** Rows of text as a sheet's lines, numbered from 1. */
export const linesOf = (rows: readonly (readonly string[])[]): Line[] =>
  rows.map((cells, at) => ({ row: at + 1, cells: cells.map((text) => ({ text, kind: 'text' as const })) }));

/** The files of an archive by name, unpacked without the library that packed them. */
export function unzipped(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const body = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), body.toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
}
