import { Field } from '@/components/form/field';
import type { FieldSpec, Option } from '@/components/form/spec';
import { Actions } from '@/components/page/section';
import { messages as orders } from '@/features/orders/messages';
import { messages as visits } from '@/features/visits/messages';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { BlankPlaces } from '../queries/one';
import { BLANK_OF, type BlankFilter, type BlankOf, BY_BUILDING, BY_DAY, BY_DOOR, STATES } from '../rules';

interface Props {
  of: BlankOf;
  filter: BlankFilter;
  places: BlankPlaces;
  /** Of the days asked for, those there are not. */
  wrong: readonly string[];
  /** The page itself. */
  at: string;
  locale: Locale;
}

function stateWords(of: BlankOf, locale: Locale): Readonly<Record<string, string>> {
  const t = pick(messages, locale).states;
  if (of === 'visits') return pick(visits, locale).outcomes;
  if (of === 'needs') return pick(visits, locale).states;
  return of === 'cases' ? pick(orders, locale).states : t[of];
}

/** What a row is, as ways beside each other, and which rows: by place, state and day. */
export function Choosing({ of, filter, places, wrong, at, locale }: Props) {
  const t = pick(messages, locale).one;
  const words = stateWords(of, locale);
  const entrances = places.filter(({ id }) => filter.building === null || id === filter.building);
  const select = (name: string, label: string, options: readonly Option[], value: string | number | null) =>
    ({
      kind: 'select',
      name,
      label,
      options,
      nothing: t.any,
      defaultValue: String(value ?? ''),
    }) satisfies FieldSpec;
  const day = (name: 'from' | 'to') =>
    ({ kind: 'date', name, label: t[name], defaultValue: filter[name] ?? '' }) satisfies FieldSpec;
  const buildings = places.map(({ id, name }) => ({ value: String(id), label: name }));
  const doors = entrances.flatMap(({ name, entrances: all }) =>
    all.map(({ id, no }) => ({ value: String(id), label: t.entranceOf(name, no) })),
  );
  const states = STATES[of].map((value) => ({ value, label: words[value] ?? value }));
  const fields: FieldSpec[] = [
    ...(BY_BUILDING.includes(of) ? [select('building', t.building, buildings, filter.building)] : []),
    ...(BY_DOOR.includes(of) ? [select('entrance', t.entrance, doors, filter.entrance)] : []),
    select('state', t.state, states, filter.state),
    ...(BY_DAY.includes(of) ? [day('from'), day('to')] : []),
  ];
  return (
    <>
      <nav className="tabs" aria-label={t.of}>
        {BLANK_OF.map((one) => (
          <a key={one} href={`${at}?of=${one}`} aria-current={one === of ? 'page' : undefined}>
            {pick(messages, locale).of[one]}
          </a>
        ))}
      </nav>
      <form className="form" method="get" action={at}>
        <input type="hidden" name="of" value={of} />
        {fields.map((spec) => (
          <Field
            key={`${of}-${spec.name}`}
            form="which"
            locale={locale}
            spec={spec}
            error={wrong.includes(spec.name) ? t.wrongDay : undefined}
          />
        ))}
        <Actions>
          <button className="btn btn-ghost" type="submit">
            {t.show}
          </button>
        </Actions>
      </form>
    </>
  );
}
