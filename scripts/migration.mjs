// `npm run migration`: what the schema says and the migrations do not say yet becomes a migration (drizzle-kit generate;
// `-- --custom --name …` makes an empty one to write by hand). Only the newest snapshot is kept: it is all drizzle-kit reads.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkout } from './binaries.mjs';

const run = spawnSync('npx', ['--no-install', 'drizzle-kit', 'generate', ...process.argv.slice(2)], {
  cwd: checkout,
  stdio: 'inherit',
});
const meta = path.join(checkout, 'db/migrations/meta');
const snapshots = fs.readdirSync(meta).filter((name) => name.endsWith('_snapshot.json'));
for (const older of snapshots.sort().slice(0, -1)) fs.rmSync(path.join(meta, older));
// Nobody reads it but drizzle-kit: one line a table is enough to see what a change has touched.
const newest = path.join(meta, snapshots.at(-1));
const { tables, ...snapshot } = JSON.parse(fs.readFileSync(newest, 'utf8'));
const lines = Object.entries(tables).map(([name, table]) => `${JSON.stringify(name)}:${JSON.stringify(table)}`);
fs.writeFileSync(newest, `{"tables":{\n${lines.join(',\n')}\n},\n${JSON.stringify(snapshot).slice(1)}\n`);
process.exitCode = run.status ?? 1;
