import { and, asc, eq, not, sql } from 'drizzle-orm';
import { opinion } from '@/db/schema/opinions';
import { electorate } from '@/db/schema/rounds';
import { groupHousehold } from '@/db/schema/scoping';
import { resolution } from '@/db/schema/signoff';
import { writeLetters } from '@/features/letters/moves';
import { drawnFrom } from '@/features/objections/facts';
import { type Known, objectionsOf } from '@/features/objections/moves';
import { linesOf, type ObjectionLine } from '@/features/objections/moves/lines';
import { undrawnOf } from '@/features/objections/rules/draw';
import { isDisowned } from '@/features/proposals/facts';
import { lockKnown, type ProposalRow } from '@/features/proposals/moves';
import type { Effect } from '@/features/proposals/rules';
import { roundStances, roundStood } from '@/features/rounds/rules';
import type { Database, Scope } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import type { LetterSort, Titled } from '@/lib/letters';
import { type CodeOf, type Result, refusalOf } from '@/lib/result';
import { type SignoffFacts, signoffFacts } from './facts';
import {
  agreement,
  type BoardNumbers,
  checkAgreed,
  checkRoundHeld,
  type GroupAgreement,
  isChanged,
  outsideText,
  signedText,
  type Thresholds,
  type Unagreed,
} from './rules';

export interface GroupStanding extends GroupAgreement {
  position: number;
  name: string;
  /** Households that gave no answer. */
  silent: number[];
}

/** How far the groups are. `notReady`: why there is nothing to read yet. */
export interface Standing {
  notReady: CodeOf<ReturnType<typeof checkRoundHeld>> | null;
  round: { no: number; k: number; version: number; closesAt: Date; summarised: boolean } | null;
  version: number | null;
  planHash: string;
  thresholds: Thresholds;
  agreed: boolean;
  groups: GroupStanding[];
  /** The objections it was read from. */
  known: Known[];
}

interface Held {
  rounds: (NonNullable<Standing['round']> & { id: number; state: 'open' | 'closed' | 'void' })[];
  newest: { version: number; hash: string; clauses: number[] } | null;
  groups: { id: number; position: number; name: string; effect: Effect }[];
  /** Opinions that objections were drawn from. */
  drawn: number[];
}

/** The rounds of a proposal, its newest published plan and its groups, in one statement. */
async function heldOf(db: Database, { communityId, id }: Pick<ProposalRow, 'communityId' | 'id'>): Promise<Held> {
  const { rows } = await db.execute<{ held: Held }>(sql`select json_build_object(
    'rounds', coalesce((select json_agg(json_build_object('id', r.id, 'no', r.no, 'k', r.k, 'version', r.plan_version,
        'state', r.state, 'closesAt', r.closes_at, 'summarised', r.summary <> '') order by r.id) from round r
      where r.community_id = ${communityId} and r.proposal_id = ${id} and r.state <> 'void'), '[]'),
    'newest', (select json_build_object('version', p.version, 'hash', encode(p.hash, 'hex'),
        'clauses', coalesce((select json_agg(c.no order by c.no) from clause c
          where c.community_id = p.community_id and c.plan_id = p.id), '[]'))
      from plan p where p.community_id = ${communityId} and p.proposal_id = ${id} and p.state = 'published'
      order by p.version desc limit 1),
    'groups', coalesce((select json_agg(json_build_object('id', g.id, 'position', g.position, 'name', g.name,
        'effect', g.effect) order by g.position) from affected_group g
      where g.community_id = ${communityId} and g.proposal_id = ${id}), '[]'),
    'drawn', array(${drawnFrom(communityId, id)})) as held`);
  const { rounds = [], newest = null, groups = [], drawn = [] } = rows[0]?.held ?? {};
  return { rounds: rounds.map((one) => ({ ...one, closesAt: new Date(one.closesAt) })), newest, groups, drawn };
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
  const { rounds, newest, groups, drawn } = await heldOf(db, row);
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
    .select({
      household: electorate.householdId,
      group: electorate.groupId,
      standing: opinion.stance,
      standingId: opinion.id,
    })
    .from(electorate)
    .leftJoin(
      opinion,
      and(
        ...[eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)],
        not(isDisowned()),
      ),
    )
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, of.id)))
    .orderBy(asc(electorate.householdId));
  const said = await db
    .select({
      id: opinion.id,
      household: opinion.householdId,
      seq: opinion.seq,
      own: opinion.own,
      stance: opinion.stance,
      disowned: isDisowned(),
    })
    .from(opinion)
    .where(and(eq(opinion.communityId, communityId), eq(opinion.roundId, of.id)));
  const known = read ?? (await objectionsOf(db, communityId, id));
  const stands = newest?.clauses ?? [];
  const objections = known.map((one) => holding(one, version, stands));
  const stances = roundStances(voters, said);
  const stood = roundStood(voters, said);
  const wordsOf = (group: number) =>
    [...(stood.get(group) ?? [])].flatMap(([household, id]) => {
      const stance = stances.get(household);
      return stance && id !== null ? [{ id, household, stance }] : [];
    });
  const each = groups.map((group) => ({
    group: group.id,
    effect: group.effect as Effect,
    households: voters.filter((one) => one.group === group.id).map((one) => one.household),
    stances,
    objections: objections.filter((one) => one.group === group.id),
    undrawn: undrawnOf(wordsOf(group.id), new Set(drawn)).map(({ household }) => household),
  }));
  const { agreed, groups: judged } = agreement(each, version, thresholds);
  return {
    ...base,
    notReady: null,
    known,
    round: { no: of.no, k: of.k, version: of.version, closesAt: of.closesAt, summarised: of.summarised },
    agreed,
    groups: judged.map((one, index) => ({
      ...one,
      position: groups[index]?.position ?? 0,
      name: groups[index]?.name ?? '',
      silent: (each[index]?.households ?? []).filter((household) => !stances.has(household)),
    })),
  };
}

