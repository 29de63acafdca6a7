import { createHash } from 'node:crypto';

/** So many rows are in hand at once. */
export const CHUNK = 1000;

/**
 * The rows of a sheet as JSON, a thousand at a time: fifty thousand of them as objects, and again as text for each who looks
 * at them, are more than a process may take. In an act's idempotency its fingerprint stands for it. `heard`: so many have been
 * taken up.
 */
export class Staged<Row = unknown> {
  constructor(
    private readonly chunks: readonly Buffer[],
    readonly count: number,
    private readonly heard: (rows: number) => void = () => {},
  ) {}

  /** @param rows is empty afterwards. */
  static of<Row>(rows: Row[]): Staged<Row> {
    const count = rows.length;
    const chunks: Buffer[] = [];
    while (rows.length > 0) chunks.push(Buffer.from(JSON.stringify(rows.splice(0, CHUNK))));
    return new Staged<Row>(chunks, count);
  }

  *[Symbol.iterator](): Generator<Row[]> {
    let read = 0;
    for (const chunk of this.chunks) {
      const rows = JSON.parse(chunk.toString('utf8')) as Row[];
      yield rows;
      read += rows.length;
      this.heard(read);
    }
  }

  /** All of it, as the bytes of one JSON array. */
  bytes(): Buffer {
    const parts = this.chunks.flatMap((chunk, at) => [Buffer.from(at === 0 ? '[' : ','), chunk.subarray(1, -1)]);
    return Buffer.concat([...parts, Buffer.from(this.count === 0 ? '[]' : ']')]);
  }

  toJSON(): string {
    const hash = createHash('sha256');
    for (const chunk of this.chunks) hash.update(chunk);
    return hash.digest('hex');
  }
}
