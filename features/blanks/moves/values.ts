import { type SQL, sql } from 'drizzle-orm';
import type { BlankOf } from '../rules';
import { FROM, standing } from './which';

/** The day of a moment, in Shanghai. */
const day = (moment: SQL): SQL => sql`to_char(${moment} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

const NAMES = sql`string_agg(x.name, '、' order by x.id)`;

/** Owners as the register has them, but whoever built a house and has sold nothing of it. */
const owners = (name: SQL): SQL => sql`(select ${NAMES} from (select o.id, ${name} as name from ownership o
  left join person q on q.id = o.person_id where o.community_id = u.community_id and o.unit_id = u.id
    and o.owner_name not like '@%') x)`;
const residents = (name: SQL): SQL => sql`(select ${NAMES} from (select s.id, ${name} as name from residency s
  join person q on q.id = s.person_id where s.community_id = u.community_id and s.household_id = h.id and s.to_at is null) x)`;

const homes = sql`json_build_object(
  'compound', (select c.name from compound c where c.community_id = b.community_id and c.id = b.compound_id),
  'building', b.name, 'entrance', e.no, 'door', u.door, 'area', u.area::numeric / 100, 'status', u.status)`;
const ofHomes = sql`json_build_object('lived', h.id is not null, 'owners', ${owners(sql`o.owner_name`)},
  'ownerPhones', ${owners(sql`q.phone`)}, 'residents', ${residents(sql`q.name`)}, 'residentPhones', ${residents(sql`q.phone`)},
  'captain', (select ${NAMES} from (select g.id, q.name from grants g join person q on q.id = g.person_id
    where g.community_id = e.community_id and g.role = 'captain' and g.entrance_id = e.id and g.from_at <= moment()
      and (g.to_at is null or g.to_at > moment())) x))`;

/** The path of its category: from the community's own tree, else as whoever sent it calls it. */
const category = sql`coalesce((with recursive up as (
    select c.id, c.parent_id, c.name as path from case_category c where c.community_id = k.community_id and c.id = k.category_id
    union all select c.id, c.parent_id, c.name || '->' || up.path from case_category c
      join up on c.community_id = k.community_id and c.id = up.parent_id)
  select path from up where parent_id is null), nullif(k.category, ''))`;
const call = (column: SQL): SQL => sql`(select ${column} from case_call l where l.community_id = k.community_id
  and l.case_id = k.id and l.outcome = 'answered' order by l.id desc limit 1)`;

const cases = sql`json_build_object('no', k.no, 'externalNo', k.external_no, 'source', k.source, 'kind', k.kind,
  'category', ${category}, 'title', k.title, 'place', nullif(k.place, ''), 'state', k.state,
  'building', (select b.name from building b where b.community_id = k.community_id and b.id = k.building_id),
  'agency', (select a.name from agency a where a.community_id = k.community_id and a.id = k.agency_id),
  'handler', (select n.name from person n where n.id = k.handler_id),
  'happened', ${day(sql`k.happened_at`)}, 'received', ${day(sql`k.received_at`)}, 'due', ${day(sql`k.due_at`)},
  'replied', ${day(sql`k.replied_at`)}, 'contacted', ${call(sql`l.contacted`)}, 'resolved', ${call(sql`l.resolved`)},
  'satisfied', ${call(sql`l.satisfaction`)})`;
const ofCases = sql`(select json_build_object('complainant', nullif(t.complainant, ''), 'phone', nullif(t.phone, ''),
    'words', nullif(t.words, ''), 'reply', (select nullif(v.words, '') from case_event v where v.community_id = k.community_id
      and v.case_id = k.id and v.step in ('reply', 'concluded') order by v.id desc limit 1))
  from case_content t where t.community_id = k.community_id and t.case_id = k.id)`;

const milestones = (condition: SQL): SQL => sql`(select count(*) from milestone m where m.community_id = w.community_id
  and m.works_id = w.id and ${condition})`;
const works = sql`json_build_object('no', w.no, 'title', p.title, 'contractor', w.contractor,
  'budget', w.budget::numeric / 100, 'permits', nullif(w.permits, ''), 'started', ${day(sql`w.started_at`)},
  'completed', ${day(sql`w.completed_at`)}, 'standing', case when w.completed_at is null then 'building' else 'completed' end,
  'milestones', ${milestones(sql`m.actual_on is not null`)} || '/' || ${milestones(sql`true`)},
  'next', (select m.name from milestone m where m.community_id = w.community_id and m.works_id = w.id
    and m.actual_on is null order by m.position limit 1), 'warranty', w.warranty_months)`;

const rounds = sql`json_build_object('no', r.no, 'title', p.title, 'turn', r.k, 'version', r.plan_version,
  'opened', ${day(sql`r.opens_at`)}, 'closed', ${day(sql`r.closes_at`)}, 'standing', r.state,
  'households', (select count(*) from electorate l where l.community_id = r.community_id and l.round_id = r.id),
  'summary', nullif(r.summary, ''))`;

const visits = sql`json_build_object('date', ${day(sql`v.visited_at`)},
  'time', to_char(v.visited_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), 'building', b.name, 'place', v.place,
  'purpose', v.purpose, 'outcome', v.outcome,
  'visitor', (select n.name from person n where n.id = v.visitor_id),
  'recorder', (select n.name from person n where n.id = v.recorded_by))`;
const ofVisits = sql`json_build_object('entrance', e.no, 'door', u.door, 'why', v.reason,
  'owners', ${owners(sql`o.owner_name`)}, 'phone', coalesce(${residents(sql`q.phone`)}, ${owners(sql`q.phone`)}),
  'met', nullif(v.met, ''), 'along', nullif(v.along, ''),
  'said', nullif(v.said, ''), 'done', nullif(v.done, ''), 'follows', nullif(v.follows, ''))`;

const lastStep = (
  column: SQL,
  step: SQL,
): SQL => sql`(select ${column} from need_step s where s.community_id = n.community_id
  and s.need_id = n.id and s.step ${step} order by s.id desc limit 1)`;
const needs = sql`json_build_object('date', ${day(sql`n.at`)}, 'building', b.name, 'state', n.state,
  'owner', (select p.name from person p where p.id = n.owner_id), 'due', to_char(n.due_on, 'YYYY-MM-DD'),
  'closed', case when n.state in ('met', 'dropped') then ${day(sql`n.state_at`)} end,
  'became', ${lastStep(sql`s.into`, sql`= 'turned'`)}, 'becameNo', ${lastStep(sql`s.into_no`, sql`= 'turned'`)})`;
const ofNeeds = sql`json_build_object('entrance', e.no, 'door', u.door, 'wording', nullif(n.wording, ''),
  'answer', ${lastStep(sql`nullif(s.words, '')`, sql`= 'answered'`)})`;

const named = (steward: SQL): SQL => sql`(select n.name from person n where n.id = ${steward})`;
const turns = sql`json_build_object('date', to_char(d.day, 'YYYY-MM-DD'), 'part', d.part, 'kind', coalesce(s.kind, w.kind),
  'stoodIn', d.stand_in_id is not null, 'hours', floor(d.minutes / 15.0) / 4, 'standing', ${standing})`;
const ofTurns = sql`json_build_object('name', ${named(sql`s.person_id`)}, 'planned', ${named(sql`w.person_id`)})`;

const NOTHING = sql`'{}'::json`;
const OPEN: Readonly<Record<BlankOf, SQL>> = { homes, cases, works, rounds, visits, needs, turns };
const PERSONAL: Readonly<Record<BlankOf, SQL>> = {
  homes: ofHomes,
  cases: ofCases,
  works: NOTHING,
  rounds: NOTHING,
  visits: ofVisits,
  needs: ofNeeds,
  turns: ofTurns,
};
const ORDER: Readonly<Record<BlankOf, SQL>> = {
  homes: sql`b.compound_id, length(b.name), b.name, e.no, length(u.door), u.door`,
  cases: sql`k.no`,
  works: sql`w.no`,
  rounds: sql`r.no`,
  visits: sql`v.visited_at, v.id`,
  needs: sql`n.at, n.id`,
  turns: sql`d.day, array_position(array['morning', 'afternoon', 'evening'], d.part), d.id`,
};

/** What is known of these rows, in their order; what leads to people alone where it is asked for. */
export const valuesOf = (of: BlankOf, those: SQL, personal: boolean): SQL =>
  sql`select ${OPEN[of]}::jsonb || coalesce(${personal ? PERSONAL[of] : NOTHING}::jsonb, '{}'::jsonb) as view
    from ${FROM[of]} where ${those} order by ${ORDER[of]}`;
