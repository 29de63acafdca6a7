import { and, eq, inArray, isNull } from 'drizzle-orm';
import { lockProposal, lockProposalById, type ProposalRow, recordStep, writeLetters } from '@/db/moves';
import { caseLink, merger, support } from '@/db/schema/proposals';
import { type Actor, personOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { mergeInput, separateInput } from './input';
import { mayMerge } from './policy';
import { broughtAlong, checkMerger, checkUndoing } from './rules';

const roleOf = (actor: Actor) => (actor.as === 'staff' ? actor.role : actor.as);

/** Two proposals are locked in the order of their numbers, whichever is merged into which. */
async function both({ db, communityId }: Scope, input: { proposal: number; into: number }) {
  const rows = new Map<number, ProposalRow | undefined>();
  for (const no of [input.proposal, input.into].sort((a, b) => a - b))
    if (!rows.has(no)) rows.set(no, await lockProposal(db, communityId, no));
  const row = rows.get(input.proposal);
  return row && { row, into: rows.get(input.into) };
}

const supportersOf = (db: Database, { communityId, id }: ProposalRow) =>
  db
    .select({ household: support.householdId, person: support.personId })
    .from(support)
    .where(and(eq(support.communityId, communityId), eq(support.proposalId, id)));

const linksOf = (db: Database, { communityId, id }: ProposalRow) =>
  db
    .select({ case: caseLink.caseId, side: caseLink.side, linkedBy: caseLink.linkedBy })
    .from(caseLink)
    .where(and(eq(caseLink.communityId, communityId), eq(caseLink.proposalId, id)));

const boardOf = (slug: string, ...numbers: (number | null)[]) => [
  `/${slug}`,
  `/${slug}/proposals`,
  `/${slug}/cases`,
  `/${slug}/cases/`,
  ...numbers.map((no) => `/${slug}/proposals/${no}`),
];

const tellAuthor = (db: Database, slug: string, row: ProposalRow, kind: string, now: Date) =>
  writeLetters(db, row.communityId, [
    {
      ...(row.authorHouseholdId === null ? { personId: row.authorId } : { householdId: row.authorHouseholdId }),
      kind,
      subject: `/${slug}/proposals/${row.no}`,
      detail: row.title,
      now,
    },
  ]);

/**
 * Row 2: goes on with another one. Support and cases are brought along where the other has them not; author, comments
 * and address stay.
 */
export const mergeProposal = command({
  act: 'proposal.merge',
  input: mergeInput,
  subject: both,
  allow: mayMerge,
  races: { merger_once: 'wrong_state' },
  run: async ({ db, community, communityId, now, actor, input, subject: { row, into } }) => {
    const may = checkMerger(row.state, into ? { same: into.id === row.id, state: into.state } : null);
    if (!may.ok || !into) return may.ok ? refuse('no_such_proposal') : may;
    const [own, theirs] = [await supportersOf(db, row), await supportersOf(db, into)];
    const [links, known] = [await linksOf(db, row), await linksOf(db, into)];
    const households = broughtAlong(
      own.map((one) => one.household),
      theirs.map((one) => one.household),
    );
    const cases = broughtAlong(
      links.map((one) => one.case),
      known.map((one) => one.case),
    );
    const at = now;
    const brought = own.filter((one) => households.includes(one.household));
    if (brought.length > 0)
      await db.insert(support).values(
        brought.map((one) => ({
          ...{ communityId, proposalId: into.id, householdId: one.household, personId: one.person, at },
        })),
      );
    const linked = links.filter((one) => cases.includes(one.case));
    if (linked.length > 0)
      await db.insert(caseLink).values(
        linked.map((one) => ({
          ...{ communityId, caseId: one.case, proposalId: into.id, side: one.side, linkedBy: one.linkedBy, at },
        })),
      );
    await db.insert(merger).values({
      ...{ communityId, proposalId: row.id, intoId: into.id, reason: input.reason, households, cases, at },
      mergedBy: personOf(actor) ?? 0,
    });
    const by = { role: roleOf(actor), personId: personOf(actor), now };
    const { reason } = input;
    await recordStep(db, row, { kind: 'merged', to: 'merged', reason, detail: { into: into.no ?? 0 }, ...by });
    await recordStep(db, into, { kind: 'joined', reason, detail: { from: row.no ?? 0 }, ...by });
    await tellAuthor(db, community.slug, row, 'proposal_merged', now);
    return {
      ok: true,
      value: { proposal: input.proposal, into: input.into },
      leaf: {
        subject: `proposal/${row.no}`,
        content: { step: 'merged', into: into.no, reason, supporters: brought.length, cases: linked.length },
      },
      board: boardOf(community.slug, row.no, into.no),
    };
  },
});

async function merged(scope: Scope, input: { proposal: number }) {
  const { db, communityId } = scope;
  const row = await lockProposal(db, communityId, input.proposal);
  if (!row) return undefined;
  const [standing] = await db
    .select()
    .from(merger)
    .where(and(eq(merger.communityId, communityId), eq(merger.proposalId, row.id), isNull(merger.undoneAt)));
  return { row, standing: standing ?? null };
}

/** For fourteen days: each goes on by itself again, and what was brought along goes back. */
export const separateProposal = command({
  act: 'proposal.separate',
  input: separateInput,
  subject: merged,
  allow: mayMerge,
  run: async ({ db, community, communityId, now, actor, input, subject: { row, standing } }) => {
    const may = checkUndoing(row.state, standing?.at ?? null, now);
    if (!may.ok || !standing) return may.ok ? refuse('wrong_state', { state: row.state }) : may;
    const into = await lockProposalById(db, communityId, standing.intoId);
    // Whoever took the support back and gave it again gave it to the other one: its time is another.
    if (standing.households.length > 0)
      await db
        .delete(support)
        .where(
          and(
            eq(support.communityId, communityId),
            eq(support.proposalId, standing.intoId),
            inArray(support.householdId, standing.households),
            eq(support.at, standing.at),
          ),
        );
    if (standing.cases.length > 0)
      await db
        .delete(caseLink)
        .where(
          and(
            eq(caseLink.communityId, communityId),
            eq(caseLink.proposalId, standing.intoId),
            inArray(caseLink.caseId, standing.cases),
            eq(caseLink.at, standing.at),
          ),
        );
    await db
      .update(merger)
      .set({ undoneBy: personOf(actor), undoneAt: now, undoneReason: input.reason })
      .where(and(eq(merger.communityId, communityId), eq(merger.id, standing.id)));
    const by = { role: roleOf(actor), personId: personOf(actor), now };
    const { reason } = input;
    await recordStep(db, row, { kind: 'separated', to: 'submitted', reason, detail: { from: into?.no ?? 0 }, ...by });
    if (into) await recordStep(db, into, { kind: 'separated', reason, detail: { from: row.no ?? 0 }, ...by });
    await tellAuthor(db, community.slug, row, 'proposal_separated', now);
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${row.no}`, content: { step: 'separated', from: into?.no ?? null, reason } },
      board: boardOf(community.slug, row.no, into?.no ?? null),
    };
  },
});
