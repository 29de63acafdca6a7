import { type Call, closePool } from '@/lib/gate';
import { type Kept, readKeptRows } from '@/lib/sheet/kept';
import { sheetNamed } from './sheets';

/** Imports a sheet that was kept, for the web process, which must not stand still over it; see `lib/sheet/apart.ts`. */
async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const said = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { call: Call; kept: Kept; more: object };
  const { call, kept, more } = said;
  try {
    const bring = await sheetNamed(kept.sheet).command();
    const done = await bring(call, { ...more, hash: kept.hash, rows: await readKeptRows(kept) });
    process.stdout.write(JSON.stringify(done));
  } finally {
    await closePool();
  }
}

await main();
