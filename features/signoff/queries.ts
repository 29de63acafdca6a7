import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ProposalRow } from '@/db/moves';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { plan } from '@/db/schema/plans';
import { affectedGroup, legalGate, type ProposalState } from '@/db/schema/proposals';
import { electorate, opinion, round } from '@/db/schema/rounds';
import { notice, noticeOpposition, resolution, signature } from '@/db/schema/signoff';
import type { Objection } from '@/features/objections/rules';
import { currentOpinion, type Stance } from '@/features/rounds/rules';
import type { Database } from '@/lib/gate';
import { canonical, type Json, sha256 } from '@/lib/ledger';
import { type Agreement, agreement, type GroupAtClose, signedText } from './rules';

type Row = Pick<ProposalRow, 'id' | 'communityId' | 'rule'>;

/** Every objection that stands for itself, with its raisers, as the rules speak of it. */
export async function objectionsOf(db: Database, row: Row) {
  const rows = await db
    .select({ objection, raiser: objectionRaiser })
    .from(objection)
    .innerJoin(
      objectionRaiser,
      and(eq(objectionRaiser.communityId, objection.communityId), eq(objectionRaiser.objectionId, objection.id)),
    )
    .where(
      and(eq(objection.communityId, row.communityId), eq(objection.proposalId, row.id), isNull(objection.mergedInto)),
    )
    .orderBy(asc(objection.no), asc(objectionRaiser.householdId));
  const found = new Map<number, Objection & { row: typeof objection.$inferSelect; escalated: boolean }>();
  for (const { objection: one, raiser } of rows) {
    const known = found.get(one.id) ?? {
      id: one.id,
      row: one,
      group: one.groupId,
      escalated: one.escalatedAt !== null,
      acknowledged: one.state !== 'raised',
      reopened: false,
      answer: one.answerKind && {
        kind: one.answerKind,
        version: one.answerVersion ?? 0,
        clause: one.answerClause,
        reason: one.answer,
      },
      raisers: [],
    };
    const own = { household: raiser.householdId, verdict: raiser.verdict, tries: raiser.triesToReach };
    found.set(one.id, { ...known, raisers: [...known.raisers, own] });
  }
  return [...found.values()];
}

export interface Standing {
  version: number | null;
  planHash: string;
  round: { id: number; no: number; k: number; state: string } | null;
  objections: Awaited<ReturnType<typeof objectionsOf>>;
  groups: (GroupAtClose & { name: string; neverReached: number })[];
  agreement: Agreement;
}

/**
 * Where every group stands on the newest published version, from the newest round on it: what each household said last,
 * in that round or before it when that still holds. A pure function of stored rows.
 */
export async function standingOf(db: Database, row: Row): Promise<Standing> {
  const { communityId } = row;
  const [newest] = await db
    .select({ version: plan.version, hash: plan.hash })
    .from(plan)
    .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, row.id), eq(plan.state, 'published')))
    .orderBy(desc(plan.version))
    .limit(1);
  const version = newest?.version ?? null;
  const [last] = await db
    .select({ id: round.id, no: round.no, k: round.k, state: round.state })
    .from(round)
    .where(
      and(
        eq(round.communityId, communityId),
        eq(round.proposalId, row.id),
        eq(round.planVersion, version ?? 0),
        sql`${round.state} <> 'void'`,
      ),
    )
    .orderBy(desc(round.k))
    .limit(1);
  const members = await db
    .select({
      household: electorate.householdId,
      group: electorate.groupId,
      standing: sql<Stance | null>`(select o.stance from opinion o where o.community_id = electorate.community_id and o.id = electorate.standing_opinion_id)`,
      said: sql<
        { seq: number; own: boolean; stance: Stance }[]
      >`coalesce((select json_agg(json_build_object('seq', o.seq, 'own', o.own, 'stance', o.stance) order by o.seq)
        from ${opinion} o where o.community_id = electorate.community_id and o.round_id = electorate.round_id and o.household_id = electorate.household_id), '[]')`,
    })
    .from(electorate)
    .where(and(eq(electorate.communityId, communityId), eq(electorate.roundId, last?.id ?? 0)));
  const objections = await objectionsOf(db, row);
  const named = await db
    .select({ id: affectedGroup.id, name: affectedGroup.name, effect: affectedGroup.effect })
    .from(affectedGroup)
    .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)))
    .orderBy(asc(affectedGroup.position));
  const groups = named.map((group) => {
    const own = members.filter((member) => member.group === group.id);
    const stances = new Map<number, Stance>();
    for (const member of own) {
      const stance = currentOpinion(member.said)?.stance ?? member.standing;
      if (stance) stances.set(member.household, stance);
    }
    return {
      group: group.id,
      name: group.name,
      effect: group.effect,
      households: own.map((member) => member.household),
      stances,
      neverReached: own.length - stances.size,
      objections: objections.filter((one) => one.group === group.id),
    };
  });
  const rule = row.rule ?? undefined;
  return {
    version,
    planHash: newest?.hash?.toString('hex') ?? '',
    round: last ?? null,
    objections,
    groups,
    agreement: agreement(groups, version ?? 0, rule),
  };
}

