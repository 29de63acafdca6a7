import { and, eq, type SQL, sql } from 'drizzle-orm';
import { orderImport, sheetMapping } from '@/db/schema/exchange';
import { building } from '@/db/schema/people';
import { dispatchBy } from '@/features/cases/rules';
import { type Actor, personOf, roleOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { ok, type Result, refuse } from '@/lib/result';
import type { Staged } from '@/lib/sheet/staged';
import * as acts from './acts';
import { importOrdersInput, orderRowsInput, rememberColumnsInput } from './input';
import { compared, holdOrders, ROWS_UNKNOWN, STAGED, stageRows, staging } from './moves';
import { buildingIn, isFinished, isUnderway, limitOf } from './rules';

/** Of the buildings here which one a place names, where it names one alone. */
async function buildingsOf({ db, communityId }: Scope): Promise<(place: string) => number | null> {
  const known = await db
    .select({ id: building.id, name: building.name })
    .from(building)
    .where(eq(building.communityId, communityId));
  const ids = new Map<string, number | null>();
  for (const { id, name } of known) ids.set(name, ids.has(name) ? null : id);
  return (place) => {
    const name = buildingIn(place);
    return name === null ? null : (ids.get(name) ?? null);
  };
}

/** The rows in a table of this transaction, some at a time; the first of which a moment has not come yet is refused. */
async function bringRows(scope: Scope, rows: Staged): Promise<Result<undefined, 'in_the_future' | 'invalid'>> {
  const { db, now } = scope;
  const buildingOf = await buildingsOf(scope);
  await db.execute(staging);
  for (const chunk of rows) {
    const read = orderRowsInput.safeParse(chunk);
    if (!read.success) return refuse('invalid', undefined, {});
    const early = read.data.find(({ came, closed }) => [came, closed].some((said) => said && new Date(said) > now));
    if (early) return refuse('in_the_future', { row: early.row });
    await db.execute(
      stageRows(
        read.data.map((row) => ({
          ...row,
          building: buildingOf(row.place),
          finished: isFinished(row),
          underway: isUnderway(row),
          due: limitOf(row, now),
        })),
      ),
    );
  }
  return ok();
}

/** The rows beside what is kept, in another. */
async function compare({ db, communityId }: Scope): Promise<{ added: number; changed: number }> {
  await db.execute(ROWS_UNKNOWN);
  await db.execute(sql`create temp table incoming on commit drop as
    with ${compared(communityId, STAGED)}
    select *, null::bool as is_new from compared where case_id is null or changed`);
  const { rows: counts } = await db.execute<{ added: number; changed: number }>(sql`
    select count(*) filter (where case_id is null)::int as added, count(case_id)::int as changed from incoming`);
  return counts[0] ?? { added: 0, changed: 0 };
}

/** 问题分类 of a path the community's own tree has. */
const tree = (c: number): SQL => sql`branch as (
    select id, name as path from case_category where community_id = ${c} and parent_id is null
    union all select k.id, branch.path || '->' || k.name from case_category k join branch on branch.id = k.parent_id
      where k.community_id = ${c}),
  tree as (select distinct on (path) id, path from branch order by path, id)`;

/**
 * New orders, each a case with the next number, and archived where whoever sent the sheet is done with it; nobody has looked, so that
 * none hangs on the board.
 */
async function bringNew({ db, communityId: c, now, actor }: Scope & { actor: Actor }): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with recursive ${tree(c)}, first as (select coalesce(max(no), 0) as no from cases where community_id = ${c}),
      written as (
        insert into cases (community_id, no, kind, source, external_no, title, category, category_id, place, building_id,
            recorded_by, happened_at, received_at, posted_at, state, due_at, replied_at)
          select ${c}::int, first.no + row_number() over (order by coalesce(i.came, ${moment}), i.row), i.kind, '12345',
              i.number, i.title, i.category, tree.id, i.place, i.building, ${personOf(actor)}::int,
              coalesce(i.came, ${moment}), ${moment}, null, case when i.finished then 'archived' else 'received' end,
              case when not i.finished then ${dispatchBy(now).toISOString()}::timestamptz end,
              case when i.finished then coalesce(i.closed, i.came, ${moment}) end
            from incoming i left join tree on tree.path = i.category, first where i.case_id is null
          returning id, external_no)
    update incoming i set case_id = w.id, is_new = true from written w where i.case_id is null and i.number = w.external_no`);
  await db.execute(sql`insert into case_content (community_id, case_id, words, complainant, phone)
    select ${c}::int, case_id, content, caller, phone from incoming where is_new`);
}

/** By when the sheet wants an answer, of orders nobody has given out yet: what they are given then is due no later. */
async function bringLimits({ db, communityId: c, now, actor }: Scope & { actor: Actor }): Promise<void> {
  await db.execute(sql`
    with limited as (
        update cases k set due_at = least(k.due_at, i.due) from incoming i
         where k.community_id = ${c} and k.id = i.case_id and k.state = 'received' and i.due is not null and not i.finished
           and (i.is_new or i.version ->> 'limit' is distinct from i.was ->> 'limit')
        returning k.id)
    insert into case_event (community_id, case_id, step, role, person_id, words, until_at, at)
      select ${c}::int, i.case_id, 'limit', ${roleOf(actor)}, ${personOf(actor)}::int, coalesce(i.version ->> 'limit', ''), i.due,
          ${now.toISOString()}::timestamptz from incoming i where i.case_id in (select id from limited)`);
}

/** Orders whoever sent the sheet is done with, and nobody here has begun: over, with the answer the sheet has. */
async function bringConcluded({ db, communityId: c, now, actor }: Scope & { actor: Actor }): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with known as (
        update cases k set state = 'archived', due_at = null, replied_at = coalesce(i.closed, i.came, ${moment})
          from incoming i where k.community_id = ${c} and k.id = i.case_id and k.state = 'received' and i.finished
            and i.is_new is null
        returning k.id)
    insert into case_event (community_id, case_id, step, role, person_id, words, from_at, at)
      select ${c}::int, i.case_id, 'concluded', ${roleOf(actor)}, ${personOf(actor)}::int,
          coalesce(i.version ->> 'reply', ''), coalesce(i.closed, i.came, ${moment}), ${moment}
        from incoming i where i.finished and (i.is_new or i.case_id in (select id from known))`);
}

