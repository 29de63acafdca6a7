import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';
import { assignCase, dispatchCases } from '../actions';
import { messages } from '../messages';
import type { TickedCases } from '../queries/ticked';

interface Props {
  step: 'assign' | 'dispatch';
  found: TickedCases;
  form: { community: string; locale: Locale };
  back: string;
}

/** Many at once: those ticked, ticked still, and to whom they go; what cannot go along stands below, with why. */
export function TickedForm({ step, found, form, back }: Props) {
  const t = pick(messages, form.locale);
  const which = {
    kind: 'checkboxes',
    name: 'cases',
    label: t.day.which,
    options: found.fit.map((one) => ({
      value: String(one.no),
      label: `${one.no} ${one.title}`,
      hint: [one.agency, one.handler].filter(Boolean).join(' · '),
    })),
    defaultValues: found.fit.map(({ no }) => String(no)),
  } as const;
  const handler = {
    kind: 'select',
    name: 'handler',
    label: t.form.handler,
    options: found.holders.map((one) => ({
      value: String(one.id),
      label: `${one.name} · ${t.offices[one.role] ?? one.role}`,
    })),
  } as const;
  return (
    <>
      {found.fit.length > 0 && step === 'assign' && (
        <KeptForm {...form} action={assignCase} back={back} submitLabel={t.day.assign} fields={[which, handler]} />
      )}
      {found.fit.length > 0 && step === 'dispatch' && (
        <KeptForm
          {...form}
          action={dispatchCases}
          back={back}
          submitLabel={t.steps.dispatch.submit}
          fields={[
            which,
            {
              kind: 'select',
              name: 'agency',
              label: t.form.agency,
              options: found.agencies.map((one) => ({ value: String(one.id), label: one.name })),
            },
            { ...handler, hint: t.form.anyOf },
            {
              kind: 'select',
              name: 'tier',
              label: t.form.tier,
              options: found.tiers.map((one) => ({
                value: String(one.id),
                label: t.tier(one.amount, t.measures[one.measure]),
              })),
            },
            { kind: 'textarea', rows: 3, name: 'words', label: t.steps.dispatch.words },
          ]}
        />
      )}
      {found.unfit.length > 0 && (
        <Section title={t.day.unfit} id="unfit">
          <ul className="entries">
            {found.unfit.map((one) => (
              <li key={one.no}>
                <p>
                  {one.no} <Written>{one.title}</Written>
                </p>
                <p className="tone-soft">{inWords(one.block, form.locale, messages).message}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