/** By the thresholds that were fixed when its consultation started. */
export const countedOf = ({ db, community }: Pick<Scope, 'db' | 'community'>, row: ProposalRow): Promise<Standing> =>
  standingOf(db, row, thresholdsOf(row, community));

/** Whether it may be declared: a round to read, and every group through its own gate. */
const checkStanding = (standing: Standing): Result<undefined, Unagreed> =>
  standing.notReady !== null
    ? { ok: false as const, refusal: { code: standing.notReady } }
    : checkAgreed({ agreed: standing.agreed, groups: standing.groups });

/** What the acts are asked about it. */
export const countedFacts = (standing: Standing) => ({
  agreement: refusalOf(checkStanding(standing)),
  wordsUndrawn: standing.groups.reduce((sum, group) => sum + group.undrawn, 0),
  summarised: standing.round?.summarised ?? false,
});

const thresholdsOf = (row: Pick<ProposalRow, 'rule'>, { settings }: { settings: Thresholds }): Thresholds => {
  const { reach, agree } = row.rule ?? settings;
  return { reach, agree };
};

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
export async function textToSign(
  db: Database,
  row: ProposalRow,
  standing: Standing,
  { gates, consents }: Pick<SignoffFacts, 'gates' | 'consents'>,
) {
  const lines = await linesOf(db, row.communityId, row.id, standing.known);
  const text = signedText({
    proposal: row.no ?? 0,
    plan: { version: standing.version ?? 0, hash: standing.planHash },
    rule: row.rule && { ...row.rule },
    snapshot: row.snapshotHash?.toString('hex') ?? '',
    groups: standing.groups.map((group) => ({
      position: group.position,
      name: group.name,
      effect: group.effect,
      ...({
        households: group.households,
        reached: group.reached,
        agrees: group.missing.length === 0,
      } satisfies BoardNumbers),
    })),
    objections: lines.map((line) => ({ id: line.no, state: line.state, answer: objectionText(line) })),
    gates: gates.map(({ key, state, evidence, signer, decidedOn }) => ({ key, state, evidence, signer, decidedOn })),
    ...outsideText(consents),
    vote: null,
  });
  const content = JSON.parse(JSON.stringify(text)) as { [key: string]: Json };
  return { content, hash: sha256(canonical(content)) };
}

export const lockSignoff = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, signoffFacts);

/** The same with where every group stands. */
export async function lockCounted(scope: Scope, input: { proposal: number }) {
  const facts = await lockSignoff(scope, input);
  if (!facts) return undefined;
  const standing = await countedOf(scope, facts.row);
  return { ...facts, standing, ...countedFacts(standing) };
}

/** The same with the text to be signed, and the resolution that somebody may have signed already. */
export async function lockText(scope: Scope, input: { proposal: number }) {
  const facts = await lockCounted(scope, input);
  if (!facts) return undefined;
  const { db, communityId } = scope;
  const { row, standing, notice } = facts;
  const [drawn] = notice
    ? await db
        .select()
        .from(resolution)
        .where(and(eq(resolution.communityId, communityId), eq(resolution.noticeId, notice.id)))
        .for('update')
    : [];
  const text = await textToSign(db, row, standing, facts);
  return { ...facts, drawn, text, changed: notice !== null && isChanged(notice, standing, drawn, text) };
}

/** What a household says at its door, or against what hangs: the notice as it hangs. */
export async function lockHanging(scope: Scope, input: { proposal: number }) {
  const facts = await lockSignoff(scope, input);
  return facts?.notice ? { ...facts, notice: facts.notice } : undefined;
}

/** A letter to every household of its groups. */
export async function tellAll(
  here: Pick<Scope, 'db' | 'communityId' | 'now'>,
  { communityId, id, title }: ProposalRow,
  sort: LetterSort<Titled>,
  about: { no: number; until?: Date },
): Promise<void> {
  const all = await here.db
    .select({ householdId: groupHousehold.householdId })
    .from(groupHousehold)
    .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, id)))
    .orderBy(asc(groupHousehold.householdId));
  await writeLetters(
    here,
    sort,
    all.map(({ householdId }) => ({ to: { household: householdId }, detail: { title }, ...about })),
  );
}
