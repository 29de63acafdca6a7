import type { FieldFor } from '@/components/form/spec';
import { CORRECTION_OUTCOMES } from '@/db/words/meetings';
import { messages } from '@/features/meetings/messages';
import type { Item } from '@/features/meetings/queries/board';
import type { newMeeting } from '@/features/meetings/queries/desk';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';

type Found = NonNullable<Awaited<ReturnType<typeof newMeeting>>>;

/** What is asked of whoever calls one. `chosen`: what it is about, where they come from a proposal. */
export function callFields({ proposals, entrances }: Found, chosen: number | undefined, locale: Locale) {
  const t = pick(messages, locale);
  const fields: FieldFor<
    'title' | 'place' | 'words' | 'startsAt' | 'minutes' | 'proposals' | 'groups' | 'entrances'
  >[] = [
    { kind: 'text', name: 'title', label: t.desk.name },
    { kind: 'datetime', name: 'startsAt', label: t.desk.starts },
    { kind: 'text', inputMode: 'numeric', name: 'minutes', label: t.desk.minutes, defaultValue: '90' },
    { kind: 'text', name: 'place', label: t.desk.place },
    { kind: 'textarea', name: 'words', label: t.desk.words, rows: 2 },
    {
      kind: 'checkboxes',
      name: 'proposals',
      label: t.desk.proposals,
      options: proposals.map((one) => ({ value: String(one.no), label: one.title })),
      ...(chosen && { defaultValues: [String(chosen)] }),
      needed: true,
    },
  ];
  const groups = proposals.flatMap((one) =>
    one.groups.map((group) => ({
      value: String(group.id),
      label: placeIn(group.name, locale),
      under: one.title,
      no: one.no,
    })),
  );
  if (groups.length > 0)
    fields.push({
      kind: 'checkboxes',
      name: 'groups',
      label: t.desk.groups,
      hint: t.desk.groupsHint,
      when: t.desk.whom,
      options: groups,
      defaultValues: groups.filter(({ no }) => no === chosen).map(({ value }) => value),
    });
  fields.push({
    kind: 'checkboxes',
    name: 'entrances',
    tells: 'groups',
    label: t.desk.entrances,
    hint: t.desk.entrancesHint,
    ...(groups.length > 0 ? { when: t.desk.whom } : { needed: true as const }),
    options: entrances.map((one) => ({
      value: String(one.id),
      label: t.entrance(one.building, one.no),
      under: t.building(one.building),
    })),
  });
  return fields;
}

/** The minutes of one matter, with what stands of them. */
export function minuteFields(item: Item, locale: Locale): FieldFor<'said' | 'decided' | 'promises'>[] {
  const { desk: t } = pick(messages, locale);
  const line = ({ who, what, dueOn }: Item['promises'][number]) => `${who}：${what} ${dueOn}`;
  return [
    { kind: 'textarea', name: 'said', label: t.said, hint: t.saidHint, rows: 5, defaultValue: item.said },
    { kind: 'textarea', name: 'decided', label: t.decided, hint: t.decidedHint, rows: 3, defaultValue: item.decided },
    {
      kind: 'textarea',
      name: 'promises',
      label: t.promises,
      hint: t.promisesHint,
      rows: 3,
      defaultValue: item.promises.map(line).join('\n'),
    },
  ];
}

/** An answer to what somebody wants put right; the text as it stands, to be changed. */
export function answerFields(item: Item, locale: Locale): FieldFor<'outcome' | 'answer' | 'said' | 'decided'>[] {
  const { desk: t, outcomes } = pick(messages, locale);
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: t.outcome,
      options: CORRECTION_OUTCOMES.map((value) => ({ value, label: outcomes[value] })),
    },
    { kind: 'textarea', name: 'answer', label: t.answerWords, hint: t.answerHint, rows: 2 },
    { kind: 'textarea', name: 'said', label: t.saidNow, rows: 4, defaultValue: item.said },
    { kind: 'textarea', name: 'decided', label: t.decidedNow, rows: 2, defaultValue: item.decided },
  ];
}
