import type { FieldsOf } from '@/components/form/spec';
import type { recordCase } from '@/features/cases/actions';
import { messages } from '@/features/cases/messages';
import type { Spot } from '@/features/cases/queries/choices';
import { KINDS, WRITTEN_DOWN } from '@/features/cases/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Choices {
  /** Whose it may be, at the desk. */
  buildings?: readonly { id: number; name: string }[];
  spots: readonly Spot[];
}

/** The fields of a new case; what only staff fill in when `desk` is set. */
export function caseFields(
  locale: Locale,
  { buildings = [], spots }: Choices,
  desk: boolean,
): FieldsOf<typeof recordCase> {
  const t = pick(messages, locale);
  const kinds = KINDS.map((value) => ({ value, label: t.kinds[value] }));
  const sources = WRITTEN_DOWN.map((value) => ({ value, label: t.sources[value] }));
  const places = buildings.map(({ id, name }) => ({ value: String(id), label: t.one.building(name) }));
  const at = spots.map(({ value, name, entrance, kind }) => ({
    value,
    label: kind === 'place' ? name : entrance === null ? t.one.building(name) : t.one.entrance(name, entrance),
  }));
  const staff: FieldsOf<typeof recordCase> = desk
    ? [
        { kind: 'radio', name: 'source', label: t.record.source, options: sources },
        { kind: 'text', name: 'externalNo', label: t.record.externalNo },
        { kind: 'select', name: 'building', label: t.record.building, hint: t.record.noBuilding, options: places },
        { kind: 'text', name: 'complainant', label: t.record.complainant },
        { kind: 'tel', name: 'phone', label: t.record.phone, hint: t.record.phoneHint },
      ]
    : [];
  return [
    { kind: 'radio', name: 'kind', label: t.record.kind, options: kinds },
    { kind: 'text', name: 'title', label: t.record.name, hint: t.record.nameHint },
    { kind: 'select', name: 'at', label: t.record.at, hint: t.record.atHint, options: at },
    { kind: 'text', name: 'place', label: t.record.place, hint: t.record.placeHint },
    {
      kind: 'textarea',
      name: 'words',
      label: t.record.words,
      hint: t.record.wordsHint,
      rows: 5,
    },
    { kind: 'date', name: 'happenedOn', label: t.record.happenedOn, hint: t.record.happenedHint },
    ...staff,
  ];
}
