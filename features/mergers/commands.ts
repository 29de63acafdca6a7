import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { caseLink } from '@/db/schema/cases';
import { merger } from '@/db/schema/mergers';
import { support } from '@/db/schema/proposals';
import { writeLetters } from '@/features/letters/moves';
import { broughtBy, knownOf, lockProposal, type ProposalRow, recordStep } from '@/features/proposals/moves';
import { notAtThisStep } from '@/features/proposals/rules';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Database, type Scope } from '@/lib/gate';
import type { LetterSort, Titled } from '@/lib/letters';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { mergerFacts } from './facts';
import { mergeInput, separateInput } from './input';
import { letters } from './letters';
import { broughtAlong, checkInto, keptFor } from './rules';

/** Two proposals are locked in the order of their numbers, whichever goes on with which. */
async function lockBoth({ db, communityId }: Scope, one: number, other: number) {
  const rows = new Map<number, ProposalRow | undefined>();
  for (const no of [one, other].sort((a, b) => a - b))
    if (!rows.has(no)) rows.set(no, await lockProposal(db, communityId, no));
  return rows;
}

async function both(scope: Scope, input: { proposal: number; into: number }) {
  const rows = await lockBoth(scope, input.proposal, input.into);
  const row = rows.get(input.proposal);
  const facts = await knownOf(scope, input.proposal, mergerFacts);
  return row && facts && { ...facts, row, into: rows.get(input.into) };
}

type Id = Pick<ProposalRow, 'communityId' | 'id'>;

const supportersOf = (db: Database, { communityId, id }: Id) =>
  db
    .select({ household: support.householdId, person: support.personId })
    .from(support)
    .where(and(eq(support.communityId, communityId), eq(support.proposalId, id)));

const linksOf = (db: Database, { communityId, id }: Id) =>
  db
    .select({ case: caseLink.caseId, side: caseLink.side, linkedBy: caseLink.linkedBy })
    .from(caseLink)
    .where(and(eq(caseLink.communityId, communityId), eq(caseLink.proposalId, id)));

interface Brought {
  supporters: Awaited<ReturnType<typeof supportersOf>>;
  links: Awaited<ReturnType<typeof linksOf>>;
}

/** Support and links of the other one, stamped with the moment of the merger: by it they are found again. */
async function bring(
  db: Database,
  { communityId, intoId: proposalId, at }: Pick<typeof merger.$inferSelect, 'communityId' | 'intoId' | 'at'>,
  { supporters, links }: Brought,
): Promise<void> {
  if (supporters.length > 0)
    await db.insert(support).values(
      supporters.map(({ household: householdId, person: personId }) => ({
        communityId,
        proposalId,
        householdId,
        personId,
        at,
      })),
    );
  if (links.length > 0)
    await db
      .insert(caseLink)
      .values(links.map(({ case: caseId, ...link }) => ({ communityId, caseId, proposalId, at, ...link })));
}

const tellAuthor = ({ db, now }: Pick<Scope, 'db' | 'now'>, row: ProposalRow, sort: LetterSort<Titled>) =>
  writeLetters(
    { db, communityId: row.communityId, now },
    sort,
    broughtBy(row).map((to) => ({ to, no: row.no ?? 0, detail: { title: row.title } })),
  );

/**
 * Row 2: goes on with another one. Support and cases are brought along where the other has them not; author, comments
 * and address stay.
 */
export const mergeProposal = command({
  act: acts.merge,
  input: mergeInput,
  facts: both,
  races: { merger_once: 'not_at_this_step' },
  run: async ({ db, communityId, now, actor, input, facts: { row, into } }) => {
    const may = checkInto(into ? { same: into.id === row.id, state: into.state, waits: into.waits } : null);
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
    const brought = {
      supporters: own.filter((one) => households.includes(one.household)),
      links: links.filter((one) => cases.includes(one.case)),
    };
    const merged = { communityId, intoId: into.id, at: now };
    await bring(db, merged, brought);
    await db.insert(merger).values({
      ...merged,
      proposalId: row.id,
      reason: input.reason,
      households,
      cases,
      mergedBy: personOf(actor) ?? 0,
    });
    const by = { role: roleOf(actor), personId: personOf(actor), now };
    const { reason } = input;
    await recordStep(db, row, { kind: 'merged', to: 'merged', reason, detail: { into: into.no ?? 0 }, ...by });
    await recordStep(db, into, { kind: 'joined', reason, detail: { from: row.no ?? 0 }, ...by });
    await tellAuthor({ db, now }, row, letters.proposal_merged);
    return {
      ok: true,
      value: { proposal: input.proposal, into: input.into },
      leaf: {
        subject: `proposal/${row.no}`,
        content: { step: 'merged', into: into.no, reason, supporters: households.length, cases: cases.length },
      },
      changed: [`proposal/${into.no}`, 'proposals', 'cases'],
    };
  },
});

