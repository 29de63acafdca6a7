import { readFileSync } from 'node:fs';
import { lookAtTables } from '@/db/migrate';
import { importCaptains as bringCaptains } from '@/features/people/commands/captains';
import { importRegister as bring } from '@/features/people/commands/register';
import { messages } from '@/features/people/messages';
import { captainsFaults } from '@/features/people/queries/captains';
import { registerPlan } from '@/features/people/queries/plan';
import type { CaptainRow } from '@/features/people/rules/captains';
import { captains, register } from '@/features/people/sheet';
import { env } from '@/lib/env';
import { closePool } from '@/lib/gate';
import { inWords } from '@/lib/in-words';
import { digest } from '@/lib/ledger';
import type { Line } from '@/lib/sheet/cell';
import { readSheetFile } from '@/lib/sheet/file';
import { SheetError } from '@/lib/sheet/limits';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import type { Reading } from '@/lib/sheet/shape';
import { options, Refused, UsageError, verb } from './table';

const HELP = `import register FILE --community SLUG [--dry-run] [--apart]

Brings in buildings, entrances, units, owners and households from an xlsx or CSV file (UTF-8, UTF-16 or
gb18030; comma, semicolon or tab).
Columns: 楼栋 单元 门牌 面积 业主, and 电话 状态 住户 小区 where known; or building entrance door area owner phone status
household compound. The heading may stand in any of the first 20 rows. All rows or none; the same file twice changes
nothing, an earlier one goes back to what it says. --dry-run says what would change, door by door. --apart: doors that look
alike, such as 101a and 101A, are different ones. Exit 1: every row that cannot be read is named on stderr.`;

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused([`${file} cannot be read`]);
  }
}

/** What a file says as this sheet. Rows of totals are named on stderr. @throws Refused with everything that is wrong. */
async function rowsOf<Row, Code extends string>(
  file: string,
  sheet: Parameters<typeof problemWords<Code>>[1] & { read: (lines: readonly Line[]) => Reading<Row, Code> },
  says: Record<Code, (detail: string) => string>,
  also: (rows: readonly Row[]) => Promise<string[]> = async () => [],
) {
  const bytes = bytesOf(file);
  const lines = await readSheetFile(bytes).catch((error: unknown) => {
    throw error instanceof SheetError ? new Refused([sheetMessages.en.faults[error.code]]) : error;
  });
  const { rows, problems, totals } = sheet.read(lines);
  const words = { locale: 'en', says } as const;
  const wrong = [...problems.map((problem) => problemWords(problem, sheet, words)), ...(await also(rows))];
  if (wrong.length > 0) throw new Refused(wrong);
  for (const { row, text } of totals) process.stderr.write(`${sheetMessages.en.total(row, text)}\n`);
  return { rows, hash: digest(bytes) };
}

async function bringIn(file: string, community: string, { dry, apart }: { dry: boolean; apart: boolean }) {
  const t = messages.en.register;
  const { rows, hash } = await rowsOf(file, register, t.says);
  const call = { by: { import: true as const }, community };
  const plan = await registerPlan(call, { hash, rows, whole: true });
  if (!plan) throw new Refused([`there is no community ${community}`]);
  const { unclear, lists: _, ...counts } = plan;
  if (unclear.length > 0) throw new Refused(unclear.map((one) => t.unclear(one.building, one.compounds.join(t.and))));
  if (dry || plan.imported) return { rows: rows.length, dryRun: dry, unchanged: plan.imported, ...counts };
  const done = await bring(call, { hash, rows, ...(apart && { apart: 'on' }) });
  if (done.ok) {
    await lookAtTables(env.databaseUrl);
    return { dryRun: false, unchanged: false, ...done.value };
  }
  if (done.refusal.code === 'already_imported') return { rows: rows.length, dryRun: false, unchanged: true };
  throw new Refused([inWords(done.refusal, 'en', messages).message]);
}

const CAPTAINS = `import captains FILE --community SLUG

Gives captains their entrances, from an xlsx or CSV file with a row for each: 楼栋 单元 楼门长 电话, and 小区 where known; or
building entrance captain phone compound. All rows or none; what somebody holds already stays as it is.`;

async function bringCaptainsIn(file: string, community: string) {
  const call = { by: { import: true as const }, community };
  const faults = async (rows: readonly CaptainRow[]) =>
    ((await captainsFaults(call, { rows })) ?? []).map((fault) => inWords(fault, 'en', messages).message);
  const done = await bringCaptains(call, await rowsOf(file, captains, messages.en.captains.says, faults));
  if (!done.ok) throw new Refused([inWords(done.refusal, 'en', messages).message]);
  return done.value;
}

/** `FILE --community SLUG`, once; the pool is closed at the end. */
async function withFile(args: readonly string[], work: (file: string, community: string) => Promise<unknown>) {
  const file = args[0];
  if (!file || file.startsWith('--')) throw new UsageError('which file?');
  const { community } = options(args.slice(1), ['community'], []);
  try {
    return await work(file, community);
  } finally {
    await closePool();
  }
}

export const importCaptains = (args: string[]): Promise<number> =>
  verb(CAPTAINS, args, () => withFile(args, bringCaptainsIn));

export const importRegister = (args: string[]): Promise<number> =>
  verb(HELP, args, () => {
    const rest = args.filter((arg) => arg !== '--dry-run' && arg !== '--apart');
    const how = { dry: args.includes('--dry-run'), apart: args.includes('--apart') };
    return withFile(rest, (file, community) => bringIn(file, community, how));
  });
