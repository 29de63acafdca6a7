import type { FieldSpec } from '@/components/form/spec';
import { messages as gateWords } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { deskPlans } from '../queries/desk';
import { clausesText } from '../rules';

type Desk = NonNullable<Awaited<ReturnType<typeof deskPlans>>>;

/** The draft's own text; without a draft it starts from the version before. */
export function draftFields(desk: Desk, locale: Locale): FieldSpec[] {
  const t = pick(messages, locale).desk;
  const { draft } = desk;
  const clauses = draft?.clauses ?? desk.published?.clauses ?? [];
  const cost = draft ? formatMoney(draft.cost) : '';
  return [
    { kind: 'text', name: 'title', label: t.name, required: true, maxLength: 60, defaultValue: draft?.title ?? '' },
    {
      ...{ kind: 'textarea', name: 'summary', label: t.summary, required: true, rows: 4, maxLength: 600 },
      defaultValue: draft?.summary ?? '',
    },
    {
      ...{ kind: 'textarea', name: 'clauses', label: t.clauses, hint: t.clausesHint, required: true, rows: 12 },
      defaultValue: clausesText(clauses),
    },
    {
      kind: 'text',
      name: 'cost',
      label: t.cost,
      hint: t.costHint,
      required: true,
      inputMode: 'decimal',
      defaultValue: cost,
    },
    { kind: 'text', name: 'costNote', label: t.costNote, maxLength: 300, defaultValue: draft?.costNote ?? '' },
  ];
}

/** Four fields for every clause that differs from the version before. */
export function changeFields(desk: Desk, locale: Locale): FieldSpec[] {
  const t = pick(messages, locale).desk;
  const names = pick(gateWords, locale).gates as Record<string, string>;
  const objections = desk.objections.map((one) => ({ value: String(one.no), label: `${one.no} · ${one.wording}` }));
  const gates = desk.gates.map((key) => ({ value: key, label: names[key] ?? key }));
  const alone = objections.length === 0 && gates.length === 0;
  return desk.changed.flatMap((no): FieldSpec[] => {
    const cited = desk.changes.find((change) => change.clause === no);
    const answered = cited?.objections.map((one) => String(one.no)) ?? [];
    return [
      {
        ...{ kind: 'textarea', name: `note_${no}`, label: t.note(no), when: t.noteWhen, rows: 2, maxLength: 300 },
        defaultValue: cited?.note ?? '',
      },
      ...(objections.length > 0
        ? [
            {
              ...{ kind: 'checkboxes' as const, name: `objections_${no}`, label: t.objections(no), when: t.oneOf },
              ...{ options: objections, defaultValues: answered },
            },
          ]
        : []),
      ...(gates.length > 0
        ? [
            {
              kind: 'select' as const,
              name: `gate_${no}`,
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
          maxLength: 300,
        },
        defaultValue: cited?.technical ?? '',
      },
    ];
  });
}

/** Material or not, and why, for each affected group. */
export function materialityFields(desk: Desk, locale: Locale): FieldSpec[] {
  const t = pick(messages, locale).desk;
  const options = [
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ];
  return desk.groups.flatMap(({ position, name, judged }): FieldSpec[] => [
    {
      ...{ kind: 'radio', name: `material_${position}`, label: t.material(name), options, required: true },
      ...(judged && { defaultValue: judged.material ? 'yes' : 'no' }),
    },
    {
      ...{ kind: 'text', name: `reason_${position}`, label: t.reason(name), maxLength: 300, required: true },
      defaultValue: judged?.reason ?? '',
    },
  ]);
}
