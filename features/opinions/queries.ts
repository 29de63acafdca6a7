import { and, asc, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { opinion, opinionContent, recheck, visit } from '@/db/schema/opinions';
import { building, entrance, grants, household, person, unit } from '@/db/schema/people';
import { clause, plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { electorate, round } from '@/db/schema/rounds';
import { byHousehold, currentOpinion, isOpen } from '@/features/rounds/rules';
import { query, type Scope } from '@/lib/gate';
import { whyStopped } from './moves';
import { entrancesOf, mayGoRound, mayReadOpinions } from './policy';
import { checkCorrection, checkRound, correctionEnds, type DoorState, type Ground, mayCorrect } from './rules';

async function roundOf({ db, communityId, now }: Scope, no: number) {
  const [row] = await db
    .select({
      id: round.id,
      no: round.no,
      k: round.k,
      version: round.planVersion,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      state: round.state,
      planId: plan.id,
      planTitle: plan.title,
      planSummary: plan.summary,
      cost: plan.cost,
      costNote: plan.costNote,
      /** The version published before this one, to compare; null for the first. */
      before: sql<number | null>`(select max(b.version) from plan b where b.community_id = ${round.communityId}
        and b.proposal_id = ${round.proposalId} and b.version < ${round.planVersion} and b.state = 'published')`,
      /** Objections, with their answers, that stand on the board. */
      objections: sql<number>`(select count(*)::int from objection x where x.community_id = ${round.communityId}
        and x.proposal_id = ${round.proposalId} and x.merged_into is null)`,
      drawings: sql<{ id: number; caption: string; width: number; height: number }[]>`coalesce((select
        json_agg(json_build_object('id', x.id, 'caption', x.caption, 'width', x.width, 'height', x.height)
          order by x.position, x.id) from picture x where x.community_id = ${round.communityId}
        and x.subject = 'plan' and x.subject_id = ${plan.id} and x.on_board), '[]'::json)`,
      proposal: proposal.no,
      title: proposal.title,
      proposalState: proposal.state,
    })
    .from(round)
    .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
    .innerJoin(
      plan,
      and(
        eq(plan.communityId, round.communityId),
        eq(plan.proposalId, round.proposalId),
        eq(plan.version, round.planVersion),
      ),
    )
    .where(and(eq(round.communityId, communityId), eq(round.no, no)));
  if (!row) return undefined;
  const clauses = await db
    .select({ no: clause.no, text: clause.text })
    .from(clause)
    .where(and(eq(clause.communityId, communityId), eq(clause.planId, row.planId)))
    .orderBy(asc(clause.no));
  return { ...row, proposal: row.proposal ?? 0, clauses, open: row.state === 'open' && isOpen(row, now) };
}

const said = {
  id: opinion.id,
  household: opinion.householdId,
  seq: opinion.seq,
  own: opinion.own,
  stance: opinion.stance,
  ground: sql<Ground | null>`${opinion.ground}`,
  channel: opinion.channel,
  proof: opinion.proof,
  recorder: opinion.recorderId,
  /** Who wrote it down; null when the household spoke for itself. */
  by: sql<string | null>`(select p.name from person p where p.id = ${opinion.recorderId})`,
  receivedAt: opinion.receivedAt,
  words: opinionContent.words,
  condition: opinionContent.condition,
  message: opinionContent.message,
  /** The picture of the signature, by id. */
  photo: sql<number | null>`(select p.id from picture p where p.community_id = ${opinion.communityId}
    and p.subject = 'opinion' and p.subject_id = ${opinion.id} order by p.position, p.id limit 1)`,
};

function saidBy({ db, communityId }: Scope, roundId: number, households: number[]) {
  return db
    .select(said)
    .from(opinion)
    .leftJoin(
      opinionContent,
      and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
    )
    .where(
      and(eq(opinion.communityId, communityId), eq(opinion.roundId, roundId), inArray(opinion.householdId, households)),
    )
    .orderBy(asc(opinion.householdId), asc(opinion.seq));
}

/** What one person's households can say in a round, with the plan it is about. Somebody without a household reads it. */
export const myRound = query({
  name: 'round.mine',
  allow: (who) => who.kind === 'person',
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, now, who } = scope;
    const about = await roundOf(scope, no);
    const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
    if (!about) return undefined;
    if (own.length === 0) return { ...about, homes: [] };
    const homes = await db
      .select({
        household: electorate.householdId,
        building: building.name,
        entrance: entrance.no,
        door: unit.door,
        asked: electorate.asked,
        standing: opinion.stance,
      })
      .from(electorate)
      .innerJoin(
        household,
        and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId)),
      )
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .leftJoin(
        opinion,
        and(eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)),
      )
      .where(
        and(
          eq(electorate.communityId, communityId),
          eq(electorate.roundId, about.id),
          inArray(electorate.householdId, own),
        ),
      )
      .orderBy(asc(electorate.householdId));
    const chains = byHousehold(await saidBy(scope, about.id, own));
    const facts = { ...about, version: about.version };
    const open = checkRound(facts, undefined, now);
    const stopped = about.state === 'void' && homes.length > 0 ? await whyStopped(db, communityId, about.id) : null;
    return {
      ...about,
      homes: homes.map((home) => {
        const chain = chains.get(home.household) ?? [];
        const correction = checkCorrection(facts, chain, about.proposalState, now);
        return {
          ...home,
          said: chain,
          current: currentOpinion(chain),
          /** Which act is open to them now; null when none is. */
          act: chain.length > 0 && correction.ok ? ('correct' as const) : open.ok ? ('give' as const) : null,
          blocked: open.ok || correction.ok ? null : (stopped ?? (chain.length > 0 ? correction : open).refusal),
        };
      }),
    };
  },
});

