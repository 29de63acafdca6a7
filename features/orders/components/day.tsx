import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { assignCase } from '../actions';
import { messages } from '../messages';
import { type DayFilter, type DayLine, type DeskDay, TABS } from '../queries/day';
import { CASE_STATES, type CaseStep, usualNext } from '../rules';
import { Due } from './due';

interface Props {
  day: DeskDay;
  filter: DayFilter;
  slug: string;
  locale: Locale;
  /** Of what kind each is, in words. */
  kinds: Readonly<Record<DayLine['kind'], string>>;
  form: { community: string; locale: Locale };
}

/** The address of the list with something else asked for: `null` asks no more, and a new question begins at the first page. */
function asking(filter: DayFilter, change: Partial<Record<string, string | number | null>>): string {
  const { tab, who, state, category, building, words, sort } = filter;
  const now = {
    tab: tab === 'all' ? null : tab,
    who,
    state,
    category,
    building,
    q: words || null,
    sort: sort === 'due' ? null : sort,
  };
  const asked = Object.entries({ ...now, ...change }).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}

/** Work orders as the desk goes through them: what is late, what is due, whose they are; one line each. */
export function Day({ day, filter, slug, locale, kinds, form }: Props) {
  const t = pick(messages, locale).day;
  const at = to.desk(locale, slug, 'cases');
  const { overdue, today } = day.summary;
  const here = (change: Parameters<typeof asking>[1]) => `${at}${asking(filter, change)}`;
  return (
    <>
      <PageTitle title={t.title} lead={t.count(overdue, today)} />
      <form className="finder" action={at} method="get">
        <label htmlFor="q">{t.search}</label>
        <input className="input" id="q" name="q" type="search" defaultValue={filter.words} maxLength={80} />
        <button className="btn btn-ghost" type="submit">
          {t.find}
        </button>
      </form>
      <nav className="tabs" aria-label={t.title}>
        {TABS.map((tab) => (
          <a
            key={tab}
            href={here({ tab: tab === 'all' ? null : tab, state: null, q: null })}
            aria-current={filter.tab === tab && !filter.state && !filter.words ? 'page' : undefined}
            className={tab === 'overdue' && overdue > 0 ? 'tone-seal' : undefined}
          >
            {t.tabs[tab]} <b>{day.summary[tab]}</b>
          </a>
        ))}
      </nav>
      <nav className="tabs" aria-label={t.whose}>
        <a href={here({ who: null })} aria-current={filter.who === null ? 'page' : undefined}>
          {t.everybody}
        </a>
        {day.people.map(({ id, name, count }) => {
          const who = id === null ? 'nobody' : id === day.me ? 'me' : id;
          return (
            <a key={id} href={here({ who })} aria-current={filter.who === who ? 'page' : undefined}>
              {id === null ? t.unsigned : id === day.me ? t.mine : name} <b>{count}</b>
            </a>
          );
        })}
      </nav>
      <Choose day={day} filter={filter} at={at} locale={locale} />
      {day.lines.length === 0 ? (
        <Empty text={t.none} />
      ) : (
        <div className="orders-frame">
          <ol className="orders">
            {day.lines.map((line) => (
              <Line key={line.id} line={line} day={day} slug={slug} locale={locale} kind={kinds[line.kind]} />
            ))}
          </ol>
        </div>
      )}
      {day.next && (
        <p>
          <a className="tap" rel="next" href={here({ after: `${day.next.at}_${day.next.id}` })}>
            {t.more}
          </a>
        </p>
      )}
      {filter.after && (
        <p>
          <a className="tap" href={here({})}>
            {t.first}
          </a>
        </p>
      )}
      <Assign day={day} form={form} back={here({})} />
      {day.reads && <p className="crumb">{t.masked}</p>}
    </>
  );
}

/** 回访 has a page of its own. */
const stepPath = (step: CaseStep): string[] => (step === 'evaluate' ? ['callback'] : ['steps', step]);

function Line({
  line,
  day,
  slug,
  locale,
  kind,
}: {
  line: DayLine;
  day: DeskDay;
  slug: string;
  locale: Locale;
  kind: string;
}) {
  const t = pick(messages, locale);
  const { no, state } = line;
  const step = usualNext(state);
  const who = [line.complainant, line.phone].filter(Boolean).join(' ');
  return (
    <li className={line.when === 'overdue' ? 'order-late' : line.when === 'today' ? 'order-today' : undefined}>
      <p className="order-no">
        {line.externalNo ?? no}
        <small>{kind}</small>
      </p>
      <p className="order-what">
        <a className="tap" href={to.desk(locale, slug, 'cases', no)}>
          <Written>{line.title}</Written>
        </a>
        <small>{[line.category, who].filter(Boolean).join(' · ')}</small>
      </p>
      <p>
        {line.building ? t.one.building(line.building) : line.place}
        {line.building && (
          <small>
            <Written>{line.place}</Written>
          </small>
        )}
      </p>
      <p>
        {line.handler ?? line.agency ?? t.day.nobody}
        <small>{line.nudged ? `${t.states[state]} · ${t.steps.nudge.done}` : t.states[state]}</small>
      </p>
      <p className="order-due">
        <Due due={line.due} when={line.when} now={day.now} locale={locale} />
      </p>
      {step && (
        <p className="order-next">
          <a className="btn btn-ghost" href={to.desk(locale, slug, 'cases', no, ...stepPath(step))}>
            {t.steps[step].act}
          </a>
        </p>
      )}
    </li>
  );
}

type Choice = readonly { value: string; label: string }[];

function Choose({ day, filter, at, locale }: { day: DeskDay; filter: DayFilter; at: string; locale: Locale }) {
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
        {filter.tab !== 'all' && <input type="hidden" name="tab" value={filter.tab} />}
        {filter.who !== null && <input type="hidden" name="who" value={filter.who} />}
        {field(
          'state',
          t.day.state,
          [any, ...CASE_STATES.map((value) => ({ value, label: t.states[value] }))],
          filter.state ?? '',
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

/** Those of this page that somebody has already, to be given to another of the same unit, all at once. */
function Assign({ day, form, back }: { day: DeskDay; form: Props['form']; back: string }) {
  const t = pick(messages, form.locale);
  const given = day.lines.filter(({ agency, due }) => agency !== null && due !== null);
  if (given.length < 2) return null;
  return (
    <details className="choose">
      <summary>{t.day.chosen}</summary>
      <KeptForm
        {...form}
        id="assign"
        action={assignCase}
        back={back}
        submitLabel={t.day.assign}
        fields={[
          {
            kind: 'checkboxes',
            name: 'cases',
            label: t.day.columns.what,
            options: given.map((one) => ({
              value: String(one.no),
              label: `${one.no} ${one.title}`,
              hint: [one.agency, one.handler].filter(Boolean).join(' · '),
            })),
          },
          {
            kind: 'select',
            name: 'handler',
            label: t.form.handler,
            options: day.handlers.map((one) => ({
              value: String(one.id),
              label: `${one.name} · ${t.offices[one.role] ?? one.role}`,
            })),
          },
        ]}
      />
    </details>
  );
}
