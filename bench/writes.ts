import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hiddenFields, visitor } from '../tests/system/visitor';
import { quantile } from './figures';
import { type Load, load } from './load';

const form = '/act/demo/proposals/1/comment';
const written = '/demo/proposals/1';
const host = (port: number) => `127.0.0.1:${port}`;

/** Somebody who comments on the demonstration's proposal as often as asked. */
async function writer(port: number, identity: string) {
  const visit = visitor({ port, host: host(port) });
  await visit.become(identity);
  const fields = hiddenFields((await visit.get(form)).body, 'name="words"');
  const write = async (words: string) => {
    const answer = await visit.post(form, { ...fields, submission: randomUUID(), stance: 'for', words });
    if (answer.status !== 303) throw new Error(`a comment was not taken: ${answer.status}`);
  };
  return { write, get: visit.get, end: visit.end };
}

/** Times of a page under sixteen readers while somebody writes to its proposal `perSecond` times a second. */
export async function readWhileWriting({
  port,
  seconds,
  perSecond = 10,
}: {
  port: number;
  seconds: number;
  perSecond?: number;
}): Promise<Load & { writes: number }> {
  const one = await writer(port, 'resident-14');
  let writing = true;
  let writes = 0;
  const pen = (async () => {
    while (writing) {
      const next = performance.now() + 1000 / perSecond;
      await one.write(`测量用的话，第${writes + 1}句`);
      writes += 1;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    }
  })();
  const found = await load({ port, path: written, seconds });
  writing = false;
  await pen;
  one.end();
  return { ...found, writes };
}

/** Makes every read of comments so slow, in the database: the page that shows them becomes slow. Proved before `work`. */
export async function slowComments<T>(url: string, milliseconds: number, work: () => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const role = async (name: string) => {
    const { rows } = await owner.query(`select quote_ident(current_database() || '_${name}') as role`);
    return rows[0].role as string;
  };
  const [app, views, board] = [await role('app'), await role('views'), await role('board')];
  await owner.query(`create policy slow on comment as restrictive for select to ${app}, ${views}
    using ((select pg_sleep(${milliseconds / 1000})) is not null)`);
  try {
    const { rows } = await owner.query(`select id from community where slug = 'demo'`);
    await owner.query('begin');
    await owner.query(`set local role ${board}`);
    await owner.query(`select set_config('tongxin.communities', $1, true)`, [`{${rows[0].id}}`]);
    const started = performance.now();
    await owner.query('select count(*) from board.comment');
    if (performance.now() - started < milliseconds) throw new Error('the page was not made slow');
    await owner.query('rollback');
    return await work();
  } finally {
    await owner.query('rollback');
    await owner.query('drop policy slow on comment');
    await owner.end();
  }
}

/**
 * Write, then read on the instance that answered: how often the words just written were not there. Sixteen writers,
 * because those whose writes come while a page is being made share the next one.
 */
export async function writeThenRead({
  port,
  pairs,
  writers = 16,
  readers = 4,
}: {
  port: number;
  pairs: number;
  writers?: number;
  readers?: number;
}) {
  const started = performance.now();
  let begun = 0;
  let stale = 0;
  let reading = true;
  const crowd = Array.from({ length: readers }, async () => {
    const visit = visitor({ port });
    while (reading) await visit.get(written);
    visit.end();
  });
  await Promise.all(
    Array.from({ length: writers }, async (_, at) => {
      const one = await writer(port, at % 2 ? 'resident-15' : 'resident-14');
      while (begun < pairs) {
        begun += 1;
        const words = `写了就读：${randomUUID()}`;
        await one.write(words);
        if (!(await one.get(written)).body.includes(words)) stale += 1;
      }
      one.end();
    }),
  );
  reading = false;
  await Promise.all(crowd);
  return { pairs: begun, stale, seconds: (performance.now() - started) / 1000 };
}

/** Write on one instance, then ask another until it shows it: milliseconds after the answer to the write. */
export async function delayElsewhere({ port, other, times }: { port: number; other: number; times: number }) {
  const one = await writer(port, 'resident-15');
  const reader = visitor({ port: other });
  const delays: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const words = `在另一台上读：${randomUUID()}`;
    await reader.get(written);
    await one.write(words);
    const answered = performance.now();
    while (!(await reader.get(written)).body.includes(words))
      if (performance.now() - answered > 5_000) throw new Error('the second instance never showed it');
    delays.push(performance.now() - answered);
  }
  one.end();
  reader.end();
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), most: Math.max(...delays) };
}
