import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { boardCallbacks } from '@/features/callbacks/queries';
import { contentTold, SOME } from '@/lib/telling';
import { sql } from './fixture';
import type { Tried } from './history';
import type { Lives } from './lives';

const WAVES = ['first_snow', 'four_weeks', 'ninety_days'];

/** Each answer that says the plan was changed is one promise of the site, in its own words; the site builds what was signed last. */
async function promisedExactly(w: Lives): Promise<void> {
  const wrong = await sql(
    `with site as (select * from works where community_id = $1 order by id desc limit 1),
       due as (select o.id, o.answer from objection o join site s on s.proposal_id = o.proposal_id
         where o.community_id = $1 and o.merged_into is null and o.answer_kind in ('adopted', 'adopted_another_way', 'partly')
           and o.state not in ('raised', 'acknowledged', 'withdrawn'))
     select due.id, due.answer, c.id as promise, c.text from due left join commitment c on c.community_id = $1
       and c.works_id = (select id from site) and c.objection_id = due.id
      where c.text is distinct from due.answer`,
    [w.communityId],
  );
  assert.deepEqual(wrong, [], 'an answer without its promise');
  const twice = await sql(
    `select works_id, objection_id from commitment where community_id = $1 group by 1, 2 having count(*) > 1`,
    [w.communityId],
  );
  assert.deepEqual(twice, [], 'an answer promised twice');
  const other = await sql(
    `select s.no from works s where s.community_id = $1 and s.resolution_id <> (select max(x.id) from resolution x
       where x.community_id = $1 and x.signed_at <= s.started_at)`,
    [w.communityId],
  );
  assert.deepEqual(other, [], 'works of another resolution');
}

/** Of every place that was planned it is known where it is; it stands, or is missing with a reason and a day. */
async function placedLawfully(w: Lives): Promise<void> {
  const wrong = await sql(
    `with site as (select * from works where community_id = $1 order by id desc limit 1)
     select m.position, null as place from milestone m join site s on s.id = m.works_id
      where m.community_id = $1 and m.in_places and m.target > (select count(*) from works_place z
        where z.community_id = $1 and z.milestone_id = m.id)
     union all select m.position, z.position from works_place z join milestone m on m.community_id = $1 and m.id = z.milestone_id
       join site s on s.id = m.works_id
      where z.community_id = $1 and not (z.built_on is null and z.missing_until is not null and z.missing_why <> '')
        and not (z.built_on is not null and z.checked_by is not null and z.checked_by <> z.built_by
          and exists (select 1 from picture x where x.community_id = $1 and x.subject = 'place' and x.subject_id = z.id)
          and not exists (select 1 from works_place_word w where w.community_id = $1 and w.place_id = z.id
            and w.outcome = 'refused' and w.mend_on is null)
          and not exists (select 1 from works_place_entrance y where y.community_id = $1 and y.place_id = z.id
            and not exists (select 1 from works_place_word w join household h on h.community_id = $1 and h.id = w.household_id
              where w.community_id = $1 and w.place_id = z.id and h.entrance_id = y.entrance_id)))`,
    [w.communityId],
  );
  assert.deepEqual(wrong, [], 'complete while a place neither stands nor is missing');
}

