import { and, eq, gte, inArray } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { proposal } from '@/db/schema/proposals';
import { topicSnapshot } from '@/db/schema/topics';
import { notAgainst, putWith } from '@/features/cases/moves';
import { bringForward } from '@/features/proposals/moves';
import { personOf } from '@/lib/actor';
import { command } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { keepInput, proposeInput } from './input';
import { aYearBefore, complaintsOf, saidIn } from './moves';
import { checkGathered } from './rules';
import { topicsOf } from './rules/topics';

/** So many topics are kept: nobody reads more. */
const MOST_KEPT = 60;

/** A proposal of what several complained of: brought in an office's name, with the cases on their sides. */
export const proposeTopic = command({
  act: acts.proposeTopic,
  input: proposeInput,
  facts: async ({ db, communityId, who }, { cases: wanted, against }) => {
    const found = await db
      .select({ id: cases.id, no: cases.no })
      .from(cases)
      .where(and(eq(cases.communityId, communityId), inArray(cases.no, [...wanted, ...against]), notAgainst({ who })));
    return { ids: new Map(found.map(({ no, id }) => [no, id])) };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const may = checkGathered(input, new Set(facts.ids.keys()));
    if (!may.ok) return may;
    const { kind, title, place, problem, ask } = input;
    const [row] = await db
      .insert(proposal)
      .values({
        communityId,
        kind,
        title,
        place,
        problem,
        ask,
        authorId: personOf(actor) ?? 0,
        createdAt: now,
        stateAt: now,
        lastEventAt: now,
      })
      .returning();
    if (!row) return refuse('unknown');
    const done = await bringForward(scope, row);
    const on = (side: 'for' | 'against', numbers: readonly number[]) =>
      [...new Set(numbers)].map((no) => ({ caseId: facts.ids.get(no) ?? 0, side }));
    const links = [...on('for', input.cases), ...on('against', input.against)];
    await putWith(scope, { proposalId: row.id, links });
    const gathered = [...input.cases, ...input.against];
    return {
      ...done,
      leaf: { ...done.leaf, content: { ...done.leaf.content, cases: input.cases, against: input.against } },
      changed: [...done.changed, 'cases', ...gathered.map((no) => `cases/${no}`)],
    };
  },
});

/** What a community of many complaints complains of, in the place of what was worked out before. */
export const keepTopics = command({
  act: acts.keepTopics,
  input: keepInput,
  facts: async (scope) => ({
    complaints: await complaintsOf(scope, gte(cases.happenedAt, aYearBefore(scope.now))),
  }),
  run: async ({ db, communityId, community, now, facts: { complaints } }) => {
    const topics = topicsOf(complaints.map(saidIn))
      .slice(0, MOST_KEPT)
      .map(({ members, words }) => ({ words, cases: members.flatMap((one) => complaints[one]?.id ?? []) }));
    const kept = { topics, counted: complaints.length, at: now };
    await db
      .insert(topicSnapshot)
      .values({ communityId, ...kept })
      .onConflictDoUpdate({ target: topicSnapshot.communityId, set: kept });
    return {
      ok: true,
      value: { counted: complaints.length, topics: topics.length },
      leaf: { subject: `community/${community.slug}`, content: { counted: complaints.length, topics: topics.length } },
      changed: [],
    };
  },
});
