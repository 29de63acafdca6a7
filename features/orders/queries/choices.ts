import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { agency, caseCategory, handingGround, namedPlace, replyTemplate } from '@/db/schema/handling';
import { reachedAt } from '@/features/cases/facts';
import { mayFindCases } from '@/features/cases/policy';
import { categoriesOf, leaves } from '@/features/cases/queries/categories';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { complainantOf, findCase, tiersOf } from '../moves';
import { concerned } from '../moves/told';
import { calledFor, mayReadOrder, maySeeContact } from '../policy';
import { furthestOf } from '../rules';
import { matterFrom } from '../rules/matter';
import { fieldsOf, filledIn } from '../rules/shown';
import { nearOpen } from './near';
import { blockOf, type DeskStep } from './one';

type Here = Pick<Scope, 'db' | 'communityId'>;

interface Holder {
  id: number;
  name: string;
  role: string;
}

/** Who holds which office; captains of their entrances, too. */
export const holdersOf = ({ db, communityId, now }: Here & { now: Date }) =>
  rows<Holder>(
    { db },
    sql`select distinct on (n.name, n.id, g.role) json_build_object('id', n.id, 'name', n.name, 'role', g.role) as view
      from grants g join person n on n.id = g.person_id
      where g.community_id = ${communityId} and n.erased_at is null
        and g.from_at <= ${now.toISOString()}::timestamptz
        and (g.to_at is null or g.to_at > ${now.toISOString()}::timestamptz) order by n.name, n.id, g.role limit 200`,
  );

const agenciesOf = ({ db, communityId }: Here) =>
  db
    .select({ id: agency.id, name: agency.name, role: agency.role })
    .from(agency)
    .where(and(eq(agency.communityId, communityId), isNull(agency.retiredAt)))
    .orderBy(sql`${agency.role} is null`, asc(agency.id));

/** What the form of one step offers, and why it cannot be taken now. */
export const stepForm = query({
  name: 'case.step',
  allow: (who, _: { no: number; step: DeskStep }) => mayFindCases(who),
  read: async (scope, { no, step }) => {
    const { db, communityId, who } = scope;
    const one = await findCase(scope, no);
    if (!one || !mayReadOrder(who, one)) return undefined;
    const { row, standing } = one;
    const block = blockOf(one, step, scope);
    const give = step === 'dispatch' || step === 'hand_on';
    const calls = give || step === 'whistle' || step === 'assist';
    const agencies = calls || step === 'assign' || step === 'reply' ? await agenciesOf(scope) : [];
    const held = step === 'dispatch' || step === 'assign' ? await holdersOf(scope) : [];
    const categories = step === 'dispatch' ? await categoriesOf(scope) : [];
    const grounds =
      step === 'hand_on'
        ? await db
            .select({ id: handingGround.id, name: handingGround.name, beyond: handingGround.beyond })
            .from(handingGround)
            .where(and(eq(handingGround.communityId, communityId), isNull(handingGround.retiredAt)))
            .orderBy(asc(handingGround.id))
        : [];
    const free = held.filter(
      ({ id, role }) => id !== row.againstId && (one.againstRole === null || role !== one.againstRole),
    );
    const ofLead = agencies.find(({ id }) => id === standing.agencyId);
    const called = row.categoryId ?? categories.find(({ path }) => path === row.category)?.id ?? null;
    const offered = agencies.filter(
      ({ id, role }) => id !== row.againstAgencyId && (one.againstRole === null || role !== one.againstRole),
    );
    const unread = step === 'dispatch' && row.postedAt === null && offered.some(({ role }) => role === 'property');
    return {
      ...{
        no,
        title: calledFor(who, one).title,
        standing,
        block,
        furthest: furthestOf(standing, one.tiers),
      },
      agencies: offered,
      /** What is to be done, as it may be said to those who do not read the words of a case. */
      matter: unread ? matterFrom(row, await complainantOf(scope, row.id)) : '',
      lead: ofLead ?? null,
      handlers:
        step === 'assign' ? free.filter(({ id, role }) => role === ofLead?.role && id !== standing.handlerId) : free,
      captains: step === 'dispatch' ? held : [],
      categories: leaves(categories),
      categoryId: called,
      tierId: standing.tierId ?? categories.find(({ id }) => id === called)?.tierId ?? null,
      tiers: one.tiers.filter(({ retired }) => !retired),
      grounds,
      sees: maySeeContact(who, one) !== null,
      /** With which it may be one. */
      near: step === 'merge' && block === null ? await nearOpen(scope, one) : [],
      /** So many homes read the answer: whose it is, and whose went on with it. */
      hears: step === 'reply' ? (await concerned(scope, row)).filter(({ joined }) => !joined).length : 0,
      templates:
        step === 'reply'
          ? await templatesOf(scope, {
              id: row.id,
              called: calledFor(who, one),
              lead: ofLead?.name ?? '',
              named: maySeeContact(who, one) !== null,
            })
          : [],
    };
  },
});
export type StepForm = NonNullable<Awaited<ReturnType<typeof stepForm>>>;