/** Every promise was looked at, and of every group somebody who lives in it, and neither built nor checked, has accepted. */
async function completedLawfully(w: Lives): Promise<void> {
  const [facts] = await sql<{ completed: boolean; open: number; groups: number; accepted: number; delegates: number }>(
    `with site as (select * from works where community_id = $1 order by id desc limit 1),
       given as (select a.* from acceptance a join site s on s.id = a.works_id
         join group_household g on g.community_id = $1 and g.household_id = a.household_id and g.group_id = a.group_id
         join residency y on y.community_id = $1 and y.household_id = a.household_id and y.person_id = a.delegate_id
        where a.community_id = $1 and a.outcome = 'accepted' and not exists (select 1 from milestone m
          where m.community_id = $1 and m.works_id = a.works_id and a.delegate_id in (m.reported_by, m.checked_by)))
     select (select completed_at is not null from site) as completed,
       (select count(*)::int from commitment c join site s on s.id = c.works_id where c.community_id = $1
         and (c.outcome is null or c.outcome = 'refused' and c.repair_on is null or c.decided_by is null)) as open,
       (select count(*)::int from affected_group where community_id = $1) as groups,
       count(distinct group_id)::int as accepted, count(distinct delegate_id)::int as delegates from given`,
    [w.communityId],
  );
  const groups = facts?.groups ?? 0;
  assert.deepEqual(facts, { completed: true, open: 0, groups, accepted: groups, delegates: groups }, 'not complete');
  await placedLawfully(w);
  await promisedExactly(w);
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** Who is called follows from the published seed, the groups, and who objected or complained; worked out anew. */
async function drawnLawfully(w: Lives): Promise<void> {
  const [wave] = await sql<{ id: number; wave: string; seed: string; due: string; on: string; hash: string }>(
    `select v.id, v.wave, v.seed, v.due_on::text as due, (v.completed_at at time zone 'Asia/Shanghai')::date::text as on,
       encode((select hash from resolution x where x.community_id = $1 and x.signed_at is not null
         order by x.id desc limit 1), 'hex') as hash
     from callback_wave v where v.community_id = $1 and v.completed_at = (select completed_at from works x
       where x.community_id = $1 order by x.id desc limit 1) order by v.id desc limit 1`,
    [w.communityId],
  );
  assert.ok(wave, 'drawn of something else than the last completion');
  assert.equal(wave.seed, `${wave.hash}:${wave.on}:${wave.wave}`);
  assert.ok(wave.due <= w.today(), 'drawn before its day');
  const members = await sql<{ id: number; group: number; objector: boolean; complained: boolean }>(
    `select g.household_id as id, g.group_id as "group",
       exists (select 1 from objection_raiser r join objection o on o.community_id = $1 and o.id = r.objection_id
         where r.community_id = $1 and r.household_id = g.household_id and o.proposal_id = g.proposal_id) as objector,
       exists (select 1 from case_link l join cases c on c.community_id = $1 and c.id = l.case_id
         where l.community_id = $1 and l.proposal_id = g.proposal_id and c.household_id = g.household_id) as complained
     from group_household g where g.community_id = $1 and g.proposal_id = $2`,
    [w.communityId, w.draft],
  );
  const expected = [...new Set(members.map((one) => one.group))].flatMap((group) => {
    const own = members.filter((one) => one.group === group);
    const always = own.filter((one) => one.objector || one.complained);
    const size = Math.max(5, Math.ceil(own.length / 5));
    const others = own
      .filter((one) => !one.objector && !one.complained)
      .map((one) => ({ one, key: sha(`${wave.seed}:${one.id}`) }));
    others.sort((a, b) => (a.key < b.key ? -1 : 1));
    const filled = others.slice(0, Math.max(0, size - always.length)).map(({ one }) => one);
    return [...always, ...filled].map(({ id, objector }) => ({ household: id, group, objector }));
  });
  const drawn = await sql<{ household: number; group: number; objector: boolean }>(
    `select household_id as household, group_id as "group", former_objector as objector from callback
      where community_id = $1 and wave_id = $2 order by household_id`,
    [w.communityId, wave.id],
  );
  expected.sort((a, b) => a.household - b.household);
  assert.deepEqual(drawn, expected, 'who is called');
}

/** Of what was noted just now: by the hotline, by nobody who had a part in it, and of the last completion. */
async function calledLawfully(w: Lives): Promise<void> {
  const wrong = await sql(
    `select k.id, k.caller_id from callback k join callback_wave v on v.community_id = $1 and v.id = k.wave_id
       join proposal p on p.community_id = $1 and p.id = v.proposal_id
      where k.community_id = $1 and k.at = $2 and (
        k.caller_id in (p.author_id, p.groups_named_by, p.groups_confirmed_by)
        or exists (select 1 from milestone m where m.community_id = $1 and k.caller_id in (m.reported_by, m.checked_by))
        or not exists (select 1 from grants g where g.community_id = $1 and g.person_id = k.caller_id and g.role = 'hotline')
        or v.completed_at is distinct from (select completed_at from works x where x.community_id = $1 order by x.id desc limit 1))`,
    [w.communityId, new Date(`${w.today()}T09:00:00+08:00`)],
  );
  assert.deepEqual(wrong, [], 'a call by somebody who had a part in it, or about an earlier completion');
}

/** The numbers of every wave that is over, from its calls. */
const counted = (w: Lives) =>
  sql<{
    wave: string;
    current: boolean;
    group: number;
    name: string;
    n: number;
    d: number;
    silent: number;
    asked: number;
  }>(
    `select v.wave, v.completed_at = (select max(x.completed_at) from callback_wave x where x.community_id = $1) as current,
       g.id as "group", g.name,
       count(k.*) filter (where k.reached and k.satisfaction in ('satisfied', 'fairly_satisfied'))::int as n,
       count(k.*) filter (where k.reached and k.satisfaction is not null)::int as d,
       count(k.*) filter (where not coalesce(k.reached and k.satisfaction is not null, false))::int as silent,
       count(k.*)::int as asked
     from callback_wave v join affected_group g on g.community_id = $1 and g.proposal_id = v.proposal_id
     left join callback k on k.community_id = $1 and k.wave_id = v.id and k.group_id = g.id
     where v.community_id = $1 and v.closed_at is not null group by 1, 2, 3, 4, v.id, g.position order by v.id, g.position`,
    [w.communityId],
  );

/** What went into the record and stands on the board is what the rows say; below its floor reopens, three above verify. */
async function closedLawfully(w: Lives): Promise<void> {
  const all = (await counted(w)).filter((one) => one.current);
  const [leaf] = await sql<{
    content: { wave: string; groups: object[] };
    state: string;
    open: number;
    stale: boolean;
  }>(
    `select c.content::json as content, p.state,
       (select count(*)::int from callback k join callback_wave v on v.community_id = $1 and v.id = k.wave_id
         where k.community_id = $1 and v.closed_at is not null and k.at is null) as open,
       (select max(v.completed_at) from callback_wave v where v.community_id = $1)
         is distinct from (select max(x.completed_at) from works x where x.community_id = $1) as stale
     from ledger_content c, proposal p where c.community_id = $1 and p.community_id = $1 and p.id = $2
      order by c.seq desc limit 1`,
    [w.communityId, w.draft],
  );
  const { content, state, open, stale } = leaf ?? {
    content: { wave: '', groups: [] },
    state: '',
    open: 1,
    stale: true,
  };
  const own = all.filter((one) => one.wave === content.wave);
  assert.deepEqual(
    content.groups,
    own.map(({ group, n, d, silent }) => ({ group, n, d, silent })),
    'the numbers on record',
  );
  assert.equal(open, 0, 'closed with open calls');
  assert.equal(stale, false, 'a wave of an earlier completion was closed');
  const passes = (some: typeof all) => some.length > 0 && some.every(({ n, d }) => d > 0 && 3 * n >= 2 * d);
  const every = WAVES.every((wave) => passes(all.filter((one) => one.wave === wave)));
  assert.equal(state, passes(own) ? (every ? 'verified' : 'verifying') : 'reopened');
  await printed(w, all);
}

async function printed(w: Lives, all: Awaited<ReturnType<typeof counted>>): Promise<void> {
  const board = await boardCallbacks(w.slug, { proposal: 1 });
  for (const { wave, closedAt, groups } of board ?? []) {
    const rows = all.filter((one) => one.wave === wave);
    const [a, b] = [groups.length, closedAt ? rows.length : 0];
    assert.equal(a, b, 'groups on the board');
    for (const [index, shown] of groups.entries()) {
      const row = rows[index];
      assert.ok(row);
      const { name, n, d, silent, asked } = row;
      const { households: _, ...numbers } = shown;
      const agrees = d >= SOME ? 3 * n >= 2 * d : null;
      assert.deepEqual(numbers, { name, asked, silent, answered: d, content: contentTold(d, n), agrees });
    }
  }
}

/** What a step that went through must have left. */
export async function lawful(w: Lives, { name, outcome, state }: Tried): Promise<void> {
  const answered = name === 'answer' && (state === 'building' || state === 'reopened');
  if (name === 'start works' || answered) return promisedExactly(w);
  if (name === 'complete') return completedLawfully(w);
  const byClock = outcome.ok && outcome.value === 'callbacks_draw';
  if (WAVES.some((wave) => name === `draw ${wave}`) || byClock) return drawnLawfully(w);
  if (name.startsWith('call')) return calledLawfully(w);
  if (name === 'close wave') return closedLawfully(w);
  return undefined;
}

/** Over the whole life: nobody checks what they report, nobody is counted twice, and verified only above every floor. */
export async function wholeLife(w: Lives): Promise<void> {
  const [broken] = await sql<{ self: number; twice: number; groups: number; foreign: number }>(
    `select (select count(*)::int from milestone where community_id = $1 and checked_by is not null
         and (checked_by = reported_by or reported_by is null or actual_on is null)) as self,
       (select count(*)::int from (select 1 from callback where community_id = $1 group by wave_id, household_id
         having count(*) > 1) x) as twice,
       (select count(*)::int from (select 1 from group_household where community_id = $1 group by household_id
         having count(*) > 1) x) as groups,
       (select count(*)::int from works where community_id = $1 and completed_at is not null and id <
         (select max(id) from works where community_id = $1) and completed_at > (select max(started_at) from works
           where community_id = $1)) as foreign`,
    [w.communityId],
  );
  assert.deepEqual(broken, { self: 0, twice: 0, groups: 0, foreign: 0 });
  const [row] = await sql<{ state: string }>('select state from proposal where community_id = $1 and id = $2', [
    ...[w.communityId, w.draft],
  ]);
  if (row?.state !== 'verified') return;
  const all = (await counted(w)).filter((one) => one.current);
  assert.deepEqual([...new Set(all.map((one) => one.wave))].sort(), WAVES);
  for (const { n, d, wave, name } of all) assert.ok(d > 0 && 3 * n >= 2 * d, `${name} in ${wave}: ${n} of ${d}`);
  await printed(w, all);
}
