import { randomUUID } from 'node:crypto';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec } from '@/components/form/spec';
import { Missing } from '@/components/page/missing';
import { Empty, Notice } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { recordFigures } from '@/features/figures/actions';
import { messages } from '@/features/figures/messages';
import { deskFigures } from '@/features/figures/queries';
import { PROFILES } from '@/features/figures/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';
import { formatDays, pick } from '@/lib/words';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string }>) {
  const { locale: segment, community } = await params;
  const locale = localeFrom(segment);
  const path = to.desk(locale, community, 'figures');
  const person = await requirePerson(locale, path);
  const page = await deskFigures({ by: { person }, community }, {});
  if (!page) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const t = pick(messages, locale);
  const d = t.desk;
  const kept = await keptDraft(person, path);
  const profiles = (Object.keys(PROFILES) as (keyof typeof PROFILES)[]).map((value) => ({
    value,
    label: t.profiles[value],
  }));
  const counted = (name: string, label: string, hint?: string): FieldSpec => ({
    ...{ kind: 'number', name, label, min: '0', inputMode: 'numeric', required: true },
    ...(hint && { hint }),
  });
  const fields: FieldSpec[] = [
    { kind: 'date', name: 'from', label: d.from, required: true },
    { kind: 'date', name: 'to', label: d.to, required: true },
    {
      kind: 'radio',
      name: 'profile',
      label: d.profile,
      options: profiles,
      required: true,
      defaultValue: profiles[0]?.value,
    },
    counted('effective', d.effective, d.effectiveHint),
    counted('contacted', d.contacted),
    counted('resolved', d.resolved, d.resolvedHint),
    counted('satisfied', d.satisfied),
    { ...counted('fairlySatisfied', d.fairlySatisfied), kind: 'number', defaultValue: '0' },
    { kind: 'textarea', name: 'derivedZh', label: d.derivedZh, hint: d.derivedHint, rows: 2, maxLength: 300 },
    { kind: 'textarea', name: 'derivedEn', label: d.derivedEn, rows: 2, maxLength: 300 },
  ];
  return (
    <>
      <PageTitle title={d.title} lead={d.lead} />
      {page.mayRecord ? (
        <ActionForm
          action={recordFigures}
          fields={fields}
          submitLabel={d.submit}
          hidden={{ community, locale, submission: randomUUID(), back: path }}
          initial={kept ? { values: kept } : {}}
          locale={locale}
        />
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
}
