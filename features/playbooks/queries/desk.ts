import { and, eq, sql } from 'drizzle-orm';
import { playbookAdoption } from '@/db/schema/playbooks';
import { KINDS, type Kind } from '@/db/words/proposals';
import { knownOf } from '@/features/proposals/moves';
import { whyNot } from '@/lib/act';
import { monthsAfter, shanghaiDate } from '@/lib/calendar';
import { pageAfter } from '@/lib/cursor';
import { query } from '@/lib/query';
import { lookedFor } from '@/lib/text';
import * as acts from '../acts';
import { courseFacts } from '../facts';
import { atDesk, inDistrictOf } from '../moves';
import { mayReadPlaybooks } from '../policy';
import { REVIEW_MONTHS } from '../rules';
import { effectOf } from '../rules/effect';
import { listed, oneOf } from './listed';

const LIST = 30;

export interface Asked {
  words: string;
  place: string;
  kind: Kind | null;
  after: number | null;
}

/** What an address asks for; what it says wrongly is not asked. */
export const askedIn = (search: Partial<Record<string, string>>): Asked => ({
  words: lookedFor(search.q),
  place: lookedFor(search.place),
  kind: KINDS.find((one) => one === search.kind) ?? null,
  after: /^[1-9]\d{0,8}$/.test(search.after ?? '') ? Number(search.after) : null,
});

/** The next page of what was asked. */
export const asking = ({ words, place, kind }: Asked, after: number): string =>
  `?${new URLSearchParams(Object.entries({ q: words, place, kind: kind ?? '', after: String(after) }).filter(([, one]) => one !== ''))}`;

const has = (text: ReturnType<typeof sql>, words: string) =>
  sql.join(
    [
      sql`true`,
      ...words
        .split(/\s+/)
        .filter(Boolean)
        .map((one) => sql`position(lower(${one}::text) in lower(${text})) > 0`),
    ],
    sql` and `,
  );

/** Found by kind of matter, place and words. */
export const deskPlaybooks = query({
  name: 'playbooks.desk',
  allow: (who) => mayReadPlaybooks(who),
  read: async (scope, { words, place, kind, after }: Asked) => {
    const found = await listed(scope, {
      where: sql`${inDistrictOf(scope, atDesk)} and ${after === null ? sql`true` : sql`b.id <= ${after}::int`} and ${kind ? sql`b.kind = ${kind}` : sql`true`}
        and ${has(sql`b.place || ' ' || c.name_zh || ' ' || c.name_en`, place)}
        and ${has(sql`v.name || ' ' || v.indications || ' ' || v.contraindications || ' ' || v.steps::text`, words)}`,
      limit: LIST + 2,
    });
    const page = pageAfter(found, after, { size: LIST, key: ({ id }) => id });
    return page && { playbooks: page.page, next: page.next };
  },
});

/** One that was drawn here, with what may be done with it. */
export const deskPlaybook = query({
  name: 'playbook.desk',
  allow: (who) => mayReadPlaybooks(who),
  read: async (scope, { no }: { no: number }) => {
    const one = await oneOf(scope, sql`b.community_id = ${scope.communityId} and b.no = ${no}::int`);
    if (!one) return undefined;
    const asked = { facts: { retired: one.retired }, who: scope.who, now: scope.now };
    const block = whyNot(acts.revisePlaybook, asked);
    return { one, block, nextReview: monthsAfter(shanghaiDate(scope.now), REVIEW_MONTHS) };
  },
});

/** One of another community, by its one number, before it is taken up here. */
export const offeredPlaybook = query({
  name: 'playbook.offered',
  allow: (who) => mayReadPlaybooks(who),
  read: async (scope, { id }: { id: number }) => {
    const one = await oneOf(scope, sql`b.id = ${id}::int and ${inDistrictOf(scope, atDesk)}`);
    if (!one) return undefined;
    const own = one.slug === scope.community.slug;
    const mine = one.adoptions.find(({ slug }) => slug === scope.community.slug);
    const facts = { own, retired: one.retired, adopted: mine !== undefined };
    return { one, mine, block: whyNot(acts.adoptPlaybook, { facts, who: scope.who, now: scope.now }) };
  },
});

/** What was taken up here, before it is said what became of it. */
export const ownAdoption = query({
  name: 'playbook.adoption',
  allow: (who) => mayReadPlaybooks(who),
  read: async (scope, { id }: { id: number }) => {
    const [row] = await scope.db
      .select()
      .from(playbookAdoption)
      .where(and(eq(playbookAdoption.communityId, scope.communityId), eq(playbookAdoption.id, id)));
    const one =
      row && (await oneOf(scope, sql`b.community_id = ${row.originId}::int and b.id = ${row.playbookId}::int`));
    if (!row || !one) return undefined;
    const block = whyNot(acts.tellOutcome, { facts: { told: row.outcome !== null }, who: scope.who, now: scope.now });
    return { row, one, block };
  },
});

/** What a playbook of this proposal begins with. */
export const playbookBegun = query({
  name: 'playbook.begun',
  allow: (who) => mayReadPlaybooks(who),
  read: async (scope, { no }: { no: number }) => {
    const course = await knownOf(scope, no, courseFacts);
    if (!course) return undefined;
    const asked = { facts: course, who: scope.who, now: scope.now };
    return {
      course,
      effect: effectOf(course),
      block: whyNot(acts.drawPlaybook, asked),
      nextReview: monthsAfter(shanghaiDate(scope.now), REVIEW_MONTHS),
    };
  },
});
