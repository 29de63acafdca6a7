import type { FieldSpec } from '@/components/form/spec';
import { groundName } from '@/features/objections/components/sheet';
import { CHANNELS } from '@/features/objections/input';
import { messages } from '@/features/objections/messages';
import { ANSWERS, GROUNDS, isChangedFor, WEIGHTS } from '@/features/objections/rules';
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

/** What has become of each clause of the newest version, a draft or not, since the one an objection was raised on. */
export function clausesSince(clauses: readonly Clause[], objected: number) {
  const newest = clauses[0]?.version ?? 0;
  const textIn = (version: number, no: number) =>
    clauses.find((one) => one.version === version && one.no === no)?.text ?? null;
  return clauses
    .filter((one) => one.version === newest)
    .map((one) => {
      const before = { version: objected, text: textIn(objected, one.no) };
      return { ...one, before: before.text, changed: isChangedFor(before, one) };
    });
}

/** `clauses`: of every version, newest first; `objected`: the version the objection was raised on. */
export function answerFields(clauses: readonly Clause[], objected: number, locale: Locale): FieldSpec[] {
  const t = pick(messages, locale);
  const since = clausesSince(clauses, objected).sort((a, b) => Number(b.changed) - Number(a.changed));
  const became = (one: (typeof since)[number]) =>
    one.changed ? (one.before === null ? t.desk.clauseNew : t.desk.clauseChanged) : t.desk.clauseSame;
  return [
    {
      kind: 'radio',
      name: 'kind',
      label: t.desk.kind,
      required: true,
      options: ANSWERS.map((value) => ({ value, label: t.answers[value] })),
    },
    {
      kind: 'radio',
      name: 'clause',
      label: t.desk.clauseNo,
      hint: t.desk.clauseWhich,
      when: t.desk.clauseHint,
      options: [
        ...since.map((one) => ({
          value: String(one.no),
          label: t.desk.clauseOf(t.clause(one.version, one.no), became(one)),
          hint: one.text,
        })),
        { value: '', label: t.desk.noClause },
      ],
    },
    { kind: 'textarea', name: 'answer', label: t.desk.answerText, required: true, rows: 4, maxLength: 600 },
  ];
}
