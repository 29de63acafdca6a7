import { createHash } from 'node:crypto';
import pg from 'pg';

/** A count of what households said: no number from 1 to 2 leaves the database. */
const fromThree = (count: string) => `nullif(nullif((${count})::int, 1), 2)`;
const few = (count: string) => `${count} between 1 and 2`;

/** Whoever ever raised the objection `o`, and what they think of the answer in force. */
const raisers = `left join lateral (select count(*)::int as all,
    count(*) filter (where r.verdict = 'withdrawn')::int as withdrawn,
    count(*) filter (where r.verdict = 'maintained')::int as maintained,
    count(*) filter (where r.verdict is null)::int as silent,
    count(*) filter (where r.verdict is null and r.tries_to_reach < 2)::int as reachable,
    bool_or(r.wording_approved is not null and r.verdict is distinct from 'withdrawn') as approved
  from public.objection_raiser r where r.community_id = o.community_id and r.objection_id = o.id) r on true`;

const wordsOf = (kind: string) => `case when o.escalated_at is not null then (select e.words
  from public.objection_event e where e.community_id = o.community_id and e.objection_id = o.id and e.kind = '${kind}'
  order by e.id desc limit 1) end`;

const published = (plan: string) =>
  `join public.plan p on p.community_id = ${plan}.community_id and p.id = ${plan}.plan_id and p.state = 'published'`;

/** The building of the household `id`. */
const buildingOf = (row: string, id: string) => `(select b.name from public.household h
  join public.building b on b.community_id = h.community_id and b.id = h.building_id
  where h.community_id = ${row}.community_id and h.id = ${row}.${id})`;

const declared = (name: string) =>
  `coalesce((e.detail->>('group_' || g.position || '_${name}'))::int, 0) as ${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`;

/** What may stand alone as one or two: how many were reached, and how many were not. */
const safe = `(x->'kinds' @> '["supports", "conditional", "opposes", "noView"]'
  or x->'kinds' @> '["refused", "notHome", "notTried"]')`;

/**
 * Everything the notice board can read, by name. A view has the name of the table it shows a part of, so the board's
 * reads are written as any other; the rest are counts. None has a name, a phone, a door, a household, a person, a word
 * that was not meant for the board, or a count from 1 to 2 of what households said. Communities are kept apart by the
 * policies of the tables, which hold for the views' owner.
 */
