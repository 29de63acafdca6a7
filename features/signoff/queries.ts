import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { building, entrance, grants, household, person, unit } from '@/db/schema/people';
import { picture } from '@/db/schema/pictures';
import { clause, plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { legalGate } from '@/db/schema/scoping';
import { notice, noticeOpposition, noticeShown, resolution, signature } from '@/db/schema/signoff';
import type { ObjectionLine } from '@/features/objections/moves';
import { entrancesOf, mayGoRound } from '@/features/opinions/policy';
import type { ProposalRow } from '@/features/proposals/moves';
import { type Effect, type Gate, type Kind, openGates } from '@/features/proposals/rules';
import { shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import { boardQuery, query, type Scope } from '@/lib/gate';
import { canonical, type Json } from '@/lib/ledger';
import {
  asOpposition,
  checkStanding,
  gatesOf,
  noticeOf,
  oppositionOf,
  standingOf,
  textToSign,
  thresholdsOf,
} from './moves';
import { mayAnswerOpposition, mayDeclare, mayPostNotice, mayReadSignoff, mayReturn, maySign } from './policy';
import { type BoardNumbers, checkNotice, requiredRoles, type SignerRole } from './rules';

async function rowOf({ db, communityId }: Scope, no: number): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(proposal.state, 'draft')));
  return row;
}

/** Everything the desk's addresses of agreement, notice and signature show, and why each act is not possible. */
export const deskSignoff = query({
  name: 'signoff.desk',
  allow: (who) => mayReadSignoff(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, community, who, now } = scope;
    const today = shanghaiDate(now);
    const [found] = await db
      .select({
        row: proposal,
        active: sql<boolean>`exists (select 1 from term t where t.community_id = proposal.community_id
          and t.from_day <= ${today} and t.to_day >= ${today} and t.closed_at is null)`,
      })
      .from(proposal)
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(proposal.state, 'draft')));
    if (!found) return undefined;
    const { row, active } = found;
    const standing = await standingOf(db, row, thresholdsOf(row, community));
    const gates = await gatesOf(db, row);
    const open = openGates(row.kind as Kind, gates);
    const hung = await db
      .select({
        posted: notice,
        opposition: noticeOpposition,
        drawn: resolution,
        given: sql<{ role: SignerRole; signer: number; at: string }[] | null>`(select json_agg(json_build_object(
            'role', s.role, 'signer', s.signer_id, 'at', s.at) order by s.at) from signature s
          where s.community_id = ${communityId} and s.resolution_id = ${resolution.id})`,
      })
      .from(notice)
      .leftJoin(resolution, and(eq(resolution.communityId, notice.communityId), eq(resolution.noticeId, notice.id)))
      .leftJoin(
        noticeOpposition,
        and(
          eq(noticeOpposition.communityId, notice.communityId),
          eq(noticeOpposition.noticeId, notice.id),
          isNull(noticeOpposition.replacedAt),
        ),
      )
      .where(and(eq(notice.communityId, communityId), eq(notice.proposalId, row.id), ne(notice.state, 'returned')))
      .orderBy(desc(notice.id), asc(noticeOpposition.id));
    const posted = hung[0]?.posted;
    const drawn = hung[0]?.drawn ?? null;
    const opposition = hung.flatMap((one) => (one.posted.id === posted?.id && one.opposition ? [one.opposition] : []));
    const given = hung[0]?.given ?? [];
    const text = row.state === 'noticed' ? await textToSign(db, row, standing, gates) : null;
    const signed = given.map((one) => one.role);
    const judged = checkStanding(standing);
    const over = posted && checkNotice(posted.to, opposition.map(asOpposition), now);
    const personId = who.kind === 'person' ? who.personId : 0;
    const refusal = (result: { ok: true } | { ok: false; refusal: { code: string } } | undefined) =>
      result && !result.ok ? result.refusal.code : null;
    const blocks = {
      agreement:
        row.state !== 'consulting'
          ? 'wrong_state'
          : (refusal(judged) ?? (mayDeclare(who, { termActive: active }) ? null : 'not_allowed')),
      notice:
        row.state !== 'agreed'
          ? 'wrong_state'
          : open.length > 0
            ? 'gates_open'
            : (refusal(judged) ?? (mayPostNotice(who) ? null : 'not_allowed')),
      opposition:
        row.state !== 'noticed'
          ? 'wrong_state'
          : mayAnswerOpposition(who, { termActive: active })
            ? null
            : 'not_allowed',
      signature:
        row.state !== 'noticed' || !posted
          ? 'wrong_state'
          : (refusal(over) ??
            refusal(judged) ??
            (drawn && text && !drawn.hash.equals(text.hash) ? 'text_changed' : null) ??
            (given.some((one) => one.signer === personId) ? 'person_has_signed' : null) ??
            (maySign(who, { termActive: active, signed }) ? null : 'not_allowed')),
      return: row.state !== 'agreed' && row.state !== 'noticed' ? 'wrong_state' : mayReturn(who) ? null : 'not_allowed',
    };
    return {
      no: row.no ?? no,
      title: row.title,
      state: row.state,
      kind: row.kind as Kind,
      termActive: active,
      standing,
      gates,
      openGates: open,
      notice: posted ?? null,
      opposition: opposition.map(({ id, words, answer, upheld, at, channel, proof }) => ({
        ...{ id, words, answer, upheld, at, proof, recorded: channel === 'self' ? null : channel },
      })),
      text: text && { content: text.content, hash: text.hash.toString('hex') },
      required: requiredRoles(active),
      signatures: given.map(({ role, at }) => ({ role, at: new Date(at) })),
      blocks,
    };
  },
});
export type DeskSignoff = NonNullable<Awaited<ReturnType<typeof deskSignoff>>>;
export type SignoffAct = keyof DeskSignoff['blocks'];

