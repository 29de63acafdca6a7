import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { inWords } from '@/lib/in-words';
import { pick } from '@/lib/words';
import { archiveCases, assignCase, closeCases, dispatchCases, replyCases, signCases } from '../actions';
import { messages } from '../messages';
import type { TickedCases, TickedStep } from '../queries/ticked';
import { handlersByUnit } from './handlers';

interface Props {
  step: TickedStep;
  found: TickedCases;
  form: { community: string; locale: Locale };
  back: string;
  /** The same page with this template in its answer. */
  begin: (template: number) => string;
  /** The template it begins with. */
  begun: number | undefined;
}

const TOGETHER = { sign: signCases, close: closeCases, archive: archiveCases } as const;

/** Many at once: those ticked, ticked still, and to whom they go; what cannot go along stands below, with why. */
export function TickedForm({ step, found, form, back, begin, begun }: Props) {
  const t = pick(messages, form.locale);
  const which = {
    kind: 'checkboxes',
    name: 'cases',
    label: t.day.which,
    options: found.fit.map((one) => ({
      value: String(one.no),
      label: `${one.no} ${one.title}`,
      hint: step === 'reply' ? one.place || t.day.noPlace : [one.agency, one.handler].filter(Boolean).join(' · '),
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
      {found.fit.length > 0 && step === 'assign' && found.holders.length === 0 && <p>{t.day.nobodyElse}</p>}
      {found.fit.length > 0 && step === 'assign' && found.holders.length > 0 && (
        <KeptForm
          {...form}
          action={assignCase}
          back={back}
          submitLabel={t.day.assign}
          fields={[which, handler, { kind: 'textarea', rows: 3, name: 'words', label: t.steps.assign.words }]}
        />
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
            {
              ...handler,
              hint: t.form.anyOf,
              options: handlersByUnit(found.agencies, found.holders, form.locale),
              after: 'agency',
            },
            {
              kind: 'select',
              name: 'tier',
              label: t.form.tier,
              options: found.tiers.map((one) => ({
                value: String(one.id),
                label: t.tier(one.amount, t.measures[one.measure]),
              })),
            },
            { kind: 'textarea', rows: 2, name: 'longer', label: t.form.longer, when: t.form.longerWhen },
            {
              kind: 'textarea',
              rows: 3,
              name: 'words',
              label: t.steps.dispatch.words,
              when: t.form.matterWhen,
              hint: t.form.matterHint,
            },
          ]}
        />
      )}
      {found.fit.length > 0 && step === 'reply' && (
        <KeptForm
          {...form}
          action={replyCases}
          back={back}
          submitLabel={t.steps.reply.submit}
          fields={[
            which,
            {
              kind: 'textarea',
              rows: 8,
              name: 'words',
              label: t.steps.reply.words,
              hint: t.day.replyHint,
              defaultValue: found.templates.find(({ id }) => id === begun)?.body ?? '',
            },
          ]}
        />
      )}
      {found.fit.length > 0 && found.templates.length > 0 && (
        <Section title={t.form.template} id="templates">
          <p>{t.form.templateLead}</p>
          {found.templates.map((one) => (
            <details key={one.id}>
              <summary>{one.name}</summary>
              <p>
                <Written>{one.body}</Written>
              </p>
              <p>
                <a className="tap" href={begin(one.id)}>
                  {t.form.useTemplate}
                </a>
              </p>
            </details>
          ))}
        </Section>
      )}
      {found.fit.length > 0 && step !== 'dispatch' && step !== 'assign' && step !== 'reply' && (
        <KeptForm
          {...form}
          action={TOGETHER[step]}
          back={back}
          submitLabel={t.steps[step].submit}
          fields={[
            which,
            {
              kind: 'textarea',
              rows: 3,
              name: 'words',
              label: t.steps[step].words,
              ...(step === 'close' && { hint: t.steps.close.lead }),
            },
          ]}
        />
      )}
      {found.held.length > 0 && (
        <Section title={t.day.held} id="held">
          <p>{t.day.heldLead}</p>
          <ul className="entries">
            {found.held.map((one) => (
              <li key={one.no}>
                <p>
                  <a className="tap" href={to.desk(form.locale, form.community, 'cases', one.no, 'steps', 'dispatch')}>
                    {one.no} <Written>{one.title}</Written>
                  </a>
                </p>
                <p className="tone-soft">{inWords(one.why, form.locale, messages).message}</p>
              </li>
            ))}
          </ul>
        </Section>
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
