import { and, eq, inArray, sql } from 'drizzle-orm';
import { alternative, alternativeCell, alternativeHousehold } from '@/db/schema/alternatives';
import { opinion, opinionContent, visit } from '@/db/schema/opinions';
import { picture } from '@/db/schema/pictures';
import { clause, plan } from '@/db/schema/plans';
import { proposal } from '@/db/schema/proposals';
import { electorate, round, roundCell } from '@/db/schema/rounds';
import { affectedGroup, groupHousehold, groupPlace } from '@/db/schema/scoping';
import { byId, type ProposalRow } from '@/features/proposals/moves';
import { byHousehold, currentOpinion } from '@/features/rounds/rules';
import { hoursAfter } from '@/lib/calendar';
import type { Database } from '@/lib/gate';
import { canonical, sha256 } from '@/lib/ledger';
import { nextNumber } from '@/lib/numbers';
import type { AlternativeFact, ComparisonFact } from '../facts';
import { type Spoken, visitsOf, wordsOf } from '../moves';
import { STANCE_OF } from '../rules';
import { AT_ONCE, inserted } from './rows';

interface Here {
  db: Database;
  communityId: number;
  now: Date;
  by: number;
}

const membersIn = ({ db, communityId }: Here, alternativeId: number) =>
  db
    .select({ householdId: alternativeHousehold.householdId, groupId: alternativeHousehold.groupId })
    .from(alternativeHousehold)
    .where(
      and(eq(alternativeHousehold.communityId, communityId), eq(alternativeHousehold.alternativeId, alternativeId)),
    )
    .orderBy(alternativeHousehold.householdId);

/** Its groups are those of the proposal now: nobody was ever asked in others. By the group of the alternative. */
async function becomeGroups(here: Here, row: ProposalRow, chosen: AlternativeFact) {
  const { db, communityId } = here;
  const ofProposal = and(eq(affectedGroup.communityId, communityId), eq(affectedGroup.proposalId, row.id));
  const named = (await db.select({ id: affectedGroup.id }).from(affectedGroup).where(ofProposal)).map(({ id }) => id);
  await db
    .delete(groupHousehold)
    .where(and(eq(groupHousehold.communityId, communityId), eq(groupHousehold.proposalId, row.id)));
  if (named.length > 0)
    await db.delete(groupPlace).where(and(eq(groupPlace.communityId, communityId), inArray(groupPlace.groupId, named)));
  await db.delete(affectedGroup).where(ofProposal);
  const groups = new Map<number, number>();
  for (const { id, position, name, effect, why, households, places } of chosen.groups) {
    const [saved] = await db
      .insert(affectedGroup)
      .values({ communityId, proposalId: row.id, position, name, effect, why, households })
      .returning({ id: affectedGroup.id });
    const groupId = saved?.id ?? 0;
    groups.set(id, groupId);
    await db
      .insert(groupPlace)
      .values(places.map((one) => ({ communityId, groupId, buildingId: one.building, entranceId: one.entrance })));
  }
  return groups;
}

