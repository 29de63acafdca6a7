import { randomUUID } from 'node:crypto';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldFor, FieldsOf } from '@/components/form/spec';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import type { Weights } from '@/features/topics/rules/selection';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { draftCohort } from '../actions';
import { messages } from '../messages';
import type { Withdrawn } from '../queries/desk';
import { anewNamed, departures, type Listed, weightsSaid } from '../rules/choosing';

interface Props {
  listed: readonly Listed[];
  /** What it begins with: a draft that was taken back. */
  withdrawn?: Withdrawn | undefined;
  weights: Weights;
  chosen: ReadonlySet<number>;
  district: string;
  locale: Locale;
}

/** Name, days, and a reason for each place where the list is departed from. */
export function Draft({ listed, withdrawn, weights, chosen, district, locale }: Props) {
  const t = pick(messages, locale).draft;
  const back = { href: to.office(locale, district, 'choosing'), label: t.back };
  const nameOf = ({ nameZh, nameEn }: Listed) => (locale === 'zh' ? nameZh : nameEn);
  const own = listed.filter(({ id }) => chosen.has(id));
  if (own.length === 0)
    return (
      <Empty text={t.nobody}>
        <a className="tap" href={back.href}>
          {back.label}
        </a>
      </Empty>
    );
  const { added, passed } = departures(listed, weights, chosen);
  const reason = (one: Listed, label: string): FieldFor<`reason_${string}`> => ({
    kind: 'textarea',
    name: `reason_${one.id}`,
    label,
    needed: true,
    rows: 2,
    defaultValue: withdrawn?.reasons.find(({ community }) => community === one.id)?.reason ?? '',
  });
  const days = withdrawn?.days;
  const fields: FieldsOf<typeof draftCohort> = [
    {
      kind: 'text',
      name: 'name',
      label: t.name,
      hint: t.nameHint,
      defaultValue: withdrawn ? anewNamed(withdrawn.name) : '',
    },
    { kind: 'date', name: 'from', label: t.from, defaultValue: days?.from ?? '' },
    { kind: 'date', name: 'to', label: t.to, defaultValue: days?.to ?? '' },
    { kind: 'date', name: 'beforeFrom', label: t.beforeFrom, defaultValue: days?.beforeFrom ?? '', hint: t.beforeHint },
    { kind: 'date', name: 'beforeTo', label: t.beforeTo, defaultValue: days?.beforeTo ?? '' },
    { kind: 'date', name: 'afterFrom', label: t.afterFrom, defaultValue: days?.afterFrom ?? '' },
    { kind: 'date', name: 'afterTo', label: t.afterTo, defaultValue: days?.afterTo ?? '' },
    ...added.map((one) => reason(one, t.added(nameOf(one)))),
    ...passed.map((one) => reason(one, t.passed(nameOf(one)))),
  ];
  const places = own.map(({ id }) => id).join(',');
  return (
    <>
      <Section title={t.chosen} id="chosen">
        <p>{own.map(nameOf).join(locale === 'zh' ? '、' : ', ')}</p>
      </Section>
      <KeptForm
        id="draft"
        action={draftCohort}
        fields={fields}
        about={{ district, weights: weightsSaid(weights), places, submission: randomUUID() }}
        submitLabel={t.submit}
        cancel={back}
        locale={locale}
      />
    </>
  );
}
