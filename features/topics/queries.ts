import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { topicSnapshot } from '@/db/schema/topics';
import { notAgainst } from '@/features/cases/moves';
import { mayReadCases } from '@/features/cases/policy';
import { whyNot } from '@/lib/act';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { proposeTopic } from './acts';
import { aYearBefore, type Complaint, complaintsOf, saidIn } from './moves';
import { commonest, MOST_GATHERED } from './rules';
import { sidesOf } from './rules/opposites';
import { hotter, type Reasons, reasonsOf } from './rules/reasons';
import { AT_ONCE, topicsOf } from './rules/topics';

export interface TopicView {
  words: string[];
  reasons: Reasons;
  cases: Complaint[];
  /** Proposals under way that some of them are put with. */
  proposals: { no: number; title: string }[];
}

interface Found {
  topics: TopicView[];
  /** As of when; null: it has not been worked out yet. */
  at: Date | null;
  counted: number;
}

const viewOf = (words: string[], of: Complaint[], now: Date): TopicView => {
  const proposals = new Map(of.flatMap((one) => one.proposals.map((each) => [each.no, each] as const)));
  const newest = [...of].sort((a, b) => b.at.getTime() - a.at.getTime() || b.no - a.no);
  return { words, reasons: reasonsOf(of, now), cases: newest, proposals: [...proposals.values()] };
};

/** What was worked out beforehand, with how each case stands now: nobody finds out what is brought against themselves. */
async function kept(scope: Scope, counted: number): Promise<Found> {
  const { db, communityId, now } = scope;
  const [snapshot] = await db.select().from(topicSnapshot).where(eq(topicSnapshot.communityId, communityId));
  if (!snapshot) return { topics: [], at: null, counted };
  const ids = snapshot.topics.flatMap((topic) => topic.cases);
  const visible = and(inArray(cases.id, ids), notAgainst(scope));
  const complaints = visible && ids.length > 0 ? await complaintsOf(scope, visible) : [];
  const byId = new Map(complaints.map((one) => [one.id, one]));
  const topics = snapshot.topics.flatMap((topic) => {
    const of = topic.cases.flatMap((id) => byId.get(id) ?? []);
    if (of.length < 2) return [];
    return [viewOf(of.length === topic.cases.length ? topic.words : [], of, now)];
  });
  return { topics, at: snapshot.at, counted: snapshot.counted };
}

async function found(scope: Scope): Promise<Found> {
  const { db, communityId, now } = scope;
  const theirs = and(gte(cases.happenedAt, aYearBefore(now)), notAgainst(scope)) ?? sql`true`;
  const [count] = await db
    .select({ of: sql<number>`count(*)::int` })
    .from(cases)
    .where(and(eq(cases.communityId, communityId), theirs));
  const counted = count?.of ?? 0;
  if (counted > AT_ONCE) return kept(scope, counted);
  const complaints = await complaintsOf(scope, theirs);
  const topics = topicsOf(complaints.map(saidIn)).map(({ members, words }) =>
    viewOf(
      words,
      members.flatMap((one) => complaints[one] ?? []),
      now,
    ),
  );
  return { topics, at: now, counted };
}

const isGathered = ({ cases: all }: TopicView) => all.every(({ proposals }) => proposals.length > 0);

/** So many stand on the page. */
const LISTED = 30;

/** What people complain of most at the moment, and what of it is in a proposal already. */
export const deskTopics = query({
  name: 'topics.desk',
  allow: (who) => mayReadCases(who),
  read: async (scope, _: Record<never, never>) => {
    const { topics, at, counted } = await found(scope);
    const hot = topics.sort((a, b) => hotter(a.reasons, b.reasons));
    return {
      at,
      counted,
      open: hot.filter((one) => !isGathered(one)).slice(0, LISTED),
      gathered: hot.filter(isGathered).slice(0, LISTED),
      mayPropose: whyNot(proposeTopic, { facts: {}, who: scope.who, now: scope.now }) === null,
    };
  },
});

/** What the form of a proposal begins with: words of the board alone, because it is for the board. */
function begun(of: readonly Complaint[]) {
  const hung = of.flatMap((one) => one.hung ?? []);
  return {
    title: hung[0]?.title ?? '',
    place: commonest(hung.map(({ place }) => place)) ?? '',
    titles: [...new Set(hung.map(({ title }) => title))].slice(0, 8),
  };
}

/** The complaints of the matter one of them is about, for a proposal that gathers them. */
export const topicOf = query({
  name: 'topic.desk',
  allow: (who) => mayReadCases(who),
  read: async (scope, { no }: { no: number }) => {
    const { topics } = await found(scope);
    const topic = topics.find((one) => one.cases.some((each) => each.no === no));
    if (!topic) return undefined;
    const listed = topic.cases.slice(0, MOST_GATHERED);
    const bears = (one: Complaint) => sidesOf(saidIn(one)).some(({ side }) => side === 'bears');
    return {
      ...topic,
      more: topic.cases.length - listed.length,
      wanting: listed.filter((one) => !bears(one)),
      fearing: listed.filter(bears),
      begun: begun(topic.cases),
      block: whyNot(proposeTopic, { facts: {}, who: scope.who, now: scope.now }),
    };
  },
});

/** For the job: whether a community has more complaints than a page looks through. */
export const topicsWanted = query({
  name: 'topics.wanted',
  allow: (who) => who.kind === 'system',
  read: async ({ db, communityId, now }, _: Record<never, never>) => {
    const [count] = await db
      .select({ of: sql<number>`count(*)::int` })
      .from(cases)
      .where(and(eq(cases.communityId, communityId), gte(cases.happenedAt, aYearBefore(now))));
    return (count?.of ?? 0) > AT_ONCE;
  },
});
