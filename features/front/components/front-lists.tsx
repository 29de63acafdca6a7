import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import type { FrontProposal } from '@/features/front/queries/front';
import { toneOf } from '@/features/proposals/components/proposal-list';
import { messages as proposalMessages } from '@/features/proposals/messages';
import { messages } from '@/features/story/messages';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Part {
  items: readonly FrontProposal[];
  locale: Locale;
  slug: string;
}

const STAGES = [
  ['discussed', ['submitted', 'scoping', 'comparing', 'consulting', 'redesign']],
  ['decided', ['agreed', 'noticed', 'signed_off']],
  ['building', ['short', 'repairing', 'building', 'completed', 'verifying', 'reopened']],
  ['done', ['verified']],
] as const;
const SHOWN = 6;

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

/** Those of a stage that are not open to anybody now, without those `told` in another way. */
export const inStage = (
  items: readonly FrontProposal[],
  stage: Stage,
  told: readonly { no: number }[] = [],
): FrontProposal[] => {
  const states: readonly string[] = STAGES.find(([one]) => one === stage)?.[1] ?? [];
  return items
    .filter((one) => !one.round && !one.notice && !one.short && !one.comparison && states.includes(one.state))
    .filter((one) => !told.some(({ no }) => no === one.no))
    .slice(0, SHOWN);
};

export function Lines({ items, locale, slug }: Part) {
  if (items.length === 0) return null;
  return (
    <ul className="entries">
      {items.map((one) => (
        <Line key={one.no} one={one} locale={locale} slug={slug} />
      ))}
    </ul>
  );
}

export const opposing = (items: readonly FrontProposal[]): FrontProposal[] =>
  items.filter((one) => one.for > 0 && one.against > 0).slice(0, SHOWN);

/** Places where some want a thing and some fear it, neither side above the other. */
export function Opposing({ items, locale, slug }: Part) {
  const t = pick(messages, locale).front;
  return (
    <Section title={t.opposing} id="opposing" brief={words(locale).inAll(items.length)}>
      <p>{t.opposingLead}</p>
      <ul className="entries">
        {items.map((one) => (
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
