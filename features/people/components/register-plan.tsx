import { Facts } from '@/components/data/facts';
import { KeptForm } from '@/components/form/kept-form';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { importRegister } from '@/features/people/actions';
import { messages } from '@/features/people/messages';
import type { Change, registerPlan } from '@/features/people/queries/plan';
import { type RegisterCode, register } from '@/features/people/sheet';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatArea } from '@/lib/quantity';
import { problemWords, messages as sheetMessages } from '@/lib/sheet/messages';
import type { Problem } from '@/lib/sheet/shape';
import { formatDate } from '@/lib/words';

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

/** What is to be looked at before importing: a heading and a line each; nothing where there is none. */
function Lines({ title, lines, warn }: { title: string; lines: readonly string[]; warn?: boolean }) {
  if (lines.length === 0) return null;
  const list = (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return warn ? (
    <Notice kind="warn" title={title}>
      {list}
    </Notice>
  ) : (
    <Section title={title}>{list}</Section>
  );
}

type Plan = NonNullable<Awaited<ReturnType<typeof registerPlan>>>;

/** What changes at one door: what is kept → what the sheet says. */
function changeWords(change: Change, locale: Locale): string {
  const { register: t, home } = messages[locale];
  const named = (text: string | null) => (text ?? '').replace('@developer', t.developer);
  const said = {
    area: change.area?.map((area) => `${formatArea(area)} m²`),
    status: change.status?.map((status) => t.statuses[status]),
    owners: change.owners?.map(named),
    voter: change.voter?.map(named),
    phones: change.phones?.map(named),
  };
  const parts = (Object.keys(said) as (keyof typeof said)[]).flatMap((key) => {
    const [was, now] = said[key] ?? [];
    return was === undefined && now === undefined ? [] : [`${t.what[key]} ${t.from(was ?? '', now ?? '')}`];
  });
  return `${home(change.building, change.entrance, change.door)}: ${parts.join(t.semicolon)}`;
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
  const { register: t, home, entrance } = messages[locale];
  const at = (one: { building: string; entrance: number; door: string }) => home(one.building, one.entrance, one.door);
  const counted = (['added', 'changed', 'owners', 'voters', 'phones', 'same'] as const).map((key) => ({
    key,
    term: t[key],
    value: t.unitsOf(plan[key]),
  }));
  return (
    <>
      <PageTitle title={t.planTitle} lead={t.planLead(file, rows)} />
      {plan.before && <Notice kind="warn">{t.before(formatDate(plan.before, locale))}</Notice>}
      <Facts items={counted} />
      {totals.length > 0 && (
        <ul>
          {totals.map(({ row, text }) => (
            <li key={row}>{sheetMessages[locale].total(row, text)}</li>
          ))}
        </ul>
      )}
      <Lines
        title={t.newBuildings}
        lines={plan.buildings.map((one) => t.newBuilding(one.building, one.compound, one.units))}
      />
      <Lines
        warn
        title={t.sharedTitle}
        lines={plan.shared.map(({ phone, names }) => t.shared(phone, names.join(t.and)))}
      />
      <Lines warn title={t.takenTitle} lines={plan.taken.map(({ phone, name }) => t.taken(phone, name))} />
      <Lines title={t.changesTitle} lines={plan.changes.map((change) => changeWords(change, locale))} />
      {plan.changed > plan.changes.length && <p>{t.changesMore(plan.changed - plan.changes.length)}</p>}
      <Lines title={t.emptyTitle} lines={plan.empty.map((one) => `${at(one)}: ${t.emptied[one.what]}`)} />
      <Lines warn title={t.sellersTitle} lines={plan.sellers.map((one) => `${at(one)}: ${one.name}`)} />
      {(plan.sellers.length > 0 || plan.empty.some(({ what }) => what === 'lived' || what === 'barred')) && (
        <Actions>
          <ActionLink href={to.desk(locale, community, 'residents')} ghost>
            {t.residents}
          </ActionLink>
        </Actions>
      )}
      <Lines title={t.missingTitle} lines={plan.missing.map(at)} />
      {plan.missing.length > 0 && <p>{t.missingHow}</p>}
      {plan.imported ? (
        <Notice>{t.already}</Notice>
      ) : plan.unclear.length > 0 ? (
        <Lines
          warn
          title={t.unclearTitle}
          lines={plan.unclear.map(({ building, compounds }) => t.unclear(building, compounds.join(t.and)))}
        />
      ) : plan.empty.some(({ what }) => what === 'barred') ? null : (
        <KeptForm
          action={importRegister}
          community={community}
          submission={`register-${sheet}`}
          about={{ sheet }}
          fields={plan.alike.length > 0 ? [{ kind: 'checkbox', name: 'apart', label: t.apart }] : []}
          locale={locale}
          submitLabel={t.confirm}
          cancel={{ href: back, label: t.again }}
        >
          {plan.alike.length > 0 && (
            <>
              <Lines
                warn
                title={t.alikeTitle}
                lines={plan.alike.map((one) => t.alike(entrance(one.building, one.entrance), one.doors.join(t.and)))}
              />
              <p>{t.alikeLead}</p>
            </>
          )}
        </KeptForm>
      )}
    </>
  );
}
