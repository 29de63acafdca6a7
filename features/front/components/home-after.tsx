import { Meter } from '@/components/data/meter';
import { Trend } from '@/components/data/trend';
import { Written } from '@/components/data/written';
import { Ring } from '@/components/page/telephone';
import { messages as callbacks } from '@/features/callbacks/messages';
import { baselineOf } from '@/features/figures/components/rate-lines';
import { messages as figures } from '@/features/figures/messages';
import { RATE_NAMES } from '@/features/figures/rules';
import type { Home } from '@/features/front/queries/home';
import { Name } from '@/features/stewards/components/board';
import { messages as stewards } from '@/features/stewards/messages';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';

interface Props {
  home: Home;
  locale: Locale;
  slug: string;
}

/** What was done, and how each group finds it since. */
export function HomeAsked({ home, locale, slug }: Props) {
  const t = pick(callbacks, locale);
  return home.asked.map((one) => (
    <div key={one.no} className="front-work">
      <h3>
        <a href={to.proposal(locale, slug, one.no)}>
          <Written>{one.title}</Written>
        </a>
      </h3>
      <p className="tone-soft">{t.board.closed(t.waves[one.wave], formatDate(one.closedAt, locale))}</p>
      <ul className="front-reached">
        {one.groups.map((group) => {
          const say = `${placeIn(group.name, locale)}: ${t.board.line({ ...group, households: group.asked })}`;
          return (
            <li key={group.name}>
              {say}
              {group.content !== null && <Meter value={group.content} max={group.answered} label={say} tone="jade" />}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}

/** The three rates of the last month that is told, each beside its year. */
export function HomeMonth({ home, locale, slug }: Props) {
  const t = pick(figures, locale);
  const last = home.month.at(-1);
  if (!last) return null;
  const lines = RATE_NAMES.map((name) => ({
    name,
    title: t.rates[name],
    points: home.month.flatMap(({ month, rates }) => {
      const rate = rates[name];
      return rate ? [{ label: month, text: t.parts(rate.n, rate.d), share: Math.round(Number(rate.pct) * 10) }] : [];
    }),
  }));
  const base = baselineOf(lines);
  return (
    <>
      <dl className="front-rates">
        {lines.map(({ name, title, points }) => {
          const rate = last.rates[name];
          return (
            <div key={name}>
              <dt>{title}</dt>
              <dd>{rate ? <b>{t.parts(rate.n, rate.d)}</b> : t.month.none}</dd>
              {rate?.n.includes('.') && <dd className="tone-soft">{t.weighed}</dd>}
              {points.length > 1 && (
                <dd>
                  <Trend
                    shares={points.map(({ share }) => share)}
                    base={base}
                    label={points.map(({ label, text }) => `${label} ${text}`).join(', ')}
                  />
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      <p>
        <a className="tap" href={to.figures(locale, slug)}>
          {pick(messages, locale).front.allFigures}
        </a>
      </p>
    </>
  );
}

/** Who is there today, and the telephone. */
export function HomeWhom({ home, telephone, locale, slug }: Props & { telephone: string }) {
  const t = pick(messages, locale).front;
  const { parts } = pick(stewards, locale);
  return (
    <>
      {home.onDuty.length > 0 && (
        <ul className="ways">
          {home.onDuty.map(({ part, who }, at) => (
            <li key={`${part}-${String(at)}`}>
              {`${parts[part]}: `}
              {who ? <Name who={who} locale={locale} /> : pick(stewards, locale).board.gapTurn}
            </li>
          ))}
        </ul>
      )}
      {telephone && (
        <p className="telephone">
          <Ring number={telephone} />
        </p>
      )}
      {telephone && <p>{t.visit}</p>}
      <p>
        <a className="tap" href={to.act(locale, slug, 'invitation')}>
          {t.invite}
        </a>
      </p>
    </>
  );
}
