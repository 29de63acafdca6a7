import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import type { FieldsOf } from '@/components/form/spec';
import { Section } from '@/components/page/section';
import { type ListName, MEASURES } from '@/features/orders/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { roles } from '@/lib/roles';
import { pick } from '@/lib/words';
import { addEntry, renameEntry, retireEntry } from '../actions';
import { messages } from '../messages';
import type { HandlingLists } from '../queries/choices';

interface Props {
  lists: HandlingLists;
  form: { community: string; locale: Locale };
}

interface Entry {
  id: number;
  name: string;
  note: string;
  /** How far it stands below others. */
  level: number;
}

/** What is still offered, as a line each. */
function entriesOf({ lists, form: { locale } }: Props): Record<ListName, Entry[]> {
  const t = pick(messages, locale);
  const tier = (id: number | null) => {
    const found = lists.tiers.find((one) => one.id === id);
    return found ? t.tier(found.amount, t.measures[found.measure]) : '';
  };
  const kept = <T extends { retiredAt: Date | null }>(all: readonly T[]) => all.filter((one) => one.retiredAt === null);
  return {
    place: kept(lists.places).map(({ id, name }) => ({ id, name, level: 0, note: '' })),
    category: lists.categories
      .filter(({ retired }) => !retired)
      .map((one) => ({ ...one, note: tier(one.tierId), level: one.path.split('->').length - 1 })),
    tier: lists.tiers
      .filter(({ retired }) => !retired)
      .map((one) => ({ id: one.id, name: tier(one.id), note: '', level: 0 })),
    agency: kept(lists.agencies).map((one) => ({
      id: one.id,
      name: one.name,
      level: 0,
      note: one.role ? roles[locale][one.role] : t.lists.outside,
    })),
    ground: kept(lists.grounds).map((one) => ({
      id: one.id,
      level: 0,
      note: '',
      name: one.beyond ? t.form.beyond(one.name) : one.name,
    })),
    template: kept(lists.templates).map((one) => ({
      id: one.id,
      name: one.name,
      level: 0,
      note: [one.category ?? t.lists.every, one.body].join(' · '),
    })),
  };
}

/** One list: each entry leads to the page on which it is renamed or retired. */
export function List(props: Props & { list: ListName; slug: string }) {
  const { lists, form, list, slug } = props;
  const t = pick(messages, form.locale);
  return (
    <>
      <ul className="entries">
        {entriesOf(props)[list].map((one) => (
          <li key={one.id} className={one.level > 0 ? `level-${one.level}` : undefined}>
            <a className="tap" href={to.desk(form.locale, slug, 'cases', 'lists', list, one.id)}>
              {one.name}
            </a>{' '}
            {one.note && (
              <small>
                <Written>{one.note}</Written>
              </small>
            )}
          </li>
        ))}
      </ul>
      <Section title={t.lists.add} id="add">
        <Add list={list} lists={lists} form={form} />
      </Section>
    </>
  );
}

/** One entry: renamed, or offered no more. Null where it is not, or no more. */
export function entryNamed(props: Props, list: ListName, id: number): string | null {
  return entriesOf(props)[list].find((one) => one.id === id)?.name ?? null;
}

export function ListEntry({ list, id, name, form }: { list: ListName; id: number; name: string; form: Props['form'] }) {
  const t = pick(messages, form.locale).lists;
  const about = { list, entry: id };
  return (
    <>
      {list !== 'tier' && (
        <KeptForm
          {...form}
          id="rename"
          action={renameEntry}
          about={about}
          fields={[{ kind: 'text', name: 'name', label: t.name, defaultValue: name }]}
          submitLabel={t.rename}
        />
      )}
      <KeptForm {...form} id="retire" action={retireEntry} about={about} submitLabel={t.retire} ghost />
    </>
  );
}

function Add({ list, lists, form }: Props & { list: ListName }) {
  const t = pick(messages, form.locale);
  const tiers = lists.tiers
    .filter(({ retired }) => !retired)
    .map((one) => ({ value: String(one.id), label: t.tier(one.amount, t.measures[one.measure]) }));
  const paths = (deepest: number) =>
    lists.categories
      .filter(({ retired, path }) => !retired && path.split('->').length <= deepest)
      .map(({ id, path }) => ({ value: String(id), label: path }));
  const name = { kind: 'text', name: 'name', label: t.lists.name, needed: true } as const;
  const offices = (['social-worker', 'party-secretary', 'governance-secretary', 'hotline', 'property'] as const).map(
    (value) => ({ value, label: roles[form.locale][value] }),
  );
  const fields: Record<ListName, FieldsOf<typeof addEntry>> = {
    place: [{ ...name, hint: t.lists.placeHint }],
    category: [
      name,
      { kind: 'select', name: 'parent', label: t.lists.parent, hint: t.lists.top, options: paths(2) },
      { kind: 'select', name: 'tier', label: t.lists.tier, options: tiers },
    ],
    tier: [
      { kind: 'text', name: 'amount', label: t.lists.amount, inputMode: 'numeric', needed: true },
      {
        kind: 'radio',
        name: 'measure',
        label: t.lists.measure,
        needed: true,
        options: MEASURES.map((value) => ({ value, label: t.measures[value] })),
      },
    ],
    agency: [name, { kind: 'select', name: 'office', label: t.lists.office, hint: t.lists.outside, options: offices }],
    ground: [
      name,
      {
        kind: 'radio',
        name: 'beyond',
        label: t.lists.beyond,
        needed: true,
        options: [
          { value: 'yes', label: t.lists.yes },
          { value: 'no', label: t.lists.no },
        ],
      },
    ],
    template: [
      name,
      { kind: 'textarea', name: 'body', label: t.lists.body, hint: t.lists.bodyHint, rows: 4, needed: true },
      { kind: 'select', name: 'category', label: t.lists.category, hint: t.lists.every, options: paths(3) },
    ],
  };
  return (
    <KeptForm
      {...form}
      id={`add-${list}`}
      action={addEntry}
      about={{ list }}
      fields={fields[list]}
      submitLabel={t.lists.add}
    />
  );
}
