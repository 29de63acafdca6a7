import { Facts } from '@/components/data/facts';
import { SheetProblems, SheetTotals } from '@/components/data/sheet';
import { SheetUpload } from '@/components/form/sheet-upload';
import { Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages } from '@/features/exchange/messages';
import type { OrderPlan, PlannedRow } from '@/features/exchange/queries';
import { orders } from '@/features/exchange/sheet';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import type { ReadSheet, Underway } from '@/lib/sheet/kept';
import { messages as sheetMessages } from '@/lib/sheet/messages';
import { Bring } from './bring';
import { Columns } from './columns';

interface Props {
  kept: Omit<ReadSheet, 'rows'> & Partial<Underway> & { file: string };
  sheet: string;
  community: string;
  back: string;
  locale: Locale;
}

/** How many orders of a sheet are new, changed, and the same. */
function Counts({ plan, locale }: { plan: OrderPlan; locale: Locale }) {
  const t = messages[locale];
  const keys = ['added', 'changed', 'unchanged'] as const;
  return <Facts items={keys.map((key) => ({ key, term: t[key], value: t.count(plan[key]) }))} />;
}

/** What is wrong with a heading, not with a row: another than the sheet is what is to be mended. */
const OF_HEADING: readonly string[] = ['no_header', 'column_missing'];

/** Every row that cannot be read, with its reason; and what its columns were taken for, where that is why. */
export function OrderProblems({ plan, kept, community, back, locale }: Props & { plan: OrderPlan }) {
  const t = messages[locale];
  const { problems, columns } = kept;
  const heading = problems.some(({ code }) => OF_HEADING.includes(code)) && columns.heading !== '';
  return (
    <SheetProblems kept={kept} sheet={orders} says={t.says} whole={heading} back={back} locale={locale}>
      {!heading && (
        <Section title={t.badCounts}>
          <Counts plan={plan} locale={locale} />
        </Section>
      )}
      <Correcting columns={columns} community={community} locale={locale} needed={heading} />
    </SheetProblems>
  );
}

type Corrected = Pick<Props, 'community' | 'locale'> & Pick<ReadSheet, 'columns'> & { needed?: boolean };

/** What each column was taken for, to be set right; the sheet is sent once more with it. `needed`: nothing else helps. */
function Correcting({ columns, community, locale, needed = false }: Corrected) {
  const t = messages[locale];
  if (!columns.heading) return null;
  return (
    <details open={needed}>
      <summary>{t.columnsTitle}</summary>
      <SheetUpload
        action="/api/orders"
        words={t}
        send={t.remember}
        about={{ heading: columns.heading }}
        community={community}
        locale={locale}
      >
        <p>{needed ? t.columnsNeeded : t.columnsLead}</p>
        <Columns columns={columns} locale={locale} />
      </SheetUpload>
    </details>
  );
}

function changeWords({ row, number, title, fields, caller }: PlannedRow, locale: Locale): string {
  const t = messages[locale];
  const named = fields.map((field) => t.fields[field as keyof typeof t.fields] ?? field);
  const all = caller ? [...named, t.callerChanged] : named;
  return t.changedLine({ row, number, title, fields: all.join(t.and) });
}

/** What importing would do, and the button that does it. */
export function OrderTrial({
  plan,
  kept,
  sheet,
  community,
  back,
  locale,
}: Props & { plan: OrderPlan & { imported: boolean } }) {
  const t = messages[locale];
  return (
    <>
      <PageTitle title={t.planTitle} lead={t.planLead(kept.file, kept.count)} />
      {kept.refusal && (
        <Notice kind="danger" title={t.underway.refused}>
          <p>{inWords(kept.refusal, locale, messages).message}</p>
        </Notice>
      )}
      <Counts plan={plan} locale={locale} />
      <SheetTotals totals={kept.totals} locale={locale} />
      {plan.unnumbered > 0 && <Notice kind="warn">{t.unnumbered(plan.unnumbered)}</Notice>}
      {plan.early.length > 0 && (
        <Notice kind="warn" title={sheetMessages[locale].tried.bad(plan.early.length)}>
          <ul>
            {plan.early.slice(0, 200).map(({ row, field }) => (
              <li key={`${row}-${field}`}>{t.early(row, t.fields[field])}</li>
            ))}
          </ul>
        </Notice>
      )}
      {plan.imported && <Notice>{t.already}</Notice>}
      {!plan.imported && plan.early.length === 0 && (
        <Bring
          sheet={sheet}
          community={community}
          locale={locale}
          submitLabel={t.confirm}
          cancel={{ href: back, label: sheetMessages[locale].tried.again }}
        />
      )}
      {plan.rows.length > 0 && (
        <Section title={t.changedTitle}>
          <ul>
            {plan.rows.map((one) => (
              <li key={one.row}>{changeWords(one, locale)}</li>
            ))}
          </ul>
          {plan.changed > plan.rows.length && <p>{t.more(plan.changed - plan.rows.length)}</p>}
        </Section>
      )}
      {plan.fresh.length > 0 && (
        <details>
          <summary>{t.freshTitle}</summary>
          <ul>
            {plan.fresh.map((one) => (
              <li key={one.row}>{t.freshLine(one)}</li>
            ))}
          </ul>
          {plan.added > plan.fresh.length && <p>{t.more(plan.added - plan.fresh.length)}</p>}
        </details>
      )}
      <Correcting columns={kept.columns} community={community} locale={locale} />
    </>
  );
}
