import { DataTable } from '@/components/data/table';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment } from '@/lib/words';
import { messages } from '../messages';
import type { boardRecord } from '../queries';

type Leaves = NonNullable<Awaited<ReturnType<typeof boardRecord>>>['leaves'];

const words = {
  zh: Object.assign({}, ...rooms.map((room) => room.record?.zh)) as Record<string, string>,
  en: Object.assign({}, ...rooms.map((room) => room.record?.en)) as Record<string, string>,
};

/** What an act is about: the first word of its name, in the reader's language. */
export const kindOf = (act: string, locale: Locale): string => words[locale][act.split('.', 1)[0] ?? ''] ?? act;

export function LeafTable({ leaves, slug, locale }: { leaves: Leaves; slug: string; locale: Locale }) {
  const t = messages[locale];
  const columns = [
    { key: 'seq', label: t.seq, numeric: true },
    { key: 'act', label: t.act },
    { key: 'at', label: t.at },
    { key: 'hash', label: t.hash },
  ];
  const rows = leaves.map((leaf) => ({
    key: String(leaf.seq),
    cells: {
      seq: <a href={to.recordEntry(locale, slug, leaf.seq)}>{leaf.seq}</a>,
      act: kindOf(leaf.act, locale),
      at: formatMoment(leaf.at, locale),
      hash: <code>{leaf.leafHash.slice(0, 16)}</code>,
    },
  }));
  return <DataTable caption={t.caption} columns={columns} rows={rows} />;
}
