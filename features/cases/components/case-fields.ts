import type { FieldSpec } from '@/components/form/spec';
import { messages } from '@/features/cases/messages';
import { KINDS, SOURCES } from '@/features/cases/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Choices {
  buildings: readonly { id: number; name: string }[];
}

/** The fields of a new case; what only staff fill in when `desk` is set. */
export function caseFields(locale: Locale, { buildings }: Choices, desk: boolean): FieldSpec[] {
  const t = pick(messages, locale);
  const kinds = KINDS.map((value) => ({ value, label: t.kinds[value] }));
  const sources = SOURCES.map((value) => ({ value, label: t.sources[value] }));
  const places = buildings.map(({ id, name }) => ({ value: String(id), label: t.one.building(name) }));
  const staff: FieldSpec[] = desk
    ? [
        { kind: 'radio', name: 'source', label: t.record.source, required: true, options: sources },
        { kind: 'text', name: 'externalNo', label: t.record.externalNo, maxLength: 40 },
        { kind: 'select', name: 'building', label: t.record.building, hint: t.record.noBuilding, options: places },
        { kind: 'text', name: 'complainant', label: t.record.complainant, maxLength: 40 },
        { kind: 'tel', name: 'phone', label: t.record.phone, hint: t.record.phoneHint, maxLength: 20 },
      ]
    : [];
  return [
    { kind: 'radio', name: 'kind', label: t.record.kind, required: true, options: kinds },
    { kind: 'text', name: 'title', label: t.record.name, hint: t.record.nameHint, required: true, maxLength: 80 },
    { kind: 'text', name: 'place', label: t.record.place, hint: t.record.placeHint, required: true, maxLength: 80 },
    {
      kind: 'textarea',
      name: 'words',
      label: t.record.words,
      hint: t.record.wordsHint,
      required: true,
      rows: 5,
      maxLength: 2000,
    },
    { kind: 'date', name: 'happenedOn', label: t.record.happenedOn, hint: t.record.happenedHint },
    ...staff,
  ];
}
