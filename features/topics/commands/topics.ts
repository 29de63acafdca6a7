import { and, eq, inArray, sql } from 'drizzle-orm';
import { cases } from '@/db/schema/cases';
import { proposal } from '@/db/schema/proposals';
import { opposite, oppositeCase, topicSnapshot } from '@/db/schema/topics';
import type { OppositeSide, OppositeVerdict } from '@/db/words/topics';
import { notAgainst, putWith } from '@/features/cases/moves';
import { bringForward } from '@/features/proposals/moves';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import * as acts from '../acts';
import { decideInput, keepInput, proposeInput } from '../input';
import { ALL, aYearBefore, complainedOf, toldIn } from '../moves';
import { checkGathered } from '../rules';
import { findingsOf } from '../rules/findings';

/** So much is kept: nobody reads more. */
const MOST_KEPT = 60;
const MOST_REPEATS = 1000;
const MOST_EARLIER = 20;

/** What was said last of every two of these, by their ids. */
async function lastVerdicts({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, ids: number[]) {
  const { rows } = await db.execute<{ pair: string; verdict: OppositeVerdict }>(sql`
    select a.case_id || '-' || b.case_id as pair, o.verdict from opposite o
      join opposite_case a on a.community_id = o.community_id and a.opposite_id = o.id and a.side = 'asks'
      join opposite_case b on b.community_id = o.community_id and b.opposite_id = o.id and b.side = 'bears'
     where o.community_id = ${communityId} and a.case_id = any (${sql.param(ids)}::int[]) and b.case_id = any (${sql.param(ids)}::int[])
     order by o.id`);
  return new Map(rows.map(({ pair, verdict }) => [pair, verdict]));
}

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

/** Whether complaints pull against each other, with a reason; the last word counts, and what was dismissed stays so. */
export const decideOpposite = command({
  act: acts.decideOpposite,
  input: decideInput,
  facts: async (scope, { asks, bears, verdict }) => {
    const { db, communityId } = scope;
    const found = await db
      .select({ id: cases.id, no: cases.no })
      .from(cases)
      .where(and(eq(cases.communityId, communityId), inArray(cases.no, [...asks, ...bears]), notAgainst(scope)))
      .orderBy(cases.id)
      .for('update');
    const ids = new Map(found.map(({ no, id }) => [no, id]));
    const last = await lastVerdicts(scope, [...ids.values()]);
    const of = (no: number) => ids.get(no) ?? 0;
    const verdicts = asks.flatMap((a) => bears.map((b) => last.get(`${of(a)}-${of(b)}`) ?? null));
    return { ids, verdicts, wanted: verdict };
  },
  run: async ({ db, communityId, now, actor, input, facts: { ids } }) => {
    const { matter, verdict, reason, asks, bears } = input;
    const may = checkGathered({ cases: asks, against: bears }, new Set(ids.keys()));
    if (!may.ok) return may;
    const [said] = await db
      .insert(opposite)
      .values({ communityId, matter, verdict, reason, decidedBy: personOf(actor) ?? 0, at: now })
      .returning({ id: opposite.id });
    if (!said) return refuse('unknown');
    const on = (side: OppositeSide, numbers: readonly number[]) =>
      [...new Set(numbers)].map((no) => ({ communityId, oppositeId: said.id, caseId: ids.get(no) ?? 0, side }));
    await db.insert(oppositeCase).values([...on('asks', asks), ...on('bears', bears)]);
    return {
      ok: true,
      value: { opposite: said.id },
      leaf: { subject: `opposite/${said.id}`, content: { matter, verdict, reason, asks, bears } },
      changed: [],
    };
  },
});

/** What a community of many complaints complains of, in the place of what was worked out before. */
export const keepTopics = command({
  act: acts.keepTopics,
  input: keepInput,
  facts: async (scope) => ({
    // Nobody reads it as it is: whoever does sees of it what they may.
    complaints: (await complainedOf(scope, { visible: sql`true`, atOnce: ALL })).complaints,
  }),
  run: async ({ db, communityId, community, now, facts: { complaints } }) => {
    const from = aYearBefore(now);
    const own = complaints.filter(({ at }) => at >= from);
    const found = findingsOf(own.map((one) => toldIn(one, community)));
    const id = (one: number) => own[one]?.id ?? 0;
    const topics = found.topics.slice(0, MOST_KEPT).map(({ members, words }) => ({ words, cases: members.map(id) }));
    const repeats = [...found.repeats]
      .slice(-MOST_REPEATS)
      .map(([later, earlier]): [number, number[]] => [id(later), earlier.slice(0, MOST_EARLIER).map(id)]);
    const sided = found.sided.map(id);
    const listed = [...new Set([...topics.flatMap((one) => one.cases), ...repeats.flat(2), ...sided])];
    const kept = { topics, repeats, sided, listed, counted: own.length, at: now };
    await db
      .insert(topicSnapshot)
      .values({ communityId, ...kept })
      .onConflictDoUpdate({ target: topicSnapshot.communityId, set: kept });
    const value = { counted: own.length, topics: topics.length, repeats: repeats.length };
    return { ok: true, value, leaf: { subject: `community/${community.slug}`, content: value }, changed: [] };
  },
});
