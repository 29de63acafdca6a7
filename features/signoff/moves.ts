import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { opinion } from '@/db/schema/opinions';
import { electorate } from '@/db/schema/rounds';
import { legalGate } from '@/db/schema/scoping';
import { notice, noticeOpposition, signature } from '@/db/schema/signoff';
import { type Known, linesOf, type ObjectionLine, objectionsOf } from '@/features/objections/moves';
import type { ProposalRow } from '@/features/proposals/moves';
import type { Effect, Gate } from '@/features/proposals/rules';
import { roundStances } from '@/features/rounds/rules';
import type { Database } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import {
  agreement,
  boardNumbers,
  checkAgreed,
  checkRoundHeld,
  type GroupAgreement,
  signedText,
  type Thresholds,
} from './rules';

export interface GroupStanding extends GroupAgreement {
  position: number;
  name: string;
  /** Households that gave no answer. */
  silent: number[];
}

/** How far the groups are. `notReady`: why there is nothing to read yet. */
export interface Standing {
  notReady: string | null;
  round: { no: number; k: number; version: number; closesAt: Date } | null;
  version: number | null;
  planHash: string;
  thresholds: Thresholds;
  agreed: boolean;
  groups: GroupStanding[];
  /** The objections it was read from. */
  known: Known[];
}

interface Held {
  rounds: { id: number; no: number; k: number; version: number; state: 'open' | 'closed' | 'void'; closesAt: Date }[];
  newest: { version: number; hash: string; clauses: number[] } | null;
  groups: { id: number; position: number; name: string; effect: Effect }[];
}

/** The rounds of a proposal, its newest published plan and its groups, in one statement. */
async function heldOf(db: Database, { communityId, id }: Pick<ProposalRow, 'communityId' | 'id'>): Promise<Held> {
  const { rows } = await db.execute<{ held: Held }>(sql`select json_build_object(
    'rounds', coalesce((select json_agg(json_build_object('id', r.id, 'no', r.no, 'k', r.k, 'version', r.plan_version,
        'state', r.state, 'closesAt', r.closes_at) order by r.id) from round r
      where r.community_id = ${communityId} and r.proposal_id = ${id} and r.state <> 'void'), '[]'),
    'newest', (select json_build_object('version', p.version, 'hash', encode(p.hash, 'hex'),
        'clauses', coalesce((select json_agg(c.no order by c.no) from clause c
          where c.community_id = p.community_id and c.plan_id = p.id), '[]'))
      from plan p where p.community_id = ${communityId} and p.proposal_id = ${id} and p.state = 'published'
      order by p.version desc limit 1),
    'groups', coalesce((select json_agg(json_build_object('id', g.id, 'position', g.position, 'name', g.name,
        'effect', g.effect) order by g.position) from affected_group g
      where g.community_id = ${communityId} and g.proposal_id = ${id}), '[]')) as held`);
  const { rounds = [], newest = null, groups = [] } = rows[0]?.held ?? {};
  return { rounds: rounds.map((one) => ({ ...one, closesAt: new Date(one.closesAt) })), newest, groups };
}

/** An answer holds while the clause it names stands in the plan that is frozen. */
const holding = (one: Known, version: number, clauses: readonly number[]): Known => {
  const { answer } = one;
  const gone = answer?.clause != null && (answer.version > version || !clauses.includes(answer.clause));
  return gone ? { ...one, answer: null, reopened: true } : one;
};

/**
 * Where every group stands on the newest plan, from the rows as they are now: also what a household corrected after the
 * count.
 */
export async function standingOf(
  db: Database,
  row: Pick<ProposalRow, 'communityId' | 'id'>,
  thresholds: Thresholds,
  read?: Known[],
): Promise<Standing> {
  const { communityId, id } = row;
  const { rounds, newest, groups } = await heldOf(db, row);
  const version = newest?.version ?? null;
  const planHash = newest?.hash ?? '';
  const held = checkRoundHeld(
    rounds.flatMap((one) => (one.state === 'void' ? [] : [{ ...one, state: one.state }])),
    version,
  );
  const base = { version, planHash, thresholds };
  if (!held.ok || version === null) {
    const known = read ?? (await objectionsOf(db, communityId, id));
    const notReady = held.ok ? 'no_round' : held.refusal.code;
    return { ...base, notReady, round: null, agreed: false, groups: [], known };
  }
  const of = held.value;
  const voters = await db
    .select({ household: electorate.householdId, group: electorate.groupId, standing: opinion.stance })
    .from(electorate)
    .leftJoin(
      opinion,
      and(eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)),
    )
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, of.id)))
    .orderBy(asc(electorate.householdId));
  const said = await db
    .select({ household: opinion.householdId, seq: opinion.seq, own: opinion.own, stance: opinion.stance })
    .from(opinion)
    .where(and(eq(opinion.communityId, communityId), eq(opinion.roundId, of.id)));
  const known = read ?? (await objectionsOf(db, communityId, id));
  const stands = newest?.clauses ?? [];
  const objections = known.map((one) => holding(one, version, stands));
  const stances = roundStances(voters, said);
  const each = groups.map((group) => ({
    group: group.id,
    effect: group.effect as Effect,
    households: voters.filter((one) => one.group === group.id).map((one) => one.household),
    stances,
    objections: objections.filter((one) => one.group === group.id),
  }));
  const { agreed, groups: judged } = agreement(each, version, thresholds);
  return {
    ...base,
    notReady: null,
    known,
    round: { no: of.no, k: of.k, version: of.version, closesAt: of.closesAt },
    agreed,
    groups: judged.map((one, index) => ({
      ...one,
      position: groups[index]?.position ?? 0,
      name: groups[index]?.name ?? '',
      silent: (each[index]?.households ?? []).filter((household) => !stances.has(household)),
    })),
  };
}

