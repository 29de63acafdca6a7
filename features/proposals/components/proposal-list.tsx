import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { StateBadge, type Tone } from '@/components/page/title';
import type { ProposalState } from '@/db/words/proposals';
import { messages } from '@/features/proposals/messages';
import { tellsSupport } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Listed {
  no: number;
  title: string;
  place: string;
  state: ProposalState;
  stateAt: Date;
  supporters: number | null;
  overdue: boolean;
  stalled: boolean;
}

/** Jade is agreement, vermilion an objection or danger; everything else is ink. */
export function toneOf(state: ProposalState): Tone {
  if (['agreed', 'noticed', 'signed_off', 'building', 'completed', 'verifying', 'verified'].includes(state))
    return 'jade';
  return state === 'reopened' ? 'seal' : 'soft';
}

/** Proposals one below the other: what, where, how far. */
export function ProposalList({ items, slug, locale }: { items: readonly Listed[]; slug: string; locale: Locale }) {
  const t = pick(messages, locale);
  if (items.length === 0) return <Empty text={t.board.none} />;
  return (
    <ul className="entries">
      {items.map((one) => (
        <li key={one.no}>
          <a className="tap" href={to.proposal(locale, slug, one.no)}>
            <Written>{one.title}</Written>
          </a>
          <p>
            <StateBadge tone={toneOf(one.state)}>{t.states[one.state]}</StateBadge>{' '}
            <span className="tone-soft">{t.board.since(formatDate(one.stateAt, locale))}</span>
          </p>
          <p className="tone-soft">
            {[
              t.board.no(one.no),
              one.place,
              tellsSupport(one.state, one.supporters) && t.board.supporters(one.supporters),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {one.overdue && <p>{t.board.overdue}</p>}
          {one.stalled && <p>{t.board.stalled}</p>}
        </li>
      ))}
    </ul>
  );
}
