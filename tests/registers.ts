import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { registerPlan } from '@/features/people/queries/plan';
import { captains, register } from '@/features/people/sheet';
import { readSheetFile } from '@/lib/sheet/file';
import { type Written, writeBook } from '@/lib/sheet/write';
import { sql, type TestCommunity } from './fixture';
import { linesOf } from './sheets';

const heading = ['楼栋', '单元', '门牌', '面积', '业主', '电话', '状态', '住户'];
const hashed = (rows: readonly unknown[]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

/** A register of these rows, below their heading, as its command takes it. */
export function registerOf(...rows: string[][]) {
  const read = register.read(linesOf([heading, ...rows]));
  assert.deepEqual(read.problems, []);
  return { hash: hashed(rows), rows: read.rows };
}

/** The same, each row beginning with its compound; with what is wrong. */
export const registerOfCompounds = (...rows: string[][]) => ({
  hash: hashed(rows),
  ...register.read(linesOf([['小区', ...heading], ...rows])),
});

/** The same, having been an xlsx file. */
export async function registerFile(...rows: Written[][]) {
  const columns = heading.map((title) => ({ title, kind: 'text' as const }));
  const book = await writeBook([{ name: '户册', columns, rows }]);
  const bytes = Buffer.from(await book.arrayBuffer());
  const read = register.read(await readSheetFile(bytes));
  assert.deepEqual(read.problems, []);
  return { hash: createHash('sha256').update(bytes).digest('hex'), rows: read.rows };
}

export function captainsOf(...rows: string[][]) {
  const { problems, rows: read } = captains.read(linesOf([['楼号', '单元', '楼门长', '手机'], ...rows]));
  assert.deepEqual(problems, []);
  return { hash: hashed(rows), rows: read };
}

/** How many doors a register would add, change and leave. */
export const triedRegister = async (...asked: Parameters<typeof registerPlan>) => {
  const plan = await registerPlan(...asked);
  return plan && [plan.added, plan.changed, plan.same];
};

/** Rows of a community in a table. */
export const rowsIn = async (here: TestCommunity, table: string): Promise<number> =>
  (await sql<{ n: number }>(`select count(*)::int as n from ${table} where community_id = $1`, [here.communityId]))[0]
    ?.n ?? 0;

export const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  outcome.ok ? 'ok' : outcome.refusal.code;
