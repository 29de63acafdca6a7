import { Circle } from '@/components/circle/circle';
import type { CellKind, CircleRound } from '@/components/circle/geometry';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Year } from '../queries';
import type { Effect } from '../rules';

/** More rings are too thin to be told apart. */
const RINGS = 6;
/** What benefits is jade, what bears has the hatching of a condition: vermilion would be a verdict. */
const FILLS: Record<Effect, CellKind> = { benefits: 'supports', bears: 'conditional', neutral: 'noView' };

/** A ring for each decision, a sector for each building. */
export function YearCircle({ of, locale }: { of: Year; locale: Locale }) {
  const t = pick(messages, locale);
  const { year, decisions, buildings } = of;
  if (year === null || buildings.length === 0) return null;
  const inOrder = [...buildings].sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  const rounds = decisions.slice(0, RINGS).map(
    ({ no, title }): CircleRound => ({
      label: title,
      mark: String(no),
      groups: inOrder.map(({ name, shares }) => {
        const effects = shares.find((share) => share.no === no)?.effects ?? [];
        const kinds: CellKind[] = effects.length === 0 ? ['notReached'] : effects.map((effect) => FILLS[effect]);
        return { key: name, arcs: [{ kinds, count: 1 }] };
      }),
    }),
  );
  const { kinds } = t.circle;
  const said = buildings.map(({ name, benefits, bears }) => t.sentence(t.building(name), benefits, bears)).join('');
  return (
    <Circle
      rounds={rounds}
      groups={inOrder.map(({ name }) => ({ key: name, name: t.building(name), households: 1 }))}
      locale={locale}
      title={t.circle.title(year)}
      description={`${t.circle.description} ${said}`}
      kindNames={{
        supports: kinds.benefits,
        conditional: kinds.bears,
        noView: kinds.neutral,
        notReached: kinds.outside,
        opposes: kinds.bears,
        reached: kinds.neutral,
      }}
      centre={{ word: t.circle.centre, note: t.yearOf(year) }}
      sentence={said}
      hint={t.circle.hint(rounds.length, decisions.length)}
    />
  );
}
