import type { FieldsOf } from '@/components/form/spec';
import type { answerShort, proposeShort } from '@/features/shortway/actions';
import { messages } from '@/features/shortway/messages';
import type { ShortAnswer } from '@/features/shortway/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** Whether it is good; `answers`: what whoever is asked may say. */
export function answerFields(locale: Locale, answers: readonly ShortAnswer[]): FieldsOf<typeof answerShort> {
  const t = pick(messages, locale).answer;
  return [
    {
      kind: 'radio',
      name: 'answer',
      label: t.label,
      options: answers.map((value) => ({ value, label: t.options[value] })),
    },
    { kind: 'textarea', name: 'words', label: t.words, when: t.wordsWhen, rows: 3 },
  ];
}

type Doors = readonly { id: number; no: number; building: string }[];

/** What whoever proposes it says; entrances fold under their buildings. */
export function proposeFields(locale: Locale, doors: Doors): FieldsOf<typeof proposeShort> {
  const t = pick(messages, locale).propose;
  const buildings = [...new Set(doors.map((one) => one.building))];
  return [
    { kind: 'textarea', name: 'what', label: t.what, hint: t.whatHint, rows: 3 },
    { kind: 'text', name: 'who', label: t.who },
    { kind: 'text', name: 'cost', label: t.cost, inputMode: 'decimal' },
    { kind: 'textarea', name: 'harmless', label: t.harmless, hint: t.harmlessHint, rows: 3 },
    {
      kind: 'checkboxes',
      name: 'places',
      label: t.places,
      hint: t.placesHint,
      options: buildings.flatMap((name) =>
        doors
          .filter((one) => one.building === name)
          .map((one) => ({ value: String(one.id), label: t.entrance(name, one.no), under: t.building(name) })),
      ),
    },
  ];
}
