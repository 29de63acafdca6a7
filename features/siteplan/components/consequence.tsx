import { Fragment } from 'react';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import {
  type Card,
  cardOf,
  cardsOf,
  changesNothing,
  type Door,
  entrancesIn,
  type Measured,
  type Over,
  touchedTrees,
} from '../rules/consequence';

type Words = (typeof messages)['zh']['card'];

/** Millimetres in metres: to a decimetre up to ten, whole beyond; halves go up. */
const inMetres = (mm: number): string =>
  mm < 10_000 ? (Math.floor((mm + 50) / 100) / 10).toString() : Math.floor((mm + 500) / 1000).toString();

const length = (mm: number, t: Words) => t.metres(inMetres(mm));

interface Line {
  key: string;
  term: string;
  /** Now, in the version before, in this one; undefined: there is none before. */
  states: readonly [string, string | undefined, string];
  more?: string;
}

/** What is measured, one line each; what is nowhere, and lamps where there are none, are left out. */
function linesOf({ now, before, after }: Card, t: Words): Line[] {
  const far = (key: 'path' | 'shed', none: string): Line[] => {
    const all = [now[key], before?.[key] ?? null, after[key]];
    if (all.every((one) => one === null)) return [];
    const say = (mm: number | null) => (mm === null ? none : length(mm, t));
    return [{ key, term: t[key], states: [say(now[key]), before ? say(before[key]) : undefined, say(after[key])] }];
  };
  const way = (mm: number | null | undefined) => (mm === null || mm === undefined ? t.noWay : length(mm, t));
  const onFoot = (one: Measured) => (one.shed === null ? t.none : way(one.shedWay));
  const toShed: Line[] = [now, before, after].every((one) => (one?.shed ?? null) === null)
    ? []
    : [
        {
          key: 'shedWay',
          term: t.shedWay,
          states: [onFoot(now), before ? onFoot(before) : undefined, onFoot(after)],
        },
      ];
  const gates = now.gates.flatMap((gate, at): Line[] => {
    const [was, is] = [gate.way, after.gates[at]?.way ?? null];
    if (was === null && is === null) return [];
    const less = was !== null && is !== null ? was - is : 0;
    const more =
      was === null || is === null
        ? ''
        : less === 0
          ? t.same
          : less > 0
            ? t.shorter(length(less, t))
            : t.longer(length(-less, t));
    const states = [way(was), before ? way(before.gates[at]?.way) : undefined, way(is)] as const;
    return [{ key: `gate-${gate.name}`, term: t.gate(gate.name), states, more }];
  });
  const trees: Line = {
    key: 'trees',
    term: t.trees,
    states: [t.count(now.trees), before ? t.count(before.trees) : undefined, t.count(after.trees)],
  };
  const lamps: Line[] =
    now.lamps + (before?.lamps ?? 0) + after.lamps === 0
      ? []
      : [
          {
            key: 'lamps',
            term: t.lamps,
            states: [t.lampCount(now.lamps), before ? t.lampCount(before.lamps) : undefined, t.lampCount(after.lamps)],
          },
        ];
  return [
    ...far('path', t.pathNone),
    ...far('shed', t.none),
    ...toShed,
    ...gates,
    ...(now.trees + after.trees > 0 ? [trees] : []),
    ...lamps,
  ];
}

/** A version by its number, or an alternative by its name. */
type Which = number | string;

/** `现在1.7米 → 第1稿3米 → 第2稿15米`; one figure where it stays what it is. */
function Course({ line, version, t }: { line: Line; version: Which; t: Words }) {
  const [now, before, after] = line.states;
  const by = (which: Which, said: string) => (typeof which === 'string' ? t.by(which, said) : t.of(which, said));
  if (now === after && (before === undefined || before === after))
    return (
      <>
        {after}
        {line.more !== t.same || ` · ${t.same}`}
      </>
    );
  return (
    <>
      {t.now(now)} →{' '}
      {before !== undefined && before !== after && typeof version === 'number' && `${by(version - 1, before)} → `}
      <strong>{by(version, after)}</strong>
      {line.more && ` · ${line.more}`}
    </>
  );
}

