import { Facts } from '@/components/data/facts';
import { Meter } from '@/components/data/meter';
import { Notice } from '@/components/page/notice';
import { Refreshing } from '@/components/page/refreshing';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/exchange/messages';
import type { orderImportOf } from '@/features/exchange/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import type { ReadSheet, Underway as SheetUnderway } from '@/lib/sheet/kept';
import { messages as sheetMessages } from '@/lib/sheet/messages';
import { formatMoment } from '@/lib/words';
import { Bring } from './bring';

interface Place {
  sheet: string;
  community: string;
  back: string;
  locale: Locale;
}

/** How far a large sheet is that is being brought in; nobody has to stay on the page for it. */
export function Underway({
  kept: { file, count, readRows, late },
  sheet,
  community,
  back,
  locale,
}: Place & { kept: Pick<ReadSheet, 'count'> & Pick<SheetUnderway, 'readRows' | 'late'> & { file: string } }) {
  const t = messages[locale].underway;
  const said = readRows < count ? t.read(readRows, count) : t.writing(count);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead(file)} />
      <p role="status">{said}</p>
      <p>
        <Meter value={readRows} max={count} label={said} />
      </p>
      <Refreshing seconds={4} />
      <Actions>
        <ActionLink href={to.desk(locale, community, 'sheets', sheet)}>{t.look}</ActionLink>
        <ActionLink href={back} ghost>
          {t.leave}
        </ActionLink>
      </Actions>
      {late && (
        <Notice kind="warn" title={t.late}>
          <Bring sheet={sheet} community={community} locale={locale} submitLabel={t.anew} />
        </Notice>
      )}
    </>
  );
}

/** What came of it, as the list of sheets says it. */
export function Brought({
  one,
  community,
  back,
  locale,
}: Omit<Place, 'sheet'> & { one: NonNullable<Awaited<ReturnType<typeof orderImportOf>>> }) {
  const t = messages[locale];
  const { rows, added, changed, at, by } = one;
  const counted = { added, changed, unchanged: rows - added - changed };
  return (
    <>
      <PageTitle title={t.underway.done} lead={t.underway.when(rows, formatMoment(at, locale), by ?? t.byServer)} />
      <Facts
        items={(['added', 'changed', 'unchanged'] as const).map((key) => ({
          key,
          term: t[key],
          value: t.count(counted[key]),
        }))}
      />
      <Actions>
        <ActionLink href={to.desk(locale, community, 'cases')}>{t.underway.toCases}</ActionLink>
        <ActionLink href={back} ghost>
          {sheetMessages[locale].tried.again}
        </ActionLink>
      </Actions>
    </>
  );
}
