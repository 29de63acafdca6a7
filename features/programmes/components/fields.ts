import type { FieldFor, FieldsOf } from '@/components/form/spec';
import { PROGRAMME_KINDS } from '@/db/words/programmes';
import type { addDates, planProgramme } from '@/features/programmes/actions';
import { clockOf, messages } from '@/features/programmes/messages';
import { MOST_HEADS, RECURRENCES, slotAt } from '@/features/programmes/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

type Dates = Exclude<FieldsOf<typeof addDates>[number]['name'], 'programme'>;

/** When, how often, how many places. */
export function dateFields(locale: Locale): FieldFor<Dates>[] {
  const t = pick(messages, locale);
  const { desk } = t;
  return [
    { kind: 'datetime', name: 'startsAt', label: desk.starts },
    { kind: 'text', inputMode: 'numeric', name: 'minutes', label: desk.minutes, defaultValue: '120' },
    {
      kind: 'select',
      name: 'recurrence',
      label: desk.recurrence,
      options: RECURRENCES.map((value) => ({ value, label: t.recurrences[value] })),
      defaultValue: 'once',
    },
    { kind: 'text', inputMode: 'numeric', name: 'times', label: desk.times, hint: desk.timesHint },
    { kind: 'text', inputMode: 'numeric', name: 'places', label: desk.places, hint: desk.placesHint },
    { kind: 'text', inputMode: 'numeric', name: 'slotMinutes', label: desk.slot, hint: desk.slotHint },
  ];
}

export function planFields(locale: Locale): FieldsOf<typeof planProgramme> {
  const t = pick(messages, locale);
  const { desk } = t;
  return [
    {
      kind: 'radio',
      name: 'kind',
      label: desk.kind,
      options: PROGRAMME_KINDS.map((value) => ({ value, label: t.kinds[value] })),
    },
    { kind: 'text', name: 'title', label: desk.name },
    { kind: 'text', name: 'place', label: desk.place },
    { kind: 'textarea', name: 'words', label: desk.words, rows: 3 },
    { kind: 'text', name: 'bring', label: desk.bring },
    ...dateFields(locale),
  ];
}

interface Offered {
  startsAt: string;
  slotMinutes: number | null;
  free: readonly boolean[];
}

/** How many come, and where they come one after another at what time: the free ones first chosen. */
export function wantedFields({ startsAt, slotMinutes, free }: Offered, locale: Locale): FieldFor<'heads' | 'slot'>[] {
  const t = pick(messages, locale).act;
  const heads: FieldFor<'heads'> = {
    kind: 'select',
    name: 'heads',
    label: t.heads,
    options: Array.from({ length: MOST_HEADS }, (_, n) => ({ value: String(n + 1), label: String(n + 1) })),
    defaultValue: '1',
  };
  if (slotMinutes === null) return [heads];
  const starts = new Date(startsAt);
  const options = free.map((is, slot) => {
    const at = clockOf(slotAt({ startsAt: starts, slotMinutes }, slot));
    return { value: String(slot), label: is ? t.slotFree(at) : t.slotFull(at) };
  });
  const first = String(Math.max(0, free.indexOf(true)));
  return [{ kind: 'select', name: 'slot', label: t.slot, options, defaultValue: first }, heads];
}

/** How the household was asked by whoever signs it up. */
export function channelField(locale: Locale, usual: 'door' | 'phone'): FieldFor<'channel'> {
  const { door: t, channels } = pick(messages, locale);
  return {
    kind: 'radio',
    name: 'channel',
    label: t.how,
    options: (['door', 'phone'] as const).map((value) => ({ value, label: channels[value] })),
    defaultValue: usual,
  };
}
