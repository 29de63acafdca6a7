import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { SheetUpload } from '@/components/form/sheet-upload';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { importOrders } from '@/features/exchange/actions';
import { messages } from '@/features/exchange/messages';
import type { OrderPlan, PlannedRow } from '@/features/exchange/queries';
import { type OrderCode, orders } from '@/features/exchange/sheet';
import type { Locale } from '@/lib/edition';
import type { ReadSheet } from '@/lib/sheet/kept';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import type { Problem } from '@/lib/sheet/shape';
import { Columns } from './columns';

interface Props {
  kept: Omit<ReadSheet, 'rows'> & { file: string };
  sheet: string;
  community: string;
  back: string;
  locale: Locale;
}

/** Every row that cannot be read, with its reason; and what its columns were taken for, where that is why. */
export function OrderProblems({ kept, community, back, locale }: Props) {
  const t = messages[locale];
  const { problems, total, columns } = kept;
  return (
    <>
      <PageTitle title={t.badTitle(total)} lead={t.badLead} />
      <ul>
        {(problems as Problem<OrderCode>[]).map((problem) => (
          <li key={`${problem.row}-${problem.column}-${problem.code}-${problem.detail}`}>
            {problemWords(problem, orders, { locale, says: t.says })}
          </li>
        ))}
      </ul>
      {total > problems.length && <p>{t.badMore(total - problems.length)}</p>}
      <Actions>
        <ActionLink href={back} ghost>
          {t.again}
        </ActionLink>
      </Actions>
      <Correcting columns={columns} community={community} locale={locale} />
    </>
  );
}

/** What each column was taken for, to be set right; the sheet is sent once more with it. */
function Correcting({ columns, community, locale }: Pick<Props, 'community' | 'locale'> & Pick<ReadSheet, 'columns'>) {
  const t = messages[locale];
  if (!columns.heading) return null;
  return (
    <details>
      <summary>{t.columnsTitle}</summary>
      <SheetUpload
        action="/api/orders"
        words={t}
        send={t.remember}
        about={{ heading: columns.heading }}
        community={community}
        locale={locale}
      >
        <p>{t.columnsLead}</p>
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
  const counted = (['added', 'changed', 'unchanged'] as const).map((key) => ({
    key,
    term: t[key],
    value: t.count(plan[key]),
  }));
  return (
    <>
      <PageTitle title={t.planTitle} lead={t.planLead(kept.file, kept.count)} />
      <Facts items={counted} />
      {kept.totals.length > 0 && (
        <ul>
          {kept.totals.map(({ row, text }) => (
            <li key={row}>{sheetMessages[locale].total(row, text)}</li>
          ))}
        </ul>
      )}
      {plan.unnumbered > 0 && <Notice kind="warn">{t.unnumbered(plan.unnumbered)}</Notice>}
      {plan.early.length > 0 && (
        <Notice kind="warn" title={t.badTitle(plan.early.length)}>
          <ul>
            {plan.early.slice(0, 200).map(({ row, field }) => (
              <li key={`${row}-${field}`}>{t.early(row, t.fields[field])}</li>
            ))}
          </ul>
        </Notice>
      )}
      {plan.imported && <Notice>{t.already}</Notice>}
      {!plan.imported && plan.early.length === 0 && (
        <KeptForm
          action={importOrders}
          community={community}
          submission={`orders-${sheet}`}
          about={{ sheet }}
          fields={[]}
          locale={locale}
          submitLabel={t.confirm}
          cancel={{ href: back, label: t.again }}
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
      <Correcting columns={kept.columns} community={community} locale={locale} />
    </>
  );
}