export async function gatesOf(db: Database, row: Row) {
  return db
    .select()
    .from(legalGate)
    .where(and(eq(legalGate.communityId, row.communityId), eq(legalGate.proposalId, row.id)))
    .orderBy(asc(legalGate.key));
}

/** The newest notice, and what was said against it. */
export async function noticeOf(db: Database, row: Row) {
  const [found] = await db
    .select()
    .from(notice)
    .where(and(eq(notice.communityId, row.communityId), eq(notice.proposalId, row.id)))
    .orderBy(desc(notice.id))
    .limit(1);
  if (!found) return undefined;
  const opposition = await db
    .select()
    .from(noticeOpposition)
    .where(and(eq(noticeOpposition.communityId, row.communityId), eq(noticeOpposition.noticeId, found.id)))
    .orderBy(asc(noticeOpposition.id));
  return { notice: found, opposition };
}

/** Exactly what is signed, and its hash. */
export async function textToSign(
  db: Database,
  row: Row & { no: number | null; snapshotHash: Buffer | null; state: ProposalState },
  standing: Standing,
) {
  const gates = await gatesOf(db, row);
  const text = signedText({
    proposal: row.no ?? 0,
    plan: { version: standing.version ?? 0, hash: standing.planHash },
    rule: row.rule ? { ...row.rule } : null,
    snapshot: row.snapshotHash?.toString('hex') ?? '',
    groups: standing.agreement.groups.map((group, index) => ({
      name: standing.groups[index]?.name ?? '',
      effect: group.effect,
      households: group.households,
      reached: group.reached,
      tookSide: group.tookSide,
      agreeing: group.agreeing,
      conditionsMet: group.conditionsMet,
    })),
    objections: standing.objections.map(({ row: one }) => ({
      id: one.no,
      state: one.escalatedAt ? 'maintained, escalated' : one.state,
      answer: { kind: one.answerKind, version: one.answerVersion, clause: one.answerClause, words: one.answer },
    })),
    gates: gates.map((gate) => ({
      key: gate.key,
      state: gate.state,
      evidence: gate.evidence,
      signer: gate.signerId,
    })),
    vote: null,
  });
  const canonicalText = canonical(text as unknown as Json);
  return { text, hash: sha256(canonicalText) };
}

export async function resolutionOf(db: Database, row: Row, noticeId: number) {
  const [found] = await db
    .select()
    .from(resolution)
    .where(and(eq(resolution.communityId, row.communityId), eq(resolution.noticeId, noticeId)));
  if (!found) return undefined;
  const signatures = await db
    .select()
    .from(signature)
    .where(and(eq(signature.communityId, row.communityId), eq(signature.resolutionId, found.id)));
  return { resolution: found, signatures };
}
