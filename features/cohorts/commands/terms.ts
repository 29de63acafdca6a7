import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { openWithGrant } from '@/db/handovers';
import { candidate, posting, termChange } from '@/db/schema/cohorts';
import { grants } from '@/db/schema/people';
import { term } from '@/db/schema/terms';
import { writeLetters } from '@/features/letters/moves';
import { letters } from '@/features/people/letters';
import { personNamed } from '@/features/people/moves';
import { addDays, shanghaiDate, startOfDay } from '@/lib/calendar';
import { clock } from '@/lib/entering';
import type { Database } from '@/lib/gate';
import { checkWritten } from '@/lib/hung';
import { officeCommand } from '@/lib/office';
import { refuse } from '@/lib/result';
import { addCandidateInput, extendInput, recallInput, sendInput } from '../input';
import { cohortOf, postedTerm } from '../moves';
import { isNew, isTermOver, lastDayOfRecalled, latestEnd, outsideCohort } from '../rules/terms';

const ROLE = 'governance-secretary';

/** Whatever opened the other term: the district, or a community by itself. */
const ELSEWHERE = {
  term_no_overlap: 'term_overlaps',
  posting_no_overlap: 'candidate_elsewhere',
  term_elsewhere: 'candidate_elsewhere',
} as const;

/** Somebody who may be sent. */
export const addCandidate = officeCommand({
  act: 'candidate.add',
  offices: ['organisation'],
  input: addCandidateInput,
  races: { candidate_once: 'candidate_known' },
  run: async ({ db, now, districtId, input }) => {
    const { district: _, phone, name, named, ...about } = input;
    const known = await personNamed(db, { phone, name });
    if (!known.ok) return known;
    const personId = known.value;
    const [row] = await db
      .insert(candidate)
      .values({ ...about, name, districtId, personId, named: named === 'yes', at: now })
      .returning({ id: candidate.id });
    return { ok: true, value: { candidate: row?.id ?? 0 }, told: [], detail: { candidate: row?.id ?? 0 } };
  },
});

/** Since when the community's Party secretary has been there; null: there is none. */
async function secretarySince(db: Database, communityId: number, now: Date): Promise<Date | null> {
  const held = await db
    .select({ from: grants.from })
    .from(grants)
    .where(
      and(
        ...[eq(grants.communityId, communityId), eq(grants.role, 'party-secretary'), lte(grants.from, now)],
        or(isNull(grants.to), gt(grants.to, now)),
      ),
    )
    .orderBy(grants.from)
    .limit(1);
  return held[0]?.from ?? null;
}

interface Sent {
  communityId: number;
  personId: number;
  from: string;
  to: string;
}

/** A term of theirs over the same days that the community opened by itself: it comes into the cohort as it is. */
async function openedThere(db: Database, { communityId, personId, from, to }: Sent) {
  const [found] = await db
    .select({ termId: term.id, grantId: grants.id })
    .from(term)
    .innerJoin(
      grants,
      and(
        ...[eq(grants.communityId, communityId), eq(grants.personId, personId), eq(grants.role, ROLE)],
        eq(grants.from, startOfDay(from)),
      ),
    )
    .leftJoin(posting, and(eq(posting.communityId, communityId), eq(posting.termId, term.id)))
    .where(
      and(
        ...[eq(term.communityId, communityId), eq(term.personId, personId), eq(term.from, from), eq(term.to, to)],
        ...[isNull(term.closedAt), isNull(posting.termId)],
      ),
    );
  return found;
}

async function openTerm(
  db: Database,
  { communityId, personId, from, to, cohort, post, sentBy }: Sent & { cohort: string; post: string; sentBy: number },
) {
  const [row] = await db
    .insert(term)
    .values({ communityId, personId, cohort, post, from, to })
    .returning({ id: term.id });
  const until = startOfDay(addDays(to, 1));
  const [given] = await db
    .insert(grants)
    .values({ communityId, personId, role: ROLE, from: startOfDay(from), to: until, givenBy: sentBy })
    .returning({ id: grants.id });
  return { termId: row?.id ?? 0, grantId: given?.id ?? 0 };
}