async function joined(scope: Scope, input: { proposal: number }) {
  const before = await knownOf(scope, input.proposal, mergerFacts);
  const other = before?.merged?.into.no;
  const rows = await lockBoth(scope, input.proposal, other ?? input.proposal);
  const row = rows.get(input.proposal);
  // Read again under the locks: somebody else may just have separated it, and joined it with another.
  const facts = await knownOf(scope, input.proposal, mergerFacts);
  const { db, communityId } = scope;
  const [standing] = await db
    .select()
    .from(merger)
    .where(and(eq(merger.communityId, communityId), eq(merger.id, facts?.merged?.id ?? 0)));
  const into = facts?.merged?.into.no === other ? rows.get(other ?? 0) : undefined;
  return row && facts && { ...facts, row, standing, into };
}

/** Takes back what was brought along; what another one still joined has as well stays, as brought by that one. */
async function takeBack(db: Database, standing: typeof merger.$inferSelect): Promise<void> {
  const { communityId, intoId, at } = standing;
  const others = await db
    .select()
    .from(merger)
    .where(
      and(
        ...[eq(merger.communityId, communityId), eq(merger.intoId, intoId)],
        ...[isNull(merger.undoneAt), ne(merger.id, standing.id)],
      ),
    )
    .orderBy(merger.id);
  // Whoever took the support back and gave it again gave it to the other one: its time is another.
  const homes = await db
    .delete(support)
    .where(
      and(
        ...[eq(support.communityId, communityId), eq(support.proposalId, intoId), eq(support.at, at)],
        inArray(support.householdId, standing.households),
      ),
    )
    .returning({ id: support.householdId });
  const links = await db
    .delete(caseLink)
    .where(
      and(
        ...[eq(caseLink.communityId, communityId), eq(caseLink.proposalId, intoId), eq(caseLink.at, at)],
        inArray(caseLink.caseId, standing.cases),
      ),
    )
    .returning({ id: caseLink.caseId });
  const sources = [];
  for (const other of others) {
    const row = { communityId, id: other.proposalId };
    sources.push({ other, supporters: await supportersOf(db, row), links: await linksOf(db, row) });
  }
  const households = keptFor(
    homes.map(({ id }) => id),
    sources.map(({ other, supporters }) => ({ id: other.id, has: supporters.map((one) => one.household) })),
  );
  const cases = keptFor(
    links.map(({ id }) => id),
    sources.map(({ other, links: known }) => ({ id: other.id, has: known.map((one) => one.case) })),
  );
  for (const { other, ...source } of sources) {
    const [supported, linked] = [households.get(other.id) ?? [], cases.get(other.id) ?? []];
    if (supported.length + linked.length === 0) continue;
    await bring(db, other, {
      supporters: source.supporters.filter((one) => supported.includes(one.household)),
      links: source.links.filter((one) => linked.includes(one.case)),
    });
    await db
      .update(merger)
      .set({ households: [...other.households, ...supported], cases: [...other.cases, ...linked] })
      .where(and(eq(merger.communityId, communityId), eq(merger.id, other.id)));
  }
}

/** For fourteen days: each goes on by itself again, and what was brought along goes back. */
export const separateProposal = command({
  act: acts.separate,
  input: separateInput,
  facts: joined,
  run: async ({ db, communityId, now, actor, input, facts: { row, standing, into } }) => {
    if (!standing || !into) return { ok: false, refusal: notAtThisStep('merged') };
    await takeBack(db, standing);
    await db
      .update(merger)
      .set({ undoneBy: personOf(actor), undoneAt: now, undoneReason: input.reason })
      .where(and(eq(merger.communityId, communityId), eq(merger.id, standing.id)));
    const by = { role: roleOf(actor), personId: personOf(actor), now };
    const { reason } = input;
    await recordStep(db, row, { kind: 'separated', to: 'submitted', reason, detail: { from: into.no ?? 0 }, ...by });
    await recordStep(db, into, { kind: 'separated', reason, detail: { from: row.no ?? 0 }, ...by });
    await tellAuthor({ db, now }, row, letters.proposal_separated);
    return {
      ok: true,
      value: { proposal: input.proposal },
      leaf: { subject: `proposal/${row.no}`, content: { step: 'separated', from: into.no, reason } },
      changed: [`proposal/${into.no}`, 'proposals', 'cases'],
    };
  },
});
