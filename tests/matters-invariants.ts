import assert from 'node:assert/strict';
import { FEW, MANY } from '@/lib/telling';
import { sql } from './fixture';
import type { Tried, World } from './history';

type Of = Pick<World, 'communityId'>;

/** The cells of every comparison that was counted, worked out anew: own before recorded, later before earlier, else what stands from before. */
const RECOUNT = `
  with here as (select * from comparison where community_id = $1 and closed_at is not null),
    word as (select distinct on (w.comparison_id, w.household_id) w.* from alternative_word w
      join here c on c.id = w.comparison_id where w.community_id = $1 and w.received_at < c.closes_at
      order by w.comparison_id, w.household_id, w.own desc, w.seq desc),
    stood as (select h.alternative_id, h.group_id, h.household_id, coalesce(x.answer, s.answer) as answer,
        word.takes_id = h.alternative_id as takes,
        (select bool_or(v.outcome = 'refused') from alternative_visit v where v.community_id = $1
          and v.comparison_id = c.id and v.household_id = h.household_id) as refused
      from alternative_household h join alternative a on a.community_id = $1 and a.id = h.alternative_id
      join here c on c.id = a.comparison_id
      left join word on word.comparison_id = c.id and word.household_id = h.household_id
      left join alternative_answer x on x.community_id = $1 and x.word_id = word.id and x.alternative_id = h.alternative_id
      left join alternative_standing t on t.community_id = $1 and t.alternative_id = h.alternative_id
        and t.household_id = h.household_id
      left join alternative_answer s on s.community_id = $1 and s.word_id = t.word_id and s.alternative_id = t.earlier_id
      where h.community_id = $1)
  select alternative_id, group_id, count(*) filter (where answer = 'can')::int as supports,
    count(*) filter (where answer = 'cannot')::int as opposes, count(*) filter (where answer = 'no_view')::int as no_view,
    count(*) filter (where answer is null and refused)::int as refused,
    count(*) filter (where answer is null and not refused)::int as not_home,
    count(*) filter (where answer is null and refused is null)::int as not_tried,
    count(*) filter (where answer = 'can' and takes)::int as takes
  from stood group by 1, 2 order by 1, 2`;

interface Cells {
  alternative_id: number;
  supports: number;
  opposes: number;
  no_view: number;
  refused: number;
  not_home: number;
  not_tried: number;
}

/** Whether `a` is a smaller share than `b` of those who took a side; where nobody did, nobody can. */
const below = (a: Cells, b: Cells) =>
  a.supports * Math.max(1, b.supports + b.opposes) < b.supports * Math.max(1, a.supports + a.opposes);

/** Which of a comparison's alternatives has the strongest weakest group, of those whose every group was reached enough. */
function strongest(all: ReadonlyMap<number, Cells[]>, [n, of]: readonly [number, number]): number[] {
  const weakest = [...all].flatMap(([id, groups]) => {
    const enough = groups.every((one) => {
      const reached = one.supports + one.opposes + one.no_view;
      return reached * of >= (reached + one.refused + one.not_home + one.not_tried) * n;
    });
    return enough ? [{ id, least: groups.reduce((low, one) => (below(one, low) ? one : low)) }] : [];
  });
  return weakest.filter(({ least }) => weakest.every((other) => !below(least, other.least))).map(({ id }) => id);
}

/** Each home stands in one cell of each alternative that concerns it, and what is proposed follows from the cells. Says how many groups. */
export async function comparedOnce({ communityId }: Of): Promise<number> {
  const recount = await sql<Cells>(RECOUNT, [communityId]);
  const kept = await sql<{ published: { kinds: string[]; count: number }[]; [cell: string]: unknown }>(
    'select * from alternative_cell where community_id = $1 order by alternative_id, group_id',
    [communityId],
  );
  assert.equal(kept.length, recount.length);
  for (const [index, expected] of recount.entries()) {
    const cells = kept[index];
    for (const [name, value] of Object.entries(expected)) assert.equal(cells?.[name], value, name);
    const reached = expected.supports + expected.opposes + expected.no_view;
    for (const { kinds, count } of cells?.published ?? [])
      if (kinds.length < 3) assert.ok(reached >= MANY && (count === 0 || count >= FEW), 'no number of one or two');
  }
  const results = await sql<{ comparison: number; alternative: number; proposed: boolean; reach: [number, number] }>(
    `select a.comparison_id as comparison, r.alternative_id as alternative, r.proposed, p.settings->'reach' as reach
       from alternative_result r join alternative a on a.community_id = $1 and a.id = r.alternative_id
       join community p on p.id = $1 where r.community_id = $1 order by r.alternative_id`,
    [communityId],
  );
  for (const comparison of new Set(results.map((one) => one.comparison))) {
    const own = results.filter((one) => one.comparison === comparison);
    const groups = own.map(
      ({ alternative }) => [alternative, recount.filter((one) => one.alternative_id === alternative)] as const,
    );
    assert.deepEqual(
      own.filter(({ proposed }) => proposed).map(({ alternative }) => alternative),
      strongest(new Map(groups), own[0]?.reach ?? [1, 1]),
      'what is proposed',
    );
  }
  return recount.length;
}

/** From where a home's repair comes to each step. */
const BEFORE: Readonly<Record<string, readonly (string | undefined)[]>> = {
  reported: [undefined, 'dropped'],
  looked: ['reported', 'leaks_again'],
  repaired: ['looked', 'refused'],
  confirmed: ['repaired', 'confirmed', 'refused'],
  refused: ['repaired', 'confirmed', 'refused'],
  leaks_again: ['confirmed'],
  dropped: ['reported', 'looked', 'refused', 'leaks_again'],
};

