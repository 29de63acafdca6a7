import { and, eq } from 'drizzle-orm';
import { lockProposal, nextNumber, type ProposalRow, recordStep, termActive, writeLetters } from '@/db/moves';
import type { ProposalState } from '@/db/schema/proposals';
import { groupHousehold } from '@/db/schema/proposals';
import { notice, noticeOpposition, resolution, signature } from '@/db/schema/signoff';
import { openGates } from '@/features/proposals/rules';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import type { Json } from '@/lib/ledger';
import { refuse } from '@/lib/result';
import { answerInput, opposeInput, proposalInput, returnInput, signInput } from './input';
import { mayAnswerOpposition, mayDeclare, mayOppose, mayPost, mayReturn, maySign } from './policy';
import { gatesOf, noticeOf, resolutionOf, standingOf, textToSign } from './queries';
import { checkNotice, checkSignature, noticeEnds, rolesMissing, type SignerRole } from './rules';

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);
const boardOf = (slug: string, no: number) => [`/${slug}/proposals/${no}`, `/${slug}/proposals`, `/${slug}`];

async function locked(scope: Scope, input: { proposal: number }) {
  const { db, communityId, now } = scope;
  const row = await lockProposal(db, communityId, input.proposal);
  return row && { row, termActive: await termActive(db, communityId, now) };
}

type At = Pick<Scope, 'db' | 'now' | 'community'> & { actor: Actor };

async function step(
  { db, now, community, actor }: At,
  row: ProposalRow,
  kind: string,
  more: {
    to?: ProposalState;
    reason?: string;
    detail?: Record<string, string | number>;
    leaf?: { [key: string]: Json };
  },
) {
  const { leaf, ...event } = more;
  await recordStep(db, row, { kind, ...event, role: roleOf(actor), personId: personOf(actor), now });
  const no = row.no ?? 0;
  return {
    ok: true as const,
    leaf: {
      subject: `proposal/${no}`,
      content: { step: kind, ...(more.to ? { to: more.to } : {}), ...more.detail, ...leaf },
    },
    board: boardOf(community.slug, no),
  };
}

const shares = (agreement: {
  groups: readonly { group: number; households: number; reached: number; agreeing: number }[];
}) => agreement.groups.map(({ group, households, reached, agreeing }) => ({ group, households, reached, agreeing }));

/** Row 10: every group passes its own gate, on the newest version, in a round that is over. */
export const declareAgreement = command({
  act: 'agreement.declare',
  input: proposalInput,
  subject: locked,
  allow: mayDeclare,
  run: async (scope) => {
    const { db, input, subject } = scope;
    const { row } = subject;
    if (row.state !== 'consulting') return refuse('wrong_state', { state: row.state });
    const standing = await standingOf(db, row);
    if (standing.round?.state !== 'closed') return refuse('no_closed_round');
    if (!standing.agreement.agreed) {
      const lacking = standing.agreement.groups.filter((group) => group.missing.length > 0).length;
      return refuse('not_agreed', { groups: lacking });
    }
    const neverReached = standing.groups.reduce((sum, group) => sum + group.neverReached, 0);
    const version = standing.version ?? 0;
    const done = await step(scope, row, 'agreed', {
      to: 'agreed',
      detail: { version, round: standing.round.no, neverReached },
      leaf: { groups: shares(standing.agreement) },
    });
    return { ...done, value: { proposal: input.proposal, version, neverReached } };
  },
});

/** Row 14: on the board for everybody to see, for at least the days of the rule. */
export const postNotice = command({
  act: 'notice.post',
  input: proposalInput,
  subject: locked,
  allow: mayPost,
  run: async (scope) => {
    const { db, communityId, community, now, actor, input, subject } = scope;
    const { row } = subject;
    if (row.state !== 'agreed') return refuse('wrong_state', { state: row.state });
    const open = (await gatesOf(db, row)).filter((gate) => gate.state === 'open').length;
    if (open > 0) return refuse('gates_open', { count: open });
    const standing = await standingOf(db, row);
    if (!standing.agreement.agreed) return refuse('not_agreed', { groups: 0 });
    const days = (row.rule ?? community.settings).noticeDays;
    const to = noticeEnds(now, days);
    const planVersion = standing.version ?? 0;
    await db
      .insert(notice)
      .values({ communityId, proposalId: row.id, planVersion, from: now, to, postedBy: personOf(actor) ?? 0 });
    await tellEverybody(db, row, community.slug, 'notice_posted', now);
    const done = await step(scope, row, 'noticed', {
      to: 'noticed',
      detail: { version: planVersion, days },
      leaf: { until: to.toISOString() },
    });
    return { ...done, value: { proposal: input.proposal, until: to.toISOString() } };
  },
});

