import type { FieldsOf, Option } from '@/components/form/spec';
import type { recordCase } from '@/features/cases/actions';
import { categoryOptions } from '@/features/cases/components/category-options';
import { messages } from '@/features/cases/messages';
import type { Category } from '@/features/cases/queries/categories';
import type { HomeAt, Spot } from '@/features/cases/queries/choices';
import { KINDS, WRITTEN_DOWN } from '@/features/cases/rules';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Choices {
  /** Whose it may be, at the desk. */
  buildings?: readonly { id: number; name: string }[];
  spots: readonly Spot[];
  /** Entrances that come first: where they live, or go round. */
  near?: readonly number[];
  categories: readonly Category[];
  /** At the doors: those of whoever goes round. */
  homes?: readonly HomeAt[];
}

/** Who fills them in: somebody for their own home, whoever is told at the desk, or a captain at the door. */
type Where = 'own' | 'desk' | 'door';

/** How it came to them, where they write down what others say. Online residents write themselves. */
const HEARD = WRITTEN_DOWN.filter((source) => source !== 'web');

/** Whoever comes from those that are alike has seen them. */
export const alikeSeen = (search: Readonly<Record<string, string | undefined>>) =>
  search.alike === 'seen' ? { alike: 'seen' } : {};

/** Where it can be: at theirs first, then places people have a name for, then the others building by building. */
function placesFor(locale: Locale, spots: readonly Spot[], near: readonly number[], where: Where): Option[] {
  const t = pick(messages, locale);
  const entrances = spots.filter(({ value }) => near.some((id) => value === `entrance-${id}`));
  const buildings = spots.filter(
    ({ kind, name }) => kind === 'building' && entrances.some((entrance) => entrance.name === name),
  );
  const first = [...entrances, ...buildings];
  const called = ({ name, entrance, kind }: Spot) =>
    kind === 'place' ? name : entrance === null ? t.one.building(name) : t.one.entrance(name, entrance);
  const mine = where === 'own' ? t.record.mine : undefined;
  const under = where === 'own' ? t.record.near.own : t.record.near.door;
  return [
    ...first.map((spot) => {
      const is = spot.entrance === null ? mine?.building : mine?.entrance;
      return { value: spot.value, label: is?.(called(spot)) ?? called(spot), under };
    }),
    ...spots
      .filter((spot) => !first.includes(spot))
      .map((spot) => ({
        value: spot.value,
        label: called(spot),
        under: spot.kind === 'place' ? t.record.named : t.one.building(spot.name),
      })),
  ];
}

/** The fields of a new case. */
export function caseFields(
  locale: Locale,
  { buildings = [], spots, near = [], categories, homes = [] }: Choices,
  where: Where,
): FieldsOf<typeof recordCase> {
  const t = pick(messages, locale);
  const kinds = KINDS.map((value) => ({ value, label: t.kinds[value], hint: t.record.kinds[value] }));
  const sources = HEARD.map((value) => ({ value, label: t.sources[value] }));
  const places = buildings.map(({ id, name }) => ({ value: String(id), label: t.one.building(name) }));
  const caller: FieldsOf<typeof recordCase> = [
    { kind: 'text', name: 'complainant', label: t.record.complainant },
    { kind: 'tel', name: 'phone', label: t.record.phone, hint: t.record.phoneHint },
  ];
  const whose: Record<Where, FieldsOf<typeof recordCase>> = {
    own: [],
    door: [
      {
        kind: 'select',
        name: 'household',
        label: t.record.household,
        hint: t.record.householdHint,
        options: homes.map((home) => ({
          value: String(home.id),
          label: t.one.homeAt(home.building, home.entrance, home.door),
        })),
      },
      ...caller,
    ],
    desk: [
      { kind: 'radio', name: 'source', label: t.record.source, options: sources },
      { kind: 'text', name: 'externalNo', label: t.record.externalNo },
      { kind: 'select', name: 'building', label: t.record.building, hint: t.record.noBuilding, options: places },
      { kind: 'text', name: 'home', label: t.record.home, hint: t.record.homeHint },
      ...caller,
    ],
  };
  return [
    { kind: 'radio', name: 'kind', label: t.record.kind, options: kinds },
    { kind: 'text', name: 'title', label: t.record.name, hint: t.record.nameHint },
    {
      kind: 'select',
      name: 'at',
      label: t.record.at,
      hint: t.record.atHint,
      when: t.record.atWhen,
      options: placesFor(locale, spots, near, where),
    },
    { kind: 'text', name: 'place', label: t.record.place, hint: t.record.placeHint, when: t.record.placeWhen },
    {
      kind: 'textarea',
      name: 'words',
      label: t.record.words,
      hint: t.record.wordsHint,
      rows: 5,
    },
    { kind: 'date', name: 'happenedOn', label: t.record.happenedOn, hint: t.record.happenedHint },
    {
      kind: 'select',
      name: 'categoryId',
      label: t.record.category,
      hint: where === 'own' ? t.record.categoryOwn : t.record.categoryHint,
      options: categoryOptions(categories),
    },
    ...whose[where],
  ];
}
