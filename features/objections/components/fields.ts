import type { FieldFor, FieldsOf } from '@/components/form/spec';
import type {
  answerObjection,
  approveWording,
  drawObjection,
  giveVerdict,
  rewordObjection,
  splitObjection,
} from '@/features/objections/actions';
import { groundName } from '@/features/objections/components/sheet';
import { CHANNELS } from '@/features/objections/input';
import { messages } from '@/features/objections/messages';
import { ANSWERS, GROUNDS, isChangedFor, WEIGHTS } from '@/features/objections/rules';
import { type Bundle, suggestions } from '@/features/objections/rules/draw';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** A verdict, `given` being what was said before; before an answer an objection can only be taken back. */
export function verdictFields(
  locale: Locale,
  answered: boolean,
  given?: { verdict: string | null; verdictWords: string },
): FieldsOf<typeof giveVerdict> {
  const t = pick(messages, locale).mine;
  const values = answered ? (['settled', 'maintained', 'withdrawn'] as const) : (['withdrawn'] as const);
  return [
    {
      kind: 'radio',
      name: 'verdict',
      label: t.verdict,
      options: values.map((value) => ({ value, label: t.options[value] })),
      ...(given?.verdict && { defaultValue: given.verdict }),
    },
    {
      kind: 'textarea',
      name: 'words',
      label: t.words,
      when: t.wordsWhen,
      hint: t.wordsHint,
      rows: 3,
      defaultValue: given?.verdictWords ?? '',
    },
  ];
}

/** How somebody else came by it. */
export function provenanceFields(locale: Locale): FieldsOf<typeof approveWording> {
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
      needed: true,
    },
  ];
}

/** Words to tick, nothing ticked beforehand: equal ones once, those that look like one meaning beside each other. */
export function wordsField<Name extends string>(
  name: Name,
  label: string,
  groups: readonly Bundle[][],
  locale: Locale,
): FieldFor<Name> {
  const t = pick(messages, locale).desk;
  const options = groups.flatMap(([first, ...like]) => {
    if (!first) return [];
    const label = ({ ids, words }: Bundle) => t.wordsOf(words || t.noWords, ids.length);
    return [
      { value: first.ids.join('-'), label: label(first) },
      ...like.map((one) => ({ value: one.ids.join('-'), label: label(one), hint: t.looksLike(first.words) })),
    ];
  });
  return { kind: 'checkboxes', name, label, hint: t.tickAlike, options, needed: true };
}

const weightField = (locale: Locale, defaultValue?: string): FieldFor<'weight'> => {
  const t = pick(messages, locale);
  const options = WEIGHTS.map((value) => ({ value, label: t.weights[value] }));
  return { kind: 'radio', name: 'weight', label: t.desk.weight, options, defaultValue };
};

const wordingField = (locale: Locale, defaultValue?: string): FieldFor<'wording'> => ({
  kind: 'text',
  name: 'wording',
  label: pick(messages, locale).desk.wording,
  defaultValue,
});

/** Why, where somebody has approved how it was put. */
export const reasonField = (locale: Locale): FieldFor<'reason'> => {
  const t = pick(messages, locale).desk;
  return { kind: 'text', name: 'reason', label: t.undoReason, when: t.undoWhen };
};

/** How it is put, to be put anew. */
export const rewordFields = (
  one: { weight: string; wording: string },
  locale: Locale,
): FieldsOf<typeof rewordObjection> => [
  wordingField(locale, one.wording),
  weightField(locale, one.weight),
  reasonField(locale),
];

/** What a new objection needs beside the words it is drawn from; whoever is against it gave the ground. */
export function drawFields(ground: string | null, locale: Locale): FieldsOf<typeof drawObjection> {
  const t = pick(messages, locale).desk;
  const grounds = GROUNDS.map((value) => ({ value, label: groundName(value, locale) }));
  return [
    {
      kind: 'select',
      name: 'ground',
      label: t.ground,
      options: ground ? grounds.filter((one) => one.value === ground) : grounds,
      ...(ground && { defaultValue: ground }),
    },
    weightField(locale),
    wordingField(locale),
  ];
}

/** Who leaves an objection, by what they said, and how their own is worded. */
export function splitFields(
  one: { said: { id: number; words: string }[]; weight: string },
  locale: Locale,
): FieldsOf<typeof splitObjection> {
  const t = pick(messages, locale).desk;
  return [
    wordsField('households', t.leaving, suggestions(one.said), locale),
    weightField(locale, one.weight),
    wordingField(locale),
    reasonField(locale),
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
export function answerFields(
  clauses: readonly Clause[],
  objected: number,
  locale: Locale,
): FieldsOf<typeof answerObjection> {
  const t = pick(messages, locale);
  const since = clausesSince(clauses, objected).sort((a, b) => Number(b.changed) - Number(a.changed));
  const became = (one: (typeof since)[number]) =>
    one.changed ? (one.before === null ? t.desk.clauseNew : t.desk.clauseChanged) : t.desk.clauseSame;
  return [
    {
      kind: 'radio',
      name: 'kind',
      label: t.desk.kind,
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
    { kind: 'textarea', name: 'answer', label: t.desk.answerText, rows: 4 },
  ];
}