export const boardViews: Record<string, string> = {
  community: `select id, slug, name_zh, name_en, place_zh, place_en, settings, invented, created_at from public.community`,

  building: `select community_id, id, name from public.building`,

  term: `select community_id, from_day, to_day, closed_at from public.term`,

  cases: `select community_id, id, no, kind, title, category, place, building_id, happened_at from public.cases`,

  case_link: `select community_id, case_id, proposal_id, side from public.case_link`,

  proposal: `select p.community_id, p.id, p.no, p.kind, p.state, p.title, p.place, p.problem, p.ask, p.rule,
      p.look_again_on, p.submitted_at, p.state_at, p.last_event_at, ${buildingOf('p', 'author_household_id')} as building,
      p.recorded_by is not null as on_behalf, p.groups_confirmed_by is not null as groups_confirmed,
      ${fromThree(`select count(*) from public.support s
        where s.community_id = p.community_id and s.proposal_id = p.id`)} as supporters
    from public.proposal p where p.no is not null and p.state <> 'draft'`,

  proposal_event: `select community_id, id, proposal_id, kind, to_state, role,
      case when role in ('resident', 'captain') and kind <> 'reopened' then '' else reason end as reason,
      (detail->>'k')::int as k, (detail->>'version')::int as version,
      case when kind = 'declined' then detail->>'askInstead' end as ask_instead, at
    from public.proposal_event`,

  declaration: `select community_id, event_id, proposal_id, round, position, households, reached,
      case when told then took_side end as took_side, case when told then agreeing end as agreeing,
      case when told then conditions_met end as conditions_met
    from (select d.*, not (${few('agreeing - conditions_met')} or ${few('conditions_met')}
          or ${few('took_side - agreeing')} or ${few('reached - took_side')}) as told
        from (select e.community_id, e.id as event_id, e.proposal_id, (e.detail->>'round')::int as round, g.position,
            ${['households', 'reached', 'tookSide', 'agreeing', 'conditionsMet'].map(declared).join(', ')}
          from public.proposal_event e
          join public.affected_group g on g.community_id = e.community_id and g.proposal_id = e.proposal_id
          where e.kind = 'agreed') d) d`,

  affected_group: `select g.community_id, g.id, g.proposal_id, g.position, g.name, g.effect, g.why, g.households,
      (select count(distinct c.id)::int from public.case_link l
        join public.cases c on c.community_id = l.community_id and c.id = l.case_id
        left join public.household h on h.community_id = c.community_id and h.id = c.household_id
        join public.group_place gp on gp.community_id = l.community_id and gp.group_id = g.id
          and gp.building_id = c.building_id and (gp.entrance_id is null or gp.entrance_id = h.entrance_id)
        where l.community_id = g.community_id and l.proposal_id = g.proposal_id) as cases,
      coalesce((select json_agg(k.name order by length(k.name), k.name) from (select distinct b.name
        from public.building b where b.community_id = g.community_id and b.id = any (array(select h.building_id
          from public.household h where h.community_id = g.community_id and h.id = any (array(select m.household_id
            from public.group_household m where m.community_id = g.community_id and m.group_id = g.id))))) k), '[]') as buildings
    from public.affected_group g`,

  legal_gate: `select community_id, id, proposal_id, key, state, evidence, decided_on from public.legal_gate`,

  merger: `select community_id, id, proposal_id, into_id, at, undone_at from public.merger`,

  comment: `select c.community_id, c.id, c.proposal_id, c.stance, ${buildingOf('c', 'household_id')} as building, c.at,
      case when c.hidden_reason is null then x.words end as words, c.hidden_reason
    from public.comment c
    left join public.comment_content x on x.community_id = c.community_id and x.comment_id = c.id`,

  picture: `select community_id, id, subject, subject_id, position, caption, small_width, small_height, width, height,
      on_board
    from public.picture where on_board and subject in ('proposal', 'plan', 'milestone')`,

  plan: `select community_id, id, proposal_id, version, title, summary, cost, cost_note, state, row_version,
      published_at, hash
    from public.plan where state = 'published'`,

  clause: `select c.community_id, c.id, c.plan_id, c.no, c.text from public.clause c ${published('c')}`,

  plan_change: `select c.community_id, c.id, c.plan_id, c.clause_no, c.note, c.objection_ids, c.legal_gate_id,
      c.technical_reason
    from public.plan_change c ${published('c')}`,

  plan_materiality: `select m.community_id, m.id, m.plan_id, m.group_id, m.material, m.reason
    from public.plan_materiality m ${published('m')}`,

  round: `select community_id, id, no, proposal_id, k, plan_version, opens_at, closes_at, closed_at, state, summary
    from public.round`,

  round_group: `select n.community_id, n.round_id, n.group_id, n.households, n.asked,
      case when n.state <> 'closed' then n.reached end as reached,
      case when c.published is null then null
        when exists (select 1 from jsonb_array_elements(c.published) x
          where ${few(`(x->>'count')::int`)} and not ${safe})
        then jsonb_build_array(
          jsonb_build_object('kinds', jsonb_build_array('supports', 'conditional', 'opposes', 'noView'),
            'count', c.supports + c.conditional + c.opposes + c.no_view),
          jsonb_build_object('kinds', jsonb_build_array('refused', 'notHome', 'notTried'),
            'count', c.refused + c.not_home + c.not_tried))
        else c.published end as published
    from (select e.community_id, e.round_id, e.group_id, r.state, count(*)::int as households,
        count(*) filter (where e.asked)::int as asked,
        count(*) filter (where r.state <> 'closed' and (e.standing_opinion_id is not null or exists (
          select 1 from public.opinion o where o.community_id = e.community_id and o.round_id = e.round_id
            and o.household_id = e.household_id)))::int as reached
      from public.electorate e
      join public.round r on r.community_id = e.community_id and r.id = e.round_id
      group by e.community_id, e.round_id, e.group_id, r.state) n
    left join public.round_cell c on c.community_id = n.community_id and c.round_id = n.round_id
      and c.group_id = n.group_id`,

  round_source: `select r.community_id, r.id as round_id,
      case when not (${few('s.own')} or ${few('s.recorded')}) then s.own end as own,
      case when not (${few('s.own')} or ${few('s.recorded')}) then s.recorded end as recorded,
      k.drawn, ${fromThree('k.same + k.different')} as asked,
      case when not (${few('k.same')} or ${few('k.different')}) then k.same end as same,
      case when not (${few('k.same')} or ${few('k.different')}) then k.different end as different, k.not_reached
    from public.round r
    cross join lateral (select count(*) filter (where h.own)::int as own, count(*) filter (where not h.own)::int as recorded
      from (select bool_or(o.own) as own from public.opinion o
        where o.community_id = r.community_id and o.round_id = r.id group by o.household_id) h) s
    cross join lateral (select count(*)::int as drawn, count(*) filter (where x.outcome = 'same')::int as same,
        count(*) filter (where x.outcome = 'different')::int as different,
        count(*) filter (where x.outcome = 'not_reached')::int as not_reached
      from public.recheck x join public.opinion o on o.community_id = x.community_id and o.id = x.opinion_id
      where x.community_id = r.community_id and o.round_id = r.id) k
    where r.state = 'closed'`,

  objection: `select o.community_id, o.id, o.no, o.proposal_id, o.group_id, o.ground, o.weight,
      case when r.approved then o.wording end as wording,
      case when r.all > 0 and r.withdrawn = r.all then 'withdrawn'
        when o.answer_kind is null then case when o.answered_at is not null then 'reopened'
          when o.state <> 'raised' then 'acknowledged' else 'raised' end
        when r.maintained > 0 then 'maintained'
        when r.all > 0 and r.silent = 0 then 'settled'
        when o.answer_kind = 'adopted' and r.silent > 0 and r.reachable = 0 then 'lapsed'
        else 'answered' end as state,
      o.answer_kind, o.answer, o.answer_version, o.answer_clause, o.escalated_at, o.raised_at, o.merged_into,
      ${fromThree('r.all')} as households, ${wordsOf('own_words')} as own_words, ${wordsOf('escalated')} as escalation
    from public.objection o ${raisers} where o.merged_into is null`,

  notice: `select n.community_id, n.id, n.proposal_id, n.plan_version, n.from_at, n.to_at, n.state,
      ${fromThree(`select count(*) from public.notice_opposition x where x.community_id = n.community_id
        and x.notice_id = n.id and x.replaced_at is null`)} as oppositions
    from public.notice n`,

  resolution: `select community_id, id, no, proposal_id, notice_id, plan_version,
      case when signed_at is not null then canonical end as canonical, hash, signed_at, leaf_seq
    from public.resolution`,

  signature: `select community_id, resolution_id, role, at from public.signature`,

  works: `select community_id, id, no, proposal_id, resolution_id, contractor, budget, permits, warranty_months,
      started_at, last_report_at, completed_at
    from public.works`,

  milestone: `select community_id, id, works_id, position, name, planned_on, actual_on, unit, target, actual, note,
      checked_at
    from public.milestone`,

  commitment: `select community_id, id, works_id, objection_id, text, outcome, repair_on from public.commitment`,

  acceptance: `select community_id, works_id, group_id, outcome, at, repair_on from public.acceptance`,

  callback_wave: `select community_id, id, proposal_id, wave, completed_at, closed_at, seed from public.callback_wave`,

  callback_group: `select community_id, wave_id, group_id, households, asked, ${fromThree('always')} as always,
      ${fromThree('answered')} as answered,
      case when not (${few('answered')} or ${few('content')} or ${few('answered - content')}) then content end as content
    from (select cb.community_id, cb.wave_id, cb.group_id, count(*)::int as asked,
        count(*) filter (where cb.former_objector or cb.case_id is not null)::int as always,
        count(*) filter (where cb.reached and cb.satisfaction is not null)::int as answered,
        count(*) filter (where cb.reached and cb.satisfaction in ('satisfied', 'fairly_satisfied'))::int as content,
        (select count(*)::int from public.group_household m
          where m.community_id = cb.community_id and m.group_id = cb.group_id) as households
      from public.callback cb
      join public.callback_wave v on v.community_id = cb.community_id and v.id = cb.wave_id and v.closed_at is not null
      where cb.group_id is not null group by cb.community_id, cb.wave_id, cb.group_id) n`,

  rate_period: `select community_id, id, from_day, to_day, profile, effective, contacted, resolved, satisfied,
      fairly_satisfied, derived, recorded_at
    from public.rate_period`,

  ledger_head: `select community_id, size, chain from public.ledger_head`,

  ledger_leaf: `select community_id, seq, act, leaf_hash, chain, at from public.ledger_leaf`,
};

