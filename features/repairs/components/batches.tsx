import { DataTable } from '@/components/data/table';
import { ActionLink, Actions, Section } from '@/components/page/section';
import type { Batches } from '@/features/repairs/facts';
import { messages } from '@/features/repairs/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

/** Batches and sums; which home is how far only that home reads. */
export function RepairBatches(props: { repair: Batches; no: number; slug: string; locale: Locale }) {
  const { repair, no, slug, locale } = props;
  const t = pick(messages, locale).board;
  const told = repair.batches.filter((one) => one.units !== null);
  const sum = (of: (one: Batches['batches'][number]) => number | null) =>
    told.reduce((total, one) => total + (of(one) ?? 0), 0);
  const brief =
    told.length > 0
      ? t.sum(
          sum((one) => one.repaired),
          sum((one) => one.units),
        )
      : repair.what;
  return (
    <Section title={t.title} id="repair" brief={brief}>
      <p>{repair.what}</p>
      <p>{t.warranty(repair.warranty)}</p>
      <DataTable
        caption={t.caption}
        columns={[
          { key: 'no', label: t.batch },
          { key: 'contractor', label: t.contractor },
          { key: 'days', label: t.days },
          { key: 'repaired', label: t.repaired },
          { key: 'good', label: t.good },
        ]}
        rows={repair.batches.map((one) => ({
          key: String(one.no),
          cells: {
            no: t.no(one.no),
            contractor: one.contractor,
            days: `${formatDate(one.from, locale)} – ${formatDate(one.to, locale)}`,
            repaired: one.units === null ? t.few : t.of(one.repaired ?? 0, one.units),
            good: !one.asked
              ? t.waits
              : one.good !== null && one.units !== null
                ? t.goodOf(one.good, one.units)
                : t.goodKept,
          },
        }))}
      />
      {told.length > 0 && <p>{brief}</p>}
      {repair.batches.length > 1 && <p className="crumb">{t.twice}</p>}
      <Actions>
        <ActionLink href={to.act(locale, slug, 'proposals', no, 'repair')} ghost>
          {t.own}
        </ActionLink>
      </Actions>
    </Section>
  );
}
