import { KeptForm } from '@/components/form/kept-form';
import { categoryOptions } from '@/features/cases/components/category-options';
import { clockIn } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import * as actions from '../actions';
import { messages } from '../messages';
import type { StepForm } from '../queries/choices';
import type { DeskStep } from '../queries/one';
import { handlersByUnit } from './handlers';

interface Props {
  step: DeskStep;
  choices: StepForm;
  form: { community: string; locale: Locale };
  back: string;
  /** What a template begins the answer with. */
  begun: string;
}

/** Steps that only say why, or what was done. */
const REASONED = {
  object: actions.objectCase,
  dismiss: actions.dismissObjection,
  escalate: actions.escalateCase,
  settle: actions.settleCase,
  supervise: actions.superviseCase,
  split: actions.splitCase,
  rework: actions.reworkCase,
} as const;
const PLAIN = {
  sign: actions.signCase,
  handle: actions.handleCase,
  arrive: actions.arriveCase,
  close: actions.closeCase,
  archive: actions.archiveCase,
} as const;

const isOf = <T extends object>(all: T, step: DeskStep): step is DeskStep & keyof T => step in all;

/** The form of one step. */
export function StepFields({ step, choices, form, back, begun }: Props) {
  const t = pick(messages, form.locale);
  const { no, standing } = choices;
  const words = t.steps[step];
  const shared = {
    ...form,
    submitLabel: ('submit' in words && words.submit) || words.act,
    cancel: { href: back, label: t.one.back },
  };
  const label = ('words' in words && words.words) || words.act;
  const about = { case: no };
  const agencies = choices.agencies.map((one) => ({ value: String(one.id), label: one.name }));
  const tiers = choices.tiers.map((one) => ({
    value: String(one.id),
    label: t.tier(one.amount, t.measures[one.measure]),
  }));
  const handlers = choices.handlers.map((one) => ({
    value: String(one.id),
    label: `${one.name} · ${t.offices[one.role] ?? one.role}`,
  }));
  const area = { kind: 'textarea', rows: 3 } as const;
  const tier = {
    kind: 'select',
    label: t.form.tier,
    options: tiers,
    defaultValue: String(choices.tierId ?? ''),
  } as const;
  if (isOf(REASONED, step))
    return (
      <KeptForm
        {...shared}
        action={REASONED[step]}
        about={about}
        back={back}
        fields={[{ ...area, name: 'reason', label, ...(step === 'rework' && { hint: t.form.theirs }) }]}
      />
    );
  if (isOf(PLAIN, step))
    return <KeptForm {...shared} action={PLAIN[step]} about={about} fields={[{ ...area, name: 'words', label }]} />;
  switch (step) {
    case 'dispatch':
      return (
        <KeptForm
          {...shared}
          action={actions.dispatchCase}
          about={about}
          fields={[
            { kind: 'select', name: 'agency', label: t.form.agency, options: agencies },
            {
              kind: 'select',
              name: 'handler',
              label: t.form.handler,
              hint: t.form.anyOf,
              options: handlersByUnit(choices.agencies, choices.handlers, form.locale),
              after: 'agency',
            },
            { ...tier, name: 'tier' },
            {
              kind: 'select',
              name: 'category',
              label: t.form.category,
              options: categoryOptions(choices.categories),
              defaultValue: String(choices.categoryId ?? ''),
            },
            { kind: 'textarea', rows: 2, name: 'longer', label: t.form.longer, when: t.form.longerWhen },
            {
              kind: 'select',
              name: 'againstAgency',
              label: t.form.againstAgency,
              hint: t.form.againstHint,
              options: agencies,
            },
            {
              kind: 'select',
              name: 'against',
              label: t.form.against,
              options: choices.captains.map((one) => ({
                value: String(one.id),
                label: `${one.name} · ${t.offices[one.role] ?? one.role}`,
              })),
            },
            {
              ...area,
              name: 'words',
              label,
              when: t.form.matterWhen,
              hint: t.form.matterHint,
              ...(choices.matter && { defaultValue: choices.matter }),
            },
          ]}
        />
      );
    case 'hand_on':
      return (
        <KeptForm
          {...shared}
          action={actions.handOnCase}
          about={about}
          fields={[
            {
              kind: 'select',
              name: 'agency',
              label: t.form.outside,
              options: choices.agencies
                .filter((one) => one.role === null)
                .map((one) => ({ value: String(one.id), label: one.name })),
            },
            {
              kind: 'radio',
              name: 'ground',
              label: t.form.ground,
              options: choices.grounds.map((one) => ({
                value: String(one.id),
                label: one.beyond ? t.form.beyond(one.name) : one.name,
              })),
            },
            { ...tier, name: 'tier' },
            { ...area, name: 'reason', label },
          ]}
        />
      );
    case 'assign':
      if (handlers.length === 0) return <p>{t.day.nobodyElse}</p>;
      return (
        <KeptForm
          {...shared}
          action={actions.assignCase}
          about={{ cases: no }}
          back={back}
          fields={[
            { kind: 'select', name: 'handler', label: t.form.handler, options: handlers },
            { kind: 'textarea', rows: 3, name: 'words', label: t.steps.assign.words },
          ]}
        />
      );
    case 'contact':
      return (
        <KeptForm
          {...shared}
          action={actions.contactCase}
          about={about}
          fields={[
            {
              kind: 'radio',
              name: 'reached',
              label: t.form.reached,
              tiles: true,
              options: [
                { value: 'yes', label: t.form.yes },
                { value: 'no', label: t.form.no },
              ],
            },
            { ...area, name: 'words', label },
          ]}
        />
      );
    case 'extend':
      return (
        <KeptForm
          {...shared}
          action={actions.extendCase}
          about={about}
          fields={[
            {
              kind: 'datetime',
              name: 'until',
              label: t.form.until,
              ...(choices.furthest && { hint: t.form.untilHint(formatMoment(choices.furthest, form.locale)) }),
              ...(standing.due && { min: clockIn(standing.due) }),
              ...(choices.furthest && { max: clockIn(choices.furthest) }),
            },
            { ...area, name: 'reason', label },
          ]}
        />
      );
    case 'whistle':
    case 'assist':
      return (
        <KeptForm
          {...shared}
          action={step === 'whistle' ? actions.whistleCase : actions.assistCase}
          about={about}
          fields={[
            {
              kind: 'select',
              name: 'agency',
              label: t.form.called,
              options: agencies.filter(({ value }) => value !== String(standing.agencyId)),
            },
            { ...area, name: 'reason', label },
          ]}
        />
      );
    case 'merge':
      return (
        <KeptForm
          {...shared}
          action={actions.mergeCase}
          about={about}
          fields={[
            ...(choices.near.length === 0
              ? []
              : [
                  {
                    kind: 'radio',
                    name: 'near',
                    label: t.form.near,
                    options: choices.near.map((other) => ({
                      value: String(other.no),
                      label: t.form.nearOne(other.no, other.title),
                      hint: [other.place, t.states[other.state], other.words].filter(Boolean).join(' · '),
                    })),
                  } as const,
                ]),
            {
              kind: 'text',
              name: 'into',
              label: t.form.into,
              hint: t.form.intoHint,
              ...(choices.near.length === 0 ? { needed: true } : { when: t.form.intoWhen }),
            },
            { ...area, name: 'reason', label },
          ]}
        />
      );
    case 'reply':
      return (
        <KeptForm
          {...shared}
          action={actions.replyCase}
          about={about}
          fields={[
            {
              kind: 'textarea',
              rows: 8,
              name: 'words',
              label,
              ...(choices.hears > 1 && { hint: t.form.hears(choices.hears) }),
              ...(begun && { defaultValue: begun }),
            },
          ]}
        />
      );
  }
}
