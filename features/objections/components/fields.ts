import type { FieldSpec } from '@/components/form/spec';
import { groundName } from '@/features/objections/components/sheet';
import { CHANNELS } from '@/features/objections/input';
import { messages } from '@/features/objections/messages';
import { ANSWERS, GROUNDS, WEIGHTS } from '@/features/objections/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** A verdict; before an answer an objection can only be taken back. */
export function verdictFields(locale: Locale, answered: boolean): FieldSpec[] {
  const t = pick(messages, locale).mine;
  const values = answered ? (['settled', 'maintained', 'withdrawn'] as const) : (['withdrawn'] as const);
  return [
    {
      kind: 'radio',
      name: 'verdict',
      label: t.verdict,
      required: true,
      options: values.map((value) => ({ value, label: t.options[value] })),
    },
    { kind: 'textarea', name: 'words', label: t.words, hint: t.wordsHint, rows: 3, maxLength: 600 },
  ];
}

/** How somebody else came by it. */
export function provenanceFields(locale: Locale): FieldSpec[] {
  const t = pick(messages, locale).door;
  return [
    {
      kind: 'radio',
      name: 'channel',
      label: t.channel,
      defaultValue: 'door',
      options: CHANNELS.map((value) => ({ value, label: t.channels[value] })),
    },
    {
      kind: 'text',
      name: 'provenance',
      label: t.provenance,
      hint: t.provenanceHint,
      required: true,
      maxLength: 300,
    },
  ];
}

interface ToDraw {
  id: number;
  ground: string | null;
  words: string;
  condition: string;
}

export function drawFields(said: readonly ToDraw[], locale: Locale): FieldSpec[] {
  const t = pick(messages, locale);
  const ground = said[0]?.ground ?? undefined;
  const grounds = GROUNDS.map((value) => ({ value, label: groundName(value, locale) }));
  return [
    {
      kind: 'checkboxes',
      name: 'opinions',
      label: t.desk.opinions,
      required: true,
      options: said.map((one) => ({
        value: String(one.id),
        label: [one.condition, one.words].filter(Boolean).join(' · ') || t.desk.noWords,
      })),
      defaultValues: said.map((one) => String(one.id)),
    },
    {
      kind: 'select',
      name: 'ground',
      label: t.desk.ground,
      required: true,
      options: ground ? grounds.filter((one) => one.value === ground) : grounds,
      ...(ground && { defaultValue: ground }),
    },
    {
      kind: 'radio',
      name: 'weight',
      label: t.desk.weight,
      required: true,
      options: WEIGHTS.map((value) => ({ value, label: t.weights[value] })),
    },
    { kind: 'text', name: 'wording', label: t.desk.wording, required: true, maxLength: 200 },
  ];
}

interface Clause {
  version: number;
  no: number;
  text: string;
}

/** `clauses`: of the newest version, also while it is a draft. */
export function answerFields(clauses: readonly Clause[], locale: Locale): FieldSpec[] {
  const t = pick(messages, locale);
  const newest = clauses[0]?.version;
  return [
    {
      kind: 'radio',
      name: 'kind',
      label: t.desk.kind,
      required: true,
      options: ANSWERS.map((value) => ({ value, label: t.answers[value] })),
    },
    {
      kind: 'select',
      name: 'clause',
      label: t.desk.clauseNo,
      when: t.desk.clauseHint,
      options: [
        { value: '', label: t.desk.noClause },
        ...clauses
          .filter((one) => one.version === newest)
          .map((one) => ({ value: String(one.no), label: `${t.clause(one.version, one.no)} ${one.text}` })),
      ],
    },
    { kind: 'textarea', name: 'answer', label: t.desk.answerText, required: true, rows: 4, maxLength: 600 },
  ];
}