/** 派驻: a term, and the grant that begins and ends with it. */
export const sendCandidate = officeCommand({
  act: 'term.send',
  offices: ['organisation'],
  input: sendInput,
  races: ELSEWHERE,
  run: async ({ db, now, personId: sentBy, districtId, communities, input }) => {
    const found = await cohortOf(db, districtId, input.cohort);
    const place = found?.places.find(({ communityId }) => communityId === input.community);
    const [who] = await db
      .select()
      .from(candidate)
      .where(and(eq(candidate.id, input.candidate), eq(candidate.districtId, districtId)));
    if (!found || !place || !who?.name || !communities.includes(input.community)) return refuse('not_found');
    if (!found.approvedAt) return refuse('not_approved');
    const { from, to } = input;
    if (to < from) return refuse('days_backwards', undefined, { to: 'days_backwards' });
    const today = shanghaiDate(now);
    if (to >= today && found.cohort.to < today) return refuse('cohort_over', undefined, { to: 'cohort_over' });
    if (to < today && found.cohort.to >= today) return refuse('term_past', undefined, { to: 'term_past' });
    const outside = outsideCohort({ from, to }, found.cohort);
    if (Object.keys(outside).length > 0)
      return refuse('outside_cohort', { from: found.cohort.from, to: found.cohort.to }, outside);
    const { communityId, slug } = place;
    if (isNew(await secretarySince(db, communityId, now), now) && input.seen === undefined) return refuse('both_new');
    const { personId } = who;
    const { name: cohort, id: cohortId } = found.cohort;
    const post = [who.homeUnit, who.post].filter((one) => one !== '').join(' ');
    const there = await openedThere(db, { communityId, personId, from, to });
    const { termId, grantId } =
      there ?? (await openTerm(db, { communityId, personId, cohort, post, from, to, sentBy }));
    await db
      .insert(posting)
      .values({ communityId, termId, grantId, cohortId, candidateId: who.id, from, to, sentBy, at: now });
    if (!there)
      await writeLetters({ db, communityId, now }, letters.grant_given, [
        { to: { person: personId }, no: grantId, detail: { role: ROLE, at: null } },
      ]);
    const leaf = { subject: `term/${termId}`, content: { cohort, from, to } };
    return { ok: true, value: { cohort: found.cohort.no, term: termId }, told: [{ communityId, slug, leaf }] };
  },
});

/** A term that goes on longer, for a reason. */
export const extendTerm = officeCommand({
  act: 'term.extend',
  offices: ['organisation'],
  input: extendInput,
  races: ELSEWHERE,
  run: async ({ db, now, personId: by, communities, input }) => {
    const found = await postedTerm(db, communities, input);
    if (!found) return refuse('not_found');
    const { communityId, termId, grantId, to: before } = found.posting;
    const { to, reason } = input;
    if (isTermOver({ ...found.posting, ...found }, now)) return refuse('term_over');
    if (to <= before) return refuse('not_longer', undefined, { to: 'not_longer' });
    const latest = latestEnd(found.cohort);
    if (to > latest) return refuse('too_late', { latest }, { to: 'too_late' });
    const free = checkWritten({ reason });
    if (!free.ok) return free;
    const own = and(eq(term.communityId, communityId), eq(term.id, termId));
    await db
      .update(grants)
      .set({ to: startOfDay(addDays(to, 1)) })
      .where(grantOf(communityId, grantId));
    await db.update(term).set({ to }).where(own);
    await db.update(posting).set({ to }).where(postingOf(communityId, termId));
    await db.insert(termChange).values({ communityId, termId, kind: 'extended', to, reason, by, at: now });
    const leaf = { subject: `term/${termId}`, content: { before, to, reason } };
    return { ok: true, value: { term: termId }, told: [{ communityId, slug: found.slug, leaf }] };
  },
});

const grantOf = (communityId: number, id: number) => and(eq(grants.communityId, communityId), eq(grants.id, id));
const postingOf = (communityId: number, id: number) =>
  and(eq(posting.communityId, communityId), eq(posting.termId, id));

/**
 * 提前召回: the grant ends at this moment. It waits for acts under way, which hold the grant; what is open with whoever leaves
 * is handed over afterwards.
 */
export const recallTerm = officeCommand({
  act: 'term.recall',
  offices: ['organisation'],
  input: recallInput,
  races: { posting_no_overlap: 'term_over', term_no_overlap: 'term_over', term_elsewhere: 'term_over' },
  run: async ({ db, personId: by, communities, input }) => {
    const found = await postedTerm(db, communities, input);
    if (!found) return refuse('not_found');
    // Acts that held the grant are done: the moment is not before theirs.
    const now = await clock(db);
    if (isTermOver({ ...found.posting, ...found }, now)) return refuse('term_over');
    const free = checkWritten({ reason: input.reason });
    if (!free.ok) return free;
    const { communityId, termId, grantId } = found.posting;
    const held = { communityId, id: grantId, personId: found.personId, entranceId: null };
    const undoes = { offices: 1, left: (await openWithGrant(db, held)).length };
    await db.update(grants).set({ to: now }).where(grantOf(communityId, grantId));
    const to = lastDayOfRecalled(found.posting, now);
    const { reason } = input;
    await db
      .update(term)
      .set({ to, closedAt: now, handover: reason })
      .where(and(eq(term.communityId, communityId), eq(term.id, termId)));
    await db.update(posting).set({ to }).where(postingOf(communityId, termId));
    await db.insert(termChange).values({ communityId, termId, kind: 'recalled', to, reason, by, at: now });
    await writeLetters({ db, communityId, now }, letters.grant_revoked, [
      { to: { person: found.personId }, no: grantId, detail: { reason } },
    ]);
    const leaf = { subject: `term/${termId}`, content: { to, reason, recalled: true } };
    return { ok: true, value: { term: termId }, told: [{ communityId, slug: found.slug, leaf }], undoes };
  },
});
