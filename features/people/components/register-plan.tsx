import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { importRegister } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import { type RegisterCode, register } from '@/features/people/sheet';
import type { Locale } from '@/lib/edition';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import type { Problem } from '@/lib/sheet/shape';

/** Every row that cannot be read, with its reason. */
export function RegisterProblems(props: {
  problems: Problem<RegisterCode>[];
  total: number;
  back: string;
  locale: Locale;
}) {
  const { problems, total, back, locale } = props;
  const t = messages[locale].register;
  return (
    <>
      <PageTitle title={t.badTitle(total)} lead={t.badLead} />
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.row}-${problem.column}-${problem.code}-${problem.detail}`}>
            {problemWords(problem, register, { locale, says: t.says })}
          </li>
        ))}
      </ul>
      {total > problems.length && <p>{t.badMore(total - problems.length)}</p>}
      <Actions>
        <ActionLink href={back} ghost>
          {t.again}
        </ActionLink>
      </Actions>
    </>
  );
}

interface Plan {
  imported: boolean;
  unclear: { building: string; compounds: string[] }[];
  added: number;
  changed: number;
  same: number;
}

/** What importing would do, and the button that does it. */
export function RegisterTrial(props: {
  plan: Plan;
  file: string;
  rows: number;
  totals: { row: number; text: string }[];
  sheet: string;
  community: string;
  back: string;
  locale: Locale;
}) {
  const { plan, file, rows, totals, sheet, community, back, locale } = props;
  const t = messages[locale].register;
  return (
    <>
      <PageTitle title={t.planTitle} lead={t.planLead(file, rows)} />
      <Facts
        items={[
          { key: 'added', term: t.added, value: t.unitsOf(plan.added) },
          { key: 'changed', term: t.changed, value: t.unitsOf(plan.changed) },
          { key: 'same', term: t.same, value: t.unitsOf(plan.same) },
        ]}
      />
      {totals.length > 0 && (
        <ul>
          {totals.map(({ row, text }) => (
            <li key={row}>{sheetMessages[locale].total(row, text)}</li>
          ))}
        </ul>
      )}
      {plan.imported ? (
        <Notice>{t.already}</Notice>
      ) : plan.unclear.length > 0 ? (
        <Notice kind="warn" title={t.unclearTitle}>
          <ul>
            {plan.unclear.map(({ building, compounds }) => (
              <li key={building}>{t.unclear(building, compounds.join(t.and))}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <KeptForm
          action={importRegister}
          community={community}
          submission={`register-${sheet}`}
          about={{ sheet }}
          locale={locale}
          submitLabel={t.confirm}
          cancel={{ href: back, label: t.again }}
        />
      )}
    </>
  );
}
