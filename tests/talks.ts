import { drawObjection } from '@/features/objections/commands/draw';
import { reopenObjection } from '@/features/objections/commands/reopen';
import { noteTry } from '@/features/objections/commands/verdict';
import { noteVisit } from '@/features/opinions/commands/visit';
import { draftPlan } from '@/features/plans/commands/draft';
import { acceptProposal, declineProposal } from '@/features/proposals/commands/accept';
import { appeal, decideAppeal } from '@/features/proposals/commands/appeal';
import { proposeShelving, refuseShelving, reopenShelved } from '@/features/proposals/commands/shelve';
import { withdrawProposal } from '@/features/proposals/commands/withdraw';
import { closeRound } from '@/features/rounds/commands/close';
import { extendRound } from '@/features/rounds/commands/extend';
import { redesign } from '@/features/rounds/commands/redesign';
import { summariseRound } from '@/features/rounds/commands/summarise';
import { decideGate } from '@/features/scoping/commands/gates';
import { returnResolution } from '@/features/signoff/commands/return';
import { startWorks } from '@/features/works/commands/start';
import { addDays } from '@/lib/calendar';
import { sql } from './fixture';
import { pick, type Step, type Turn, type World } from './history';
import { link, MAIN, merge, OTHER, separate, support, unlink, unsupport } from './joining';
import {
  acknowledgeObjection,
  answerObjection,
  answerOpposition,
  citeChanges,
  confirmGroups,
  confirmMateriality,
  confirmShelving,
  correctOpinion,
  declareAgreement,
  escalateObjection,
  giveOpinion,
  giveVerdict,
  judgeMateriality,
  nameGroups,
  openRound,
  opposeNotice,
  postNotice,
  publishPlan,
  recordOpinion,
  signResolution,
  startConsultation,
  submitProposal,
} from './shown';

const STANCES = ['support', 'support', 'support_if', 'oppose', 'no_view', 'support'] as const;
const GROUNDS = ['noise', 'trees'] as const;
/** Opinions that nobody has drawn an objection from yet, with the ground they give. */
export const undrawn = (w: Pick<World, 'communityId'>) =>
  sql<{ id: number; ground: string | null; household: number; round: number; group: number }>(
    `select o.id, o.ground, o.household_id as household, o.round_id as round, e.group_id as group from opinion o
       join electorate e on e.community_id = o.community_id and e.round_id = o.round_id and e.household_id = o.household_id
      where o.community_id = $1 and o.stance in ('oppose', 'support_if')
        and not exists (select 1 from opinion l where l.community_id = o.community_id and l.household_id = o.household_id
          and (l.round_id > o.round_id or l.round_id = o.round_id and (l.own, l.seq) > (o.own, o.seq)))
        and not exists (select 1 from objection_raiser r where r.community_id = o.community_id
          and r.opinion_id = o.id) order by o.id`,
    [w.communityId],
  );

/** Whoever has not said what they think of the answer comes first among those who raised one. */
export const objections = (w: World) =>
  sql<{ no: number; state: string; households: number[] }>(
    `select o.no, o.state, array_agg(r.household_id order by r.verdict is not null, r.household_id) as households from objection o
       join objection_raiser r on r.community_id = o.community_id and r.objection_id = o.id
      where o.community_id = $1 group by 1, 2, o.no order by o.no`,
    [w.communityId],
  );

export const silent = (w: World) =>
  sql<{ id: number }>(
    `select e.household_id as id from electorate e join round r on r.community_id = e.community_id and r.id = e.round_id
      where e.community_id = $1 and r.state = 'open' and e.asked and not exists (select 1 from opinion o
        where o.community_id = e.community_id and o.round_id = e.round_id and o.household_id = e.household_id)
      order by 1`,
    [w.communityId],
  );

const proposal = MAIN;
const says = (step: Step) => ({
  stance: pick(STANCES, step.b),
  words: `话${step.c}`,
  condition: pick(STANCES, step.b) === 'support_if' ? '装扶手' : '',
  ground: pick(GROUNDS, step.c),
});
const household = (w: World, { a }: Step) => pick(w.homes, a);
const ofHome = (w: World, step: Step) => w.resident(household(w, step));
const lead = (w: World) => w.lead;
const worker = (w: World) => w.worker;
const secretary = (w: World, { b }: Step) => (b % 3 ? w.secretary : w.governance);
const author = (w: World) => w.residents[0] ?? 0;
const neighbour = (w: World) => w.residents.at(-1) ?? 0;
const either = (by: number) => (by % 3 ? MAIN : OTHER);
const knocker = (w: World, step: Step) => (w.households('14').includes(household(w, step)) ? w.above : w.below);
const places = (w: World, building: string) => [`building:${w.buildingId(building)}`];
const some = async (w: World, { a }: Step) =>
  pick([...(await objections(w)), { no: 1, state: '', households: [0] }], a);