/** Everything this person's households said in this community, newest first (at most 100). */
export const myOpinions = query({
  name: 'opinions.mine',
  allow: (who) => who.kind === 'person' && who.households.length > 0,
  read: async ({ db, communityId, who, now }) => {
    const own = who.kind === 'person' ? who.households.map((home) => home.householdId) : [];
    const all = await db
      .select({
        ...said,
        round: round.no,
        k: round.k,
        version: round.planVersion,
        proposal: proposal.no,
        title: proposal.title,
      })
      .from(opinion)
      .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
      .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
      .leftJoin(
        opinionContent,
        and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
      )
      .where(and(eq(opinion.communityId, communityId), inArray(opinion.householdId, own)))
      .orderBy(desc(opinion.id))
      .limit(100);
    return all.map((one) => {
      const chain = all.filter((other) => other.round === one.round && other.household === one.household);
      const counts = currentOpinion(chain.toReversed())?.id === one.id;
      const open = counts && !one.own && mayCorrect(one.receivedAt, now);
      /** `correctUntil`: until when the household may correct what somebody else wrote down; null when it may not. */
      return { ...one, counts, correctUntil: open ? correctionEnds(one.receivedAt) : null };
    });
  },
});

const mine = (who: Scope['who']) => {
  const own = entrancesOf(who);
  return own === 'all' ? undefined : inArray(household.entranceId, own ?? []);
};

/** The same as an array of households, so that the way begins at them and not at everybody who could be asked. */
const atMyDoors = ({ db, communityId, who }: Scope) => {
  const own = entrancesOf(who);
  const homes = db
    .select({ id: household.id })
    .from(household)
    .where(and(eq(household.communityId, communityId), mine(who)));
  return own === 'all' ? undefined : sql`${electorate.householdId} = any (array(${homes}))`;
};

const heard = sql`(${electorate.standingOpinionId} is not null or exists (select 1 from opinion o
  where o.community_id = ${electorate.communityId} and o.round_id = ${electorate.roundId}
    and o.household_id = ${electorate.householdId}))`;

const visited = (how = sql``) => sql`exists (select 1 from visit v where v.community_id = ${electorate.communityId}
  and v.round_id = ${electorate.roundId} and v.household_id = ${electorate.householdId} ${how})`;

/** Rounds a captain or social worker goes round for, with how far each entrance has come. */
export const doorRounds = query({
  name: 'door.rounds',
  allow: (who) => mayGoRound(who),
  read: async (scope) => {
    const { db, communityId, now } = scope;
    const rounds = await db
      .select({
        id: round.id,
        round: round.no,
        k: round.k,
        title: proposal.title,
        opensAt: round.opensAt,
        closesAt: round.closesAt,
      })
      .from(round)
      .innerJoin(proposal, and(eq(proposal.communityId, round.communityId), eq(proposal.id, round.proposalId)))
      .where(and(eq(round.communityId, communityId), eq(round.state, 'open')))
      .orderBy(asc(round.no));
    if (rounds.length === 0) return [];
    const open = rounds.map((one) => one.id);
    const entrances = await db
      .select({
        roundId: electorate.roundId,
        entranceId: entrance.id,
        building: building.name,
        entrance: entrance.no,
        households: count(),
        knocked: sql<number>`count(*) filter (where ${heard} or ${visited()})::int`,
        met: sql<number>`count(*) filter (where ${heard} or ${visited(sql`and v.outcome = 'refused'`)})::int`,
        heard: sql<number>`count(*) filter (where ${heard})::int`,
      })
      .from(electorate)
      .innerJoin(
        household,
        and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId)),
      )
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .where(and(eq(electorate.communityId, communityId), inArray(electorate.roundId, open), atMyDoors(scope)))
      .groupBy(electorate.roundId, entrance.id, building.name, entrance.no)
      .orderBy(building.name, entrance.no);
    return rounds.flatMap(({ id, ...one }) =>
      entrances
        .filter((row) => row.roundId === id)
        .map(({ roundId, ...row }) => ({ ...one, ...row, open: isOpen(one, now) })),
    );
  },
});

