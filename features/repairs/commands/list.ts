import { and, eq, inArray, max, sql } from 'drizzle-orm';
import { caseLink, cases } from '@/db/schema/cases';
import { repair, repairBatch, repairStep, repairUnit } from '@/db/schema/repairs';
import { asItHangs } from '@/features/cases/facts';
import { writeLetters } from '@/features/letters/moves';
import { buildingNamed } from '@/features/people/facts';
import { doorSpellings } from '@/features/people/rules';
import { step } from '@/features/proposals/moves';
import { personOf, roleOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import { refuse } from '@/lib/result';
import { cut } from '@/lib/text';
import * as acts from '../acts';
import { batchInput, listInput, listShown, openInput, startInput } from '../input';
import { letters } from '../letters';
import { listable, lockRepair, lockUnits } from '../moves';
import { MOST_AT_ONCE, MOST_UNITS, readLine, unitsIn } from '../rules';

/** 一户一户修: what is done in each home, and for how long it is answered for. */
export const openRepair = command({
  act: acts.openRepair,
  input: openInput,
  facts: lockRepair,
  run: async ({ db, community, communityId, now, actor, input: { what, warranty }, facts: { row } }) => {
    const openedBy = personOf(actor) ?? 0;
    await db.insert(repair).values({ communityId, proposalId: row.id, what, warranty, openedBy, openedAt: now });
    const done = await step({ db, community, now, actor }, row, 'repair_opened');
    return { ...done, leaf: { ...done.leaf, content: { ...done.leaf.content, what, warranty } } };
  },
});

interface Listed {
  household: number;
  what: string;
  caseId: number | null;
}

/** The households behind these doors, in the order of the lines; or which line is behind none, or behind several. */
async function behind({ db, communityId }: Scope, doors: string) {
  const lines = doors.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MOST_AT_ONCE) return refuse('too_many_lines', { most: MOST_AT_ONCE, count: lines.length });
  const read = lines.map((line, n) => ({ n, ...readLine(line) }));
  const asked = read.map(({ n, building: b, entrance: e, door: d }) => ({
    n,
    b,
    e,
    d: d === undefined ? [] : doorSpellings(d),
  }));
  const { rows } = await db.execute<{ n: number; homes: number[] | null; buildings: number }>(sql`
    select l.n, array_agg(h.id order by (u.door = l.d ->> 0) desc) filter (where h.id is not null) as homes,
        count(distinct h.building_id)::int as buildings
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as l(n integer, b text, e integer, d jsonb)
      left join building g on g.community_id = ${communityId}
        and l.b in (g.name, ${buildingNamed('g', '/')}, ${buildingNamed('g')})
      left join entrance t on t.community_id = g.community_id and t.building_id = g.id and t.no = l.e
      left join unit u on u.community_id = t.community_id and u.entrance_id = t.id and l.d ? u.door
      left join household h on h.community_id = u.community_id and h.unit_id = u.id and h.ended_at is null
     group by l.n order by l.n`);
  const found: Listed[] = [];
  for (const { n, homes, buildings } of rows) {
    const line = { line: n + 1, said: cut(lines[n]?.trim() ?? '', 40) };
    const [household] = homes ?? [];
    const what = read[n]?.what;
    if (household === undefined || what === undefined) return refuse('no_such_door', line);
    if (buildings > 1) return refuse('which_home', line);
    found.push({ household, what, caseId: null });
  }
  return { ok: true as const, value: found };
}

/** Of cases of this proposal, the households that complained; of what they wrote no more than hangs. */
async function complained({ db, communityId }: Scope, proposalId: number, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const found = await db
    .select({ household: cases.householdId, what: asItHangs(sql`cases`).title, caseId: cases.id })
    .from(caseLink)
    .innerJoin(cases, and(eq(cases.communityId, caseLink.communityId), eq(cases.id, caseLink.caseId)))
    .where(and(listable(communityId, proposalId), inArray(cases.no, [...numbers])))
    .orderBy(cases.no);
  return found.map((one): Listed => ({ ...one, household: one.household ?? 0 }));
}

