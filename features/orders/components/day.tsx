import type { ReactNode } from 'react';
import { Written } from '@/components/data/written';
import { Keys } from '@/components/page/keys';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { DayLine, DeskDay } from '../queries/day';
import { type CaseStep, mayFollow, usualNext } from '../rules';
import { asking, type DayFilter, TABS } from '../rules/filter';
import { WHENS } from '../rules/when';
import { Choose } from './choose';
import { Due, latesSaid } from './due';
import { Hours } from './hours';

interface Props {
  day: DeskDay;
  filter: DayFilter;
  slug: string;
  locale: Locale;
  /** Of what kind each is, in words. */
  kinds: Readonly<Record<DayLine['kind'], string>>;
  /** All of them are ticked to begin with. */
  ticked: boolean;
  /** What was just done with many. */
  receipt?: ReactNode;
}

/** Work orders as the desk goes through them: what is late, what is due, whose they are; one line each. */
export function Day({ day, filter, slug, locale, kinds, ticked, receipt }: Props) {
  const t = pick(messages, locale).day;
  const at = to.desk(locale, slug, 'cases');
  const { overdue, today } = day.summary;
  const here = (change: Parameters<typeof asking>[1]) => `${at}${asking(filter, change)}`;
  return (
    <div className="day">
      {filter.words ? (
        <PageTitle title={t.sought(filter.words)} receipt={receipt} />
      ) : (
        <PageTitle
          title={overdue + today > 0 ? t.work(overdue + today) : t.title}
          lead={t.count(overdue, today)}
          receipt={receipt}
        />
      )}
      <Hours day={day} locale={locale} />
      <nav className="tabs" aria-label={t.title}>
        {TABS.map((tab, at) => (
          <a
            key={tab}
            data-key={at + 1}
            href={here({ tab: tab === 'all' ? null : tab, state: null, q: null })}
            aria-current={filter.tab === tab && !filter.state && !filter.words ? 'page' : undefined}
            className={tab === 'overdue' && overdue > 0 ? 'tone-seal' : undefined}
          >
            {t.tabs[tab]} <b>{day.summary[tab]}</b>
          </a>
        ))}
      </nav>
      <nav className="tabs tabs-whose" aria-label={t.whose}>
        <a href={here({ who: null })} aria-current={filter.who === null ? 'page' : undefined}>
          {t.everybody}
        </a>
        <a href={here({ who: 'turn' })} aria-current={filter.who === 'turn' ? 'page' : undefined}>
          {t.turn} <b>{day.turn}</b>
        </a>
        {shownOf(day, filter).map(({ id, name, count }) => {
          const who = id === null ? 'nobody' : id === day.me ? 'me' : id;
          return (
            <a
              key={id}
              data-key={who === 'me' ? 8 : undefined}
              href={here({ who })}
              aria-current={filter.who === who ? 'page' : undefined}
            >
              {id === null ? t.unsigned : id === day.me ? t.mine : name} <b>{count}</b>
            </a>
          );
        })}
      </nav>
      <Choose day={day} filter={filter} at={at} locale={locale} />
      {filter.words && (
        <p>
          <a className="tap" href={here({ q: null })}>
            {t.seekNoMore}
          </a>
        </p>
      )}
      {day.lines.length === 0 ? (
        <Empty text={filter.words ? t.notFound(filter.words) : t.none} />
      ) : (
        <Lines day={day} filter={filter} slug={slug} locale={locale} kinds={kinds} ticked={ticked} />
      )}
      {day.next && (
        <p>
          <a className="tap" rel="next" data-key="9" href={here({ after: `${day.next.at}_${day.next.id}` })}>
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
      <form className="finder" action={at} method="get">
        <label htmlFor="q">{t.search}</label>
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          defaultValue={filter.words}
          maxLength={80}
          data-key="0"
        />
        <button className="btn btn-ghost" type="submit">
          {t.find}
        </button>
      </form>
      {day.reads && <p className="crumb">{t.masked}</p>}
      <Keys text={t.keys(TABS.map((tab) => t.tabs[tab]))} />
    </div>
  );
}

/** So many stand beside the list; all of them are in its filter. */
const MOST_BESIDE = 6;

/** Oneself, nobody, those with most in hand, and whoever was chosen. */
function shownOf({ people, me }: DeskDay, { who }: DayFilter) {
  const rank = (id: number | null) => (id === me ? 0 : id === null ? 1 : id === who ? 2 : 3);
  return [...people].sort((a, b) => rank(a.id) - rank(b.id) || b.count - a.count).slice(0, MOST_BESIDE);
}

/** How late each is, where that is their order; else all together. */
const groupsOf = ({ lines }: DeskDay, { sort }: DayFilter) =>
  sort === 'newest'
    ? [{ when: null, lines }]
    : WHENS.map((when) => ({ when, lines: lines.filter((line) => line.when === when) })).filter(
        (group) => group.lines.length > 0,
      );

/** So many there are of each, where nothing else was asked for. */
const countOf = (when: string, { summary }: DeskDay, filter: DayFilter): number | null =>
  asking(filter, { tab: null }) === '' && (when === 'overdue' || when === 'today' || when === 'soon')
    ? summary[when]
    : null;

/** The lines in their groups, to be ticked: what is ticked goes along with the button that is pressed. */
function Lines({ day, filter, slug, locale, kinds, ticked }: Props) {
  const { day: t, steps } = pick(messages, locale);
  const at = (...rest: string[]) => to.desk(locale, slug, ...rest);
  const some = (step: CaseStep) =>
    day.lines.some(({ state }) => mayFollow(state, step) || (step === 'reply' && state === 'contacted'));
  const after = filter.after && `${filter.after.at}_${filter.after.id}`;
  const all = asking(filter, { after, ticked: ticked ? null : 'all' });
  return (
    <form className="ticks orders-frame" method="get" action={at('exports', 'new')}>
      {[...new URLSearchParams(asking(filter, {}))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {day.reads && day.lines.length > 1 && (
        <p>
          <a className="tap" href={`${at('cases')}${all}`}>
            {ticked ? t.tickNone : t.tickAll(day.lines.length)}
          </a>
        </p>
      )}
      {groupsOf(day, filter).map(({ when, lines }) => {
        const count = when && countOf(when, day, filter);
        return (
          <section key={when}>
            {when && (
              <h2 className={when === 'overdue' ? 'tone-seal' : undefined}>
                {t.groups[when]} {count !== null && <b>{t.items(count)}</b>}
              </h2>
            )}
            <ol className="orders">
              {lines.map((line) => (
                <Line
                  key={line.id}
                  line={line}
                  day={day}
                  slug={slug}
                  locale={locale}
                  kind={kinds[line.kind]}
                  ticked={ticked}
                />
              ))}
            </ol>
          </section>
        );
      })}
      {day.reads && (
        <p className="ticked">
          <span>{t.ticked}</span>
          {some('dispatch') && (
            <button className="btn" type="submit" formAction={at('cases', 'ticked', 'dispatch')}>
              {t.dispatchTicked}
            </button>
          )}
          {(['sign', 'reply', 'close', 'archive'] as const).filter(some).map((step) => (
            <button key={step} className="btn btn-ghost" type="submit" formAction={at('cases', 'ticked', step)}>
              {t.together(steps[step].act)}
            </button>
          ))}
          {some('assign') && (
            <button className="btn btn-ghost" type="submit" formAction={at('cases', 'ticked', 'assign')}>
              {t.assignTicked}
            </button>
          )}
          <button className="btn btn-ghost" type="submit">
            {t.exportTicked}
          </button>
        </p>
      )}
    </form>
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
  ticked,
}: {
  line: DayLine;
  day: DeskDay;
  slug: string;
  locale: Locale;
  kind: string;
  ticked: boolean;
}) {
  const t = pick(messages, locale);
  const { no, state } = line;
  const step = usualNext(state, day.reads);
  const who = [line.complainant, line.phone].filter(Boolean).join(' ');
  return (
    <li className={line.when === 'overdue' ? 'order-late' : line.when === 'today' ? 'order-today' : undefined}>
      {day.reads && (
        <label className="order-tick">
          <input type="checkbox" name="cases" value={no} defaultChecked={ticked} />
          <span className="sr-only">{t.day.tick(no)}</span>
        </label>
      )}
      <p className="order-no">
        {line.externalNo ?? no}
        <small>{kind}</small>
      </p>
      <p className="order-what">
        <a className="tap" href={to.desk(locale, slug, 'cases', no)}>
          <Written>{line.title || kind}</Written>
        </a>
        <small>{[line.category, who].filter(Boolean).join(' · ')}</small>
      </p>
      <p>
        {line.building ? t.one.building(line.building) : placeIn(line.place, locale)}
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
        {line.lates.length > 0 && <small className="tone-seal">{latesSaid(line.lates, locale)}</small>}
      </p>
      {step && line.theirs && (
        <p className="order-next">
          <a
            className={line.when === 'overdue' || line.agency === null ? 'btn' : 'btn btn-ghost'}
            href={to.desk(locale, slug, 'cases', no, ...stepPath(step))}
          >
            {t.steps[step].act}
          </a>
        </p>
      )}
    </li>
  );
}
