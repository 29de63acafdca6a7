import type { FieldsOf } from '@/components/form/spec';
import type { buildPlace, judgePlace, missPlace, namePlace, settlePlace } from '@/features/places/actions';
import { messages } from '@/features/places/messages';
import type { DeskPlaces } from '@/features/places/queries/places';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

export function nameFields(locale: Locale, doors: DeskPlaces['doors']): FieldsOf<typeof namePlace> {
  const w = pick(messages, locale);
  const t = w.desk;
  const options = doors.map(({ id, building, no }) => ({ value: String(id), label: w.board.entrance(building, no) }));
  return [
    { kind: 'text', name: 'name', label: t.name, hint: t.nameHint },
    { kind: 'text', name: 'spot', label: t.spot, hint: t.spotHint },
    { kind: 'checkboxes', name: 'beside', label: t.beside, hint: t.besideHint, options },
  ];
}

export function buildFields(
  locale: Locale,
  today: string,
  place: DeskPlaces['places'][number],
): FieldsOf<typeof buildPlace> {
  const t = pick(messages, locale).desk;
  return [
    { kind: 'date', name: 'builtOn', label: t.builtOn, max: today, defaultValue: place.builtOn ?? today },
    { kind: 'textarea', name: 'note', label: t.note, rows: 2, defaultValue: place.note },
  ];
}

export function missFields(
  locale: Locale,
  today: string,
  place: DeskPlaces['places'][number],
): FieldsOf<typeof missPlace> {
  const t = pick(messages, locale).desk;
  return [
    { kind: 'textarea', name: 'why', label: t.why, hint: t.whyHint, rows: 2, defaultValue: place.missingWhy },
    { kind: 'date', name: 'until', label: t.until, min: today, defaultValue: place.missingUntil ?? '' },
  ];
}

export function settleFields(locale: Locale, today: string): FieldsOf<typeof settlePlace> {
  const t = pick(messages, locale).desk;
  return [
    { kind: 'textarea', name: 'answer', label: t.answer, rows: 2 },
    { kind: 'date', name: 'mendOn', label: t.mendOn, min: today },
  ];
}

/** Whether it can stand beside one's home; a no says why. */
export function wordFields(locale: Locale): FieldsOf<typeof judgePlace> {
  const t = pick(messages, locale).own;
  return [
    {
      kind: 'radio',
      name: 'outcome',
      label: t.outcome,
      options: (['accepted', 'refused'] as const).map((value) => ({ value, label: t.outcomes[value] })),
    },
    { kind: 'textarea', name: 'reason', label: t.reason, when: t.reasonWhen, rows: 2 },
  ];
}
