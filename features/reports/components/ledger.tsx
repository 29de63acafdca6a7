import type { ReactNode } from 'react';
import { DataTable } from '@/components/data/table';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';

interface Props<C extends string> {
  crumb: ReactNode;
  title: string;
  lead: string;
  none: string;
  /** The page itself, the month it shows, and the months it can. */
  at: string;
  month: string;
  months: readonly string[];
  columns: readonly C[];
  labels: Record<C, string>;
  rows: readonly Record<C, string | number>[];
  mayArrange: boolean;
  /** Its address as a sheet, where it is one. */
  file?: string;
  community: string;
  locale: Locale;
  /** What stands below the rows. */
  children: ReactNode;
}

/** A month of what was written down once, with the columns an office chose, to print. */
export function Ledger<C extends string>(props: Props<C>) {
  const { at, month, months, columns, labels, rows, locale } = props;
  const t = pick(messages, locale);
  return (
    <div className="a4 report">
      <PageTitle crumb={props.crumb} title={props.title} lead={props.lead} />
      <nav className="tabs no-print" aria-label={t.which}>
        {(months.includes(month) ? months : [month, ...months]).slice(0, 12).map((one) => (
          <a key={one} href={`${at}?month=${one}`} aria-current={one === month ? 'page' : undefined}>
            {one}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <Empty text={props.none} />
      ) : (
        <DataTable
          caption={props.title}
          headed
          columns={columns.map((key) => ({ key, label: labels[key] }))}
          rows={rows.map((cells, n) => ({ key: String(n), cells }))}
        />
      )}
      {props.children}
      <Actions>
        {props.file && <ActionLink href={props.file}>{t.download}</ActionLink>}
        {props.mayArrange && (
          <ActionLink href={`${at}/columns`} ghost>
            {t.arrange}
          </ActionLink>
        )}
        <ActionLink href={to.desk(locale, props.community, 'blanks')} ghost>
          {t.toBlanks}
        </ActionLink>
      </Actions>
      <p className="crumb no-print also">{t.printed}</p>
    </div>
  );
}
