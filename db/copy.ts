import { Readable, Writable } from 'node:stream';
import type pg from 'pg';

/** What the driver's connection can do for COPY, which its types leave out. */
type Wire = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  sendCopyFail(why: string): void;
  endCopyFrom(): void;
};

/** `COPY … TO STDOUT` as a stream of bytes; the server waits while nobody reads. */
class CopyOut extends Readable implements pg.Submittable {
  private wire: Wire | undefined;

  constructor(private readonly statement: string) {
    super();
  }

  submit(wire: pg.Connection): void {
    this.wire = wire as Wire;
    wire.query(this.statement);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The chunk is a window on the driver's own buffer, which the next packet overwrites.
    if (!this.push(Buffer.from(chunk))) this.wire?.stream.pause();
  }

  override _read(): void {
    this.wire?.stream.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.wire?.stream.resume();
    done(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }
}

/** `COPY … FROM STDIN` as a stream that takes bytes and is finished when the server has said how many rows there were. */
class CopyIn extends Writable implements pg.Submittable {
  rows = 0;
  private wire: Wire | undefined;
  private ready: (() => void) | undefined;
  private ended: ((error?: Error) => void) | undefined;

  constructor(private readonly statement: string) {
    super();
  }

  submit(wire: pg.Connection): void {
    this.wire = wire as Wire;
    wire.query(this.statement);
  }

  override _construct(done: () => void): void {
    this.ready = done;
  }

  handleCopyInResponse(): void {
    this.ready?.();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.wire?.sendCopyFromChunk(chunk);
    if (this.wire?.stream.writableNeedDrain) this.wire.stream.once('drain', done);
    else done();
  }

  override _final(done: (error?: Error) => void): void {
    this.ended = done;
    this.wire?.endCopyFrom();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (error && !this.ended) this.wire?.sendCopyFail('the file ended early');
    done(error);
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ').at(-1));
  }

  handleReadyForQuery(): void {
    this.ended?.();
  }

  handleError(error: Error): void {
    const { ended } = this;
    this.ended ??= () => {};
    this.ready?.();
    if (ended) ended(error);
    else this.destroy(error);
  }
}

export const copyOut = (client: pg.Client, statement: string): Readable => client.query(new CopyOut(statement));
export const copyIn = (client: pg.Client, statement: string): CopyIn => client.query(new CopyIn(statement));
