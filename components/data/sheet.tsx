import type { ReactNode } from 'react';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import type { Locale } from '@/lib/edition';
import { missing } from '@/lib/missing';
import type { ReadSheet } from '@/lib/sheet/kept';
import { messages, problemWords } from '@/lib/sheet/messages';
import type { Problem } from '@/lib/sheet/shape';

interface Common {
  /** Where another one is sent in. */
  back: string;
  locale: Locale;
}

/** Every row of a sheet that cannot be read, with its reason. `whole`: it is not in a row that something is to be mended. */
export function SheetProblems<Code extends string>({
  kept,
  sheet,
  says,
  whole = false,
  also = [],
  back,
  locale,
  children,
}: Common & {
  kept: Pick<ReadSheet, 'problems' | 'total'>;
  sheet: Parameters<typeof problemWords<Code>>[1];
  says: Record<Code, (detail: string) => string>;
  whole?: boolean;
  /** What else is wrong with rows that can be read. */
  also?: readonly { row: number; text: string }[];
  children?: ReactNode;
}) {
  const t = messages[locale].tried;
  const { total } = kept;
  const problems = kept.problems as Problem<Code>[];
  const lines = [
    ...problems.map((problem) => ({ row: problem.row, text: problemWords(problem, sheet, { locale, says }) })),
    ...also,
  ].sort((a, b) => a.row - b.row);
  return (
    <>
      <PageTitle title={t.bad(total + also.length)} lead={whole ? undefined : t.badLead} />
      <ul>
        {lines.map(({ row, text }, at) => (
          <li key={`${row}-${String(at)}`}>{text}</li>
        ))}
      </ul>
      {total > problems.length && <p>{t.more(total - problems.length)}</p>}
      {children}
      <Actions>
        <ActionLink href={back} ghost>
          {t.again}
        </ActionLink>
      </Actions>
    </>
  );
}

/** A sheet that was tried too long ago. */
export function SheetGone({ back, locale }: Common) {
  const t = messages[locale].tried;
  missing(410);
  return (
    <>
      <Notice title={t.gone} />
      <Actions>
        <ActionLink href={back}>{t.again}</ActionLink>
      </Actions>
    </>
  );
}

/** Rows of sums, which were not read. */
export function SheetTotals({ totals, locale }: Pick<ReadSheet, 'totals'> & Pick<Common, 'locale'>) {
  if (totals.length === 0) return null;
  return (
    <ul>
      {totals.map(({ row, text }) => (
        <li key={row}>{messages[locale].total(row, text)}</li>
      ))}
    </ul>
  );
}