async function doorsOf(scope: Scope, roundId: number, entranceId: number | null) {
  const { db, communityId, who } = scope;
  const doors = await db
    .select({
      household: household.id,
      entranceId: entrance.id,
      building: building.name,
      entrance: entrance.no,
      door: unit.door,
      asked: electorate.asked,
      standing: opinion.stance,
    })
    .from(electorate)
    .innerJoin(
      household,
      and(eq(household.communityId, electorate.communityId), eq(household.id, electorate.householdId)),
    )
    .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
    .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
    .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
    .leftJoin(
      opinion,
      and(eq(opinion.communityId, electorate.communityId), eq(opinion.id, electorate.standingOpinionId)),
    )
    .where(
      and(
        eq(electorate.communityId, communityId),
        eq(electorate.roundId, roundId),
        mine(who),
        entranceId === null ? undefined : eq(household.entranceId, entranceId),
      ),
    )
    .orderBy(building.name, entrance.no, sql`length(${unit.door})`, unit.door);
  const here = doors.map((one) => one.household);
  const chains = byHousehold(here.length > 0 ? await saidBy(scope, roundId, here) : []);
  const visits = await db
    .select({ household: visit.householdId, outcome: visit.outcome, at: visit.at, by: person.name })
    .from(visit)
    .leftJoin(person, eq(person.id, visit.visitorId))
    .where(and(eq(visit.communityId, communityId), eq(visit.roundId, roundId)))
    .orderBy(asc(visit.id));
  return doors.map((one) => {
    const tries = visits.filter((each) => each.household === one.household);
    const said = chains.get(one.household) ?? [];
    const current = currentOpinion(said);
    const outcome = tries.some((each) => each.outcome === 'refused') ? 'refused' : 'not_home';
    const state: DoorState = current?.stance ?? one.standing ?? (tries.length > 0 ? outcome : 'not_tried');
    return { ...one, state, carried: !current && one.standing !== null, current, said, visits: tries };
  });
}

/** The doors of a round this person goes round, of one entrance or of all of theirs. */
export const doorRound = query({
  name: 'door.round',
  allow: (who) => mayGoRound(who),
  read: async (scope, { no, entrance: wanted }: { no: number; entrance: number | null }) => {
    const about = await roundOf(scope, no);
    const doors = about ? await doorsOf(scope, about.id, wanted) : [];
    return about && doors.length > 0 ? { ...about, doors } : undefined;
  },
});

/** One door: what stands for it, and who may be a witness there. */
export const doorHousehold = query({
  name: 'door.household',
  allow: (who) => mayGoRound(who),
  read: async (scope, { no, household: wanted }: { no: number; household: number }) => {
    const { db, communityId, now, who } = scope;
    const about = await roundOf(scope, no);
    const doors = about ? await doorsOf(scope, about.id, null) : [];
    const door = doors.find((one) => one.household === wanted);
    if (!about || !door) return undefined;
    const own = who.kind === 'person' ? who : null;
    const witnesses = await db
      .selectDistinct({ id: person.id, name: person.name })
      .from(grants)
      .innerJoin(person, eq(person.id, grants.personId))
      .where(
        and(
          eq(grants.communityId, communityId),
          ne(grants.personId, own?.personId ?? 0),
          sql`${grants.from} <= ${now.toISOString()}::timestamptz`,
          sql`(${grants.to} is null or ${grants.to} > ${now.toISOString()}::timestamptz)`,
          inArray(grants.role, ['captain', 'social-worker']),
        ),
      )
      .limit(50);
    const neighbours = doors.filter((one) => one.entranceId === door.entranceId);
    const place = neighbours.findIndex((one) => one.household === wanted);
    return {
      ...about,
      door,
      ownHousehold: own?.households.some((home) => home.householdId === wanted) ?? false,
      neighbours,
      next:
        [...neighbours.slice(place + 1), ...neighbours.slice(0, place)].find((one) => one.state === 'not_tried') ??
        null,
      witnesses: witnesses.map((one) => ({ id: one.id, name: one.name ?? '' })),
    };
  },
});

/** Second looks of a round: which doors, and what came of it. Whoever recorded or witnessed cannot do it. */
export const deskRechecks = query({
  name: 'rechecks.desk',
  allow: (who) => mayReadOpinions(who),
  read: async (scope, { no }: { no: number }) => {
    const { db, communityId, who } = scope;
    const about = await roundOf(scope, no);
    if (!about) return undefined;
    const rows = await db
      .select({
        id: recheck.id,
        outcome: recheck.outcome,
        note: recheck.note,
        checkedAt: recheck.checkedAt,
        stance: opinion.stance,
        recorder: opinion.recorderId,
        witness: opinion.witnessId,
        words: opinionContent.words,
        building: building.name,
        entrance: entrance.no,
        door: unit.door,
      })
      .from(recheck)
      .innerJoin(opinion, and(eq(opinion.communityId, recheck.communityId), eq(opinion.id, recheck.opinionId)))
      .innerJoin(household, and(eq(household.communityId, opinion.communityId), eq(household.id, opinion.householdId)))
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .leftJoin(
        opinionContent,
        and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
      )
      .where(and(eq(recheck.communityId, communityId), eq(opinion.roundId, about.id)))
      .orderBy(building.name, entrance.no, unit.door);
    const own = who.kind === 'person' ? who.personId : 0;
    return {
      ...about,
      rechecks: rows.map(({ recorder, witness, ...row }) => ({
        ...row,
        mine: own !== recorder && own !== witness,
      })),
    };
  },
});
