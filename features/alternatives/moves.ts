import { and, asc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import {
  alternative,
  alternativeAnswer,
  alternativeHousehold,
  alternativeStanding,
  alternativeVisit,
  alternativeWord,
  alternativeWordContent,
  comparison,
} from '@/db/schema/alternatives';
import { household } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import type { Ground } from '@/db/words/opinions';
import { mayKnock, maySpeak } from '@/features/opinions/policy';
import { wantsNoVisits } from '@/features/people/facts';
import { lockKnown } from '@/features/proposals/moves';
import { asHousehold } from '@/lib/actor';
import type { Database, Scope } from '@/lib/gate';
import { comparisonFacts, isNobodys, metComparing } from './facts';
import type { Answer, Member, Said, Word } from './rules';

export type ComparisonRow = typeof comparison.$inferSelect;

export const lockComparison = (scope: Scope, input: { proposal: number }) =>
  lockKnown(scope, input.proposal, comparisonFacts);

export const ofComparison = (communityId: number, id: number) =>
  and(eq(comparison.communityId, communityId), eq(comparison.id, id));

export const closing = (slug: string, communityId: number, no: number, runAt: Date) => ({
  task: 'comparison.close',
  payload: { community: slug, proposal: no },
  runAt,
  key: `comparison.close:${communityId}:${no}`,
});

interface Answered {
  alternative: number;
  answer: Answer;
  ground: Ground | null;
}

export interface Spoken extends Word {
  channel: (typeof alternativeWord.$inferSelect)['channel'];
  proof: (typeof alternativeWord.$inferSelect)['proof'];
  meetingId: number | null;
  authorId: number | null;
  recorderId: number | null;
  witnessId: number | null;
  receivedAt: Date;
  /** The picture of the signature, by id. */
  photo: number | null;
  said: Map<number, Said>;
  witness: string;
  message: string;
}

/** What was said in a comparison, oldest first: of some households, or of all. */
export async function wordsOf(
  db: Database,
  of: { communityId: number; id: number },
  { households, before }: { households?: readonly number[]; before?: Date | null } = {},
): Promise<Spoken[]> {
  const rows = await db
    .select({
      id: alternativeWord.id,
      household: alternativeWord.householdId,
      seq: alternativeWord.seq,
      own: alternativeWord.own,
      disowned: isNobodys(sql`${alternativeWord}`),
      takes: alternativeWord.takesId,
      channel: alternativeWord.channel,
      proof: alternativeWord.proof,
      meetingId: alternativeWord.meetingId,
      authorId: alternativeWord.authorId,
      recorderId: alternativeWord.recorderId,
      witnessId: alternativeWord.witnessId,
      receivedAt: alternativeWord.receivedAt,
      photo: sql<number | null>`(select p.id from picture p where p.community_id = ${alternativeWord.communityId}
        and p.subject = 'alternative_word' and p.subject_id = ${alternativeWord.id} order by p.id limit 1)`,
      words: alternativeWordContent.words,
      witness: alternativeWordContent.witness,
      message: alternativeWordContent.message,
      answers: sql<Answered[]>`(select json_agg(json_build_object('alternative', a.alternative_id, 'answer', a.answer,
          'ground', a.ground) order by a.alternative_id) from alternative_answer a
        where a.community_id = ${alternativeWord.communityId} and a.word_id = ${alternativeWord.id})`,
    })
    .from(alternativeWord)
    .leftJoin(
      alternativeWordContent,
      and(
        eq(alternativeWordContent.communityId, alternativeWord.communityId),
        eq(alternativeWordContent.wordId, alternativeWord.id),
      ),
    )
    .where(
      and(
        ...[eq(alternativeWord.communityId, of.communityId), eq(alternativeWord.comparisonId, of.id)],
        households && inArray(alternativeWord.householdId, [...households]),
        before ? lt(alternativeWord.receivedAt, before) : undefined,
      ),
    )
    .orderBy(asc(alternativeWord.id));
  return rows.map(({ answers, words, witness, message, ...row }) => ({
    ...row,
    witness: witness ?? '',
    message: message ?? '',
    answers: new Map(answers.map((one) => [one.alternative, one.answer])),
    said: new Map(
      answers.map(({ alternative: one, answer, ground }) => [one, { answer, ground, words: words?.[one] ?? '' }]),
    ),
  }));
}

/** Who is asked about each alternative, with what stands from an earlier comparison. */
export async function membersOf(
  db: Database,
  of: { communityId: number; id: number },
  households?: readonly number[],
): Promise<Map<number, Member[]>> {
  const rows = await db
    .select({
      alternative: alternativeHousehold.alternativeId,
      household: alternativeHousehold.householdId,
      group: alternativeHousehold.groupId,
      word: alternativeStanding.wordId,
      answer: alternativeAnswer.answer,
    })
    .from(alternativeHousehold)
    .innerJoin(
      alternative,
      and(
        eq(alternative.communityId, alternativeHousehold.communityId),
        eq(alternative.id, alternativeHousehold.alternativeId),
      ),
    )
    .leftJoin(
      alternativeStanding,
      and(
        eq(alternativeStanding.communityId, alternativeHousehold.communityId),
        eq(alternativeStanding.alternativeId, alternativeHousehold.alternativeId),
        eq(alternativeStanding.householdId, alternativeHousehold.householdId),
        sql`not exists (select from alternative_disowned d where d.community_id = ${alternativeStanding.communityId}
          and d.word_id = ${alternativeStanding.wordId})`,
      ),
    )
    .leftJoin(
      alternativeAnswer,
      and(
        eq(alternativeAnswer.communityId, alternativeStanding.communityId),
        eq(alternativeAnswer.wordId, alternativeStanding.wordId),
        eq(alternativeAnswer.alternativeId, alternativeStanding.earlierId),
      ),
    )
    .where(
      and(
        ...[eq(alternative.communityId, of.communityId), eq(alternative.comparisonId, of.id)],
        households && inArray(alternativeHousehold.householdId, [...households, 0]),
      ),
    )
    .orderBy(asc(alternativeHousehold.alternativeId), asc(alternativeHousehold.householdId));
  const members = new Map<number, Member[]>();
  for (const { alternative: one, word, answer, ...row } of rows) {
    const own = members.get(one) ?? [];
    own.push({ ...row, standing: word !== null && answer !== null ? { word, answer } : null });
    members.set(one, own);
  }
  return members;
}

export const visitsOf = (db: Database, of: { communityId: number; id: number }) =>
  db
    .select({
      household: alternativeVisit.householdId,
      outcome: alternativeVisit.outcome,
      visitor: alternativeVisit.visitorId,
      at: alternativeVisit.at,
    })
    .from(alternativeVisit)
    .where(and(eq(alternativeVisit.communityId, of.communityId), eq(alternativeVisit.comparisonId, of.id)))
    .orderBy(asc(alternativeVisit.id));

/** Comparisons of the proposal before this one in which households were asked, oldest first. */
export const earlierOf = (db: Database, of: { communityId: number; proposalId: number }) =>
  db
    .select()
    .from(comparison)
    .where(
      and(
        ...[eq(comparison.communityId, of.communityId), eq(comparison.proposalId, of.proposalId)],
        ...[isNotNull(comparison.opensAt), isNotNull(comparison.endedAt)],
      ),
    )
    .orderBy(asc(comparison.id));

/** The alternatives that concern some of these households, by household. */
const concerned = (db: Database, of: { communityId: number; id: number }, households: readonly number[]) =>
  db
    .select({
      household: alternativeHousehold.householdId,
      id: alternative.id,
      position: alternative.position,
    })
    .from(alternativeHousehold)
    .innerJoin(
      alternative,
      and(
        eq(alternative.communityId, alternativeHousehold.communityId),
        eq(alternative.id, alternativeHousehold.alternativeId),
      ),
    )
    .where(
      and(
        ...[eq(alternative.communityId, of.communityId), eq(alternative.comparisonId, of.id)],
        inArray(alternativeHousehold.householdId, [...households]),
      ),
    )
    .orderBy(asc(alternative.position));

/** The comparison of a proposal that households are or were asked in last. */
export const askedIn = (db: Database, communityId: number, no: number) =>
  db
    .select({ row: comparison, no: proposal.no, title: proposal.title, proposalId: proposal.id })
    .from(comparison)
    .innerJoin(proposal, and(eq(proposal.communityId, comparison.communityId), eq(proposal.id, comparison.proposalId)))
    .where(
      and(
        ...[eq(comparison.communityId, communityId), eq(proposal.no, no)],
        ...[isNotNull(comparison.opensAt), isNull(comparison.endedAt)],
      ),
    );

/**
 * A household in a comparison. It is held `for share`, so that it is not counted meanwhile, and the household is locked, so that
 * one chain grows at a time.
 */
export async function lockHome(scope: Scope, input: { proposal: number; household?: number | undefined }) {
  const { db, communityId, who } = scope;
  const [found] = await askedIn(db, communityId, input.proposal).for('share', { of: comparison });
  if (!found) return undefined;
  const { row, proposalId } = found;
  const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
  const wanted = input.household === undefined ? own : [input.household];
  const about = wanted.length > 0 ? await concerned(db, row, wanted) : [];
  const [home] =
    about.length > 0
      ? await db
          .select({
            householdId: household.id,
            entranceId: household.entranceId,
            quiet: wantsNoVisits(),
            met: metComparing(row.id),
          })
          .from(household)
          .where(
            and(
              eq(household.communityId, communityId),
              inArray(
                household.id,
                about.map((one) => one.household),
              ),
            ),
          )
          .orderBy(asc(household.id))
          .limit(1)
          .for('update', { of: household })
      : [];
  // A household one has nothing to do with is not found, whether it is there or not.
  if (!home || !(maySpeak(who, home) ?? mayKnock(who, home))) return undefined;
  const [moved] = await db
    .select({ state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.id, proposalId)));
  const chain = await wordsOf(db, row, { households: [home.householdId] });
  const { opensAt, closesAt, closedAt, endedAt } = row;
  return {
    ...home,
    row,
    no: input.proposal,
    title: found.title,
    state: moved?.state ?? ('withdrawn' as const),
    comparison: opensAt && closesAt ? { opensAt, closesAt, closedAt, ended: endedAt !== null } : null,
    alternatives: about.filter((one) => one.household === home.householdId),
    chain,
    own: asHousehold(who, home.householdId) !== null,
  };
}

export type LockedHome = NonNullable<Awaited<ReturnType<typeof lockHome>>>;
