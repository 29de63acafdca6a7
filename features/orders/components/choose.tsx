import { ActionLink, Actions } from '@/components/page/section';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { DeskDay } from '../queries/day';
import { CASE_STATES } from '../rules';
import type { DayFilter } from '../rules/filter';

type Choice = readonly { value: string; label: string }[];

/** What of the list is shown: by state, category and building, and in which order. */
export function Choose({ day, filter, at, locale }: { day: DeskDay; filter: DayFilter; at: string; locale: Locale }) {
  const t = pick(messages, locale);
  const chosen = filter.state ?? filter.category ?? filter.building ?? (filter.sort === 'newest' || null);
  const field = (name: string, label: string, options: Choice, value: string) => (
    <p className="field">
      <label className="field-label" htmlFor={`choose-${name}`}>
        {label}
      </label>
      <select className="input" id={`choose-${name}`} name={name} defaultValue={value}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </p>
  );
  const any = { value: '', label: t.day.any };
  return (
    <details className="choose" open={chosen !== null}>
      <summary>{t.day.filter}</summary>
      <form className="form" action={at} method="get">
        {filter.words && <input type="hidden" name="q" value={filter.words} />}
        {filter.tab !== 'all' && <input type="hidden" name="tab" value={filter.tab} />}
        {field(
          'state',
          t.day.state,
          [any, ...CASE_STATES.map((value) => ({ value, label: t.states[value] }))],
          filter.state ?? '',
        )}
        {field(
          'who',
          t.day.whose,
          [
            any,
            { value: 'turn', label: `${t.day.turn} ${day.turn}` },
            ...day.people.map(({ id, name, count }) => ({
              value: id === null ? 'nobody' : id === day.me ? 'me' : String(id),
              label: `${id === null ? t.day.unsigned : id === day.me ? t.day.mine : name} ${count}`,
            })),
          ],
          String(filter.who ?? ''),
        )}
        {field(
          'category',
          t.day.category,
          [any, ...day.categories.map(({ id, path }) => ({ value: String(id), label: path }))],
          String(filter.category ?? ''),
        )}
        {field(
          'building',
          t.day.building,
          [any, ...day.buildings.map(({ id, name }) => ({ value: String(id), label: t.one.building(name) }))],
          String(filter.building ?? ''),
        )}
        {field(
          'sort',
          t.day.sort,
          (['due', 'newest'] as const).map((value) => ({ value, label: t.day.sorts[value] })),
          filter.sort,
        )}
        <Actions>
          <button className="btn" type="submit">
            {t.day.show}
          </button>
          <ActionLink href={at} ghost>
            {t.day.clear}
          </ActionLink>
        </Actions>
      </form>
    </details>
  );
}
