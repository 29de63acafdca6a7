import { Pager } from '@/components/data/pager';
import { DataTable } from '@/components/data/table';
import { PageTitle } from '@/components/page/title';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate } from '@/lib/words';
import { messages } from '../messages';
import type { boardRecord } from '../queries';

type Page = NonNullable<Awaited<ReturnType<typeof boardRecord>>>;

const words = {
  zh: Object.assign({}, ...rooms.map((room) => room.record?.zh)) as Record<string, string>,
  en: Object.assign({}, ...rooms.map((room) => room.record?.en)) as Record<string, string>,
};

/** What an act is about: the first word of its name, in the reader's language. */
export const kindOf = (act: string, locale: Locale): string => words[locale][act.split('.', 1)[0] ?? ''] ?? act;

function LeafTable({ leaves, slug, locale }: { leaves: Page['leaves']; slug: string; locale: Locale }) {
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
      at: formatDate(leaf.at, locale),
      hash: <code>{leaf.leafHash.slice(0, 16)}</code>,
    },
  }));
  return <DataTable caption={t.caption} columns={columns} rows={rows} />;
}

/** One page of the record, the newest entry first. */
export function LeafPage({ page, slug, locale }: { page: Page; slug: string; locale: Locale }) {
  const t = messages[locale];
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} next={t.size(page.size)} />
      <LeafTable leaves={page.leaves} slug={slug} locale={locale} />
      <Pager locale={locale} next={page.next ? `${to.record(locale, slug)}/before/${page.next}` : undefined} />
      <p className="soft">{t.limit}</p>
    </>
  );
}
