import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import { objection, objectionEvent } from '@/db/schema/objections';
import { clause, plan } from '@/db/schema/plans';
import { affectedGroup } from '@/db/schema/scoping';
import { termActive } from '@/features/terms/moves';
import { query } from '@/lib/query';
import { showing } from '@/lib/shown';
import { deskShown, wordingShown } from '../input';
import { drawables, objectionsOf, proposalNamed } from '../moves';
import { mayReadObjections } from '../policy';
import { acknowledgeBy, objectionState } from '../rules';
import { undrawnOf } from '../rules/draw';

/** What an opinion says in its household's own words: the condition and the rest. */
const wordsOf = ({ condition, words }: { condition: string; words: string }): string =>
  [...new Set([condition, words].map((one) => one.trim()))].filter(Boolean).join(' · ');

/** What those meant who do not find themselves in the wording as it is now, by their last word on it. */
function disputesOf(events: { kind: string; householdId: number | null; words: string }[]): string[] {
  const last = new Map(
    events
      .slice(events.findLastIndex((one) => one.kind === 'reworded') + 1)
      .filter((one) => one.kind === 'wording_disputed' || one.kind === 'wording_approved')
      .map((one) => [one.householdId, one]),
  );
  return [...last.values()].filter((one) => one.kind === 'wording_disputed').map((one) => one.words);
}

/** The desk's list: objections with those who raised them, and what was said that nobody has drawn yet. */
export const deskObjections = query({
  name: 'objections.desk',
  allow: (who) => mayReadObjections(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId } = scope;
    const row = await proposalNamed(scope, no);
    if (!row) return undefined;
    const all = await objectionsOf(db, communityId, row.id);
    const groups = await db
      .select({ id: affectedGroup.id, position: affectedGroup.position, name: affectedGroup.name })
      .from(affectedGroup)
      .where(and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id)))
      .orderBy(asc(affectedGroup.position));
    const plans = await db
      .select({ version: plan.version, state: plan.state, no: clause.no, text: clause.text })
      .from(plan)
      .innerJoin(clause, and(eq(clause.communityId, plan.communityId), eq(clause.planId, plan.id)))
      .where(and(eq(plan.communityId, communityId), eq(plan.proposalId, row.id)))
      .orderBy(desc(plan.version), asc(clause.no));
    const events = await db
      .select({
        objectionId: objectionEvent.objectionId,
        kind: objectionEvent.kind,
        householdId: objectionEvent.householdId,
        words: objectionEvent.words,
        at: objectionEvent.at,
      })
      .from(objectionEvent)
      .innerJoin(
        objection,
        and(eq(objection.communityId, objectionEvent.communityId), eq(objection.id, objectionEvent.objectionId)),
      )
      .where(and(eq(objectionEvent.communityId, communityId), eq(objection.proposalId, row.id)))
      .orderBy(asc(objectionEvent.id));
    const merged = await db
      .select({ id: objection.id, no: objection.no, into: objection.mergedInto })
      .from(objection)
      .where(
        and(eq(objection.communityId, communityId), eq(objection.proposalId, row.id), isNotNull(objection.mergedInto)),
      )
      .orderBy(asc(objection.no));
    const goesOn = (id: number | null): number | undefined => {
      const next = merged.find((one) => one.id === id);
      return next ? goesOn(next.into) : all.find((one) => one.id === id)?.row.no;
    };
    const said = await drawables(db, communityId, row.id);
    const standing = new Map(said.filter((one) => one.current).map((one) => [one.household, one]));
    const undrawn = undrawnOf([...standing.values()], new Set(said.filter((one) => one.drawn).map(({ id }) => id)));
    const latest = Math.max(0, ...undrawn.map((one) => one.roundNo));
    return {
      ...row,
      who: scope.who,
      now: scope.now,
      termActive: await termActive(db, communityId, scope.now),
      groups,
      clauses: plans,
      /** Those that go on in another one, and its number. */
      merged: merged.map((one) => ({ no: one.no, into: goesOn(one.into) ?? 0 })),
      objections: all.map((one) => ({
        no: one.row.no,
        group: groups.find(({ id }) => id === one.group)?.name ?? '',
        groupId: one.group,
        ground: one.ground,
        weight: one.row.weight,
        wording: one.row.wording,
        shown: { wording: showing(wordingShown(one.row)), answer: showing(deskShown(one.row)) },
        approved: one.raiserRows.some((raiser) => raiser.wordingApproved !== null),
        state: objectionState(one),
        escalated: one.escalated,
        answered: one.answer !== null,
        /** The version it was raised on. */
        version: said.find((opinion) => opinion.round === one.row.roundId)?.version ?? 0,
        raisedAt: one.row.raisedAt,
        acknowledgeBy: acknowledgeBy(one.row.raisedAt),
        answer: one.row.answerKind && {
          kind: one.row.answerKind,
          text: one.row.answer,
          version: one.row.answerVersion,
          clause: one.row.answerClause,
        },
        raisers: one.raiserRows.length,
        /** What each who raised it said, by household. */
        said: one.raiserRows.map((raiser) => {
          const from = said.find((opinion) => opinion.id === raiser.opinionId);
          return { id: raiser.householdId, words: from ? wordsOf(from) : '' };
        }),
        verdicts: {
          settled: one.raiserRows.filter((raiser) => raiser.verdict === 'settled').length,
          maintained: one.raiserRows.filter((raiser) => raiser.verdict === 'maintained').length,
          withdrawn: one.raiserRows.filter((raiser) => raiser.verdict === 'withdrawn').length,
          silent: one.raiserRows.filter((raiser) => raiser.verdict === null).length,
        },
        maintainedWords: one.raiserRows.flatMap((raiser) =>
          raiser.verdict === 'maintained' && raiser.verdictWords ? [raiser.verdictWords] : [],
        ),
        disputes: disputesOf(events.filter((event) => event.objectionId === one.id)),
        events: events.filter((event) => event.objectionId === one.id),
      })),
      /** By group and ground, conditions without a ground under `null`; only of the latest round that has any. */
      undrawn: undrawn
        .filter((one) => one.roundNo === latest)
        .map(({ id, group, ground, stance, roundNo, ...opinion }) => ({
          id,
          ground,
          stance,
          words: wordsOf(opinion),
          round: roundNo,
          group: groups.find((of) => of.id === group)?.position ?? 0,
        })),
    };
  },
});
export type DeskObjections = NonNullable<Awaited<ReturnType<typeof deskObjections>>>;
export type DeskObjection = DeskObjections['objections'][number];
