import { and, eq, gt, sql } from 'drizzle-orm';
import { dataExport } from '@/db/schema/exports';
import { ratePeriod } from '@/db/schema/figures';
import { asked } from '@/features/orders/moves/asked';
import { filterFrom } from '@/features/orders/rules/filter';
import { personOf, roleOf } from '@/lib/actor';
import { daysAfter } from '@/lib/calendar';
import { command, type Scope } from '@/lib/gate';
import { nextNumber } from '@/lib/numbers';
import { refuse } from '@/lib/result';
import * as acts from './acts';
import { askExportInput, decideExportInput, refuseExportInput } from './input';
import { needsSecond } from './rules';

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

/** Whoever is in it finds in their own account who took their number along, and when. */
const tell = ({ db, communityId, now }: Scope, { id, askedBy, role }: typeof dataExport.$inferSelect) =>
  db.execute(sql`insert into case_look (community_id, case_id, person_id, role, export_id, at)
    select x.community_id, x.case_id, ${askedBy}::int, ${role}, x.export_id, ${now.toISOString()}::timestamptz
      from data_export_case x where x.community_id = ${communityId} and x.export_id = ${id} order by x.case_id`);

/** 要导出: what, for what, and which cases are in it, as of now. With many people in it somebody else has to agree first. */
export const askExport = command({
  act: acts.askExport,
  input: askExportInput,
  facts: async (scope, input) => {
    const { db, communityId, now, who } = scope;
    const person = who.kind === 'person' ? who.personId : null;
    const lately =
      person === null
        ? []
        : await db
            .select({ id: dataExport.id })
            .from(dataExport)
            .where(
              and(
                ...[eq(dataExport.communityId, communityId), eq(dataExport.askedBy, person)],
                gt(dataExport.askedAt, daysAfter(now, -1)),
              ),
            );
    const personal = input.what === 'cases' && input.personal !== undefined;
    return { what: input.what, personal, rows: await countOf(scope, input), lately: lately.length };
  },
  run: async (scope) => {
    const { db, communityId, now, actor, input, facts } = scope;
    const { what, personal, rows } = facts;
    const waits = needsSecond(facts);
    const no = await nextNumber(db, communityId, 'data_export');
    const [row] = await db
      .insert(dataExport)
      .values({
        communityId,
        no,
        what,
        personal,
        rows,
        file: input.file,
        purpose: input.purpose,
        asked: input.asked,
        askedBy: personOf(actor),
        role: roleOf(actor),
        askedAt: now,
        releasedAt: waits ? null : now,
      })
      .returning();
    if (!row) return refuse('unknown');
    if (what === 'cases')
      await db.execute(sql`insert into data_export_case (community_id, export_id, case_id)
        select k.community_id, ${row.id}::int, k.id from cases k where ${wanted(scope, input.asked)}`);
    if (personal && !waits) await tell(scope, row);
    return {
      ok: true,
      value: { export: no, waits },
      leaf: { subject: `exports/${no}`, content: { what, purpose: input.purpose, personal, rows, waits } },
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

/** 同意导出: somebody else than whoever asked. */
export const approveExport = command({
  act: acts.approveExport,
  input: decideExportInput,
  facts: waiting,
  run: async (scope) => {
    const { now, actor, input, facts } = scope;
    await decide(scope, facts.row.id, { verdict: 'approved', decidedBy: personOf(actor), releasedAt: now });
    if (facts.row.personal) await tell(scope, facts.row);
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
    return {
      ok: true,
      value: { export: input.export },
      leaf: { subject: `exports/${input.export}`, content: { approved: false, reason } },
      changed: [],
    };
  },
});