const definition = createHash('sha256').update(JSON.stringify(boardViews)).digest('hex');

/** Takes the board's views away, so that a migration can change what they read. */
export const dropBoard = (client: pg.Client) => client.query('drop schema if exists board cascade');

/**
 * Makes schema `board` anew when it is not the one of this checkout. Its views belong to `views`, which can read the
 * tables they name and no other, in the community that was entered; `board` can read the views and nothing else.
 */
export async function installBoard(client: pg.Client, { board, views }: { board: string; views: string }) {
  const found = await client.query(`select obj_description(to_regnamespace('board'), 'pg_namespace') as made`);
  if (found.rows[0]?.made === definition) return;
  const tables = new Set(
    Object.values(boardViews).flatMap((view) => [...view.matchAll(/public\.([a-z_]+)/g)].map(([name]) => name)),
  );
  const made = Object.entries(boardViews).map(
    ([name, view]) => `create view board.${pg.escapeIdentifier(name)} with (security_barrier) as ${view};
      alter view board.${pg.escapeIdentifier(name)} owner to ${views};
      grant select on board.${pg.escapeIdentifier(name)} to ${board};`,
  );
  await client.query('begin');
  await dropBoard(client);
  await client.query(`create schema board;
    revoke all on all tables in schema public from ${board}, ${views};
    grant usage on schema public to ${board}, ${views};
    grant select on ${[...tables].join(', ')} to ${views};
    grant usage on schema board to ${board};
    grant usage, create on schema board to ${views};
    ${made.join('\n')}
    revoke create on schema board from ${views};
    comment on schema board is '${definition}';`);
  await client.query('commit');
}