async function tellEverybody(db: Database, row: ProposalRow, slug: string, kind: string, now: Date): Promise<void> {
  const homes = await householdsOf(db, row);
  const subject = `/${slug}/proposals/${row.no}`;
  await writeLetters(
    db,
    row.communityId,
    homes.map((householdId) => ({ householdId, kind, subject, detail: row.title, now })),
  );
}

async function householdsOf(db: Database, row: ProposalRow): Promise<number[]> {
  const rows = await db
    .select({ id: groupHousehold.householdId })
    .from(groupHousehold)
    .where(and(eq(groupHousehold.communityId, row.communityId), eq(groupHousehold.proposalId, row.id)));
  return rows.map((one) => one.id);
}

/** A household of the affected groups speaks against the notice; also to take its consent back. */
export const opposeNotice = command({
  act: 'notice.oppose',
  input: opposeInput,
  subject: async (scope, input) => {
    const found = await locked(scope, input);
    return found && { ...found, households: await householdsOf(scope.db, found.row) };
  },
  allow: mayOppose,
  run: async (scope) => {
    const { db, communityId, now, actor, input, subject } = scope;
    const current = await noticeOf(db, subject.row);
    if (subject.row.state !== 'noticed' || current?.notice.state !== 'running') return refuse('no_notice');
    const householdId = actor.as === 'resident' ? (actor.householdId ?? 0) : 0;
    const [saved] = await db
      .insert(noticeOpposition)
      .values({
        communityId,
        noticeId: current.notice.id,
        householdId,
        personId: personOf(actor),
        words: input.words,
        at: now,
      })
      .returning({ id: noticeOpposition.id });
    const done = await step(scope, subject.row, 'notice_opposed', {
      leaf: { household: householdId, words: input.words },
    });
    return { ...done, value: { proposal: input.proposal, opposition: saved?.id ?? 0 } };
  },
});

/** What was said against the notice is answered; upheld, it must go back. */
export const answerOpposition = command({
  act: 'notice.answer',
  input: answerInput,
  subject: locked,
  allow: mayAnswerOpposition,
  run: async (scope) => {
    const { db, communityId, community, now, actor, input, subject } = scope;
    const current = await noticeOf(db, subject.row);
    const said = current?.opposition.find((one) => one.id === input.opposition);
    if (!said || current?.notice.state !== 'running') return refuse('not_found');
    if (said.answeredAt) return refuse('already_answered');
    const upheld = input.outcome === 'upheld';
    await db
      .update(noticeOpposition)
      .set({ answer: input.answer, upheld, answeredBy: personOf(actor), answeredAt: now })
      .where(and(eq(noticeOpposition.communityId, communityId), eq(noticeOpposition.id, said.id)));
    await writeLetters(db, communityId, [
      {
        householdId: said.householdId,
        kind: 'opposition_answered',
        subject: `/${community.slug}/proposals/${input.proposal}`,
        detail: input.answer,
        now,
      },
    ]);
    const done = await step(scope, subject.row, 'opposition_answered', {
      detail: { upheld: upheld ? 1 : 0 },
      leaf: { answer: input.answer },
    });
    return { ...done, value: { proposal: input.proposal, opposition: said.id } };
  },
});

