import { and, eq, gte, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { mayReadCases } from '@/features/cases/policy';
import { whyNot } from '@/lib/act';
import { query } from '@/lib/query';
import { proposeTopic } from '../acts';
import { aYearBefore, type Complaint, saidIn } from '../moves';
import { asOf, begun, findingsFor, repeatsFrom, type TopicView, topicsFrom } from '../moves/found';
import { openPairs } from '../moves/open';
import { MOST_GATHERED } from '../rules';
import { sidesOf } from '../rules/opposites';
import { hotter } from '../rules/reasons';
import { AT_ONCE } from '../rules/topics';

const isGathered = ({ cases: all }: TopicView) => all.every(({ proposals }) => proposals.length > 0);

/** So many stand on a page. */
const LISTED = 30;

/** What people complain of most at the moment, and what of it is in a proposal already. */
export const deskTopics = query({
  name: 'topics.desk',
  allow: (who) => mayReadCases(who),
  read: async (scope, _: Record<never, never>) => {
    const found = await findingsFor(scope);
    const hot = topicsFrom(found).sort((a, b) => hotter(a.reasons, b.reasons));
    return {
      ...asOf(found),
      open: hot.filter((one) => !isGathered(one)).slice(0, LISTED),
      gathered: hot.filter(isGathered).slice(0, LISTED),
      pairs: openPairs(found).length,
      mayPropose: whyNot(proposeTopic, { facts: {}, who: scope.who, now: scope.now }) === null,
    };
  },
});

export interface Repeated {
  latest: Complaint;
  /** Those it repeats, the latest first. */
  earlier: Complaint[];
  /** How often it was said: by each of them, by what goes on with them, by who joined and by who asked again. */
  times: number;
}

const timesOf = (of: readonly Complaint[]): number =>
  of.reduce((sum, { also: { merged, joined, nudged } }) => sum + 1 + merged + joined + nudged, 0);

/** What came back within ninety days, what was said most often first. */
export const deskRepeats = query({
  name: 'topics.repeats',
  allow: (who) => mayReadCases(who),
  read: async (scope, _: Record<never, never>) => {
    const found = await findingsFor(scope);
    const repeats = repeatsFrom(found);
    const again = new Set([...repeats.values()].flat());
    const alone = found.told
      .map(({ complaint }) => complaint)
      .filter((one) => !repeats.has(one) && !again.has(one) && !one.merged && timesOf([one]) > 1);
    const all = [...[...repeats].filter(([latest]) => !again.has(latest)), ...alone.map((one) => [one, []] as const)]
      .map(([latest, earlier]): Repeated => ({ latest, earlier: [...earlier], times: timesOf([latest, ...earlier]) }))
      .sort((a, b) => b.times - a.times || b.latest.at.getTime() - a.latest.at.getTime() || b.latest.no - a.latest.no);
    return { ...asOf(found), repeated: all.slice(0, LISTED), more: Math.max(0, all.length - LISTED) };
  },
});

/** The complaints of the matter one of them is about, for a proposal that gathers them. */
export const topicOf = query({
  name: 'topic.desk',
  allow: (who) => mayReadCases(who),
  read: async (scope, { no }: { no: number }) => {
    const topic = topicsFrom(await findingsFor(scope)).find((one) => one.cases.some((each) => each.no === no));
    if (!topic) return undefined;
    const listed = topic.cases.slice(0, MOST_GATHERED);
    const bears = (one: Complaint) => sidesOf(saidIn(one)).some(({ side }) => side === 'bears');
    return {
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
