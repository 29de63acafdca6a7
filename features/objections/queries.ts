import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { objection, objectionEvent, objectionRaiser, objectionShown } from '@/db/schema/objections';
import { opinionContent } from '@/db/schema/opinions';
import { community, household, residency } from '@/db/schema/people';
import { clause, plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { affectedGroup } from '@/db/schema/scoping';
import { entrancesOf } from '@/features/opinions/policy';
import { termActive } from '@/features/terms/moves';
import { boardQuery, type Database, personQuery, query, type Scope } from '@/lib/gate';
import { drawables, type ObjectionLine, objectionsOf } from './moves';
import { mayReadObjections } from './policy';
import { acknowledgeBy, isOpenObjection, type ObjectionState, objectionState } from './rules';

async function proposalNamed({ db, communityId }: Scope, no: number) {
  const [row] = await db
    .select({ id: proposal.id, no: proposal.no, title: proposal.title, state: proposal.state })
    .from(proposal)
    .where(and(eq(proposal.communityId, communityId), eq(proposal.no, no), ne(proposal.state, 'draft')));
  return row && { ...row, no: row.no ?? no };
}

/** The same as the board may read it. */
async function linesShown({ db, communityId }: Scope, proposalId: number): Promise<ObjectionLine[]> {
  const rows = await db
    .select({
      one: {
        no: objectionShown.no,
        ground: objectionShown.ground,
        weight: objectionShown.weight,
        households: objectionShown.households,
        wording: objectionShown.wording,
        raisedAt: objectionShown.raisedAt,
      },
      group: { position: affectedGroup.position, name: affectedGroup.name },
      state: objectionShown.state,
      kind: objectionShown.answerKind,
      answer: {
        text: objectionShown.answer,
        version: objectionShown.answerVersion,
        clause: objectionShown.answerClause,
        clauseText: clause.text,
      },
      escalatedAt: objectionShown.escalatedAt,
      escalation: { words: objectionShown.ownWords, reason: objectionShown.escalation },
    })
    .from(objectionShown)
    .innerJoin(
      affectedGroup,
      and(eq(affectedGroup.communityId, objectionShown.communityId), eq(affectedGroup.id, objectionShown.groupId)),
    )
    .leftJoin(
      plan,
      and(
        eq(plan.communityId, objectionShown.communityId),
        eq(plan.proposalId, objectionShown.proposalId),
        eq(plan.version, objectionShown.answerVersion),
      ),
    )
    .leftJoin(
      clause,
      and(
        eq(clause.communityId, plan.communityId),
        eq(clause.planId, plan.id),
        eq(clause.no, objectionShown.answerClause),
      ),
    )
    .where(and(eq(objectionShown.communityId, communityId), eq(objectionShown.proposalId, proposalId)))
    .orderBy(asc(affectedGroup.position), asc(objectionShown.no));
  return rows.map(({ one, group, state, kind, answer, escalatedAt, escalation }) => ({
    ...one,
    group,
    state: state as ObjectionState,
    answer: kind && { kind, ...answer },
    escalation: escalatedAt && { words: escalation.words ?? '', reason: escalation.reason ?? '' },
  }));
}

/** The sheet of a proposal for the board. */
export const boardObjections = boardQuery({
  name: 'objections.board',
  read: async (scope, { no }: { no: number }) => {
    const row = await proposalNamed(scope, no);
    if (!row) return undefined;
    const lines = await linesShown(scope, row.id);
    return {
      no: row.no,
      title: row.title,
      state: row.state,
      lines,
      open: lines.filter((one) => isOpenObjection(one.state)).length,
    };
  },
  shows: ({ no }) => [`proposal/${no}`],
});

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
      );
    const goesOn = (id: number | null): number | undefined => {
      const next = merged.find((one) => one.id === id);
      return next ? goesOn(next.into) : all.find((one) => one.id === id)?.row.no;
    };
    const said = await drawables(db, communityId, row.id);
    const drawn = new Set(all.flatMap((one) => one.raiserRows.map((raiser) => raiser.opinionId)));
    const undrawn = said.filter(
      (one) => one.current && (one.stance === 'oppose' || one.stance === 'support_if') && !drawn.has(one.id),
    );
    const latest = Math.max(0, ...undrawn.map((one) => one.roundNo));
    return {
      ...row,
      ...{ who: scope.who, now: scope.now },
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
        approved: one.raiserRows.some((raiser) => raiser.wordingApproved !== null),
        state: objectionState(one),
        ...{ escalated: one.escalated, answered: one.answer !== null },
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
          ...{ id, ground, stance, words: wordsOf(opinion), round: roundNo },
          group: groups.find((of) => of.id === group)?.position ?? 0,
        })),
    };
  },
});
export type DeskObjections = NonNullable<Awaited<ReturnType<typeof deskObjections>>>;
export type DeskObjection = DeskObjections['objections'][number];

