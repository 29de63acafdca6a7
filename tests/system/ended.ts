// A session that is over, its cookie in a stranger's hands: it writes nothing, fills in nothing and replaces nothing.
import { createHash } from 'node:crypto';
import http from 'node:http';
import type { Attack } from './attack';
import { hiddenFields, type Said, visitor } from './visitor';

interface Server {
  port: number;
  host: string;
}

const comment = '/act/demo/proposals/1/comment';

/** A browser with somebody's cookies of before they signed out, and what says whose forms they were. */
async function stolen({ port, host }: Server, identity: string, marker: string, page: string) {
  const owner = visitor({ port, host });
  await owner.become(identity);
  const fields = hiddenFields((await owner.get(page)).body, marker);
  const cookie = owner.cookie();
  const left = await owner.post('/me', hiddenFields((await owner.get('/me')).body, 'class="tap"'));
  if (left.status !== 303) throw new Error(`${identity} cannot sign out: ${left.status}`);
  return { owner, fields, cookie };
}

/** Says that so much is coming, and sends none of it. */
function announced({ port, host, path, cookie }: Server & { path: string; cookie: string }) {
  const started = performance.now();
  const headers = {
    host,
    cookie,
    origin: `http://${host}`,
    'content-length': 12_000_000,
    'content-type': 'multipart/form-data; boundary=edge',
  };
  return new Promise<{ status: number; took: number }>((resolve) => {
    const done = (status: number) => resolve({ status, took: Math.round(performance.now() - started) });
    const request = http.request({ host: '127.0.0.1', port, method: 'POST', path, headers, agent: false }, (answer) => {
      done(answer.statusCode ?? 0);
      request.destroy();
    });
    request.setTimeout(10_000, () => request.destroy());
    request.on('error', () => done(0));
    request.flushHeaders();
  });
}

/** Everything kept or said of this person, as one hash. */
const keptOf = async (db: Attack['db'], identity: string) => {
  const kept = ['draft', 'kept_sheet', 'session'].map(
    (table) => `(select json_agg(x order by x::text) from ${table} x where x.person_id = p.id) as ${table}`,
  );
  const { rows } = await db.query(
    `select ${kept.join(', ')}, (select count(*) from comment) as comments, (select count(*) from picture) as pictures
       from person p where p.demonstration = $1`,
    [identity],
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
};

/** Attack 3 and 10. */
export async function ended({ ports: [port], host, db, found }: Attack) {
  const words = '冒充别人写的话';
  const resident = await stolen({ port, host }, 'resident-14', 'name="words"', comment);
  const worker = await stolen({ port, host }, 'social-worker', 'type="file"', '/desk/zhuguang/register');
  const before = [await keptOf(db, 'resident-14'), await keptOf(db, 'social-worker')];
  const thief = (cookie: string) => visitor({ port, host, found: cookie });
  const one = thief(resident.cookie);
  const answers: Record<string, Said> = {
    comment: await one.post(comment, { ...resident.fields, stance: '', words }),
    elsewhere: await one.post('/act/demo/nowhere/at/all', { ...resident.fields, stance: '', words, extra: words }),
    picture: await one.post('/api/pictures', { ...resident.fields, back: comment, caption: words }),
  };
  const other = thief(worker.cookie);
  const file = new File(['楼栋,单元,门牌\n1,1,101'], 'register.csv', { type: 'text/csv' });
  answers.register = await other.post('/api/register', { ...worker.fields, file });
  for (const [name, { status, body, location = '' }] of Object.entries(answers)) {
    if (![303, 404, 409].includes(status) || (status === 303 && !location.includes('/sign-in')))
      found.push(`attack 3: ${name} with a session that is over: ${status} ${location}`);
    if (body.includes('竹光') || body.includes('居民家')) found.push(`attack 3: ${name} shows a page of somebody's`);
  }
  for (const [at, identity] of ['resident-14', 'social-worker'].entries())
    if ((await keptOf(db, identity)) !== before[at]) found.push(`attack 3: a session that is over changed ${identity}`);
  await resident.owner.become('resident-14');
  for (const page of [comment, '/me', '/act/demo/nowhere/at/all'])
    if ((await resident.owner.get(page)).body.includes(words))
      found.push(`attack 3: ${page} begins with a thief's words`);
  const { rows } = await db.query(`select path, values from kept_post where values::text like '%' || $1 || '%'`, [
    words,
  ]);
  for (const { path, values } of rows)
    if (path !== comment || 'extra' in values) found.push(`attack 3: ${path} keeps ${Object.keys(values)}`);
  for (const [who, cookie] of Object.entries({ stranger: '', 'session that is over': worker.cookie }))
    for (const path of ['/api/pictures', '/api/register', comment]) {
      const { status, took } = await announced({ port, host, path, cookie });
      if (status !== 401 || took > 4_000)
        found.push(`attack 10: a long body of a ${who} to ${path}: ${status} after ${took} ms`);
    }
  for (const visit of [resident.owner, worker.owner, one, other]) visit.end();
}
