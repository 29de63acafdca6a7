import { and, desc, eq, inArray, type SQLWrapper, sql } from 'drizzle-orm';
import { building, entrance, household, unit } from '@/db/schema/people';
import { proposal } from '@/db/schema/proposals';
import type { ProposalState } from '@/db/words/proposals';
import { query } from '@/lib/query';

const draftColumns = {
  id: proposal.id,
  kind: proposal.kind,
  title: proposal.title,
  place: proposal.place,
  problem: proposal.problem,
  ask: proposal.ask,
  rowVersion: proposal.rowVersion,
  provenance: proposal.provenance,
  onBehalf: sql<boolean>`${proposal.recordedBy} is not null`,
  household: proposal.authorHouseholdId,
  lastEventAt: proposal.lastEventAt,
};

const mine = (communityId: number, personId: number) =>
  and(
    eq(proposal.communityId, communityId),
    eq(proposal.state, 'draft'),
    sql`coalesce(${proposal.recordedBy}, ${proposal.authorId}) = ${personId}`,
  );

/** The drafts of whoever asks, last touched first. */
export const ownDrafts = query({
  name: 'drafts.own',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, _: Record<never, never>) =>
    who.kind === 'person'
      ? db
          .select(draftColumns)
          .from(proposal)
          .where(mine(communityId, who.personId))
          .orderBy(desc(proposal.lastEventAt))
          .limit(20)
      : [],
});

export const ownDraft = query({
  name: 'draft.own',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, { id }: { id: number }) => {
    if (who.kind !== 'person') return undefined;
    const [row] = await db
      .select(draftColumns)
      .from(proposal)
      .where(and(mine(communityId, who.personId), eq(proposal.id, id)));
    return row;
  },
});

/** Households somebody may write for: none for a resident alone, the entrance's for a captain, all for a social worker. */
export const writableHouseholds = query({
  name: 'households.writable',
  allow: (who) => who.kind === 'person',
  read: async ({ db, communityId, who }, _: Record<never, never>) => {
    if (who.kind !== 'person') return { lives: false, households: [] };
    const lives = who.households.length > 0;
    const worker = who.grants.some((grant) => grant.role === 'social-worker' && grant.entranceId === null);
    const doors = who.grants.flatMap((grant) =>
      grant.role === 'captain' && grant.entranceId !== null ? [grant.entranceId] : [],
    );
    if (!worker && doors.length === 0) return { lives, households: [] };
    const households = await db
      .select({ id: household.id, building: building.name, entrance: entrance.no, door: unit.door })
      .from(household)
      .innerJoin(building, and(eq(building.communityId, household.communityId), eq(building.id, household.buildingId)))
      .innerJoin(entrance, and(eq(entrance.communityId, household.communityId), eq(entrance.id, household.entranceId)))
      .innerJoin(unit, and(eq(unit.communityId, household.communityId), eq(unit.id, household.unitId)))
      .where(and(eq(household.communityId, communityId), worker ? undefined : inArray(household.entranceId, doors)))
      .orderBy(sql`length(${building.name})`, building.name, entrance.no, sql`length(${unit.door})`, unit.door)
      .limit(3000);
    return { lives, households };
  },
});

/**
 * Words in twos, as Chinese words are, without building, entrance and floor, which half of a compound's proposals name:
 * "14号楼坡上滑" is "坡上 上滑".
 */
const pairs = (words: SQLWrapper) => sql`(select coalesce(string_agg(substr(w, i, 2), ' '), '') from (
    select regexp_replace(${words}, '[0-9一二三四五六七八九十]+ *(号楼|号|栋|幢|楼|单元|门|层)', ' ', 'g') as w) bare,
    generate_series(1, length(w) - 1) i where substr(w, i, 2) ~ '^[[:alnum:]]{2}$')`;

/** Letters of a description, and newest proposals, that are compared: likeness is slow over more, and no likelier. */
const COMPARED = { letters: 200, proposals: 500 };

/**
 * Proposals like this one, likest first, at most five (pg_trgm over words in twos). The same place makes a likeness
 * stronger and is none by itself.
 */
export const similarProposals = query({
  name: 'proposals.similar',
  allow: (who) => who.kind === 'person' && (who.households.length > 0 || who.grants.length > 0),
  read: async ({ db, communityId }, like: { title: string; place: string; problem: string }) => {
    const { letters, proposals } = COMPARED;
    const { rows } = await db.execute<{ no: number; title: string; place: string; state: ProposalState }>(sql`
      select no, title, place, state from (
        select p.no, p.title, p.place, p.state,
            greatest(word_similarity(mine.title, theirs.both), similarity(mine.title, theirs.title),
              0.7 * word_similarity(mine.problem, theirs.problem)) + 0.15 * similarity(${like.place}, p.place) as likeness
          from (select * from proposal where community_id = ${communityId} and no is not null and not waits
                order by no desc limit ${proposals}) p
          cross join (select ${pairs(sql`${like.title}::text`)} as title,
            ${pairs(sql`left(${like.problem}::text, ${letters})`)} as problem offset 0) mine
          cross join lateral (select ${pairs(sql`p.title`)} as title, ${pairs(sql`left(p.problem, ${letters})`)} as problem,
            ${pairs(sql`p.title || ' ' || left(p.problem, ${letters})`)} as both offset 0) theirs) compared
       where likeness >= 0.25 order by likeness desc, no desc limit 5`);
    return rows;
  },
});
