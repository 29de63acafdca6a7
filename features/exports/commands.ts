import { and, eq, sql } from 'drizzle-orm';
import { dataExport } from '@/db/schema/exports';
import { ratePeriod } from '@/db/schema/figures';
import { writeLetters } from '@/features/letters/moves';
import { asked } from '@/features/orders/moves/asked';
import { filterFrom } from '@/features/orders/rules/filter';
import { personOf } from '@/lib/actor';
import { command, type Scope } from '@/lib/gate';
import type { LetterSort } from '@/lib/letters';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { askExportInput, decideExportInput, refuseExportInput } from './input';
import { letters } from './letters';
import { askedLately, beginExport, tell } from './moves';
import { TAKEN_HOURS } from './rules';

/** Which cases: those the desk's list has at this address, on all its pages. */
const wanted = (scope: Scope, address: string) =>
  asked(scope, { ...filterFrom(Object.fromEntries(new URLSearchParams(address))), after: null });

async function countOf(scope: Scope, { what, asked: address }: { what: string; asked: string }): Promise<number> {
  const { db, communityId } = scope;
  const counted =
    what === 'cases'
      ? sql`select count(*)::int as n from cases k where ${wanted(scope, address)}`
      : sql`select count(*)::int as n from ${ratePeriod} where ${ratePeriod.communityId} = ${communityId}`;
  return (await db.execute<{ n: number }>(counted)).rows[0]?.n ?? 0;
}

/** 要导出: what, for what, and which cases are in it, as of now. With many people in it somebody else has to agree first. */
export const askExport = command({
  act: acts.askExport,
  input: askExportInput,
  facts: async (scope, input) => {
    const personal = input.what === 'cases' && input.personal !== undefined;
    return { what: input.what, personal, rows: await countOf(scope, input), lately: await askedLately(scope) };
  },
  run: async (scope) => {
    const { db, input, facts } = scope;
    const { what, personal, rows } = facts;
    const { file, purpose, asked: address } = input;
    const row = await beginExport(scope, { what, file, purpose, asked: address, personal, rows });
    if (!row) return refuse('unknown');
    if (what === 'cases')
      await db.execute(sql`insert into data_export_case (community_id, export_id, case_id)
        select k.community_id, ${row.id}::int, k.id from cases k where ${wanted(scope, input.asked)}`);
    const { no } = row;
    const waits = row.releasedAt === null;
    if (personal && !waits) await tell(scope, row);
    return {
      ok: true,
      value: { export: no, waits },
      leaf: { subject: `exports/${no}`, content: { what, purpose, personal, rows, waits } },
      changed: [],
    };
  },
});

async function waiting({ db, communityId }: Scope, input: { export: number }) {
  const [row] = await db
    .select()
    .from(dataExport)
    .where(and(eq(dataExport.communityId, communityId), eq(dataExport.no, input.export)))
    .for('update');
  return row && { row, decided: row.releasedAt !== null || row.verdict !== null, askedBy: row.askedBy };
}

async function decide(
  { db, communityId, now }: Scope,
  id: number,
  set: Partial<typeof dataExport.$inferInsert>,
): Promise<void> {
  await db
    .update(dataExport)
    .set({ ...set, decidedAt: now })
    .where(and(eq(dataExport.communityId, communityId), eq(dataExport.id, id)));
}

/** Whoever asked for it reads what came of it; who asked from the server has nobody to write to. */
async function answer<D extends object>(
  scope: Scope,
  { no, askedBy }: typeof dataExport.$inferSelect,
  { sort, detail }: { sort: LetterSort<D>; detail: D },
): Promise<void> {
  if (askedBy !== null) await writeLetters(scope, sort, [{ to: { person: askedBy }, no, detail }]);
}

/** 同意导出: somebody else than whoever asked. */
export const approveExport = command({
  act: acts.approveExport,
  input: decideExportInput,
  facts: waiting,
  run: async (scope) => {
    const { now, actor, input, facts } = scope;
    await decide(scope, facts.row.id, { verdict: 'approved', decidedBy: personOf(actor), releasedAt: now });
    if (facts.row.personal) await tell(scope, facts.row);
    const { purpose, rows } = facts.row;
    await answer(scope, facts.row, { sort: letters.export_approved, detail: { purpose, rows, hours: TAKEN_HOURS } });
    return {
      ok: true,
      value: { export: input.export },
      leaf: { subject: `exports/${input.export}`, content: { approved: true, rows: facts.row.rows } },
      changed: [],
    };
  },
});

/** 不同意: nothing is taken out, and nobody is told that it was. */
export const refuseExport = command({
  act: acts.refuseExport,
  input: refuseExportInput,
  facts: waiting,
  run: async (scope) => {
    const { actor, input, facts } = scope;
    const { reason } = input;
    await decide(scope, facts.row.id, { verdict: 'refused', decidedBy: personOf(actor), reason });
    const { purpose, rows } = facts.row;
    await answer(scope, facts.row, { sort: letters.export_refused, detail: { purpose, rows, reason } });
    return {
      ok: true,
      value: { export: input.export },
      leaf: { subject: `exports/${input.export}`, content: { approved: false, reason } },
      changed: [],
    };
  },
});