/** Whether it may be declared: a round to read, and every group through its own gate. */
export const checkStanding = (standing: Standing) =>
  standing.notReady !== null
    ? { ok: false as const, refusal: { code: standing.notReady } }
    : checkAgreed({ agreed: standing.agreed, groups: standing.groups });

export const thresholdsOf = (row: Pick<ProposalRow, 'rule'>, { settings }: { settings: Thresholds }): Thresholds => {
  const { reach, agree } = row.rule ?? settings;
  return { reach, agree };
};

/** The legal gates of a proposal as the rules want them. */
export async function gatesOf(db: Database, row: Pick<ProposalRow, 'communityId' | 'id'>): Promise<Gate[]> {
  return db
    .select({
      key: legalGate.key,
      state: legalGate.state,
      evidence: legalGate.evidence,
      decidedOn: legalGate.decidedOn,
      signer: legalGate.signerId,
    })
    .from(legalGate)
    .where(and(eq(legalGate.communityId, row.communityId), eq(legalGate.proposalId, row.id)))
    .orderBy(asc(legalGate.key));
}

/** The notice that runs or was signed last; null before one was posted or when it was returned. */
export async function noticeOf(db: Database, row: Pick<ProposalRow, 'communityId' | 'id'>) {
  const [found] = await db
    .select()
    .from(notice)
    .where(and(eq(notice.communityId, row.communityId), eq(notice.proposalId, row.id), ne(notice.state, 'returned')))
    .orderBy(desc(notice.id))
    .limit(1);
  return found;
}

export const oppositionOf = (db: Database, of: { communityId: number; id: number }) =>
  db
    .select()
    .from(noticeOpposition)
    .where(
      and(
        eq(noticeOpposition.communityId, of.communityId),
        eq(noticeOpposition.noticeId, of.id),
        isNull(noticeOpposition.replacedAt),
      ),
    )
    .orderBy(asc(noticeOpposition.id));

export const asOpposition = (one: { answer: string | null; upheld: boolean | null }) => ({
  answered: one.answer !== null,
  upheld: one.upheld === true,
});

const objectionText = (line: ObjectionLine): { [key: string]: Json } => ({
  kind: line.answer?.kind ?? null,
  text: line.answer?.text ?? null,
  version: line.answer?.version ?? null,
  clause: line.answer?.clause ?? null,
  clauseText: line.answer?.clauseText ?? null,
  group: line.group.position,
  ground: line.ground,
  weight: line.weight,
  households: line.households,
  wording: line.wording,
  escalation: line.escalation && { ...line.escalation },
});

/**
 * The text a signature stands for, and its SHA-256. It may be read by everybody: groups stand in it with the numbers the
 * board may print, objections in approved wording.
 */
export async function textToSign(db: Database, row: ProposalRow, standing: Standing, decided?: Gate[]) {
  const lines = await linesOf(db, row.communityId, row.id, standing.known);
  const gates = decided ?? (await gatesOf(db, row));
  const text = signedText({
    proposal: row.no ?? 0,
    plan: { version: standing.version ?? 0, hash: standing.planHash },
    rule: row.rule && { ...row.rule },
    snapshot: row.snapshotHash?.toString('hex') ?? '',
    groups: standing.groups.map((group) => ({
      position: group.position,
      name: group.name,
      effect: group.effect,
      ...boardNumbers(group),
    })),
    objections: lines.map((line) => ({ id: line.no, state: line.state, answer: objectionText(line) })),
    gates: gates.map(({ key, state, evidence, signer, decidedOn }) => ({ key, state, evidence, signer, decidedOn })),
    vote: null,
  });
  const content = JSON.parse(JSON.stringify(text)) as { [key: string]: Json };
  return { content, hash: sha256(canonical(content)) };
}

export async function signaturesOf(db: Database, of: { communityId: number; id: number }) {
  return db
    .select({ role: signature.role, signer: signature.signerId, hash: signature.hash, at: signature.at })
    .from(signature)
    .where(and(eq(signature.communityId, of.communityId), eq(signature.resolutionId, of.id)))
    .orderBy(asc(signature.at), desc(signature.role));
}