/** A published plan as it is printed under a notice or a signature. */
async function planText({ db, communityId }: Scope, proposalId: number, version: number) {
  const rows = await db
    .select({
      about: { title: plan.title, summary: plan.summary, cost: plan.cost, costNote: plan.costNote },
      one: { no: clause.no, text: clause.text },
    })
    .from(plan)
    .leftJoin(clause, and(eq(clause.communityId, plan.communityId), eq(clause.planId, plan.id)))
    .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, proposalId), eq(plan.version, version)))
    .orderBy(asc(clause.no));
  const about = rows[0]?.about ?? { title: '', summary: '', cost: 0, costNote: '' };
  return { ...about, clauses: rows.flatMap(({ one }) => one ?? []) };
}

/** The notice that hangs, or hung, for a proposal; with the plan it is about, as one page to print. */
export const boardNotice = boardQuery({
  name: 'notice.board',
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId } = scope;
    const [posted] = await db
      .select({
        ...{ title: proposal.title, place: proposal.place, proposalId: proposal.id },
        ...{ version: noticeShown.planVersion, from: noticeShown.from, to: noticeShown.to, state: noticeShown.state },
        /** Households that said no; null: one or two. */
        opposition: noticeShown.oppositions,
      })
      .from(proposal)
      .innerJoin(
        noticeShown,
        and(eq(noticeShown.communityId, proposal.communityId), eq(noticeShown.proposalId, proposal.id)),
      )
      .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(noticeShown.state, 'returned')))
      .orderBy(desc(noticeShown.id))
      .limit(1);
    if (!posted) return undefined;
    const { proposalId, version, ...row } = posted;
    return {
      no,
      ...row,
      now: scope.now,
      /** The next moment at which this page says something else. */
      turnsAt: row.state === 'running' && scope.now < row.to ? row.to : null,
      over: scope.now >= row.to,
      plan: { version, ...(await planText(scope, proposalId, version)) },
      gates: await db
        .select({
          key: legalGate.key,
          state: legalGate.state,
          evidence: legalGate.evidence,
          decidedOn: legalGate.decidedOn,
        })
        .from(legalGate)
        .where(and(eq(legalGate.communityId, communityId), eq(legalGate.proposalId, proposalId)))
        .orderBy(asc(legalGate.key)),
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

const LIST = 30;

/** Resolutions in force, newest first. */
export const boardResolutions = boardQuery({
  name: 'resolutions.board',
  read: async ({ db, communityId }, { after }: { after: number | null }) => {
    const rows = await db
      .select({
        no: resolution.no,
        signedAt: resolution.signedAt,
        version: resolution.planVersion,
        proposal: proposal.no,
        title: proposal.title,
        place: proposal.place,
      })
      .from(resolution)
      .innerJoin(
        proposal,
        and(eq(proposal.communityId, resolution.communityId), eq(proposal.id, resolution.proposalId)),
      )
      .where(
        and(
          eq(resolution.communityId, communityId),
          isNotNull(resolution.signedAt),
          after === null ? undefined : lte(resolution.no, after),
        ),
      )
      .orderBy(desc(resolution.no))
      .limit(LIST + 2);
    const found = pageAfter(rows, after, { size: LIST, key: (row) => row.no });
    return found && { resolutions: found.page, next: found.next };
  },
  shows: () => ['resolutions'],
});

export interface ResolutionText {
  proposal: number;
  plan: { version: number; hash: string };
  snapshot: string;
  groups: ({ position: number; name: string; effect: Effect } & BoardNumbers)[];
  objections: {
    id: number;
    state: ObjectionLine['state'];
    answer: {
      kind: NonNullable<ObjectionLine['answer']>['kind'] | null;
      text: string | null;
      version: number | null;
      clause: number | null;
      clauseText: string | null;
      group: number;
      ground: string;
      weight: ObjectionLine['weight'];
      households: number | null;
      wording: string | null;
      escalation: { words: string; reason: string } | null;
    };
  }[];
  gates: Gate[];
}

async function resolutionView(scope: Scope, no: number) {
  const { db, communityId } = scope;
  const [row] = await db
    .select({
      ...{ id: resolution.id, no: resolution.no, version: resolution.planVersion, hash: resolution.hash },
      ...{ signedAt: resolution.signedAt, leaf: resolution.leafSeq, content: resolution.canonical },
      ...{ proposal: proposal.no, title: proposal.title, place: proposal.place, proposalId: proposal.id },
      ...{ from: noticeShown.from, to: noticeShown.to, opposition: noticeShown.oppositions },
    })
    .from(resolution)
    .innerJoin(proposal, and(eq(proposal.communityId, resolution.communityId), eq(proposal.id, resolution.proposalId)))
    .innerJoin(
      noticeShown,
      and(eq(noticeShown.communityId, resolution.communityId), eq(noticeShown.id, resolution.noticeId)),
    )
    .where(and(eq(resolution.communityId, communityId), isNotNull(resolution.signedAt), eq(resolution.no, no)));
  if (!row) return undefined;
  const signatures = await db
    .select({ role: signature.role, at: signature.at })
    .from(signature)
    .where(and(eq(signature.communityId, communityId), eq(signature.resolutionId, row.id)))
    .orderBy(asc(signature.at), desc(signature.role));
  return {
    no: row.no,
    proposal: row.proposal ?? 0,
    title: row.title,
    place: row.place,
    version: row.version,
    signedAt: row.signedAt ?? scope.now,
    leaf: row.leaf,
    hash: row.hash.toString('hex'),
    /** Exactly what was signed: its SHA-256 is `hash`. */
    canonical: canonical(row.content as { [key: string]: Json }),
    text: row.content as unknown as ResolutionText,
    notice: { from: row.from, to: row.to, opposition: row.opposition },
    signatures,
    plan: await planText(scope, row.proposalId, row.version),
  };
}

/** A resolution in force, by its number. */
export const boardResolutionByNo = boardQuery({
  name: 'resolution.board',
  read: (scope, { no }: { no: number }) => resolutionView(scope, no),
  shows: ({ no }) => [`resolution/${no}`],
});

/** For the form of an opposition: the notice that runs, and what this household has said. */
export const opposing = query({
  name: 'notice.opposing',
  allow: (who) => who.kind === 'person',
  read: async (scope, { no }: { no: number }) => {
    const { db, who, now } = scope;
    const row = await rowOf(scope, no);
    if (!row || who.kind !== 'person') return undefined;
    const posted = await noticeOf(db, row);
    const homes = who.households.map((home) => home.householdId);
    const own = posted ? (await oppositionOf(db, posted)).filter((one) => homes.includes(one.householdId)) : [];
    const ids = own.map((one) => one.id);
    const photos = await db
      .select({ id: picture.id, of: picture.subjectId })
      .from(picture)
      .where(
        and(
          eq(picture.communityId, row.communityId),
          eq(picture.subject, 'opposition'),
          inArray(picture.subjectId, ids),
        ),
      );
    const running = posted?.state === 'running' && posted.from <= now && now < posted.to;
    return {
      no: row.no ?? no,
      title: row.title,
      notice: posted ? { from: posted.from, to: posted.to } : null,
      own: own.map(({ id, words, answer, upheld, at, recorderId, proof, message }) => ({
        ...{ id, words, answer, upheld, at, recorded: recorderId !== null, proof, message },
        /** The picture of the signature, by id. */
        photo: photos.find((one) => one.of === id)?.id ?? null,
      })),
      block: !running
        ? 'notice_over'
        : homes.length === 0
          ? 'not_allowed'
          : own.some((one) => one.answer === null && one.recorderId === null)
            ? 'already_opposed'
            : null,
    };
  },
});

/** Notices that hang now, for whoever goes round. */
export const doorNotices = query({
  name: 'notice.door_list',
  allow: (who, _: Record<never, never>) => mayGoRound(who),
  read: async ({ db, communityId, now }) =>
    db
      .select({ no: proposal.no, title: proposal.title, to: notice.to })
      .from(notice)
      .innerJoin(proposal, and(eq(proposal.communityId, notice.communityId), eq(proposal.id, notice.proposalId)))
      .where(
        and(
          ...[eq(notice.communityId, communityId), eq(notice.state, 'running'), isNotNull(proposal.no)],
          gt(notice.to, now),
        ),
      )
      .orderBy(asc(notice.to)),
});

/** A notice at the doors of one's entrances; with `entrance`, its households and who may have been present. */
export const doorNotice = query({
  name: 'notice.door',
  allow: (who, _: { no: number; entrance?: number }) => mayGoRound(who),
  read: async (scope, { no, entrance: chosen }) => {
    const { db, communityId, now, who } = scope;
    const row = await rowOf(scope, no);
    const posted = row && (await noticeOf(db, row));
    if (!row || !posted) return undefined;
    const mine = entrancesOf(who) ?? [];
    const entrances = await db
      .select({ id: entrance.id, no: entrance.no, building: building.name })
      .from(entrance)
      .innerJoin(building, and(eq(building.communityId, entrance.communityId), eq(building.id, entrance.buildingId)))
      .where(and(eq(entrance.communityId, communityId), mine === 'all' ? undefined : inArray(entrance.id, mine)))
      .orderBy(sql`length(${building.name})`, building.name, building.compoundId, entrance.no);
    const here = entrances.find((one) => one.id === chosen);
    const own = who.kind === 'person' ? who : null;
    const homes = here
      ? await db
          .select({ household: household.id, door: unit.door })
          .from(household)
          .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
          .where(and(eq(household.communityId, communityId), eq(household.entranceId, here.id)))
          .orderBy(sql`length(${unit.door})`, unit.door)
      : [];
    const witnesses = here
      ? await db
          .selectDistinct({ id: person.id, name: person.name })
          .from(grants)
          .innerJoin(person, eq(person.id, grants.personId))
          .where(
            and(
              ...[eq(grants.communityId, communityId), ne(grants.personId, own?.personId ?? 0), lte(grants.from, now)],
              or(isNull(grants.to), gt(grants.to, now)),
              inArray(grants.role, ['captain', 'social-worker']),
            ),
          )
          .limit(50)
      : [];
    const ownHomes = own?.households.map((home) => home.householdId) ?? [];
    return {
      no: row.no ?? no,
      title: row.title,
      to: posted.to,
      running: posted.state === 'running' && posted.from <= now && now < posted.to,
      entrances,
      here,
      homes: homes.filter((one) => !ownHomes.includes(one.household)),
      witnesses: witnesses.map((one) => ({ id: one.id, name: one.name ?? '' })),
    };
  },
});
