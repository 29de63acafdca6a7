import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { messages as objections } from '@/features/objections/messages';
import type { RaisedView } from '@/features/objections/queries/raised';
import { messages as proposals } from '@/features/proposals/messages';
import type { ownComments } from '@/features/proposals/queries/comments';
import { messages as signoff } from '@/features/signoff/messages';
import type { opposing } from '@/features/signoff/queries/notice';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

interface Props {
  raised: readonly RaisedView[];
  opposed: NonNullable<Awaited<ReturnType<typeof opposing>>>['own'];
  comments: NonNullable<Awaited<ReturnType<typeof ownComments>>>;
  slug: string;
  locale: Locale;
}

/** What a household said about a proposal beside its opinions: objections, opposition to the notice, comments. */
export function SaidElsewhere({ raised, opposed, comments, slug, locale }: Props) {
  const { said: t, stances } = pick(proposals, locale);
  const { mine } = pick(objections, locale);
  const { oppose } = pick(signoff, locale);
  const at = (one: RaisedView) => `#o${slug}-${one.proposal}-${one.objection}-${one.household}`;
  return (
    <>
      {raised.length > 0 && (
        <Section title={t.objections} id="objections">
          <ul className="entries">
            {raised.map((one) => (
              <li key={`${one.objection}-${one.household}`}>
                <a className="tap" href={`${to.me(locale, 'objections')}${at(one)}`}>
                  {mine.heading(null, one.wording, one.objection)}
                </a>
                <p>{one.verdict ? mine.youJudged[one.verdict] : one.answerKind ? mine.toJudge : mine.noAnswer}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {opposed.length > 0 && (
        <Section title={t.oppositions} id="oppositions">
          <ul className="entries">
            {opposed.map((one) => (
              <li key={one.id}>
                <p className="crumb">{formatDate(one.at, locale)}</p>
                <p>
                  <Written>{one.words}</Written>
                </p>
                <p>
                  {one.answer === null
                    ? oppose.waiting
                    : `${one.upheld ? oppose.upheld : oppose.notUpheld}: ${one.answer}`}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {comments.length > 0 && (
        <Section title={t.comments} id="comments">
          <ul className="entries">
            {comments.map((one) => (
              <li key={one.id}>
                <p className="crumb">
                  {formatDate(one.at, locale)} · {stances[one.stance]}
                </p>
                <p>
                  <Written>{one.words ?? ''}</Written>
                </p>
                {one.hiddenReason !== null && <p>{t.hidden(one.hiddenReason)}</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