/** Row 16: whoever signs may send it back, with the reason. */
export const returnResolution = command({
  act: 'resolution.return',
  input: returnInput,
  subject: locked,
  allow: mayReturn,
  run: async (scope) => {
    const { db, communityId, input, subject } = scope;
    const current = await noticeOf(db, subject.row);
    if (subject.row.state !== 'noticed' || !current) return refuse('wrong_state', { state: subject.row.state });
    await db
      .update(notice)
      .set({ state: 'returned' })
      .where(and(eq(notice.communityId, communityId), eq(notice.id, current.notice.id)));
    const done = await step(scope, subject.row, 'returned', {
      to: 'redesign',
      reason: input.reason,
      leaf: { reason: input.reason },
    });
    return { ...done, value: { proposal: input.proposal } };
  },
});

/** Row 15: reads consent again under the lock; the last signature that is needed makes the resolution. */
export const signResolution = command({
  act: 'resolution.sign',
  input: signInput,
  subject: locked,
  allow: maySign,
  races: { signature_community_id_resolution_id_signer_id_unique: 'person_has_signed' },
  run: async (scope) => {
    const { db, communityId, community, now, actor, input, subject } = scope;
    const { row } = subject;
    const current = await noticeOf(db, row);
    if (row.state !== 'noticed' || !current || actor.as !== 'staff') return refuse('wrong_state', { state: row.state });
    const over = checkNotice(
      current.notice.to,
      current.opposition.map((one) => ({ answered: one.answeredAt !== null, upheld: one.upheld === true })),
      now,
    );
    if (!over.ok) return over;
    const gates = await gatesOf(db, row);
    const open = openGates(
      row.kind as Parameters<typeof openGates>[0],
      gates.map((gate) => ({ ...gate, signer: gate.signerId })),
    );
    if (open.length > 0) return refuse('gates_open', { count: open.length });
    const standing = await standingOf(db, row);
    if (!standing.agreement.agreed) return refuse('consent_withdrawn');
    const { text, hash } = await textToSign(db, row, standing);
    const before = await resolutionOf(db, row, current.notice.id);
    const given = (before?.signatures ?? []).map((one) => ({
      role: one.role,
      signer: one.signerId,
      hash: one.hash.toString('hex'),
    }));
    const mine = { role: actor.role as SignerRole, signer: actor.personId, hash: input.hash };
    const may = checkSignature(given, mine, {
      hash: hash.toString('hex'),
      termActive: subject.termActive,
      proposer: row.authorId,
    });
    if (!may.ok) return may;
    const made = before?.resolution ?? (await create(scope, row, current.notice, text, hash));
    await db
      .insert(signature)
      .values({ communityId, resolutionId: made.id, role: mine.role, signerId: mine.signer, hash, at: now });
    const missing = rolesMissing([...given, mine], input.hash, subject.termActive);
    const complete = missing.length === 0;
    if (complete) {
      await db
        .update(resolution)
        .set({ signedAt: now })
        .where(and(eq(resolution.communityId, communityId), eq(resolution.id, made.id)));
      await db
        .update(notice)
        .set({ state: 'signed' })
        .where(and(eq(notice.communityId, communityId), eq(notice.id, current.notice.id)));
      await tellEverybody(db, row, community.slug, 'resolution_signed', now);
    }
    const done = await step(scope, row, complete ? 'signed_off' : 'signed', {
      ...(complete ? { to: 'signed_off' as const } : {}),
      detail: { resolution: made.no, role: mine.role },
      leaf: { hash: input.hash },
    });
    return {
      ...done,
      board: [...done.board, `/${community.slug}/resolutions`, `/${community.slug}/resolutions/${made.no}`],
      value: { proposal: input.proposal, resolution: made.no, complete },
    };
  },
});

async function create(
  { db, communityId, now }: Scope,
  row: ProposalRow,
  posted: typeof notice.$inferSelect,
  text: object,
  hash: Buffer,
) {
  const no = await nextNumber(db, communityId, 'resolution');
  const [made] = await db
    .insert(resolution)
    .values({
      communityId,
      no,
      proposalId: row.id,
      noticeId: posted.id,
      planVersion: posted.planVersion,
      canonical: { ...text },
      hash,
      createdAt: now,
    })
    .returning();
  if (!made) throw new Error('the resolution was not written');
  return made;
}
