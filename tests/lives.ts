import { linkCase, recordCase } from '@/features/cases/commands';
import { drawObjection } from '@/features/objections/commands/draw';
import { draftPlan } from '@/features/plans/commands/draft';
import { acceptProposal } from '@/features/proposals/commands/accept';
import { closeRound } from '@/features/rounds/commands/close';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { decideGate } from '@/features/scoping/commands/gates';
import { done } from './consultation';
import { sql } from './fixture';
import { begin, look, pick, type World } from './history';
import {
  answerObjection,
  confirmGroups,
  declareAgreement,
  giveOpinion,
  giveVerdict,
  nameGroups,
  openRound,
  postNotice,
  publishPlan,
  signResolution,
  startConsultation,
  submitProposal,
} from './shown';

const doors = { '14': 6, '15': 3 };
/** So that three households above and two below carry it, and a draw leaves somebody out. */
const settings = { reach: [1, 3] };

/**
 * Signed with some objections, answered and mostly settled. Beside those of every history there are a hotline operator,
 * and people with two hats: the author and the social worker also hold grants of the hotline, and a resident of building
 * 14 builds, checks and calls.
 */
export async function beginSigned(termActive: boolean, objections: number) {
  const world = await begin(termActive, doors, settings);
  const [author = 0, twoHats = 0] = world.residents;
  const [hotline] = await Promise.all([
    world.staff('hotline'),
    ...[author, world.worker, twoHats].map((person) => world.grant(person, 'hotline')),
    ...(['property', 'social-worker'] as const).map((role) => world.grant(twoHats, role)),
  ]);
  const w = { ...world, hotline, author, twoHats, also: 0, everybody: [...world.everybody, hotline, twoHats, twoHats] };
  await sign(w, objections);
  w.begun = (await look(w)).leaves;
  return w;
}

export type Lives = Awaited<ReturnType<typeof beginSigned>>;

/** What is stored of the site and of the calls, as far as somebody needs it to say what to do next. */
export async function lookOn(w: Lives) {
  const stored = sql<{ resumed: boolean; site: Site | null; waves: Wave[]; calls: Called[]; jobs: Job[] }>(
    `select
       (select json_build_object('no', s.no, 'completed', to_char(s.completed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
         'milestones', (select coalesce(json_agg(json_build_object('id', m.id, 'reported', m.reported_by,
             'checked', m.checked_by, 'pictures', (select count(*) from picture x where x.community_id = $1
               and x.subject = 'milestone' and x.subject_id = m.id), 'wanted', case when m.in_places then m.target end,
             'places', (select coalesce(json_agg(json_build_object('id', z.id, 'built', z.built_on is not null,
                 'checked', z.checked_by is not null, 'missing', z.missing_until is not null,
                 'pictures', (select count(*) from picture x where x.community_id = $1 and x.subject = 'place'
                   and x.subject_id = z.id),
                 'refused', (select min(w.id) from works_place_word w where w.community_id = $1 and w.place_id = z.id
                   and w.outcome = 'refused' and w.mend_on is null),
                 'unheard', (select min(h.id) from works_place_entrance y join household h on h.community_id = $1
                     and h.entrance_id = y.entrance_id where y.community_id = $1 and y.place_id = z.id
                   and not exists (select 1 from works_place_word w join household n on n.community_id = $1
                     and n.id = w.household_id where w.community_id = $1 and w.place_id = z.id
                       and n.entrance_id = y.entrance_id))) order by z.position), '[]')
               from works_place z where z.community_id = $1 and z.milestone_id = m.id)) order by m.position), '[]')
           from milestone m where m.community_id = $1 and m.works_id = s.id),
         'promises', (select coalesce(json_agg(json_build_object('id', c.id, 'group', g.position, 'outcome', c.outcome)
             order by c.id), '[]') from commitment c join objection o on o.community_id = $1 and o.id = c.objection_id
             join affected_group g on g.community_id = $1 and g.id = o.group_id
           where c.community_id = $1 and c.works_id = s.id),
         'groups', (select json_agg(json_build_object('position', g.position, 'household', a.household_id,
             'outcome', a.outcome) order by g.position) from affected_group g left join acceptance a
             on a.community_id = $1 and a.works_id = s.id and a.group_id = g.id
           where g.community_id = $1 and g.proposal_id = $2))
         from works s where s.community_id = $1 order by s.id desc limit 1) as site,
       (select coalesce(json_agg(json_build_object('id', v.id, 'wave', v.wave, 'closed', v.closed_at is not null,
           'late', v.completed_at < (select max(l.completed_at) from works l where l.community_id = $1)) order by v.id), '[]')
         from callback_wave v where v.community_id = $1) as waves,
       (select e.kind = 'resumed' from proposal_event e where e.community_id = $1 and e.proposal_id = $2
         order by e.id desc limit 1) as resumed,
       (select coalesce(json_agg(json_build_object('id', k.id, 'wave', k.wave_id, 'noted', k.at is not null)
           order by k.id), '[]') from callback k where k.community_id = $1) as calls,
       (select coalesce(json_agg(json_build_object('id', j.id, 'task', t.identifier, 'payload', j.payload)
           order by j.run_at, j.id), '[]')
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where j.payload->>'community' = $3 and t.identifier in ('works_resume', 'callbacks_draw')
           and j.run_at <= $4) as jobs`,
    [w.communityId, w.draft, w.slug, new Date(`${w.today()}T09:00:00+08:00`)],
  );
  const [f, [row]] = await Promise.all([look(w), stored]);
  if (!row) throw new Error('nothing is stored');
  return { ...f, ...row };
}

