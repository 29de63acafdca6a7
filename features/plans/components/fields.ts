import type { FieldsOf } from '@/components/form/spec';
import { messages as gateWords } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { pick } from '@/lib/words';
import type { citeChanges, draftPlan, judgeMateriality } from '../actions';
import { messages } from '../messages';
import type { deskPlans } from '../queries/desk';
import { clausesText } from '../rules';

type Desk = NonNullable<Awaited<ReturnType<typeof deskPlans>>>;

/** The draft's own text; without a draft it starts from the version before. */
export function draftFields(desk: Desk, locale: Locale): FieldsOf<typeof draftPlan> {
  const t = pick(messages, locale).desk;
  const { draft } = desk;
  const clauses = draft?.clauses ?? desk.published?.clauses ?? [];
  const cost = draft ? formatMoney(draft.cost) : '';
  return [
    { kind: 'text', name: 'title', label: t.name, defaultValue: draft?.title ?? '' },
    {
      kind: 'textarea',
      name: 'summary',
      label: t.summary,
      rows: 4,
      defaultValue: draft?.summary ?? '',
    },
    {
      kind: 'textarea',
      name: 'clauses',
      label: t.clauses,
      hint: t.clausesHint,
      rows: 12,
      defaultValue: clausesText(clauses),
    },
    {
      kind: 'text',
      name: 'cost',
      label: t.cost,
      hint: t.costHint,
      inputMode: 'decimal',
      defaultValue: cost,
    },
    { kind: 'text', name: 'costNote', label: t.costNote, defaultValue: draft?.costNote ?? '' },
  ];
}

/** Four fields for every clause that differs from the version before. */
export function changeFields(desk: Desk, locale: Locale): FieldsOf<typeof citeChanges> {
  const t = pick(messages, locale).desk;
  const names = pick(gateWords, locale).gates as Record<string, string>;
  const objections = desk.objections.map((one) => ({ value: String(one.no), label: `${one.no} · ${one.wording}` }));
  const gates = desk.gates.map((key) => ({ value: key, label: names[key] ?? key }));
  const alone = objections.length === 0 && gates.length === 0;
  return desk.changed.flatMap((no): FieldsOf<typeof citeChanges> => {
    const cited = desk.changes.find((change) => change.clause === no);
    const answered = cited?.objections.map((one) => String(one.no)) ?? [];
    return [
      {
        kind: 'textarea',
        name: `note_${no}`,
        label: t.note(no),
        when: t.noteWhen,
        rows: 2,
        defaultValue: cited?.note ?? '',
      },
      ...(objections.length > 0
        ? [
            {
              ...{
                kind: 'checkboxes' as const,
                name: `objections_${no}` as const,
                label: t.objections(no),
                when: t.oneOf,
              },
              options: objections,
              defaultValues: answered,
            },
          ]
        : []),
      ...(gates.length > 0
        ? [
            {
              kind: 'select' as const,
              name: `gate_${no}` as const,
              label: t.gate(no),
              when: t.oneOf,
              options: gates,
              defaultValue: cited?.gate ?? '',
            },
          ]
        : []),
      {
        ...{
          kind: 'text',
          name: `technical_${no}`,
          label: t.technical(no),
          when: alone ? t.noteWhen : t.oneOf,
        },
        defaultValue: cited?.technical ?? '',
      },
    ];
  });
}

/** Material or not, and why, for each affected group. */
export function materialityFields(desk: Desk, locale: Locale): FieldsOf<typeof judgeMateriality> {
  const t = pick(messages, locale).desk;
  const options = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ];
  return desk.groups.flatMap(
    ({ position, name, judged }): FieldsOf<typeof judgeMateriality> => [
      {
        kind: 'radio',
        name: `material_${position}`,
        label: t.material(name),
        options,
        needed: true,
        ...(judged && { defaultValue: judged.material ? 'yes' : 'no' }),
      },
      {
        kind: 'text',
        name: `reason_${position}`,
        label: t.reason(name),
        needed: true,
        defaultValue: judged?.reason ?? '',
      },
    ],
  );
}