/** Version 1, published as it was sealed; with its groups, its households and its drawings. */
export async function becomePlan(here: Here, row: ProposalRow, live: ComparisonFact, chosen: AlternativeFact) {
  const { db, communityId, now, by } = here;
  const groups = await becomeGroups(here, row, chosen);
  const members = await membersIn(here, chosen.id);
  const group = (id: number) => groups.get(id) ?? 0;
  await inserted(
    members.map(({ householdId, groupId }) => ({
      communityId,
      proposalId: row.id,
      householdId,
      groupId: group(groupId),
    })),
    (some) => db.insert(groupHousehold).values(some),
  );
  const snapshot = sha256(
    canonical(
      chosen.groups.map(({ id, effect }) => ({
        id: group(id),
        effect,
        households: members.filter((one) => one.groupId === id).map(({ householdId }) => householdId),
      })),
    ),
  );
  const [sealed] = await db
    .select({ hash: alternative.hash, draftedBy: alternative.draftedBy })
    .from(alternative)
    .where(and(eq(alternative.communityId, communityId), eq(alternative.id, chosen.id)));
  await db
    .update(proposal)
    .set({
      snapshotHash: snapshot,
      groupsNamedBy: chosen.draftedBy,
      groupsConfirmedBy: sql`(select opened_by from comparison where community_id = ${communityId} and id = ${live.id})`,
    })
    .where(byId(row));
  const { title, summary, cost, costNote } = chosen;
  const [made] = await db
    .insert(plan)
    .values({
      communityId,
      proposalId: row.id,
      version: 1,
      title,
      summary,
      cost,
      costNote,
      draftedBy: chosen.draftedBy,
      draftedAt: live.draftedAt,
    })
    .returning({ id: plan.id });
  const planId = made?.id ?? 0;
  await db.insert(clause).values(chosen.clauses.map((one) => ({ communityId, planId, ...one })));
  await db.execute(sql`insert into plan_drawing (community_id, plan_id, site_plan_id, shapes)
    select d.community_id, ${planId}::int, d.site_plan_id, d.shapes from alternative_drawing d
    where d.community_id = ${communityId} and d.alternative_id = ${chosen.id}`);
  const hash = sealed?.hash ?? null;
  await db
    .update(plan)
    .set({ state: 'published', publishedBy: by, publishedAt: now, hash })
    .where(and(eq(plan.communityId, communityId), eq(plan.id, planId)));
  await db
    .update(picture)
    .set({ subject: 'plan', subjectId: planId })
    .where(
      and(
        ...[eq(picture.communityId, communityId), eq(picture.subject, 'alternative')],
        ...[eq(picture.subjectId, chosen.id), eq(picture.onBoard, true)],
      ),
    );
  return { groups, hash: hash?.toString('hex') ?? '', snapshot: snapshot.toString('hex') };
}

/** What each household said of it, word for word, as a chain of opinions. */
function opinionsOf(chains: ReadonlyMap<number, Spoken[]>, chosen: AlternativeFact, asked: ReadonlySet<number>) {
  return [...chains].flatMap(([household, chain]) => {
    let prevSeq: number | null = null;
    return chain.flatMap((word) => {
      const said = word.said.get(chosen.id);
      if (!asked.has(household) || !said || word.disowned) return [];
      const one = { word, said, household, seq: (prevSeq ?? 0) + 1, prevSeq };
      prevSeq = one.seq;
      return [one];
    });
  });
}

/** What stands from an earlier comparison, where nothing was said in this one. */
async function stoodBefore({ db, communityId }: Here, chosen: AlternativeFact, heard: ReadonlySet<number>) {
  const { rows } = await db.execute<{ household: number; comparison: number; earlier: number }>(sql`select
      s.household_id as household, w.comparison_id as comparison, s.earlier_id as earlier
    from alternative_standing s join alternative_word w on w.community_id = s.community_id and w.id = s.word_id
    where s.community_id = ${communityId} and s.alternative_id = ${chosen.id}`);
  const silent = rows.filter(({ household }) => !heard.has(household));
  const all: { household: number; word: Spoken; said: NonNullable<ReturnType<Spoken['said']['get']>> }[] = [];
  for (const comparison of new Set(silent.map((one) => one.comparison))) {
    const own = silent.filter((one) => one.comparison === comparison);
    const words = await wordsOf(db, { communityId, id: comparison }, { households: own.map((one) => one.household) });
    for (const { household, earlier } of own) {
      const word = currentOpinion(words.filter((one) => one.household === household));
      const said = word?.said.get(earlier);
      if (word && said) all.push({ household, word, said });
    }
  }
  return all.map((one) => ({ ...one, seq: 1, prevSeq: null }));
}

/** The pictures that prove what was written down prove the opinions it became. */
async function signedToo(
  { db, communityId }: Here,
  roundId: number,
  all: readonly { word: Spoken; household: number; seq: number }[],
) {
  const signed = all.flatMap(({ word, household, seq }) =>
    word.photo === null ? [] : [{ photo: word.photo, household, seq }],
  );
  if (signed.length === 0) return;
  await db.execute(sql`insert into picture (community_id, subject, subject_id, position, caption, small, large, small_width,
      small_height, width, height, uploaded_by, uploaded_at)
    select x.community_id, 'opinion', o.id, x.position, x.caption, x.small, x.large, x.small_width, x.small_height, x.width,
      x.height, x.uploaded_by, x.uploaded_at
    from jsonb_to_recordset(${JSON.stringify(signed)}::jsonb) as s(photo int, household int, seq int)
      join picture x on x.community_id = ${communityId} and x.id = s.photo
      join opinion o on o.community_id = ${communityId} and o.round_id = ${roundId} and o.household_id = s.household
        and o.seq = s.seq`);
}