export interface Site {
  no: number;
  completed: string | null;
  milestones: {
    id: number;
    reported: number | null;
    checked: number | null;
    pictures: number;
    /** So many places, where it counts them. */
    wanted: number | null;
    places: Spot[];
  }[];
  promises: { id: number; group: number; outcome: string | null }[];
  groups: { position: number; household: number | null; outcome: string | null }[];
}
/** One of the places a milestone counts. `refused`: a no nobody has dealt with; `unheard`: a home beside it to be asked. */
export interface Spot {
  id: number;
  built: boolean;
  checked: boolean;
  missing: boolean;
  pictures: number;
  refused: number | null;
  unheard: number | null;
}
/** `late`: of a completion before the last. */
interface Wave {
  id: number;
  wave: 'four_weeks' | 'ninety_days' | 'first_snow';
  closed: boolean;
  late: boolean;
}
interface Called {
  id: number;
  wave: number;
  noted: boolean;
}
interface Job {
  id: string;
  task: string;
  payload: { community: string; proposal: number };
}

export type Standing = Awaited<ReturnType<typeof lookOn>>;

const proposal = 1;

async function sign(w: World & { author: number }, objections: number): Promise<void> {
  const [worker, secretary, lead] = [w.by(w.worker), w.by(w.secretary), w.by(w.lead)];
  const group = (name: string, building: string, effect: string) => ({
    name,
    effect,
    why: '离得近',
    places: [`building:${w.buildingId(building)}`],
  });
  done(await submitProposal(w.by(w.author), { draft: w.draft }));
  if (objections % 2) {
    const fell = { kind: 'complaint', source: 'walk_in', title: '坡上滑', words: '摔了一跤', place: '14号楼前' };
    done(await recordCase(worker, { ...fell, household: w.homes[5] }));
    done(await linkCase(worker, { case: 2, proposal, side: 'for' }));
  }
  done(await acceptProposal(worker, { proposal }));
  const groups = [group('上边', '14', 'benefits'), group('下边', '15', 'bears')];
  done(await nameGroups(worker, { proposal, groups }));
  done(await confirmGroups(secretary, { proposal }));
  for (const gate of ['owners_vote_rebuild', 'lift_inspection'])
    done(
      await decideGate(secretary, { proposal, gate, evidence: '批文', outcome: 'satisfied', decidedOn: '2022-02-28' }),
    );
  const clauses = '直下\n路宽一米二';
  done(await draftPlan(worker, { proposal, title: '方案', summary: '修路', cost: '100', clauses }));
  done(await publishPlan(lead, { proposal }));
  done(await startConsultation(secretary, { proposal }));
  done(await openRound(worker, { proposal, closesOn: '2022-03-08' }));
  const conditional = [7, 2, 1, 0].slice(0, objections);
  for (const home of [0, 1, 2, 6, 7]) {
    const said = conditional.includes(home) ? { stance: 'support_if', condition: '装扶手' } : { stance: 'support' };
    const given = done(await giveOpinion(w.by(w.residents[home] ?? 0), { round: 1, words: `话${home}`, ...said }));
    if (conditional.includes(home)) await object(w, given.opinion, home, conditional.indexOf(home));
  }
  w.wait(8);
  done(await closeRound(w.bySystem('round.close'), { round: 1 }));
  done(await summariseRound(lead, { round: 1, summary: '大家说了什么' }));
  done(await declareAgreement(lead, { proposal }));
  done(await postNotice(secretary, { proposal }));
  w.wait(8);
  done(await signResolution(secretary, { proposal }));
  if (w.termActive) done(await signResolution(lead, { proposal }));
}

/** Drawn from one opinion and answered, each in another way; its household says so, or takes it back. */
async function object(w: World, opinion: number, home: number, index: number): Promise<void> {
  const worker = w.by(w.worker);
  const drawn = { proposal, opinions: [opinion], ground: 'safety', weight: 'harm', wording: '没有扶手' };
  const objection = done(await drawObjection(worker, drawn)).objection;
  const kind = pick(['adopted_another_way', 'partly', 'not_possible', 'partly'] as const, index);
  done(await answerObjection(worker, { proposal, objection, kind, answer: `装${home}`, clause: 1 }));
  const verdict = index === 3 ? 'withdrawn' : 'settled';
  done(await giveVerdict(w.by(w.residents[home] ?? 0), { proposal, objection, verdict }));
}
