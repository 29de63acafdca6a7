import { readFileSync } from 'node:fs';
import { lookAtTables } from '@/db/migrate';
import { importOrders as bring } from '@/features/exchange/commands';
import { messages } from '@/features/exchange/messages';
import { ordersPlan, rememberedColumns } from '@/features/exchange/queries';
import { orders } from '@/features/exchange/sheet';
import { env } from '@/lib/env';
import { closePool } from '@/lib/gate';
import { inWords } from '@/lib/in-words';
import { digest } from '@/lib/ledger';
import { readSheetFile } from '@/lib/sheet/file';
import { SheetError } from '@/lib/sheet/limits';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import { options, Refused, UsageError, verb } from './table';

const HELP = `import cases FILE --community SLUG [--dry-run]

Brings in the hotline's work orders from an xlsx or CSV file (UTF-8, UTF-16 or gb18030; comma, semicolon or tab), the detail sheet and
the assessment sheet alike. The heading may stand in any of the first 20 rows; only 主要内容 is needed. All rows or none; a row that says
what its order's last sheet said changes nothing. JSON says how many are new, changed and unchanged, which rows are refused and why, and
which column was taken for what. --dry-run writes nothing. Exit 1: something is refused.`;

const progress = (words: string) => process.stderr.write(`${words}\n`);

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Refused([`${file} cannot be read`]);
  }
}

async function bringIn(file: string, community: string, dry: boolean) {
  const t = messages.en;
  const bytes = bytesOf(file);
  progress(`reading ${file} …`);
  const lines = await readSheetFile(bytes).catch((error: unknown) => {
    throw error instanceof SheetError ? new Refused([sheetMessages.en.faults[error.code]]) : error;
  });
  const call = { by: { import: true as const }, community };
  const remembered = await rememberedColumns(call, undefined);
  if (!remembered) throw new Refused([`there is no community ${community}`]);
  const { rows, problems, totals, columns } = orders.read(lines, remembered);
  for (const { row, text } of totals) progress(sheetMessages.en.total(row, text));
  progress(`${rows.length} orders read, comparing …`);
  const hash = digest(bytes);
  const plan = await ordersPlan(call, { hash, rows });
  if (!plan) throw new Refused([`there is no community ${community}`]);
  const refused = [
    ...problems.map((one) => ({
      row: one.row,
      field: one.column ?? '',
      why: problemWords(one, orders, { locale: 'en', says: t.says }),
    })),
    ...plan.early.map(({ row, field }) => ({ row, field, why: t.early(row, t.fields[field]) })),
  ].sort((a, b) => a.row - b.row);
  const answer = {
    ...{ new: plan.added, changed: plan.changed, unchanged: plan.unchanged, refused },
    columns: { known: columns.known, kept: columns.others },
  };
  if (refused.length > 0)
    throw new Refused(
      refused.map(({ why }) => why),
      answer,
    );
  if (dry || plan.imported) return answer;
  progress(`writing ${plan.added} new and ${plan.changed} changed …`);
  const done = await bring(call, { hash, rows });
  if (!done.ok) throw new Refused([inWords(done.refusal, 'en', messages).message], answer);
  await lookAtTables(env.databaseUrl);
  return { ...answer, new: done.value.added, changed: done.value.changed, unchanged: done.value.unchanged };
}

export const importOrders = (args: string[]): Promise<number> =>
  verb(HELP, args, async () => {
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