const answered = {
  community: community.slug,
  place: { zh: community.nameZh, en: community.nameEn },
  /** Which round of its proposal it was said in. */
  k: sql<number>`(select r.k from round r where r.community_id = ${objection.communityId} and r.id = ${objection.roundId})`,
  /** How many households raised it, and how many have said what they think of the answer. */
  raisers: sql<number>`(select count(*)::int from objection_raiser o
    where o.community_id = ${objection.communityId} and o.objection_id = ${objection.id})`,
  judged: sql<number>`(select count(*)::int from objection_raiser o
    where o.community_id = ${objection.communityId} and o.objection_id = ${objection.id} and o.verdict is not null)`,
  /** What was meant instead, when the household's last word on the wording is that it does not fit; else null. */
  disputed: sql<string | null>`(select case e.kind when 'wording_disputed' then e.words end from objection_event e
    where e.community_id = ${objection.communityId} and e.objection_id = ${objection.id}
      and (e.kind = 'reworded' or e.household_id = ${objectionRaiser.householdId}
        and e.kind in ('wording_disputed', 'wording_approved'))
    order by e.id desc limit 1)`,
  /** How it was put before, and until when; oldest first. */
  earlier: sql<{ words: string; until: string }[]>`coalesce((select json_agg(json_build_object('words', e.words,
      'until', e.at) order by e.id) from objection_event e where e.community_id = ${objection.communityId}
    and e.objection_id = ${objection.id} and e.kind = 'reworded'), '[]'::json)`,
  proposal: proposal.no,
  proposalState: proposal.state,
  title: proposal.title,
  objection: objection.no,
  ground: objection.ground,
  weight: objection.weight,
  wording: objection.wording,
  state: objection.state,
  answerKind: objection.answerKind,
  answer: objection.answer,
  answerVersion: objection.answerVersion,
  answerClause: objection.answerClause,
  clauseText: sql<
    string | null
  >`(select c.text from clause c join plan p on p.community_id = c.community_id and p.id = c.plan_id
    where p.community_id = ${objection.communityId} and p.proposal_id = ${objection.proposalId}
      and p.version = ${objection.answerVersion} and c.no = ${objection.answerClause})`,
  household: objectionRaiser.householdId,
  /** As a value and no join: with nine tables to put in order, the plan takes longer than the answer. */
  home: sql<{ building: string; entrance: number; door: string }>`(select json_build_object('building', b.name,
      'entrance', e.no, 'door', u.door) from household h
    join building b on b.community_id = h.community_id and b.id = h.building_id
    join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    where h.community_id = ${objectionRaiser.communityId} and h.id = ${objectionRaiser.householdId})`,
  approved: objectionRaiser.wordingApproved,
  verdict: objectionRaiser.verdict,
  verdictWords: objectionRaiser.verdictWords,
  verdictAt: objectionRaiser.verdictAt,
  tries: objectionRaiser.triesToReach,
  said: sql<string>`coalesce(nullif(${opinionContent.condition}, ''), ${opinionContent.words}, '')`,
};

/** What these households raised. `homes` are asked first, as an array, so that nobody else's rows are read. */
async function raised(db: Database, homes: SQL, order: SQL[], most: number) {
  const rows = await db
    .select(answered)
    .from(objectionRaiser)
    .innerJoin(
      objection,
      and(eq(objection.communityId, objectionRaiser.communityId), eq(objection.id, objectionRaiser.objectionId)),
    )
    .innerJoin(proposal, and(eq(proposal.communityId, objection.communityId), eq(proposal.id, objection.proposalId)))
    .innerJoin(community, eq(community.id, objection.communityId))
    .leftJoin(
      opinionContent,
      and(
        eq(opinionContent.communityId, objectionRaiser.communityId),
        eq(opinionContent.opinionId, objectionRaiser.opinionId),
      ),
    )
    .where(and(homes, isNull(objection.mergedInto)))
    .orderBy(...order)
    .limit(most);
  return rows.map(({ home, ...row }) => ({ ...row, ...home }));
}

/** What my household raised, with the answers to confirm; newest proposal first. */
export const myObjections = personQuery({
  name: 'objections.mine',
  read: async ({ db, personId }, _: Record<never, never>) => {
    const homes = db
      .select({ id: residency.householdId })
      .from(residency)
      .where(and(eq(residency.personId, personId), isNull(residency.to)));
    const mine = sql`${objectionRaiser.householdId} = any (array(${homes}))`;
    return raised(db, mine, [desc(proposal.id), asc(objection.no)], 200);
  },
});
export type RaisedView = Awaited<ReturnType<typeof myObjections>>[number];

const byLength = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** At the doors of my entrances: who raised what, what we answered, and who has still to say something; at most 300. */
export const doorObjections = query({
  name: 'objections.door',
  allow: (who) => entrancesOf(who) !== null,
  read: async ({ db, communityId, who }, _: Record<never, never>) => {
    const own = entrancesOf(who);
    const homes = db
      .select({ id: household.id })
      .from(household)
      .where(
        and(
          eq(household.communityId, communityId),
          own === 'all' || own === null ? undefined : inArray(household.entranceId, own),
        ),
      );
    const here = sql`${objectionRaiser.communityId} = ${communityId} and ${objectionRaiser.householdId} = any (array(${homes}))`;
    const rows = await raised(db, here, [sql`${objectionRaiser.verdict} is not null`, desc(objection.id)], 300);
    return rows.sort(
      (a, b) =>
        Number(a.verdict !== null) - Number(b.verdict !== null) ||
        byLength(a.building, b.building) ||
        a.entrance - b.entrance ||
        byLength(a.door, b.door),
    );
  },
});