/** Round 1: who was asked about it, what they said of it and who was not reached, as it was counted. */
export async function becomeRound(
  here: Here,
  row: ProposalRow,
  live: ComparisonFact,
  chosen: AlternativeFact,
  groups: ReadonlyMap<number, number>,
) {
  const { db, communityId, now, by } = here;
  const members = await membersIn(here, chosen.id);
  const asked = new Set(members.map(({ householdId }) => householdId));
  const no = await nextNumber(db, communityId, 'round');
  const opensAt = live.opensAt ?? now;
  // Open while what was said is written into it; closed as it was closed.
  const [made] = await db
    .insert(round)
    .values({
      communityId,
      no,
      proposalId: row.id,
      k: 1,
      planVersion: 1,
      opensAt,
      openedBy: by,
      closesAt: hoursAfter(now, 1),
    })
    .returning({ id: round.id });
  const roundId = made?.id ?? 0;
  await inserted(
    members.map(({ householdId, groupId }) => ({
      communityId,
      roundId,
      householdId,
      groupId: groups.get(groupId) ?? 0,
      asked: true,
      standingOpinionId: null,
    })),
    (some) => db.insert(electorate).values(some),
  );
  const chains = byHousehold(await wordsOf(db, { communityId, id: live.id }));
  const spoken = opinionsOf(chains, chosen, asked);
  const heard = new Set(spoken.map(({ household }) => household));
  const all = [...spoken, ...(await stoodBefore(here, chosen, heard))];
  for (let first = 0; first < all.length; first += AT_ONCE) {
    const some = all.slice(first, first + AT_ONCE);
    const saved = await db
      .insert(opinion)
      .values(
        some.map(({ word, said, household, seq, prevSeq }) => ({
          communityId,
          roundId,
          planVersion: 1,
          householdId: household,
          seq,
          prevSeq,
          stance: STANCE_OF[said.answer],
          ground: said.ground,
          channel: word.channel,
          meetingId: word.meetingId,
          own: word.own,
          authorId: word.authorId,
          recorderId: word.recorderId,
          proof: word.proof,
          witnessId: word.witnessId,
          capturedAt: word.receivedAt,
          receivedAt: word.receivedAt,
        })),
      )
      .returning({ id: opinion.id, household: opinion.householdId, seq: opinion.seq });
    const ids = new Map(saved.map(({ id, household, seq }) => [`${household}:${seq}`, id]));
    await db.insert(opinionContent).values(
      some.map(({ word, said, household, seq }) => ({
        communityId,
        opinionId: ids.get(`${household}:${seq}`) ?? 0,
        words: said.words,
        witness: word.witness,
        message: word.message,
      })),
    );
  }
  await signedToo(here, roundId, all);
  const tried = (await visitsOf(db, { communityId, id: live.id })).filter(({ household }) => asked.has(household));
  await inserted(
    tried.map(({ household, outcome, visitor, at }) => ({
      communityId,
      roundId,
      householdId: household,
      outcome,
      visitorId: visitor,
      at,
    })),
    (some) => db.insert(visit).values(some),
  );
  await db
    .update(round)
    .set({ state: 'closed', closesAt: live.closesAt ?? now, closedAt: live.closedAt })
    .where(and(eq(round.communityId, communityId), eq(round.id, roundId)));
  await db.insert(roundCell).values(
    (await db.select().from(alternativeCell).where(ofChosen(communityId, chosen.id))).map(
      ({ alternativeId: _, takes: __, takesPublished: ___, groupId, ...cells }) => ({
        ...cells,
        conditional: 0,
        roundId,
        groupId: groups.get(groupId) ?? 0,
      }),
    ),
  );
  return { no, households: members.length, opinions: all.length };
}

const ofChosen = (communityId: number, alternativeId: number) =>
  and(eq(alternativeCell.communityId, communityId), eq(alternativeCell.alternativeId, alternativeId));
