import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, test } from 'node:test';
import { exportOfMe } from '@/features/account/queries';
import { endCare, writeCare } from '@/features/visits/commands/care';
import { recordVisit } from '@/features/visits/commands/visit';
import { doorHome } from '@/features/visits/queries/home';
import { myVisits } from '@/features/visits/queries/mine';
import { filesBelow } from '@/scripts/test-files.mjs';
import { logThings } from '@/server/log';
import { closeAll, makeCommunity, sql } from './fixture';
import { value } from './office';

after(closeAll);

const CARED = '查出了病药费借了八万';
const SAID = '下楼要扶台阶滑得很';

type Kind = 'query' | 'boardQuery' | 'personQuery' | 'openQuery' | 'districtQuery' | 'officeQuery';
type Read = (as: unknown, input?: unknown) => Promise<unknown>;

/** Every read there is, by the file it is in. */
async function reads(): Promise<{ name: string; kind: Kind; read: Read }[]> {
  const files = filesBelow('.', 'features').filter((file) => /\/queries(\/[^/]+)?\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const made = fs.readFileSync(file, 'utf8').matchAll(/export const (\w+) = (\w*[qQ]uery)[<(]/g);
      const module = await import(`../${file}`);
      return [...made].map(([, name = '', kind]) => ({ name, kind: kind as Kind, read: module[name] as Read }));
    }),
  );
  return found.flat();
}

test('what somebody confides is in one table, and no read of anybody else gives it away', async () => {
  const here = await makeCommunity();
  here.at('2022-04-15T10:00');
  const helper = await here.captain(here.entrance('14', 1));
  const household = here.household('14', 0);
  const one = await here.resident(household);
  const spoken = { met: '老人', said: SAID, done: '扶下楼', follows: '问扶手', person: String(one) };
  const visit = { household, purpose: 'comfort', outcome: 'met', on: '2022-04-15T09:30', place: 'home', ...spoken };
  value(await recordVisit(here.by(helper), visit));
  const confided = { household, consent: 'said', agreed: '本人', words: CARED, person: String(one) };
  value(await writeCare(here.by(helper), confided));

  const tables = await sql<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'board', 'drizzle', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm')`,
  );
  const holding = async (word: string) => {
    const each = tables.map(({ name }) => `select '${name}' as name from ${name} t where strpos(t::text, $1) > 0`);
    return (await sql<{ name: string }>(each.join(' union '), [word])).map(({ name }) => name);
  };
  assert.deepEqual(await holding(CARED), ['care_note']);
  assert.deepEqual(await holding(SAID), ['home_visit']);

  const seen = async (found: Promise<unknown>) => JSON.stringify(await found).includes(CARED);
  assert.equal(await seen(doorHome(here.by(helper), { household })), true);
  assert.equal(await seen(myVisits(one, {})), true);
  assert.equal(await seen(exportOfMe(one, undefined)), true);

  const office = await here.staff('party-secretary');
  for (const role of ['governance-secretary', 'hotline', 'property', 'auditor'] as const)
    await here.grant(office, role);
  const others = {
    flatmate: await here.resident(household),
    captainElsewhere: await here.captain(here.entrance('15', 1)),
    worker: await here.staff('social-worker'),
    office,
  };
  const [note] = await sql<{ id: number }>('select id from care_note where community_id = $1', [here.communityId]);
  const words = { month: '2022-04', day: '2022-04-15', from: '2022-04-01', to: '2022-05-01', q: CARED, of: 'homes' };
  const inputs = [1, household].map((id) => ({
    ...Object.fromEntries(
      ['no', 'id', 'need', 'proposal', 'round', 'person', 'unit', 'case', 'note', 'works'].map((key) => [key, id]),
    ),
    ...words,
    household,
    entrance: here.entrance('14', 1),
    homes: [household],
    after: null,
    district: 'none',
  }));
  const all = await reads();
  assert.equal(all.length > 250, true, `${all.length} reads`);
  /** What all reads tell somebody, and how many told anything. */
  const toldTo = async (person: number) => {
    const told: { name: string; text: string }[] = [];
    for (const { name, kind, read } of all)
      for (const input of inputs) {
        const as = { query: here.by(person), boardQuery: here.slug, personQuery: person, officeQuery: person };
        const answer = await (kind in as ? read(as[kind as keyof typeof as], input) : read(input)).catch(String);
        if (answer !== undefined) told.push({ name, text: JSON.stringify(answer) ?? '' });
      }
    return told;
  };
  const giving = (told: { name: string; text: string }[], word: string) => [
    ...new Set(told.filter(({ text }) => text.includes(word)).map(({ name }) => name)),
  ];
  for (const [who, person] of Object.entries(others)) {
    const told = await toldTo(person);
    assert.equal(new Set(told.map(({ name }) => name)).size > 30, true, `${who} reads something`);
    assert.deepEqual(giving(told, CARED), [], who);
    const goesThere = who === 'worker' ? ['doorHome'] : [];
    assert.deepEqual(giving(told, SAID), goesThere, who);
  }
  assert.deepEqual(await holding(CARED), ['care_note'], 'all the while it was there to be read');
  value(await endCare(here.by(one), { note: note?.id }));
  assert.deepEqual(await holding(CARED), []);
});

test('a write that breaks down leaves no word of it in the log', async () => {
  const here = await makeCommunity();
  const worker = await here.staff('social-worker');
  const lines: string[] = [];
  const { write } = process.stdout;
  await sql(`alter table care_note add constraint broken check (consent = '') not valid`);
  try {
    const confided = { household: here.household('14', 0), consent: 'said', agreed: '本人', words: CARED };
    const failure = await writeCare(here.by(worker), confided).then(
      () => null,
      (error: unknown) => error,
    );
    assert.match(String(failure), /broken|Failed query/);
    process.stdout.write = (text) => lines.push(String(text)) > 0;
    logThings('error', [failure]);
  } finally {
    process.stdout.write = write;
    await sql('alter table care_note drop constraint broken');
  }
  assert.equal(lines.length, 1);
  assert.equal(lines.join('').includes(CARED), false, lines.join(''));
});
