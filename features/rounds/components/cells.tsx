import { Meter } from '@/components/data/meter';
import { DataTable } from '@/components/data/table';
import { REACHED_KEYS, UNREACHED_KEYS } from '@/db/words/rounds';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { heardOf, type SourcesView } from '@/lib/telling';
import { formatNumber, pick } from '@/lib/words';
import { messages } from '../messages';

interface Group {
  key: string;
  name: string;
  households: number;
  arcs: readonly { kinds: readonly string[]; count: number }[];
  published: readonly { kinds: readonly string[]; count: number }[];
  agrees: boolean | null;
}

const nameOf = (kinds: readonly string[], locale: Locale): string => {
  const t = pick(messages, locale);
  const names = t.kinds as Record<string, string>;
  return kinds.map((kind) => names[kind] ?? kind).join(t.or);
};

/** How many households of each group were heard, in a sentence. */
export function heardSaid(groups: readonly Group[], locale: Locale): string {
  const t = pick(messages, locale).one;
  const said = ({ name, households, ...group }: Group) =>
    t.sentence(placeIn(name, locale), households, t.cell(nameOf(['reached'], locale), heardOf(group.arcs)));
  return groups.map(said).join(locale === 'zh' ? '；' : '; ');
}

/** Reached of how many, for every group: all an open round tells. */
export function Progress({ groups, locale }: { groups: readonly Group[]; locale: Locale }) {
  const t = pick(messages, locale).one;
  return groups.map((group) => {
    const reached = heardOf(group.arcs);
    const label = t.reachedOf(reached, group.households);
    return (
      <div key={group.key}>
        <h3>{placeIn(group.name, locale)}</h3>
        <p>{label}</p>
        <Meter value={reached} max={group.households} label={label} />
      </div>
    );
  });
}

/** A closed round, a table for each group, in the cells that may be published. */
export function Cells({ groups, locale }: { groups: readonly Group[]; locale: Locale }) {
  const t = pick(messages, locale).one;
  const named = (kinds: readonly string[]) => {
    if (REACHED_KEYS.every((kind) => kinds.includes(kind))) return nameOf(['reached'], locale);
    return UNREACHED_KEYS.every((kind) => kinds.includes(kind)) ? t.unreached : nameOf(kinds, locale);
  };
  return groups.map((group) => {
    const cells = group.published.map((cell) => ({
      ...cell,
      name: named(cell.kinds),
    }));
    const parts = cells.filter((cell) => cell.count > 0).map((cell) => t.cell(cell.name, cell.count));
    return (
      <div key={group.key}>
        <p>{t.sentence(placeIn(group.name, locale), group.households, parts.join(locale === 'zh' ? '，' : ', '))}</p>
        {cells.length === 2 && <p>{t.agrees(group.agrees)}</p>}
        <DataTable
          caption={placeIn(group.name, locale)}
          columns={[
            { key: 'what', label: t.result },
            { key: 'households', label: t.households, numeric: true },
          ]}
          rows={[
            ...cells.map((cell) => ({
              key: cell.kinds.join(),
              cells: { what: cell.name, households: formatNumber(cell.count, locale) },
            })),
            { key: 'total', cells: { what: t.total, households: formatNumber(group.households, locale) } },
          ]}
        />
      </div>
    );
  });
}

/** Whose word the answers are, and what asking some of them again brought. */
export function WhoseWord({ sources, locale }: { sources: SourcesView; locale: Locale }) {
  const t = pick(messages, locale).one.sources;
  return (
    <>
      <p>{t.said(sources.own, sources.recorded)}</p>
      {sources.met !== null && sources.met > 0 && <p>{t.met(sources.met)}</p>}
      <p>{t.looks(sources)}</p>
    </>
  );
}
