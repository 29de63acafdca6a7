import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** The same as `npm run bench`; what it prints is a table, not JSON. */
export async function bench(args: string[]): Promise<number> {
  const child = spawn(process.execPath, [path.join('scripts', 'run.mjs'), path.join('bench', 'board.ts'), ...args], {
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  return code === 0 ? 0 : 1;
}
