import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { objection, objectionRaiser } from '@/db/schema/objections';
import { opinionContent } from '@/db/schema/opinions';
import { community, household, residency } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import { entrancesOf } from '@/features/opinions/policy';
import { wantsNoVisits } from '@/features/people/facts';
import type { Database, Scope } from '@/lib/gate';
import { personQuery, query } from '@/lib/query';
import { showing } from '@/lib/shown';
import { tooLate } from '@/lib/undoing';
import { answerShown, wordingShown } from '../input';
import { JUDGED_IN } from '../rules';

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
  home: sql<{
    building: string;
    entrance: number;
    door: string;
    quiet: boolean;
  }>`(select json_build_object('building', b.name,
      'entrance', e.no, 'door', u.door, 'quiet', ${wantsNoVisits(sql`h`)}) from household h
    join building b on b.community_id = h.community_id and b.id = h.building_id
    join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
    join unit u on u.community_id = h.community_id and u.id = h.unit_id
    where h.community_id = ${objectionRaiser.communityId} and h.id = ${objectionRaiser.householdId})`,
  approved: objectionRaiser.wordingApproved,
  verdict: objectionRaiser.verdict,
  verdictWords: objectionRaiser.verdictWords,
  verdictAt: objectionRaiser.verdictAt,
  verdictBy: objectionRaiser.verdictBy,
  /** Who wrote the verdict down for them, where nobody of theirs gave it. */
  verdictFor: sql<string | null>`(select coalesce(w.name, '') from person w where w.id = ${objectionRaiser.verdictBy}
    and not exists (select from residency l where l.community_id = ${objectionRaiser.communityId}
      and l.household_id = ${objectionRaiser.householdId} and l.person_id = w.id))`,
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
  return rows.map(({ home, ...row }) => ({
    ...row,
    ...home,
    /** For the forms below it: what somebody says yes to. */
    shown: { wording: showing(wordingShown(row)), answer: showing(answerShown(row)) },
  }));
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

/** Households at the doors somebody goes round, or one of them. */
function atMyDoors({ db, communityId, who }: Scope, at?: number) {
  const own = entrancesOf(who);
  const homes = db
    .select({ id: household.id })
    .from(household)
    .where(
      and(
        eq(household.communityId, communityId),
        own === 'all' || own === null ? undefined : inArray(household.entranceId, own),
        at === undefined ? undefined : eq(household.id, at),
      ),
    );
  return sql`${objectionRaiser.communityId} = ${communityId} and ${objectionRaiser.householdId} = any (array(${homes}))`;
}

/** The households at my doors that have something of theirs to say yes or no to. */
export const doorsToAsk = query({
  name: 'objections.to_ask',
  allow: (who) => entrancesOf(who) !== null,
  read: async (scope, _: Record<never, never>) => {
    const { db, communityId } = scope;
    const unasked = db
      .selectDistinct({ household: objectionRaiser.householdId })
      .from(objectionRaiser)
      .innerJoin(
        objection,
        and(eq(objection.communityId, objectionRaiser.communityId), eq(objection.id, objectionRaiser.objectionId)),
      )
      .innerJoin(proposal, and(eq(proposal.communityId, objection.communityId), eq(proposal.id, objection.proposalId)))
      .where(
        and(
          ...[atMyDoors(scope), isNull(objection.mergedInto), isNull(objectionRaiser.verdict)],
          inArray(proposal.state, [...JUDGED_IN]),
        ),
      )
      .as('unasked');
    const households = sql<number[]>`coalesce(array_agg(${unasked.household}), '{}')`;
    /** Whether a round is open besides. */
    const asking = sql<boolean>`exists (select from round r where r.community_id = ${communityId} and r.state = 'open')`;
    const [row] = await db.select({ households, asking }).from(unasked);
    return row;
  },
});

/**
 * At the doors of my entrances, or at one of them: who raised what, what we answered, and who has still to say something;
 * at most 300.
 */
export const doorObjections = query({
  name: 'objections.door',
  allow: (who) => entrancesOf(who) !== null,
  read: async (scope, { household: at }: { household?: number }) => {
    const { db, who, now } = scope;
    const here = atMyDoors(scope, at);
    const rows = await raised(db, here, [sql`${objectionRaiser.verdict} is not null`, desc(objection.id)], 300);
    /** Written down by whoever asks, and not so long ago that it could not be taken back. */
    const mine = ({ household: home, verdictBy, verdictAt }: (typeof rows)[number]) =>
      who.kind === 'person' &&
      verdictBy === who.personId &&
      !who.households.some((one) => one.householdId === home) &&
      verdictAt !== null &&
      tooLate(verdictAt, now) === null;
    return rows
      .map((one) => ({ ...one, mine: mine(one) }))
      .sort(
        (a, b) =>
          Number(a.verdict !== null) - Number(b.verdict !== null) ||
          byLength(a.building, b.building) ||
          a.entrance - b.entrance ||
          byLength(a.door, b.door),
      );
  },
});
