import { Written } from '@/components/data/written';
import { StateBadge, type Tone } from '@/components/page/title';
import type { ReviewVerdict } from '@/db/words/council';
import { messages } from '@/features/council/messages';
import type { DemandLine, ProjectLine, ResourceLine } from '@/features/council/queries/board';
import { demandState } from '@/features/council/rules';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

const TONES: Record<ReviewVerdict, Tone> = { done: 'jade', partly: 'ochre', not: 'seal' };

export function Verdict({ verdict, locale }: { verdict: ReviewVerdict; locale: Locale }) {
  return <StateBadge tone={TONES[verdict]}>{pick(messages, locale).verdicts[verdict]}</StateBadge>;
}

export function Resources({ rows, locale }: { rows: readonly ResourceLine[]; locale: Locale }) {
  const { board: t } = pick(messages, locale);
  return (
    <ul className="entries">
      {rows.map((one) => (
        <li key={one.no}>
          <p>
            <strong>
              <Written>{one.title}</Written>
            </strong>{' '}
            <span className="tone-soft">{t.of(one.member)}</span>
          </p>
          {one.words && (
            <p>
              <Written>{one.words}</Written>
            </p>
          )}
          {one.withdrawn && <p className="tone-soft">{t.before(one.reason)}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Demands(props: { rows: readonly DemandLine[]; slug: string; locale: Locale }) {
  const { rows, slug, locale } = props;
  const t = pick(messages, locale);
  return (
    <ul className="entries">
      {rows.map((one) => {
        const state = demandState({ ...one, claims: one.claims.length });
        return (
          <li key={one.no}>
            <p>
              <strong>
                <Written>{one.title}</Written>
              </strong>
            </p>
            {one.words && (
              <p>
                <Written>{one.words}</Written>
              </p>
            )}
            <p className="tone-soft">
              {[t.month(one.month), t.sources[one.source]].join(' · ')}
              {' · '}
              {one.project === null ? (
                t.states[state]
              ) : (
                <a href={to.council(locale, slug, 'projects', one.project)}>{t.states.project}</a>
              )}
            </p>
            {one.claims.map((claim) => (
              <p key={claim.member}>
                {`${claim.member}: `}
                <Written>{claim.brings}</Written>
              </p>
            ))}
            {one.withdrawn && <p className="tone-soft">{t.board.before(one.reason)}</p>}
          </li>
        );
      })}
    </ul>
  );
}

export function Projects(props: { rows: readonly ProjectLine[]; slug: string; locale: Locale }) {
  const { rows, slug, locale } = props;
  const { project: t } = pick(messages, locale);
  return (
    <ul className="entries">
      {rows.map((one) => (
        <li key={one.no}>
          <a className="tap" href={to.council(locale, slug, 'projects', one.no)}>
            <Written>{one.title}</Written>
          </a>
          <p className="tone-soft">
            {[t.lead(one.lead), one.endedAt ? t.ended(formatDate(one.endedAt, locale)) : t.running].join(' · ')}
          </p>
          {one.verdict && (
            <p>
              <Verdict verdict={one.verdict} locale={locale} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
