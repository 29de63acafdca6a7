import { Pictures } from '@/components/data/pictures';
import { DataTable } from '@/components/data/table';
import { Empty } from '@/components/page/notice';
import { messages } from '@/features/works/messages';
import type { MilestoneView } from '@/features/works/queries';
import { daysBetween } from '@/features/works/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

function stateOf(one: MilestoneView, locale: Locale): string {
  const t = pick(messages, locale).milestones;
  if (one.actualOn === null) return t.notYet;
  const late = daysBetween(one.plannedOn, one.actualOn);
  const done = one.checked ? t.checked : t.reported;
  const parts = [done, late > 0 ? t.late(late) : '', one.note];
  return parts.filter(Boolean).join(locale === 'zh' ? '；' : '; ');
}

/** What was planned and what was done, with its numbers; on a phone a list. */
export function Milestones({ milestones, locale }: { milestones: readonly MilestoneView[]; locale: Locale }) {
  const t = pick(messages, locale).milestones;
  if (milestones.length === 0) return <Empty text={t.none} />;
  return (
    <DataTable
      caption={t.caption}
      columns={[
        { key: 'name', label: t.name },
        { key: 'planned', label: t.planned },
        { key: 'actual', label: t.actual },
        { key: 'amount', label: t.amount, numeric: true },
        { key: 'state', label: t.state },
      ]}
      rows={milestones.map((one) => ({
        key: String(one.id),
        cells: {
          name: one.name,
          planned: formatDate(one.plannedOn, locale),
          actual: one.actualOn ? formatDate(one.actualOn, locale) : '—',
          amount: t.count(one.actual, one.target, one.unit),
          state: stateOf(one, locale),
        },
      }))}
    />
  );
}

/** Pictures of the site somebody has looked at, in the order of the milestones. */
export function SitePictures({ milestones, locale }: { milestones: readonly MilestoneView[]; locale: Locale }) {
  const items = milestones.flatMap((one) =>
    one.pictures.map((picture) => ({
      key: String(picture.id),
      src: to.picture(picture.id, 'small'),
      alt: picture.caption || one.name,
      width: picture.width,
      height: picture.height,
      caption: (
        <a href={to.picture(picture.id, 'large')}>
          {[one.name, picture.caption]
            .filter((words, index) => words && (index === 0 || words !== one.name))
            .join(' · ')}
        </a>
      ),
    })),
  );
  return <Pictures items={items} />;
}
