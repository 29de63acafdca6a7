import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { agency } from '@/db/schema/handling';
import { person } from '@/db/schema/people';
import { mayReadCases } from '@/features/cases/policy';
import type { Scope } from '@/lib/gate';
import { query } from '@/lib/query';
import { rows } from '@/lib/rows';
import { TOGETHER } from '../acts';
import { findCases, tiersOf } from '../moves';
import { ofProperty } from '../moves/property';
import { mayReadOrder } from '../policy';
import { holdersOf } from './choices';
import { blockOf } from './one';

/** What many can be taken through at once. */
const TICKED = ['dispatch', 'assign', 'reply', ...TOGETHER] as const;
export type TickedStep = (typeof TICKED)[number];
export const isTickedStep = (word: string): word is TickedStep => (TICKED as readonly string[]).includes(word);

/** What the form for many at once offers: which of them can go along, and to whom. Nobody complained of in one is offered. */
export const tickedForm = query({
  name: 'cases.ticked',
  allow: (who, _: { step: TickedStep; numbers: readonly number[] }) => mayReadCases(who),
  read: async (scope, { step, numbers }) => {
    const { db, communityId, who } = scope;
    const found = (await findCases(scope, numbers)).filter((one) => mayReadOrder(who, one));
    const lines = found.map((one) => ({ one, block: blockOf(one, step, scope) }));
    const fit = lines.flatMap(({ one, block }) => (block === null ? [one] : []));
    const against = (role: string | null, id: number | null) =>
      fit.some((one) => (role !== null && one.againstRole === role) || (id !== null && one.againstId === id));
    const agencies = await db
      .select({ id: agency.id, name: agency.name, role: agency.role })
      .from(agency)
      .where(and(eq(agency.communityId, communityId), isNull(agency.retiredAt)))
      .orderBy(sql`${agency.role} is null`, asc(agency.id));
    const handlers = await db
      .select({ id: person.id, name: person.name })
      .from(person)
      .where(sql`${person.id} = any (${sql.param(found.flatMap(({ handlerId }) => handlerId ?? []))}::int[])`);
    const line = ({ row, standing, agencies: all }: (typeof found)[number]) => ({
      no: row.no,
      title: row.title,
      place: row.place,
      agency: all.find(({ id }) => id === standing.agencyId)?.name ?? null,
      handler: handlers.find(({ id }) => id === standing.handlerId)?.name ?? null,
    });
    const unsaid = step === 'dispatch' ? await ofProperty(scope, fit) : new Set<number>();
    const held = fit.flatMap((one) => {
      const code = one.row.againstAgencyId !== null ? 'complained_of' : unsaid.has(one.row.id) ? 'say_against' : null;
      return code === null || step !== 'dispatch'
        ? []
        : [{ ...line(one), why: { code, details: { case: one.row.no } } }];
    });
    const leads = new Set(fit.map(({ agencyRole }) => agencyRole));
    const [has, ...others] = [...new Set(fit.map(({ handlerId }) => handlerId))];
    const sole = step === 'assign' && others.length === 0 ? (has ?? null) : null;
    const holders = (await holdersOf(scope)).filter(
      ({ id, role }) =>
        role !== 'captain' && id !== sole && !against(role, id) && (step === 'dispatch' || leads.has(role as never)),
    );
    return {
      fit: fit.map(line),
      unfit: lines.flatMap(({ one, block }) => (block === null ? [] : [{ ...line(one), block }])),
      /** Those that keep the others from going somewhere, and why. */
      held,
      agencies: agencies.filter(
        ({ id, role }) => !against(role, null) && !fit.some(({ row }) => row.againstAgencyId === id),
      ),
      holders,
      templates:
        step === 'reply'
          ? await templatesFor(
              scope,
              fit.map(({ row }) => row.id),
            )
          : [],
      tiers: (await tiersOf(scope)).filter(({ retired }) => !retired),
    };
  },
});
export type TickedCases = NonNullable<Awaited<ReturnType<typeof tickedForm>>>;

/** Templates for any of these, as they stand on the list: those of a category first. */
const templatesFor = ({ db, communityId }: Pick<Scope, 'db' | 'communityId'>, ids: readonly number[]) =>
  rows<{ id: number; name: string; body: string }>(
    { db },
    sql`with recursive up as (
        select c.id, c.parent_id from case_category c join cases k on k.community_id = c.community_id and k.category_id = c.id
          where c.community_id = ${communityId} and k.id = any (${sql.param([...ids])}::int[])
        union select c.id, c.parent_id from case_category c join up on c.id = up.parent_id where c.community_id = ${communityId})
      select json_build_object('id', t.id, 'name', t.name, 'body', t.body) as view from reply_template t
        where t.community_id = ${communityId} and t.retired_at is null
          and (t.category_id is null or t.category_id in (select id from up))
        order by t.category_id is null, t.id limit 20`,
  );
