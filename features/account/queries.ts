import { and, asc, desc, eq, gt, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { accountEvent, session } from '@/db/schema/account';
import { ledgerContent, ledgerLeaf } from '@/db/schema/ledger';
import {
  building,
  community,
  entrance,
  grants,
  household,
  joinRequest,
  person,
  residency,
  unit,
} from '@/db/schema/people';
import { comment, commentContent, proposal, support } from '@/db/schema/proposals';
import { type Database, openQuery, personQuery } from '@/lib/gate';
import type { Json } from '@/lib/ledger';

export interface SessionView {
  id: string;
  since: Date;
  until: Date;
}

export const mySessions = personQuery({
  name: 'account.sessions',
  read: ({ db, now, personId }): Promise<SessionView[]> =>
    db
      .select({ id: session.id, since: session.createdAt, until: session.expiresAt })
      .from(session)
      .where(and(eq(session.personId, personId), isNull(session.revokedAt), gt(session.expiresAt, now)))
      .orderBy(desc(session.createdAt))
      .limit(50),
});

const homesOf = (db: Database, personId: number) =>
  db
    .select({
      slug: community.slug,
      nameZh: community.nameZh,
      nameEn: community.nameEn,
      building: building.name,
      entrance: entrance.no,
      door: unit.door,
      from: residency.from,
      to: residency.to,
    })
    .from(residency)
    .innerJoin(community, eq(community.id, residency.communityId))
    .innerJoin(household, and(eq(household.communityId, community.id), eq(household.id, residency.householdId)))
    .innerJoin(unit, and(eq(unit.communityId, community.id), eq(unit.id, household.unitId)))
    .innerJoin(entrance, and(eq(entrance.communityId, community.id), eq(entrance.id, household.entranceId)))
    .innerJoin(building, and(eq(building.communityId, community.id), eq(building.id, household.buildingId)))
    .where(eq(residency.personId, personId))
    .orderBy(asc(residency.id));

/** By what name the page calls whoever is signed in. */
export const whoAmI = personQuery({
  name: 'account.who',
  read: async ({ db, personId }, _: undefined) => {
    const [who] = await db
      .select({ name: person.name, phone: person.phone })
      .from(person)
      .where(eq(person.id, personId));
    return who;
  },
});

/** What the page of my data shows: who I am here, where I live, what happened to my account lately. */
export const myData = personQuery({
  name: 'account.data',
  read: async ({ db, personId }) => {
    const [who] = await db
      .select({ name: person.name, phone: person.phone })
      .from(person)
      .where(eq(person.id, personId));
    const homes = await homesOf(db, personId);
    const events = await db
      .select({ kind: accountEvent.kind, at: accountEvent.at })
      .from(accountEvent)
      .where(eq(accountEvent.personId, personId))
      .orderBy(desc(accountEvent.id))
      .limit(20);
    return {
      name: who?.name ?? null,
      phone: who?.phone ?? null,
      homes: homes.filter((home) => home.to === null),
      events,
    };
  },
});

/** Rows as JSON, in the order of the statement. */
async function listed(db: Database, statement: SQL): Promise<Record<string, Json>[]> {
  const { rows } = await db.execute<{ view: Record<string, Json> }>(statement);
  return rows.map((row) => row.view);
}

/**
 * What is kept of the households somebody lives in now: letters, what was said for them in rounds, their objections
 * with our answers and what they said of those, what they said against notices, and cases.
 */
async function ofHouseholds(db: Database, personId: number) {
  const homes = sql`(select r.community_id, r.household_id from residency r
    where r.person_id = ${personId} and r.to_at is null)`;
  const letters = await listed(
    db,
    sql`select json_build_object('community', c.slug, 'kind', l.kind, 'subject', l.subject, 'detail', l.detail,
        'at', l.at, 'readAt', l.read_at) as view
      from letter l join community c on c.id = l.community_id
      where (l.community_id, l.id) in (select o.community_id, o.id from letter o where o.person_id = ${personId}
        union all select o.community_id, o.id from letter o join ${homes} h using (community_id, household_id))
      order by l.id`,
  );
  const opinions = await listed(
    db,
    sql`select json_build_object('community', c.slug, 'round', r.no, 'stance', o.stance, 'ground', o.ground,
        'own', o.own, 'channel', o.channel, 'proof', o.proof, 'words', t.words, 'condition', t.condition,
        'at', o.received_at) as view
      from opinion o join community c on c.id = o.community_id
        join round r on r.community_id = o.community_id and r.id = o.round_id
        left join opinion_content t on t.community_id = o.community_id and t.opinion_id = o.id
      where (o.community_id, o.id) in (select x.community_id, x.id from opinion x where x.author_id = ${personId}
        union all select x.community_id, x.id from opinion x join ${homes} h using (community_id, household_id))
      order by o.received_at, o.id`,
  );
  const objections = await listed(
    db,
    sql`select json_build_object('community', c.slug, 'proposal', p.no, 'title', p.title, 'objection', x.no,
        'ground', x.ground, 'wording', x.wording, 'wordingApproved', w.wording_approved, 'state', x.state,
        'answerKind', x.answer_kind, 'answer', x.answer, 'answeredAt', x.answered_at, 'verdict', w.verdict,
        'verdictWords', w.verdict_words, 'verdictAt', w.verdict_at) as view
      from objection_raiser w join community c on c.id = w.community_id
        join objection x on x.community_id = w.community_id and x.id = w.objection_id
        join proposal p on p.community_id = x.community_id and p.id = x.proposal_id
      where (w.community_id, w.household_id) in ${homes} order by c.slug, p.no, x.no`,
  );
  const oppositions = await listed(
    db,
    sql`select json_build_object('community', c.slug, 'proposal', p.no, 'words', o.words, 'channel', o.channel,
        'at', o.at, 'upheld', o.upheld, 'answer', o.answer, 'answeredAt', o.answered_at) as view
      from notice_opposition o join community c on c.id = o.community_id
        join notice n on n.community_id = o.community_id and n.id = o.notice_id
        join proposal p on p.community_id = n.community_id and p.id = n.proposal_id
      where o.person_id = ${personId} or (o.community_id, o.household_id) in ${homes} order by o.at, o.id`,
  );
  const cases = await listed(
    db,
    sql`select json_build_object('community', c.slug, 'no', k.no, 'kind', k.kind, 'source', k.source, 'title', k.title,
        'words', t.words, 'complainant', t.complainant, 'phone', t.phone, 'at', k.received_at) as view
      from cases k join community c on c.id = k.community_id
        left join case_content t on t.community_id = k.community_id and t.case_id = k.id
      where (k.community_id, k.household_id) in ${homes} order by k.received_at, k.id`,
  );
  return { letters, opinions, objections, oppositions, cases };
}

/** Everything kept about one person, for them to take away (Personal Information Protection Law art. 45). */
export const exportOfMe = personQuery({
  name: 'account.export',
  read: async ({ db, now, personId }) => {
    const [who] = await db
      .select({ name: person.name, phone: person.phone, since: person.createdAt })
      .from(person)
      .where(eq(person.id, personId));
    const comments = await db
      .select({ community: community.slug, stance: comment.stance, words: commentContent.words, at: comment.at })
      .from(comment)
      .innerJoin(community, eq(community.id, comment.communityId))
      .leftJoin(
        commentContent,
        and(eq(commentContent.communityId, comment.communityId), eq(commentContent.commentId, comment.id)),
      )
      .where(eq(comment.personId, personId))
      .orderBy(asc(comment.at));
    const proposals = await db
      .select({
        community: community.slug,
        no: proposal.no,
        title: proposal.title,
        problem: proposal.problem,
        ask: proposal.ask,
        at: proposal.createdAt,
      })
      .from(proposal)
      .innerJoin(community, eq(community.id, proposal.communityId))
      .where(eq(proposal.authorId, personId));
    const supports = await db
      .select({ community: community.slug, proposal: proposal.no, at: support.at })
      .from(support)
      .innerJoin(community, eq(community.id, support.communityId))
      .innerJoin(proposal, and(eq(proposal.communityId, support.communityId), eq(proposal.id, support.proposalId)))
      .where(eq(support.personId, personId));
    const held = await db
      .select({ community: community.slug, role: grants.role, from: grants.from, to: grants.to })
      .from(grants)
      .innerJoin(community, eq(community.id, grants.communityId))
      .where(eq(grants.personId, personId));
    const joins = await db
      .select({
        community: community.slug,
        state: joinRequest.state,
        note: joinRequest.note,
        at: joinRequest.requestedAt,
      })
      .from(joinRequest)
      .innerJoin(community, eq(community.id, joinRequest.communityId))
      .where(eq(joinRequest.personId, personId));
    const record = await db
      .select({
        community: community.slug,
        entry: ledgerLeaf.seq,
        act: ledgerLeaf.act,
        at: ledgerLeaf.at,
        content: ledgerContent.content,
      })
      .from(ledgerContent)
      .innerJoin(community, eq(community.id, ledgerContent.communityId))
      .innerJoin(
        ledgerLeaf,
        and(eq(ledgerLeaf.communityId, ledgerContent.communityId), eq(ledgerLeaf.seq, ledgerContent.seq)),
      )
      .where(eq(ledgerContent.personId, personId))
      .orderBy(asc(ledgerLeaf.at));
    const sessions = await db
      .select({ since: session.createdAt, until: session.expiresAt, endedAt: session.revokedAt })
      .from(session)
      .where(eq(session.personId, personId));
    const account = await db
      .select({ kind: accountEvent.kind, detail: accountEvent.detail, at: accountEvent.at })
      .from(accountEvent)
      .where(eq(accountEvent.personId, personId));
    const homes = await homesOf(db, personId);
    return {
      exportedAt: now,
      person: who ?? null,
      ...{ homes, grants: held, joins, proposals, supports, comments, record, sessions, account },
      ...(await ofHouseholds(db, personId)),
    };
  },
});

/** The demonstration identities of this installation, in the order they were made. */
export const identities = openQuery({
  name: 'account.identities',
  read: async ({ db }, _: undefined) => {
    const rows = await db
      .select({ identity: person.demonstration })
      .from(person)
      .where(and(isNotNull(person.demonstration), isNull(person.erasedAt)))
      .orderBy(sql`${person.id}`)
      .limit(40);
    return rows.map((row) => row.identity ?? '');
  },
});

/** The person of a phone number, for whoever holds the server. */
export const personByPhone = openQuery({
  name: 'account.by_phone',
  read: async ({ db }, phone: string) => {
    const [row] = await db.select({ id: person.id }).from(person).where(eq(person.phone, phone));
    return row?.id ?? null;
  },
});
