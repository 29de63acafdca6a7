import type { FieldFor, FieldsOf, Option } from '@/components/form/spec';
import type { giveAcceptance, planMilestone, reportMilestone, startWorks } from '@/features/works/actions';
import { messages } from '@/features/works/messages';
import type { MyAcceptance } from '@/features/works/queries/delegate';
import type { Candidate, DeskWork } from '@/features/works/queries/desk';
import type { Outcome } from '@/features/works/rules';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { pick } from '@/lib/words';

type Saw = FieldsOf<typeof giveAcceptance>;

interface Before {
  outcome: Outcome | null;
  note?: string;
  repairOn: string | null;
}

/** Kept or not, a word about it, and the day of repair. `before`: what is recorded now. */
export function verdictFields(
  locale: Locale,
  before: Before | null,
  today: string,
  labels: { yes: string; no: string; label?: string },
): [FieldFor<'outcome'>, FieldFor<'note'>, FieldFor<'repairOn'>] {
  const t = pick(messages, locale).act;
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: labels.label ?? t.outcome,
      options: [
        { value: 'accepted', label: labels.yes },
        { value: 'refused', label: labels.no },
      ],
      ...(before?.outcome && { defaultValue: before.outcome }),
    },
    { kind: 'textarea', name: 'note', label: t.note, rows: 3, defaultValue: before?.note ?? '' },
    {
      kind: 'date',
      name: 'repairOn',
      label: t.repair,
      when: t.repairWhen,
      min: today,
      defaultValue: before?.repairOn ?? '',
    },
  ];
}

/** A promise that was not kept, looked at again. */
export const againFields = (locale: Locale, today: string) => {
  const t = pick(messages, locale).act;
  return verdictFields(locale, null, today, { yes: t.yes, no: t.no });
};

/** Every promise of the group and the whole, in one form: whatever is seen is sent together. */
export function acceptanceFields(locale: Locale, { commitments, given, today }: MyAcceptance): Saw {
  const t = pick(messages, locale);
  const promises = commitments.flatMap((one, index): Saw => {
    const labels = { yes: t.act.yes, no: t.act.no, label: `${t.act.nth(index + 1)}${t.one.colon}${one.text}` };
    const [outcome, note, repairOn] = verdictFields(locale, one, today, labels);
    return [
      {
        ...outcome,
        name: `outcome_${one.id}`,
        when: t.act.promiseWhen,
        ...(one.objection && { hint: t.one.fromObjection(one.objection) }),
      },
      { ...note, name: `note_${one.id}` },
      { ...repairOn, name: `repairOn_${one.id}` },
    ];
  });
  const labels = { yes: t.act.wholeYes, no: t.act.wholeNo, label: t.act.whole };
  const [outcome, ...others] = verdictFields(locale, given, today, labels);
  return [...promises, { ...outcome, when: t.act.wholeWhen }, ...others];
}

export function startFields(locale: Locale, signed: number | null): FieldsOf<typeof startWorks> {
  const t = pick(messages, locale).desk;
  return [
    { kind: 'text', name: 'contractor', label: t.contractor },
    {
      kind: 'text',
      name: 'budget',
      label: t.budget,
      inputMode: 'decimal',
      ...(signed !== null && { hint: t.signedCost(formatMoney(signed)) }),
    },
    { kind: 'textarea', name: 'budgetReason', label: t.budgetReason, when: t.budgetWhen, rows: 2 },
    { kind: 'textarea', name: 'permits', label: t.permits, rows: 3 },
  ];
}

export function planFields(locale: Locale): FieldsOf<typeof planMilestone> {
  const t = pick(messages, locale).desk;
  return [
    { kind: 'text', name: 'name', label: t.name },
    { kind: 'date', name: 'plannedOn', label: t.plannedOn },
    { kind: 'text', name: 'target', label: t.target, inputMode: 'numeric' },
    { kind: 'text', name: 'unit', label: t.unit, hint: t.unitHint },
    {
      kind: 'radio',
      name: 'places',
      label: t.inPlaces,
      options: [
        { value: 'no', label: t.inPlacesNo },
        { value: 'yes', label: t.inPlacesYes },
      ],
      defaultValue: 'no',
    },
  ];
}

type Milestone = DeskWork['milestones'][number];

export function reportFields(locale: Locale, one: Milestone, today: string): FieldsOf<typeof reportMilestone> {
  const t = pick(messages, locale).desk;
  const counted: FieldFor<'actual'> = {
    kind: 'text',
    name: 'actual',
    label: t.actual(one.unit),
    inputMode: 'numeric',
    defaultValue: one.actual === null ? '' : String(one.actual),
  };
  return [
    {
      kind: 'date',
      name: 'actualOn',
      label: t.actualOn,
      max: today,
      defaultValue: one.actualOn ?? today,
    },
    ...(one.target === null || one.inPlaces ? [] : [counted]),
    { kind: 'textarea', name: 'note', label: t.note, rows: 3, defaultValue: one.note },
  ];
}

/** Households of one group to choose a delegate from, as a door says it. */
export function candidateOptions(candidates: readonly Candidate[], locale: Locale): Option[] {
  const t = pick(messages, locale).desk;
  return candidates.map((one) => ({
    value: String(one.household),
    label: `${one.building}-${one.entrance}-${one.door}${one.objected ? ` · ${t.objected}` : ''}`,
  }));
}
