// One signed-in person with eight connections, sending forms nobody has or asking for pages: how long all the others wait.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from './attack';
import type { Request } from './flooder';
import { threadOf } from './thread';
import { hiddenFields, type Visitor, visitor } from './visitor';

/** Everybody else within twice their quiet time of the same minute. */
const mostTimes = 2;
const connections = 8;
/** By turns without and with the flood: at least so often, and up to so often where a machine is busy with other things. */
const turns = { least: 3, most: 9 };
/** So long it goes on before anybody looks, in milliseconds: a burst is anybody's. */
const warm = 3_000;
const each = { pages: 9, comments: 3 };
const comment = '/act/demo/proposals/1/comment';
/** Nobody writes more than thirty comments a day; these were written the day before. */
const yesterday = `alter table comment disable trigger user;
  update comment set at = at - interval '1 day' where at > moment() - interval '1 day';
  alter table comment enable trigger user`;
const median = (times: number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
type Kind = keyof typeof each;
const kinds = Object.keys(each) as Kind[];

async function timed<T>(work: () => Promise<T>) {
  const started = performance.now();
  const answer = await work();
  return { took: performance.now() - started, answer };
}

interface Given {
  people: [Visitor, ...Visitor[]];
  fields: Record<string, string>;
  found: string[];
}

/** What pages of these people and comments of one of them take, one after another. */
async function measure({ people, fields, found }: Given) {
  const took: Record<Kind, number[]> = { pages: [], comments: [] };
  const [first] = people;
  for (let n = 0; n < each.pages; n += 1) {
    const visit = people[n % people.length] ?? first;
    const page = await timed(() => visit.get('/me'));
    took.pages.push(page.took);
    if (page.answer.status !== 200) found.push(`attack 9: somebody else's page answers ${page.answer.status}`);
    if (n >= each.comments) continue;
    const words = { ...fields, submission: randomUUID(), stance: 'for', words: `别人忙的时候也写得上 ${randomUUID()}` };
    const sent = await timed(() => first.post(comment, words));
    took.comments.push(sent.took);
    if (sent.answer.status !== 303) found.push(`attack 9: somebody else's comment answers ${sent.answer.status}`);
  }
  return took;
}

/** Attack 9: everybody else goes on while one of them floods. */
export async function floods({ ports: [port], host, db, uncounted, found, say }: Attack) {
  const flooder = visitor({ port, host });
  await flooder.become('resident-15');
  const headers = { host, origin: `http://${host}`, cookie: flooder.cookie() };
  const type = { 'content-type': 'multipart/form-data; boundary=edge' };
  const body = '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--edge--\r\n';
  const requests: Record<string, Request> = {
    'forms nobody has': { method: 'POST', path: '/act/demo/rounds/2/opinion', headers: { ...headers, ...type }, body },
    pages: { method: 'GET', path: '/me', headers },
  };
  const somebody = async (identity: string) => {
    const visit = visitor({ port, host });
    await visit.become(identity);
    return visit;
  };
  const first = await somebody('resident-14');
  const people: Given['people'] = [first, await somebody('captain-14'), await somebody('captain-15')];
  const fields = hiddenFields((await first.get(comment)).body, 'name="words"');
  const given = { people, fields, found };
  const thread = threadOf('./flooder.ts', { port, connections, requests });
  const said = () => new Promise<Record<string, number>>((resolve) => thread.once('message', resolve));
  await said();
  await measure(given);
  for (const [name, { method }] of Object.entries(requests)) {
    const quiet: Record<Kind, number[]> = { pages: [], comments: [] };
    const busy: Record<Kind, number[]> = { pages: [], comments: [] };
    const seen: Record<string, number> = {};
    const times = (kind: Kind) => median(busy[kind]) / median(quiet[kind]);
    const tooSlow = () => kinds.filter((kind) => times(kind) > mostTimes);
    for (let turn = 0; turn < turns.least || (turn < turns.most && tooSlow().length > 0); turn += 1) {
      await uncounted();
      await db.query(yesterday);
      for (const [all, flooded] of [
        [quiet, false],
        [busy, true],
      ] as const) {
        if (flooded) {
          thread.postMessage(name);
          await sleep(warm);
        }
        const took = await measure(given);
        for (const kind of kinds) all[kind].push(...took[kind]);
        if (!flooded) continue;
        thread.postMessage('stop');
        for (const [status, count] of Object.entries(await said())) seen[status] = (seen[status] ?? 0) + count;
        await sleep(1_000);
      }
    }
    const figures = kinds.map(
      (kind) => `${kind} ${Math.round(median(busy[kind]))} ms (${Math.round(median(quiet[kind]))} ms in quiet)`,
    );
    const statuses = Object.entries(seen).map(([status, count]) => `${status} ${count}`);
    say(`flood of ${name} (${statuses.join(', ')}): ${figures.join(', ')}`);
    for (const kind of tooSlow()) found.push(`attack 9: ${kind} of the others during a flood of ${name}: ${figures}`);
    if (method === 'POST' && !seen[429]) found.push(`attack 9: ${name} are never too many: ${statuses}`);
    if (Object.keys(seen).some((status) => status >= '500')) found.push(`attack 9: ${name}: ${statuses}`);
  }
  thread.postMessage('end');
  for (const visit of [...people, flooder]) visit.end();
}