/** Most of those who were asked and have not spoken speak, one after another. Says how many did. */
export async function neighboursSpeak(w: World, step: Step, round: number): Promise<number> {
  const asked = (await silent(w)).filter((_, nth) => (nth + step.a) % 7 > 0);
  let said = 0;
  for (const [nth, { id }] of asked.entries()) {
    const one = { ...step, b: step.b + ((nth * (step.c + 1)) % 3) };
    said += (await giveOpinion(w.by(w.resident(id)), { round, household: id, ...says(one) })).ok ? 1 : 0;
  }
  return said;
}

/** Everything anybody can do to the proposal, from the draft to the start of the works. */
export const turns: Turn[] = [
  ['submit', author, (w, by) => submitProposal(by, { draft: w.draft })],
  ['accept', worker, (_, by) => acceptProposal(by, { proposal })],
  ['decline', secretary, (_, by) => declineProposal(by, { proposal, reason: '不归我们', askInstead: '物业' })],
  ['appeal', author, (_, by) => appeal(by, { proposal, reason: '请再看看' })],
  [
    'decide appeal',
    (w) => w.district,
    (_, by, { b }) => decideAppeal(by, { proposal, reason: '看过了', outcome: b % 3 ? 'upheld' : 'dismissed' }),
  ],
  ['support', ofHome, (w, by, { c }) => support(w, by, either(c))],
  ['take back', ofHome, (w, by, { c }) => unsupport(w, by, either(c))],
  // Numbers are given in the order of arrival: the neighbour waits for the first.
  ['submit other', neighbour, (w, by, _, f) => submitProposal(by, { draft: f.state === 'draft' ? w.draft : w.other })],
  ['link case', worker, (w, by, { b, c }) => link(w, by, either(c), 1, pick(['for', 'against', 'other'], b))],
  [
    'unlink case',
    worker,
    async (w, by, { c }) => {
      const [known] = await sql<{ no: number }>(
        `select p.no from case_link l join proposal p on p.community_id = l.community_id and p.id = l.proposal_id
          where l.community_id = $1 order by p.no limit 1`,
        [w.communityId],
      );
      return unlink(w, by, known?.no ?? either(c), 1);
    },
  ],
  ['merge', worker, (w, by, { b }) => (b % 2 ? merge(w, by, OTHER, MAIN) : merge(w, by, MAIN, OTHER))],
  ['separate', worker, (w, by, _, f) => separate(w, by, f.state === 'merged' ? MAIN : OTHER)],
  ['withdraw', author, (_, by) => withdrawProposal(by, { proposal, reason: '算了' })],
  [
    'propose shelving',
    secretary,
    (w, by) => proposeShelving(by, { proposal, reason: '没钱', lookAgainOn: addDays(w.today(), 30) }),
  ],
  ['confirm shelving', secretary, (_, by) => confirmShelving(by, { proposal })],
  ['refuse shelving', secretary, (_, by) => refuseShelving(by, { proposal, reason: '接着办' })],
  ['off the shelf', worker, (_, by) => reopenShelved(by, { proposal, reason: '有钱了' })],
  [
    'name groups',
    worker,
    (w, by, { b }) => {
      const group = (name: string, effect: string, whose: string[]) => ({ name, effect, why: '离得近', places: whose });
      const both = [...places(w, '14'), ...places(w, '15')];
      if (b % 11 === 0) return nameGroups(by, { proposal, groups: [group('全体', 'neutral', both)] });
      const bears = b % 5 === 0 ? 'neutral' : 'bears';
      return nameGroups(by, {
        proposal,
        groups: [group('上边', 'benefits', places(w, '14')), group('下边', bears, places(w, '15'))],
      });
    },
  ],
  ['confirm groups', (w) => w.secretary, (_, by) => confirmGroups(by, { proposal })],
  [
    'decide gate',
    (w) => w.secretary,
    (_, by, { b }, f) =>
      decideGate(by, {
        proposal,
        gate: f.gate ?? 'lift_inspection',
        evidence: '批文',
        ...(b % 4 ? { outcome: 'satisfied', decidedOn: '2022-02-28' } : { outcome: 'not_applicable' }),
      }),
  ],
  ['consult', (w) => w.secretary, (_, by) => startConsultation(by, { proposal })],
  [
    'draft plan',
    worker,
    (_, by, { c }, f) =>
      draftPlan(by, {
        ...{
          proposal,
          title: '方案',
          summary: '修路',
          cost: '100',
          clauses: `直下${f.version ?? 0}-${c % 3}\n路宽一米二`,
        },
        ...(f.draft_row && { rowVersion: f.draft_row }),
      }),
  ],
  [
    'cite changes',
    worker,
    async (w, by, { b }) => {
      const known = await objections(w);
      const cited = known.length && b % 2 ? { objections: [pick(known, b).no] } : { technical: '坡度' };
      return citeChanges(by, { proposal, changes: [{ clause: 1, note: '改了', ...cited }] });
    },
  ],
  [
    'judge materiality',
    worker,
    (_, by, { a, b }) =>
      judgeMateriality(by, {
        proposal,
        judgements: [a, b].map((n, index) => ({ group: index + 1, material: n % 2 ? 'yes' : 'no', reason: '因为' })),
      }),
  ],
  ['confirm materiality', secretary, (_, by) => confirmMateriality(by, { proposal })],
  ['publish plan', lead, (_, by) => publishPlan(by, { proposal })],
  ['open round', worker, (w, by, { b }) => openRound(by, { proposal, closesOn: addDays(w.today(), 6 + (b % 4)) })],
  ['extend round', worker, (w, by, _, f) => extendRound(by, { round: f.round ?? 1, closesOn: addDays(w.today(), 9) })],
  ['opinion', ofHome, (_, by, step, f) => giveOpinion(by, { round: f.round ?? 1, ...says(step) })],
  [
    'opinion at the door',
    knocker,
    (w, by, step, f) =>
      recordOpinion(by, {
        round: f.round ?? 1,
        household: household(w, step),
        proof: 'read_back',
        witnessName: '邻居',
        ...says(step),
      }),
  ],
  ['correct', ofHome, (_, by, step, f) => correctOpinion(by, { round: f.round ?? 1, ...says(step) })],
  [
    'visit',
    knocker,
    (w, by, step, f) =>
      noteVisit(by, {
        round: f.round ?? 1,
        household: household(w, step),
        outcome: step.b % 2 ? 'refused' : 'not_home',
      }),
  ],
  [
    'close round',
    worker,
    (w, by, { who }, f) => closeRound(who % 2 ? by : w.bySystem('round.close'), { round: f.round ?? 1 }),
  ],
  ['summarise', lead, (_, by, __, f) => summariseRound(by, { round: f.round ?? 1, summary: '大家说了什么' })],
  ['redesign', lead, (_, by) => redesign(by, { proposal, reason: '下边多数不同意' })],
  [
    'draw objection',
    worker,
    async (w, by, { a, b }) => {
      const left = await undrawn(w);
      const one = pick([...left, { id: 0, ground: null, round: 0, group: 0 }], a);
      const ground = one.ground ?? pick(GROUNDS, b);
      const alike = left.filter((other) => other.round === one.round && other.group === one.group);
      const drawn = alike.filter((other) => other.ground === null || other.ground === ground).map(({ id }) => id);
      return drawObjection(by, {
        proposal,
        opinions: b % 3 && drawn.length ? drawn : [one.id],
        ground,
        weight: 'harm',
        wording: '路正对窗户',
      });
    },
  ],
  [
    'acknowledge',
    worker,
    async (w, by, step) => acknowledgeObjection(by, { proposal, objection: (await some(w, step)).no }),
  ],
  [
    'answer',
    worker,
    async (w, by, step, f) =>
      answerObjection(by, {
        proposal,
        objection: (await some(w, step)).no,
        answer: '管子在那儿',
        kind: pick(
          [f.draft === null ? 'adopted_another_way' : 'adopted', 'adopted', 'partly', 'not_possible'] as const,
          step.b,
        ),
        clause: 1,
      }),
  ],
  [
    'verdict',
    ofHome,
    async (w, _, step) => {
      const one = await some(w, step);
      const speaker = step.who < 3 ? pick(w.everybody, step.b) : w.resident(one.households[0] ?? 0);
      const verdict = pick(['settled', 'settled', 'maintained', 'withdrawn'] as const, step.c);
      return giveVerdict(w.by(speaker), { proposal, objection: one.no, verdict, words: '还是这话' });
    },
  ],
  [
    'try',
    knocker,
    async (w, by, step) => {
      const one = await some(w, step);
      return noteTry(by, { proposal, objection: one.no, household: one.households[0] ?? 1 });
    },
  ],
  [
    'reopen objection',
    worker,
    async (w, by, step) => reopenObjection(by, { proposal, objection: (await some(w, step)).no, reason: '条款又改了' }),
  ],
  [
    'escalate',
    lead,
    async (w, by, step) =>
      escalateObjection(by, { proposal, objection: (await some(w, step)).no, reason: '谈不拢', words: '我就是不同意' }),
  ],
  ['agree', lead, (_, by) => declareAgreement(by, { proposal })],
  ['post notice', (w) => w.secretary, (_, by) => postNotice(by, { proposal })],
  ['oppose notice', ofHome, (_, by) => opposeNotice(by, { proposal, words: '还是不行' })],
  [
    'answer opposition',
    worker,
    (_, by, { b }, f) =>
      answerOpposition(by, {
        proposal,
        opposition: f.opposition ?? 1,
        answer: '谈过了',
        outcome: b % 4 ? 'not_upheld' : 'upheld',
      }),
  ],
  ['return', secretary, (_, by) => returnResolution(by, { proposal, reason: '再想想' })],
  ['sign', secretary, (_, by) => signResolution(by, { proposal })],
  [
    'start works',
    (w) => w.property,
    (_, by) =>
      startWorks(by, { proposal, contractor: '某公司', budget: '100', budgetReason: '谈下来的', permits: '齐' }),
  ],
];
