import { type SQL, sql } from 'drizzle-orm';

/**
 * A case for whoever does not read its words: as it hangs, once somebody has looked. Before that, where it was put in the
 * community's own tree and in which building; never what somebody wrote.
 */
export const asItHangs = (k: SQL): { title: SQL<string>; place: SQL<string> } => ({
  title: sql`case when ${k}.posted_at is not null then coalesce(${k}.posted_title, ${k}.title) else coalesce((select g.name
    from case_category g where g.community_id = ${k}.community_id and g.id = ${k}.category_id), '') end`,
  place: sql`case when ${k}.posted_at is not null then coalesce(${k}.posted_place, ${k}.place) else '' end`,
});

/**
 * For the property service, which reads nobody's words: as it hangs; before that, what an office has last asked it to do there.
 */
export const asGivenOut = (k: SQL): { title: SQL<string>; place: SQL<string> } => {
  const hung = asItHangs(k);
  return {
    ...hung,
    title: sql`case when ${k}.posted_at is not null then ${hung.title} else coalesce((select left(split_part(e.words, chr(10), 1), 100) from case_event e
      join agency a on a.community_id = e.community_id and a.id = e.agency_id and a.role = 'property'
      where e.community_id = ${k}.community_id and e.case_id = ${k}.id and e.step in ('dispatch', 'assist', 'whistle')
        and e.words <> '' order by e.id desc limit 1), ${hung.title}) end`,
  };
};

const NOBODY = sql`'{"name": "", "phone": ""}'::jsonb`;

/** Who called and from which number as the last sheet has it that says so; null where none does. */
const calledIn = (k: SQL): SQL => sql`(select v.caller from order_version v where v.community_id = ${k}.community_id
  and v.case_id = ${k}.id and v.caller <> ${NOBODY} order by v.id desc limit 1)`;

/** Who complained and where they can be rung: as a sheet set it right last, else as it was written down first, in `content`. */
export const contactOf = (k: SQL, content: SQL): { complainant: SQL<string | null>; phone: SQL<string | null> } => ({
  complainant: sql`coalesce(${calledIn(k)} ->> 'name', ${content}.complainant)`,
  phone: sql`coalesce(${calledIn(k)} ->> 'phone', ${content}.phone)`,
});

/** Of whoever wrote it online themselves. */
const ofReporter = (k: SQL, column: 'name' | 'phone'): SQL =>
  sql`(select p.${sql.identifier(column)} from person p where p.id = ${k}.recorded_by and ${k}.source = 'web')`;

/** The same for whoever rings: who wrote it online left no number with it, and is rung at that of their account. */
export const reachedAt = (k: SQL, content: SQL): { complainant: SQL<string | null>; phone: SQL<string | null> } => {
  const { complainant, phone } = contactOf(k, content);
  return {
    complainant: sql`coalesce(nullif(${complainant}, ''), ${ofReporter(k, 'name')}, '')`,
    phone: sql`coalesce(nullif(${phone}, ''), ${ofReporter(k, 'phone')}, '')`,
  };
};

/** The cases of a community whose number is such, by the same rule. */
export const rungAt = (communityId: number, isSuch: (phone: SQL) => SQL): SQL =>
  sql`select t.case_id from case_content t where t.community_id = ${communityId} and ${isSuch(sql`t.phone`)}
      and not exists (select from order_version v where v.community_id = t.community_id and v.case_id = t.case_id
        and v.caller <> ${NOBODY})
    union all select v.case_id from order_version v where v.community_id = ${communityId} and ${isSuch(sql`v.caller ->> 'phone'`)}
      and not exists (select from order_version w where w.community_id = v.community_id and w.case_id = v.case_id
        and w.id > v.id and w.caller <> ${NOBODY})
    union all select k.id from cases k join person p on p.id = k.recorded_by
      where k.community_id = ${communityId} and k.source = 'web' and ${isSuch(sql`p.phone`)}`;

export const withNumber = (communityId: number, numbers: readonly string[]): SQL =>
  rungAt(communityId, (phone) => sql`${phone} = any (${sql.param([...numbers])}::text[])`);

/** Its category with those above it: 住房城乡建设->物业管理->停车管理; null where it stands nowhere in the tree. */
export const categoryPath = (k: SQL): SQL<string | null> => sql`(with recursive up as (
    select g.id, g.parent_id, g.name, 1 as level from case_category g
      where g.community_id = ${k}.community_id and g.id = ${k}.category_id
    union all select g.id, g.parent_id, g.name, up.level + 1 from case_category g join up on g.id = up.parent_id
      where g.community_id = ${k}.community_id and up.level < 3)
  select string_agg(name, '->' order by level desc) from up)`;
