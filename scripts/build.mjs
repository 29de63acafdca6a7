// `npm run build`: a production build in TONGXIN_DIST, Next's part and the server around it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { entries, plainFile } from './plain.mjs';

const { status } = spawnSync(process.execPath, [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
for (const entry of entries) await plainFile(entry, path.resolve(process.env.TONGXIN_DIST ?? '.next'));
