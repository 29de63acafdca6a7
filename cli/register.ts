import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { lookAtTables } from '@/db/migrate';
import { importRegister as bring } from '@/features/people/commands/register';
import { messages } from '@/features/people/messages';
import { registerPlan } from '@/features/people/queries/register';
import { register } from '@/features/people/sheet';
import { env } from '@/lib/env';
import { closePool } from '@/lib/gate';
import { readSheetFile } from '@/lib/sheet/file';
import { SheetError } from '@/lib/sheet/limits';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import { options, Refused, UsageError, verb } from './table';

const HELP = `import register FILE --community SLUG [--dry-run]

Brings in buildings, entrances, units, owners and households from an xlsx or CSV file (UTF-8, UTF-16 or
gb18030; comma, semicolon or tab).
Columns: 楼栋 单元 门牌 面积 业主, and 电话 状态 住户 小区 where known; or building entrance door area owner phone status
household compound. The heading may stand in any of the first 20 rows. All rows or none; the same file twice changes
nothing. --dry-run says what would change. Exit 1: every row that cannot be read is named on stderr.`;

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused([`${file} cannot be read`]);
  }
}

async function bringIn(file: string, community: string, dry: boolean) {
  const bytes = bytesOf(file);
  const t = messages.en.register;
  const lines = await readSheetFile(bytes).catch((error: unknown) => {
    throw error instanceof SheetError ? new Refused([sheetMessages.en.faults[error.code]]) : error;
  });
  const { rows, problems, totals } = register.read(lines);
  const words = { locale: 'en', says: t.says } as const;
  if (problems.length > 0) throw new Refused(problems.map((problem) => problemWords(problem, register, words)));
  for (const { row, text } of totals) process.stderr.write(`${sheetMessages.en.total(row, text)}\n`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const call = { by: { import: true as const }, community };
  const plan = await registerPlan(call, { hash, rows });
  if (!plan) throw new Refused([`there is no community ${community}`]);
  const { unclear, ...counts } = plan;
  if (unclear.length > 0) throw new Refused(unclear.map((one) => t.unclear(one.building, one.compounds.join(t.and))));
  if (dry || plan.imported) return { rows: rows.length, dryRun: dry, unchanged: plan.imported, ...counts };
  const done = await bring(call, { hash, rows });
  if (done.ok) {
    await lookAtTables(env.databaseUrl);
    return { dryRun: false, unchanged: false, ...done.value };
  }
  if (done.refusal.code === 'already_imported') return { rows: rows.length, dryRun: false, unchanged: true };
  throw new Refused([done.refusal.code]);
}

export async function importRegister(args: string[]): Promise<number> {
  return verb(HELP, args, async () => {
    const rest = args.filter((arg) => arg !== '--dry-run');
    const file = rest[0];
    if (!file || file.startsWith('--')) throw new UsageError('which file?');
    const { community } = options(rest.slice(1), ['community'], []);
    try {
      return await bringIn(file, community, args.includes('--dry-run'));
    } finally {
      await closePool();
    }
  });
}