/** Templates that fit, those of its own category first, filled in. */
async function templatesOf(
  { db, communityId }: Here,
  of: { id: number; lead: string; named: boolean; called: { title: string; place: string } },
) {
  const found = await rows<{
    id: number;
    name: string;
    body: string;
    complainant: string;
    no: number;
  }>(
    { db },
    sql`select json_build_object('id', t.id, 'name', t.name, 'body', t.body, 'complainant', coalesce(${reachedAt(sql`k`, sql`x`).complainant}, ''), 'no', k.no) as view
      from cases k left join case_content x on x.community_id = k.community_id and x.case_id = k.id
        join reply_template t on t.community_id = k.community_id and t.retired_at is null
      where k.community_id = ${communityId} and k.id = ${of.id} and (t.category_id is null or t.category_id in (
        with recursive up as (select c.id, c.parent_id from case_category c where c.community_id = ${communityId}
            and c.id = k.category_id
          union all select c.id, c.parent_id from case_category c join up on c.id = up.parent_id
            where c.community_id = ${communityId}) select id from up))
      order by t.category_id is null, t.id limit 20`,
  );
  return found.map(({ id, name, body, complainant, no }) => ({
    id,
    name,
    body: filledIn(body, fieldsOf({ complainant: of.named ? complainant : '', called: of.called, no, unit: of.lead })),
  }));
}

/** The lists, for whoever keeps them. */
export const handlingLists = query({
  name: 'handling.lists',
  allow: (who, _: Record<never, never>) => mayFindCases(who),
  read: async (scope) => {
    const { db, communityId } = scope;
    return {
      places: await db
        .select()
        .from(namedPlace)
        .where(eq(namedPlace.communityId, communityId))
        .orderBy(asc(namedPlace.id)),
      categories: await categoriesOf(scope),
      tiers: await tiersOf(scope),
      agencies: await db.select().from(agency).where(eq(agency.communityId, communityId)).orderBy(asc(agency.id)),
      grounds: await db
        .select()
        .from(handingGround)
        .where(eq(handingGround.communityId, communityId))
        .orderBy(asc(handingGround.id)),
      templates: await db
        .select({
          id: replyTemplate.id,
          name: replyTemplate.name,
          body: replyTemplate.body,
          retiredAt: replyTemplate.retiredAt,
          category: caseCategory.name,
        })
        .from(replyTemplate)
        .leftJoin(
          caseCategory,
          and(eq(caseCategory.communityId, communityId), eq(caseCategory.id, replyTemplate.categoryId)),
        )
        .where(eq(replyTemplate.communityId, communityId))
        .orderBy(asc(replyTemplate.id)),
    };
  },
});
export type HandlingLists = NonNullable<Awaited<ReturnType<typeof handlingLists>>>;
