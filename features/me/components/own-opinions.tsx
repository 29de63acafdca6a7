import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages as opinionMessages } from '@/features/opinions/messages';
import type { myOpinions } from '@/features/opinions/queries/mine';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment, formatUntil, pick, roundMark } from '@/lib/words';
import { messages } from '../messages';

type Opinions = NonNullable<Awaited<ReturnType<typeof myOpinions>>>;

interface Props {
  slug: string;
  /** Named when somebody lives in more than one community. */
  name: string | null;
  opinions: Opinions;
  locale: Locale;
  /** All of one proposal, which the page names. */
  ofOne?: boolean;
}

/** What a household said, round by round, with the plan it was about and the way to correct what others recorded. */
export function OwnOpinions({ slug, name, opinions, locale, ofOne }: Props) {
  const t = pick(messages, locale).opinions;
  const said = pick(opinionMessages, locale);
  const rounds = [...new Map(opinions.map((one) => [one.round, one])).values()];
  return rounds.map((round) => (
    <Section
      key={round.round}
      id={`${slug}-${round.round}`}
      title={
        ofOne
          ? said.round(roundMark(round.k, locale))
          : [name, t.round(round.title, roundMark(round.k, locale))].filter(Boolean).join(' · ')
      }
    >
      <p>
        <a className="tap" href={to.plan(locale, slug, round.proposal ?? 0, round.version)}>
          {t.about(round.version)}
        </a>
      </p>
      <ul className="entries">
        {opinions
          .filter((one) => one.round === round.round)
          .map((one) => (
            <li key={one.id}>
              <p>
                {said.stances[one.stance]}
                {one.condition && ` · ${one.condition}`}
                {one.ground && ` · ${said.act.why(said.grounds[one.ground])}`}
              </p>
              {one.words && (
                <p>
                  <Written>{one.words}</Written>
                </p>
              )}
              <p className="crumb">
                {formatMoment(one.receivedAt, locale)} · {one.own ? t.own : t.recorded(said.channels[one.channel])} ·{' '}
                {one.counts ? t.counts : one.disowned ? said.act.disowned : one.outranked ? t.outranked : t.earlier}
              </p>
              {one.correctUntil && (
                <a className="tap" href={to.act(locale, slug, 'rounds', one.round, 'opinion')}>
                  {t.correct(formatUntil(one.correctUntil, locale))}
                </a>
              )}
            </li>
          ))}
      </ul>
    </Section>
  ));
}
