import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
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
import { opinion, opinionContent, round } from '@/db/schema/rounds';
import { letter } from '@/db/schema/works';
import { type Database, openQuery, personQuery } from '@/lib/gate';

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

/** Everything kept about one person, for them to take away (Personal Information Protection Law art. 45). */
export const exportOfMe = personQuery({
  name: 'account.export',
  read: async ({ db, now, personId }) => {
    const [who] = await db
      .select({ name: person.name, phone: person.phone, since: person.createdAt })
      .from(person)
      .where(eq(person.id, personId));
    const opinions = await db
      .select({
        community: community.slug,
        round: round.no,
        stance: opinion.stance,
        ground: opinion.ground,
        channel: opinion.channel,
        words: opinionContent.words,
        condition: opinionContent.condition,
        at: opinion.receivedAt,
      })
      .from(opinion)
      .innerJoin(community, eq(community.id, opinion.communityId))
      .innerJoin(round, and(eq(round.communityId, opinion.communityId), eq(round.id, opinion.roundId)))
      .leftJoin(
        opinionContent,
        and(eq(opinionContent.communityId, opinion.communityId), eq(opinionContent.opinionId, opinion.id)),
      )
      .where(eq(opinion.authorId, personId))
      .orderBy(asc(opinion.receivedAt));
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
    const letters = await db
      .select({
        kind: letter.kind,
        subject: letter.subject,
        detail: letter.detail,
        at: letter.at,
        readAt: letter.readAt,
      })
      .from(letter)
      .where(eq(letter.personId, personId));
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
      ...{ homes, grants: held, joins, proposals, supports, opinions, comments, letters, record, sessions, account },
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
