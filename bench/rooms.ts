import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { hiddenFields, visitor } from '../tests/system/visitor';
import { quantile } from './figures';
import { type Load, load } from './load';

/** What is made anew for whoever asks, and who asks for it. */
export const madeForOne = {
  'what waits for me': ['resident-15', '/me'],
  'opinion form': ['resident-15', '/act/demo/rounds/2/opinion'],
  "a captain's doors": ['captain-14', '/door/demo'],
  "the desk's day": ['social-worker', '/desk/demo'],
  'a proposal at the desk': ['social-worker', '/desk/demo/proposals/1'],
} as const;
const writers = 16;
const towns = 10;
const everyone = Array.from({ length: writers }, (_, at) => `writer-${at + 1}`);

/** As many people like each of these: one person has one turn at a time. */
export async function settleVisitors(owner: pg.Client): Promise<void> {
  const models = [...new Set(Object.values(madeForOne).map(([who]) => who))];
  await owner.query(
    `insert into person (name, demonstration) select model, model || '-' || n
      from unnest($1::text[]) model, generate_series(1, $2::int) n`,
    [models, writers],
  );
  await owner.query(
    `with alike as (select m.id as model, p.id, n from person m cross join generate_series(1, $2::int) n
      join person p on p.demonstration = m.demonstration || '-' || n where m.demonstration = any($1)),
    offices as (insert into grants (community_id, person_id, role, entrance_id)
      select g.community_id, alike.id, g.role, g.entrance_id from alike join grants g on g.person_id = alike.model)
    insert into residency (community_id, household_id, person_id)
      select home.community_id, home.id, alike.id from alike join residency r on r.person_id = alike.model
        join household h on (h.community_id, h.id) = (r.community_id, r.household_id)
        join lateral (select other.community_id, other.id, row_number() over (order by other.id) as n from household other
          where (other.community_id, other.building_id) = (h.community_id, h.building_id) and other.id <> h.id
            and not exists (select from residency held where (held.community_id, held.household_id) = (other.community_id, other.id))
          ) home on home.n = alike.n`,
    [models, writers],
  );
}

/** Sixteen like this one, signed in. */
export async function cookiesOf(port: number, who: string): Promise<string[]> {
  const cookies = [];
  for (let n = 1; n <= writers; n += 1) {
    const visit = visitor({ port });
    await visit.become(`${who}-${n}`, who);
    cookies.push(visit.cookie());
    visit.end();
  }
  return cookies;
}

/** Sixteen visitors at once on each page, each of them somebody. */
export async function readRooms(port: number, seconds: number, row: (name: string, found: Load) => void) {
  for (const [name, [who, path]] of Object.entries(madeForOne)) {
    const target = { port, path, cookies: await cookiesOf(port, who) };
    await load({ ...target, seconds: 1 });
    const found = await load({ ...target, seconds });
    if (found.bad > 0) throw new Error(`${path}: ${found.bad} answers were not 200`);
    row(name, found);
  }
}

/**
 * Sixteen people with a home in each of ten communities, and one proposal there to speak of. What they say is of yesterday,
 * for nobody may say so much in a day.
 */
export async function settleWriters(owner: pg.Client): Promise<void> {
  await owner.query(`
    create function of_yesterday() returns trigger language plpgsql as $$
      begin new.at := new.at - interval '1 day'; return new; end $$;
    create trigger of_yesterday before insert on comment for each row execute function of_yesterday()`);
  await owner.query(
    'insert into person (name, demonstration) select name, name from unnest($1::text[]) with ordinality n (name, at) order by at',
    [everyone],
  );
  await owner.query(
    `with town as (
      insert into community (slug, name_zh, name_en, settings, invented)
      select 'writing-' || n, '第' || n || '社区', 'Town ' || n, c.settings, true
      from community c, generate_series(1, $1::int) n where c.slug = 'demo' returning id),
    head as (insert into ledger_head (community_id) select id from town),
    area as (insert into compound (community_id, name) select id, '' from town returning community_id, id),
    house as (insert into building (community_id, compound_id, name) select community_id, id, '1' from area
      returning community_id, id),
    stair as (insert into entrance (community_id, building_id, no) select community_id, id, 1 from house
      returning community_id, building_id, id),
    flat as (insert into unit (community_id, entrance_id, door, area)
      select community_id, stair.id, n::text, 5000 from stair, generate_series(1, $2::int) n
      returning community_id, entrance_id, id, door),
    home as (insert into household (community_id, unit_id, entrance_id, building_id)
      select community_id, flat.id, entrance_id, stair.building_id from flat join stair using (community_id)
      returning community_id, id, unit_id),
    resident as (insert into residency (community_id, household_id, person_id)
      select home.community_id, home.id, person.id from home join flat on flat.id = home.unit_id
        join person on person.demonstration = 'writer-' || flat.door returning 1)
    insert into proposal (community_id, no, kind, state, title, place, problem, author_id, submitted_at)
    select town.id, 1, 'other', 'submitted', '量一量', '门口', '为了测量编的', (select min(id) from person), moment() from town`,
    [towns, writers],
  );
  await owner.query('analyze');
}

/** Acknowledged comments of sixteen writers, each in its turn in the next of so many communities. */
export async function actIn(port: number, seconds: number, communities: number): Promise<Load> {
  const times: number[] = [];
  const crowd = await Promise.all(
    everyone.map(async (identity) => {
      const visit = visitor({ port });
      await visit.become(identity, 'resident-15');
      const forms = [];
      for (let town = 1; town <= communities; town += 1) {
        const path = `/act/writing-${town}/proposals/1/comment`;
        forms.push({ path, fields: hiddenFields((await visit.get(path)).body, 'name="words"') });
      }
      return { visit, forms };
    }),
  );
  const started = performance.now();
  await Promise.all(
    crowd.map(async ({ visit, forms }, at) => {
      for (let turn = at; performance.now() - started < seconds * 1000; turn += 1) {
        const form = forms[turn % forms.length];
        if (!form) throw new Error('nowhere to write');
        const asked = performance.now();
        const words = `测量用的话，${randomUUID()}`;
        const said = await visit.post(form.path, { ...form.fields, submission: randomUUID(), stance: 'for', words });
        if (said.status !== 303) throw new Error(`a comment was not taken: ${said.status}`);
        times.push(performance.now() - asked);
      }
      visit.end();
    }),
  );
  const perSecond = times.length / ((performance.now() - started) / 1000);
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), bad: 0, count: times.length };
}
