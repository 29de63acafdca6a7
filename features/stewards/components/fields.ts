import type { FieldFor } from '@/components/form/spec';
import { SHIFT_PARTS } from '@/db/words/stewards';
import { messages } from '@/features/stewards/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Entrance {
  id: number;
  building: string;
  no: number;
}

/** The entrances there are, a box each, under their buildings. */
export function entranceField(
  entrances: readonly Entrance[],
  held: readonly number[],
  locale: Locale,
): FieldFor<'entrances'> {
  const { desk, board } = pick(messages, locale);
  return {
    kind: 'checkboxes',
    name: 'entrances',
    label: desk.entrances,
    options: entrances.map((one) => ({
      value: String(one.id),
      label: `${board.building(one.building)} ${board.entrance(one.no)}`,
      under: board.building(one.building),
    })),
    defaultValues: held.map(String),
  };
}

export function shiftFields(today: string, locale: Locale): FieldFor<'day' | 'part' | 'weeks'>[] {
  const { desk, parts } = pick(messages, locale);
  return [
    { kind: 'date', name: 'day', label: desk.day, min: today },
    {
      kind: 'radio',
      name: 'part',
      label: desk.part,
      options: SHIFT_PARTS.map((value) => ({ value, label: parts[value] })),
    },
    { kind: 'text', inputMode: 'numeric', name: 'weeks', label: desk.weeks, hint: desk.weeksHint },
  ];
}