interface HomeStep {
  unit: number;
  step: string;
  person: number | null;
  recorder: number | null;
  lives: boolean;
  state: string;
}

/** Home by home: each step follows the one before it, only whoever lives there judges or nobody who repaired it, and no home opens another. */
export async function homesLawful({ communityId }: Of): Promise<number> {
  const steps = await sql<HomeStep>(
    `select s.unit_id as unit, s.step, s.person_id as person, s.recorder_id as recorder, u.state,
       exists (select 1 from residency y where y.community_id = $1 and y.household_id = s.household_id
         and y.person_id = s.person_id) as lives
     from repair_step s join repair_unit u on u.community_id = $1 and u.id = s.unit_id
      where s.community_id = $1 order by s.unit_id, s.id`,
    [communityId],
  );
  const units = new Set(steps.map(({ unit }) => unit));
  for (const unit of units) {
    const own = steps.filter((one) => one.unit === unit);
    for (const [index, { step, person, recorder, lives }] of own.entries()) {
      const before = own[index - 1]?.step;
      assert.ok(BEFORE[step]?.includes(before), `a home went from ${before} to ${step}`);
      if (step !== 'confirmed' && step !== 'refused') continue;
      const builder = own.slice(0, index).findLast((one) => one.step === 'repaired')?.person;
      if (recorder === null) assert.ok(lives, 'somebody else said whether a home is good');
      else assert.ok(person === null && recorder !== builder, 'whoever repaired a home wrote down that it is good');
      if (before !== 'repaired') assert.ok(recorder === null, 'a word was written down over another');
    }
    const last = own.at(-1);
    const stands = last?.step === 'leaks_again' ? 'reported' : last?.step;
    assert.equal(last?.state, stands, 'how far a home is, and its last step');
  }
  const alone = await sql(
    `select 1 from repair r where r.community_id = $1 and r.started_by is not null and (r.started_by = r.opened_by
       or exists (select 1 from repair_unit u join residency y on y.community_id = $1 and y.household_id = u.household_id
         join repair_step s on s.community_id = $1 and s.unit_id = u.id and s.step = 'reported' and s.at <= r.started_at
        where u.community_id = $1 and u.repair_id = r.id and u.state <> 'dropped' and y.person_id = r.started_by))`,
    [communityId],
  );
  assert.deepEqual(alone, [], 'a list was begun by whoever made it, or lives on it');
  return units.size;
}

/** The short way: two people, three whole days, under the limit, ended by one reason, and judged by nobody who did it. */
export async function shortLawful({ communityId }: Of): Promise<number> {
  const [found] = await sql<{ n: number; wrong: unknown[] | null }>(
    `select count(*)::int as n, json_agg(w) filter (where
        confirmed_by = proposed_by or cost > most
        or hangs_until is distinct from ((confirmed_at at time zone 'Asia/Shanghai')::date + 4)::timestamp at time zone 'Asia/Shanghai'
        or done_on is not null and (confirmed_by is null or done_on < (hangs_until at time zone 'Asia/Shanghai')::date)
        or answered_by is not null and answered_by = done_by
        or exists (select 1 from short_objection o where o.community_id = $1 and o.short_id = w.id)
          and (ended_at is null or done_at is not null)) as wrong
     from short_way w where w.community_id = $1 and (w.confirmed_at is not null or w.done_at is not null)`,
    [communityId],
  );
  assert.equal(found?.wrong, null, 'went the short way otherwise');
  return found?.n ?? 0;
}

/** Every condition of the newest list is of objections whose words hang. */
async function conditionsHang({ communityId }: Of): Promise<void> {
  const wrong = await sql(
    `select r.no, r.objection_id from condition_raised r
      where r.community_id = $1 and r.list_id = (select max(id) from condition_list where community_id = $1)
        and not exists (select 1 from objection_raiser w where w.community_id = $1 and w.objection_id = r.objection_id
          and w.wording_approved is not null and w.verdict is distinct from 'withdrawn')`,
    [communityId],
  );
  assert.deepEqual(wrong, [], 'a condition of words that do not hang');
}

/** Whoever was asked beyond the wall has answered, or is not needed any more. */
async function nobodyWaits({ communityId }: Of): Promise<void> {
  const open = await sql(
    `select organisation, state from outside_consent where community_id = $1 and state in ('waiting', 'refused')`,
    [communityId],
  );
  assert.deepEqual(open, [], 'signed while somebody beyond the wall had not consented');
}

/** It is over where each home on the list has said that it is good. */
async function allGood(w: World, { state }: Tried): Promise<void> {
  const [now] = await sql<{ state: string; open: number }>(
    `select p.state, (select count(*)::int from repair_unit u where u.community_id = $1
        and u.state not in ('confirmed', 'dropped')) as open from proposal p where p.community_id = $1 and p.id = $2`,
    [w.communityId, w.draft],
  );
  if (now?.state === 'verified' && state !== 'verified') assert.equal(now.open, 0, 'over while a home is not good');
}

const ENDS = ['judge home', 'judge home at the door', 'off the list', 'complete homes'];

/** What a step that went through must have left. */
export async function lawfulMatter(w: World, tried: Tried): Promise<void> {
  if (tried.name === 'mark conditions') await conditionsHang(w);
  if (tried.name === 'sign') await nobodyWaits(w);
  if (ENDS.includes(tried.name)) await allGood(w, tried);
}
