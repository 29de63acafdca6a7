import { DayStrip } from '@/components/data/day-strip';
import { Explained } from '@/components/data/explained';
import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import { toneOf } from '@/features/proposals/components/proposal-list';
import { messages as proposalMessages } from '@/features/proposals/messages';
import { messages } from '@/features/story/messages';
import type { FrontProposal } from '@/features/story/queries/front';
import { lastDayOf } from '@/features/story/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

type Part = { items: readonly FrontProposal[]; now: Date; locale: Locale; slug: string };

const STAGES = [
  ['discussed', ['submitted', 'scoping', 'consulting', 'redesign']],
  ['decided', ['agreed', 'noticed', 'signed_off']],
  ['building', ['building', 'completed', 'verifying', 'reopened']],
  ['done', ['verified']],
] as const;
const SHOWN = 6;

/** Open rounds and notices: what one can still say something to, and until when. */
function FrontOpen({ items, now, locale, slug }: Part) {
  const t = pick(messages, locale).front;
  const open = items.filter((one) => one.round || one.notice);
  return (
    <Section title={t.open} id="open">
      {open.length === 0 && <p>{t.openNone}</p>}
      <ul className="front-open">
        {open.map((one) => (
          <li key={one.no}>
            <h3>
              <a href={to.proposal(locale, slug, one.no)}>
                <Written>{one.title}</Written>
              </a>
            </h3>
            {one.round && (
              <>
                <p>{t.round(one.round.k, one.round.version, formatDate(lastDayOf(one.round.closesAt), locale))}</p>
                <DayStrip last={lastDayOf(one.round.closesAt)} now={now} locale={locale} />
                <Actions>
                  <ActionLink href={to.act(locale, slug, 'rounds', one.round.no, 'opinion')}>{t.say}</ActionLink>
                  <a className="tap" href={to.plan(locale, slug, one.no, one.round.version)}>
                    {t.readPlan(one.round.version)}
                  </a>
                </Actions>
              </>
            )}
            {one.notice && (
              <>
                <p>
                  <Explained locale={locale}>{t.notice(formatDate(lastDayOf(one.notice.to), locale))}</Explained>
                </p>
                <DayStrip last={lastDayOf(one.notice.to)} now={now} locale={locale} />
                <Actions>
                  <ActionLink ghost href={to.act(locale, slug, 'notices', one.no, 'opposition')}>
                    {t.oppose}
                  </ActionLink>
                </Actions>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ one, locale, slug }: { one: FrontProposal; locale: Locale; slug: string }) {
  const t = pick(messages, locale);
  const p = pick(proposalMessages, locale);
  const { works, resolution } = one;
  const facts = [
    t.no(one.no),
    one.place,
    resolution && t.front.resolution(resolution.no),
    works && works.of > 0 && t.front.milestones(works.done, works.of),
    works?.next && works.nextOn && t.front.next(works.next, formatDate(works.nextOn, locale)),
  ].filter(Boolean);
  return (
    <li>
      <a className="tap" href={to.proposal(locale, slug, one.no)}>
        <Written>{one.title}</Written>
      </a>
      <p>
        <StateBadge tone={toneOf(one.state)}>{p.states[one.state]}</StateBadge>{' '}
        <span className="tone-soft">{p.board.since(formatDate(one.stateAt, locale))}</span>
      </p>
      <p className="tone-soft">{facts.join(' · ')}</p>
    </li>
  );
}

type Stage = (typeof STAGES)[number][0];

/** What is being talked over, what was decided, what is being built; a heading without anything under it is left out. */
function FrontStages({ items, locale, slug, stages }: Part & { stages: readonly Stage[] }) {
  const t = pick(messages, locale).front;
  return STAGES.filter(([stage]) => stages.includes(stage)).map(([stage, states]) => {
    const rest = items.filter((one) => !one.round && !one.notice);
    const here = rest.filter((one) => (states as readonly string[]).includes(one.state)).slice(0, SHOWN);
    if (here.length === 0) return null;
    return (
      <Section key={stage} title={t[stage]} id={stage}>
        <ul className="entries">
          {here.map((one) => (
            <Line key={one.no} one={one} locale={locale} slug={slug} />
          ))}
        </ul>
      </Section>
    );
  });
}

/** Places where some want a thing and some fear it, neither side above the other. */
function FrontOpposing({ items, locale, slug }: Part) {
  const t = pick(messages, locale).front;
  const pairs = items.filter((one) => one.for > 0 && one.against > 0).slice(0, SHOWN);
  if (pairs.length === 0) return null;
  return (
    <Section title={t.opposing} id="opposing">
      <p>{t.opposingLead}</p>
      <ul className="entries">
        {pairs.map((one) => (
          <li key={one.no}>
            <a className="tap" href={to.proposal(locale, slug, one.no)}>
              <Written>{one.place}</Written>
            </a>
            <p className="tone-soft">{t.pair(one.for, one.against)}</p>
          </li>
        ))}
      </ul>
      <p>
        <a className="tap" href={to.cases(locale, slug)}>
          {t.allCases}
        </a>
      </p>
    </Section>
  );
}

/** Beside what is open what was done, and where people want different things, where there is room. */
export function Front({ telephone, ...part }: Part & { telephone: string }) {
  const { items, locale, slug } = part;
  const t = pick(messages, locale).front;
  const propose = (
    <Actions>
      <ActionLink ghost href={to.act(locale, slug, 'proposals', 'new')}>
        {t.propose}
      </ActionLink>
    </Actions>
  );
  if (items.length === 0) {
    return (
      <Empty text={t.none}>
        <p>{t.noneText}</p>
        {propose}
      </Empty>
    );
  }
  return (
    <>
      <div className="beside">
        <div>
          {/* Who comes because of a poster looks for what is open; who brings something new finds the way below it. */}
          <FrontOpen {...part} />
          {propose}
          <FrontStages {...part} stages={['discussed', 'decided']} />
        </div>
        <div>
          <FrontStages {...part} stages={['building', 'done']} />
          <FrontOpposing {...part} />
          {telephone && (
            <Section title={t.whom} id="whom">
              <p className="telephone">
                <a href={to.ring(telephone)}>{telephone}</a>
              </p>
              <p>{t.visit}</p>
            </Section>
          )}
        </div>
      </div>
      <p className="front-links">
        <a className="tap" href={to.proposals(locale, slug)}>
          {t.all}
        </a>
        <a className="tap" href={to.feed(slug)}>
          {t.feed}
        </a>
      </p>
    </>
  );
}
