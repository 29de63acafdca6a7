import { type Call, closePool } from '@/lib/gate';
import { sheetNamed } from './sheets';

/** Imports a sheet it is told, tried before, for the web process, which must not stand still over it; see `lib/sheet/apart.ts`. */
async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  const [head = '', rows = '[]'] = Buffer.concat(pieces).toString('utf8').split('\n');
  const { call, hash } = JSON.parse(head) as { call: Call; hash: string };
  try {
    const bring = await sheetNamed(process.argv[2]).command();
    const done = await bring(call, { hash, rows: JSON.parse(rows) as unknown });
    process.stdout.write(`${JSON.stringify(done)}\n`);
  } finally {
    await closePool();
  }
}

await main();
