import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { actPage } from '@/components/page/act-page';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { recordFigures } from '@/features/figures/actions';
import { messages } from '@/features/figures/messages';
import { deskFigures } from '@/features/figures/queries';
import { PROFILES } from '@/features/figures/rules';
import * as to from '@/lib/addresses';
import { formatDays, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call, form }) => {
  const page = await deskFigures(call, {});
  if (!page) return null;
  const t = pick(messages, locale);
  const d = t.desk;
  const profiles = (Object.keys(PROFILES) as (keyof typeof PROFILES)[]).map((value) => ({
    value,
    label: t.profiles[value],
  }));
  const counted = <Name extends string>(name: Name, label: string, hint?: string) =>
    ({ kind: 'number', name, label, hint, inputMode: 'numeric' }) as const;
  const fields: FieldsOf<typeof recordFigures> = [
    { kind: 'date', name: 'from', label: d.from },
    { kind: 'date', name: 'to', label: d.to },
    {
      kind: 'radio',
      name: 'profile',
      label: d.profile,
      options: profiles,
      defaultValue: profiles[0]?.value,
    },
    counted('effective', d.effective, d.effectiveHint),
    counted('contacted', d.contacted),
    counted('resolved', d.resolved, d.resolvedHint),
    counted('satisfied', d.satisfied),
    { ...counted('fairlySatisfied', d.fairlySatisfied), defaultValue: '0' },
    { kind: 'textarea', name: 'derivedZh', label: d.derivedZh, hint: d.derivedHint, rows: 2 },
    { kind: 'textarea', name: 'derivedEn', label: d.derivedEn, rows: 2 },
  ];
  return (
    <>
      <PageTitle title={d.title} lead={d.lead} />
      {page.mayRecord ? (
        <KeptForm action={recordFigures} fields={fields} submitLabel={d.submit} {...form} />
      ) : (
        <Notice kind="warn">
          <p>{d.cannot}</p>
        </Notice>
      )}
      <Section title={d.known}>
        {page.periods.length === 0 && <Empty text={t.none} />}
        <ul className="entries">
          {page.periods.map((period) => (
            <li key={period.id}>
              <a className="tap" href={`${to.figures(locale, community)}#period-${period.id}`}>
                {formatDays(period.from, period.to, locale)}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
});
