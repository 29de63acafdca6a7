// A throw-away PostgreSQL for developers: `node scripts/dev-database.mjs`, then single test files with
// `node scripts/test.mjs --only commands <pattern>`. Runs until it is stopped; its data go with it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkout } from './binaries.mjs';
import { startDatabase, writePrivate } from './database.mjs';

const file = process.env.TONGXIN_TEST_DATABASE ?? path.join(checkout, '.data', 'dev-database.json');
fs.mkdirSync(path.dirname(file), { recursive: true });
const say = (line) => process.stdout.write(`${line}\n`);

const dir = path.join(path.dirname(file), 'dev-postgres');
const database = await startDatabase({ dir, durable: false, say });
const migrated = spawnSync(process.execPath, ['--import', 'tsx', 'cli/migrate.ts'], {
  cwd: checkout,
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: database.url, TONGXIN_MODE: 'demonstration' },
});
if (migrated.status !== 0) {
  await database.stop();
  process.exit(1);
}
const { url, seedUrl, adminUrl, port } = database;
writePrivate(file, { url, seedUrl, adminUrl, port, pid: process.pid });
say(`ready on port ${port}; addresses in ${path.relative(process.cwd(), file)}; stop with: kill ${process.pid}`);

const stop = async () => {
  fs.rmSync(file, { force: true });
  await database.stop();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
setInterval(() => {}, 1 << 30);