/** Orders a sheet had called finished, and a later one says of that they go on: opened again, with what was done before. */
async function bringResumed({ db, communityId: c, now, actor }: Scope & { actor: Actor }): Promise<void> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    with open_again as (
        update cases k set state = 'received', agency_id = null, handler_id = null, tier_id = null, replied_at = null,
            in_time = null, due_at = ${dispatchBy(now).toISOString()}::timestamptz
          from incoming i where k.community_id = ${c} and k.id = i.case_id and k.state = 'archived' and i.underway
            and (select e.step from case_event e where e.community_id = ${c} and e.case_id = k.id
              and e.step in ('concluded', 'archive') order by e.id desc limit 1) = 'concluded'
        returning k.id)
    insert into case_event (community_id, case_id, step, role, person_id, words, at)
      select ${c}::int, i.case_id, 'resumed', ${roleOf(actor)}, ${personOf(actor)}::int,
          coalesce(i.version ->> 'state', ''), ${moment}
        from incoming i where i.case_id in (select id from open_again)`);
}

/** What a sheet says otherwise than before. Whatever somebody here has set right since stays as they set it. */
async function bringChanged({ db, communityId: c }: Scope): Promise<void> {
  await db.execute(sql`
    with recursive ${tree(c)}
    update cases k set
        kind = case when k.kind = i.was ->> 'kind' then i.kind else k.kind end,
        title = case when k.title = i.was ->> 'title' then i.title else k.title end,
        category = case when k.category = coalesce(i.was ->> 'category', '') then i.category else k.category end,
        category_id = case when i.category <> coalesce(i.was ->> 'category', '') and k.category_id is not distinct from before.id
          then tree.id else k.category_id end,
        place = case when k.place = coalesce(i.was ->> 'place', '') then i.place else k.place end,
        building_id = case when k.place = coalesce(i.was ->> 'place', '') and (i.building is not null or i.place <> k.place)
          then i.building else k.building_id end,
        happened_at = coalesce(i.came, k.happened_at)
      from incoming i left join tree before on before.path = i.was ->> 'category' left join tree on tree.path = i.category
      where k.community_id = ${c} and k.id = i.case_id and i.was is not null`);
}

/**
 * 导入工单: all rows of one sheet or none. A row that says what the last sheet said of its order changes nothing; the file that was
 * imported before is `already_imported`.
 */
export const importOrders = command({
  act: acts.importOrders,
  input: importOrdersInput,
  facts: async (scope) => {
    await holdOrders(scope);
    return { communityId: scope.communityId };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input } = scope;
    const hash = Buffer.from(input.hash, 'hex');
    const [same] = await db
      .select({ id: orderImport.id })
      .from(orderImport)
      .where(and(eq(orderImport.communityId, communityId), eq(orderImport.hash, hash)))
      .limit(1);
    if (same) return refuse('already_imported');
    const staged = await bringRows(scope, input.rows);
    if (!staged.ok) return staged;
    const counts = await compare(scope);
    const rows = input.rows.count;
    const [brought] = await db
      .insert(orderImport)
      .values({ communityId, hash, rows, ...counts, importedBy: personOf(actor), importedAt: now })
      .returning({ id: orderImport.id });
    if (!brought) return refuse('unknown');
    await bringNew(scope);
    await bringChanged(scope);
    await bringLimits(scope);
    await bringConcluded(scope);
    await bringResumed(scope);
    await db.execute(sql`insert into order_version (community_id, case_id, import_id, row, said, caller, at)
      select ${communityId}::int, case_id, ${brought.id}::int, row, version, called, ${now.toISOString()}::timestamptz
        from incoming order by row`);
    const value = { rows, ...counts, unchanged: rows - counts.added - counts.changed };
    const jobs = [{ task: 'topics_keep', payload: { community: scope.community.slug }, key: `topics ${communityId}` }];
    return { ok: true, value, jobs, leaf: { subject: 'orders', content: { file: input.hash, ...value } } };
  },
});

/** 记住一种表头: what its columns are; sheets with the same heading are read so from now on. */
export const rememberColumns = command({
  act: acts.rememberColumns,
  input: rememberColumnsInput,
  facts: async () => ({}),
  run: async ({ db, communityId, now, actor, input }) => {
    const taken = Object.values(input.columns).filter((column) => column !== '');
    if (!taken.includes('content')) return refuse('content_missing');
    if (new Set(taken).size < taken.length) return refuse('column_taken_twice');
    await db
      .insert(sheetMapping)
      .values({ communityId, sheet: 'cases', ...input, saidBy: personOf(actor), at: now })
      .onConflictDoUpdate({
        target: [sheetMapping.communityId, sheetMapping.sheet, sheetMapping.heading],
        set: { columns: input.columns, saidBy: personOf(actor), at: now },
      });
    return { ok: true, value: {}, leaf: { subject: 'orders/columns', content: { ...input } } };
  },
});
