import pg from 'pg';
import { fill } from './fill';

const client = new pg.Client({ connectionString: process.env.TONGXIN_ADMIN_URL });
await client.connect();
try {
  await fill(client, {
    towns: Number(process.env.TONGXIN_TOWNS ?? 100),
    stories: Number(process.env.TONGXIN_STORIES ?? 22),
    communities: Number(process.env.TONGXIN_DISTRICT ?? 300),
    cases: Number(process.env.TONGXIN_CASES ?? 100_000),
    say: (line) => process.stdout.write(`${line}\n`),
  });
} finally {
  await client.end();
}
