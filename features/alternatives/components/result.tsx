import { DataTable } from '@/components/data/table';
import { REACHED_KEYS, UNREACHED_KEYS } from '@/db/words/rounds';
import { messages as proposals } from '@/features/proposals/messages';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatList, pick } from '@/lib/words';
import { messages } from '../messages';
import type { BoardAlternative, BoardComparison } from '../queries/board';
import { letterOf } from '../rules';

type Group = BoardAlternative['groups'][number];

/** What a group says, in the cells that may be told. */
function saidOf(group: Group, locale: Locale): string {
  const t = pick(messages, locale).board;
  if (group.published === null) return t.reached(group.reached, group.households);
  const named = (kinds: readonly string[]) => {
    if (REACHED_KEYS.every((kind) => kinds.includes(kind))) return t.cells.reached;
    if (UNREACHED_KEYS.every((kind) => kinds.includes(kind))) return t.cells.unreached;
    const words = kinds.map((kind) => t.cells[kind as keyof typeof t.cells]);
    return [...new Set(words)].join(t.or);
  };
  const parts = group.published.filter(({ count }) => count > 0).map(({ kinds, count }) => t.cell(named(kinds), count));
  const whole = group.published.length === 2 && group.agrees !== null ? [t.agrees[`${group.agrees}`]] : [];
  const takes = group.takes === null ? [] : [t.takes(group.takes)];
  return formatList([...parts, ...takes, ...whole], locale);
}

/** Each group of an alternative by itself; below, which of them can live with it least. */
export function GroupsSay({ one, locale }: { one: BoardAlternative; locale: Locale }) {
  const t = pick(messages, locale);
  const { effects } = pick(proposals, locale);
  const counted = one.proposed !== null;
  const weakest = one.groups.filter(({ id }) => one.weakest.includes(id)).map(({ name }) => placeIn(name, locale));
  return (
    <>
      <DataTable
        caption={t.named(letterOf(one.position), one.title)}
        columns={[
          { key: 'group', label: t.board.columns.group },
          { key: 'effect', label: t.board.columns.effect },
          { key: 'said', label: t.board.columns.said },
        ]}
        rows={one.groups.map((group) => ({
          key: String(group.id),
          cells: {
            group: placeIn(group.name, locale),
            effect: `${effects[group.effect]} · ${group.why}`,
            said: saidOf(group, locale),
          },
        }))}
      />
      {counted && (
        <p>
          {one.heard === false
            ? t.board.unheard
            : weakest.length > 0
              ? t.board.weakest(formatList(weakest, locale))
              : t.board.weakestKept}
        </p>
      )}
    </>
  );
}

/** What the count proposes, and what was chosen. */
export function outcomeOf(found: BoardComparison, until: string, now: Date, locale: Locale): string[] {
  const t = pick(messages, locale);
  const named = (position: number) =>
    t.named(letterOf(position), found.alternatives.find((one) => one.position === position)?.title ?? '');
  if (found.closedAt === null)
    return [now < new Date(found.closesAt) ? t.board.open(found.alternatives.length, until) : t.board.counting];
  const proposed = found.alternatives.filter((one) => one.proposed).map(({ position }) => named(position));
  const said =
    proposed.length === 0
      ? t.board.nobody
      : proposed.length === 1
        ? t.board.proposed(proposed[0] ?? '')
        : t.board.tied(formatList(proposed, locale));
  const { choice } = found;
  if (!choice) return [said, t.board.counted];
  const chosen = named(choice.position);
  return [
    said,
    choice.proposed ? t.board.chosen(chosen) : t.board.chosenOther(chosen),
    ...(choice.reason ? [t.board.reason(choice.reason)] : []),
  ];
}
