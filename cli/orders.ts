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
import type { Remembered } from '@/lib/sheet/heading';
import { SheetError } from '@/lib/sheet/limits';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import { Staged } from '@/lib/sheet/staged';
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

/** What a file says; its bytes and cells are let go before anything is written. */
async function ordersIn(file: string, remembered: Remembered) {
  const bytes = bytesOf(file);
  progress(`reading ${file} …`);
  const lines = await readSheetFile(bytes).catch((error: unknown) => {
    throw error instanceof SheetError ? new Refused([sheetMessages.en.faults[error.code]]) : error;
  });
  const { rows, ...read } = orders.read(lines, remembered);
  return { ...read, rows: Staged.of(rows), hash: digest(bytes) };
}

async function bringIn(file: string, community: string, dry: boolean) {
  const t = messages.en;
  const call = { by: { import: true as const }, community };
  const remembered = await rememberedColumns(call, undefined);
  if (!remembered) throw new Refused([`there is no community ${community}`]);
  const { rows, problems, totals, columns, hash } = await ordersIn(file, remembered);
  for (const { row, text } of totals) progress(sheetMessages.en.total(row, text));
  progress(`${rows.count} orders read …`);
  if (!dry && problems.length === 0) {
    progress('comparing and writing …');
    const done = await bring(call, { hash, rows });
    const told = { refused: [], columns: { known: columns.known, kept: columns.others } };
    if (done.ok) {
      await lookAtTables(env.databaseUrl);
      return { new: done.value.added, changed: done.value.changed, unchanged: done.value.unchanged, ...told };
    }
    if (done.refusal.code === 'already_imported') return { new: 0, changed: 0, unchanged: rows.count, ...told };
    if (done.refusal.code !== 'in_the_future') throw new Refused([inWords(done.refusal, 'en', messages).message]);
  }
  progress('comparing …');
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
    new: plan.added,
    changed: plan.changed,
    unchanged: plan.unchanged,
    refused,
    columns: { known: columns.known, kept: columns.others },
  };
  if (refused.length > 0)
    throw new Refused(
      refused.map(({ why }) => why),
      answer,
    );
  return answer;
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