/** Households come onto the list, each once: of cases, and of doors as somebody wrote them down or pasted them from a sheet. */
export const listUnits = command({
  act: acts.listUnits,
  input: listInput,
  facts: lockRepair,
  run: async (scope) => {
    const { db, community, communityId, now, actor, input, facts } = scope;
    const { row, repair: list } = facts;
    const repairId = list?.id ?? 0;
    const read = await behind(scope, input.doors);
    if (!read.ok) return read;
    const all = [...(await complained(scope, row.id, input.cases)), ...read.value];
    const each = [...new Map(all.map((one) => [one.household, one] as const).reverse()).values()].reverse();
    if (list && unitsIn(list.counts) + each.length > MOST_UNITS) return refuse('list_full', { most: MOST_UNITS });
    const added =
      each.length === 0
        ? []
        : await db
            .insert(repairUnit)
            .values(
              each.map(({ household: householdId, what, caseId }) => ({
                communityId,
                repairId,
                householdId,
                what,
                caseId,
                source: caseId === null ? ('door' as const) : ('case' as const),
                stateAt: now,
              })),
            )
            .onConflictDoUpdate({
              target: [repairUnit.communityId, repairUnit.repairId, repairUnit.householdId],
              set: { state: 'reported', what: sql`excluded.what`, stateAt: now, repairOn: null, warrantyTo: null },
              setWhere: eq(repairUnit.state, 'dropped'),
            })
            .returning({ id: repairUnit.id, householdId: repairUnit.householdId, what: repairUnit.what });
    if (added.length === 0) return refuse('nobody_new');
    await db.insert(repairStep).values(
      added.map(({ id, householdId, what }) => ({
        communityId,
        unitId: id,
        householdId,
        step: 'reported' as const,
        role: roleOf(actor),
        personId: personOf(actor),
        note: what,
        at: now,
      })),
    );
    await writeLetters(
      { db, communityId, now },
      letters.repair_listed,
      added.map(({ householdId }) => ({
        to: { household: householdId },
        no: row.no ?? 0,
        detail: { title: row.title },
      })),
    );
    const done = await step({ db, community, now, actor }, row, 'repair_listed');
    const units = added.map(({ id }) => id);
    return {
      ...done,
      value: { ...done.value, added: units.length },
      leaf: { ...done.leaf, content: { ...done.leaf.content, units } },
    };
  },
});

async function lockLoose(scope: Scope, input: { proposal: number; units: readonly number[] }) {
  return lockUnits(scope, input, 'reported');
}

/** 批次: who works where, from when to when. A household is in one; it may be put into a later one until it is repaired. */
export const planBatch = command({
  act: acts.planBatch,
  input: batchInput,
  facts: lockLoose,
  run: async ({ db, community, communityId, now, actor, input, facts: { row, repair: list, units } }) => {
    const { contractor, from, to } = input;
    if (to < from) return refuse('invalid', undefined, { to: 'ends_before' });
    const settled = units.filter((one) => one.state !== 'reported' && one.state !== 'looked');
    if (settled.length > 0) return refuse('unit_elsewhere');
    const repairId = list?.id ?? 0;
    const [last] = await db
      .select({ no: max(repairBatch.no) })
      .from(repairBatch)
      .where(and(eq(repairBatch.communityId, communityId), eq(repairBatch.repairId, repairId)));
    const no = (last?.no ?? 0) + 1;
    const [made] = await db
      .insert(repairBatch)
      .values({ communityId, repairId, no, contractor, from, to })
      .returning({ id: repairBatch.id });
    const ids = units.map(({ id }) => id);
    await db
      .update(repairUnit)
      .set({ batchId: made?.id ?? null })
      .where(and(eq(repairUnit.communityId, communityId), inArray(repairUnit.id, ids)));
    const done = await step({ db, community, now, actor }, row, 'repair_batch', { detail: { batch: no } });
    const content = { ...done.leaf.content, contractor, from, to, units: ids };
    return { ...done, leaf: { ...done.leaf, content } };
  },
});

/** Row m: everything the law asks is decided, and a second person has seen the list. */
export const startRepairs = command({
  act: acts.startRepairs,
  input: startInput,
  facts: lockRepair,
  shown: ({ facts }) => listShown(facts.repair),
  run: async ({ db, community, communityId, now, actor, facts: { row, repair: list } }) => {
    await db
      .update(repair)
      .set({ startedBy: personOf(actor), startedAt: sql`${now.toISOString()}::timestamptz` })
      .where(and(eq(repair.communityId, communityId), eq(repair.id, list?.id ?? 0)));
    return step({ db, community, now, actor }, row, 'repair_started', { to: 'repairing' });
  },
});