/** `brief`: only what is not as it is now. */
function Lines({ card, version, t, brief = false }: { card: Card; version: Which; t: Words; brief?: boolean }) {
  const lines = linesOf(card, t).filter(({ states: [now, , after] }) => !brief || now !== after);
  return (
    <dl className="facts">
      {lines.map((line) => (
        <div key={line.key}>
          <dt>{line.term}</dt>
          <dd>
            <Course line={line} version={version} t={t} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Props {
  over: Over;
  version: Which;
  locale: Locale;
}

/** Whose it is: a home's own, or, of an entrance, the nearest there. */
const titled = ({ door }: Door, t: Words): string => (door === null ? t.nearest : t.title);

/** Where what is said of its entrance is another home's: how near that one is, so that nobody takes one figure for the other. */
function nearerHome(over: Over, own: Card, home: Door, t: Words): string {
  const first = home.door === null ? null : cardOf(over, { ...home, door: null });
  const said = (['path', 'shed'] as const).flatMap((key) => {
    const [mine, theirs] = [own.after[key], first?.after[key] ?? null];
    return mine === null || theirs === null || inMetres(mine) === inMetres(theirs)
      ? []
      : [t.nearestTo[key](length(theirs, t))];
  });
  return said.length === 0 ? '' : t.ownWindows(said.join(t.and));
}

/** 您家会怎样: what this version changes for one home. Nothing where its windows are not drawn. */
export function HomeCard({ over, version, locale, home }: Props & { home: Door }) {
  const t = pick(messages, locale).card;
  const card = cardOf(over, home);
  if (!card) return null;
  const nearer = nearerHome(over, card, home, t);
  return (
    <div className="consequence">
      <p>
        <b>{titled(home, t)}</b>
      </p>
      <Lines card={card} version={version} t={t} />
      {nearer !== '' && <p>{nearer}</p>}
      <p className="crumb">
        {t.touched(touchedTrees({ site: over.site, plan: over.shapes }))} {t.method(over.siteVersion)}
      </p>
    </div>
  );
}

/** What is first not as it is now, in a line: where there is room for no more. `title`: whose it is, where it is not plain. */
export function HomeLine({
  over,
  version,
  locale,
  home,
  most = 1,
  title,
}: Props & { home: Door; most?: number; title?: string | undefined }) {
  const t = pick(messages, locale).card;
  const card = cardOf(over, home);
  const lines = card ? linesOf(card, t).filter(({ states: [now, , after] }) => now !== after) : [];
  if (lines.length === 0) return null;
  return (
    <p>
      <b>{title ?? titled(home, t)}</b>{' '}
      {lines.slice(0, most).map((line, at) => (
        <Fragment key={line.key}>
          {at > 0 && t.besides}
          {line.term} <Course line={line} version={version} t={t} />
        </Fragment>
      ))}
    </p>
  );
}

/** The same for every entrance it changes something for. It is geometry, and says of nobody who lives there. */
export function EntranceCards({ over, version, locale }: Props) {
  const t = pick(messages, locale).card;
  const entrances = entrancesIn(over.site);
  const cards = cardsOf(over, entrances).flatMap((card, at) => {
    const one = entrances[at];
    return card && one && !changesNothing(card) ? [{ ...one, card }] : [];
  });
  return (
    <>
      <p>{t.touched(touchedTrees({ site: over.site, plan: over.shapes }))}</p>
      {cards.length > 0 && <p>{t.ofEntrances}</p>}
      {cards.map(({ building, entrance, card }) => (
        <div className="consequence" key={`${building}-${entrance}`}>
          <h3>{t.entrance(building, entrance)}</h3>
          <Lines card={card} version={version} t={t} brief />
        </div>
      ))}
      <p className="crumb">{t.method(over.siteVersion)}</p>
    </>
  );
}
