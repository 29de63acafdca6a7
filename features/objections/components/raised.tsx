import { type Fact, Facts } from '@/components/data/facts';
import { StateBadge } from '@/components/page/title';
import { AnswerText, groundName, ObjectionState } from '@/features/objections/components/sheet';
import { messages } from '@/features/objections/messages';
import type { RaisedView } from '@/features/objections/queries/raised';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

const tones = { settled: 'jade', maintained: 'seal', withdrawn: 'soft' } as const;

/** Where it stands for this household, and how many of those who raised it have said what they think of the answer. */
function Standing({ one, locale }: { one: RaisedView; locale: Locale }) {
  const t = pick(messages, locale).mine;
  if (one.state !== 'answered') {
    return (
      <p>
        <ObjectionState state={one.state} locale={locale} />
      </p>
    );
  }
  return (
    <>
      <p>
        {one.verdict ? (
          <StateBadge tone={tones[one.verdict]}>
            {one.verdictAt
              ? t.on(t.youJudged[one.verdict], formatDate(one.verdictAt, locale))
              : t.youJudged[one.verdict]}
          </StateBadge>
        ) : (
          <StateBadge tone="ochre">{t.toJudge}</StateBadge>
        )}
      </p>
      {one.raisers > 1 && <p className="crumb">{t.othersLeft(one.judged, one.raisers)}</p>}
    </>
  );
}

/** What one household raised, how it was put, and our answer. */
export function Raised({ one, locale }: { one: RaisedView; locale: Locale }) {
  const t = pick(messages, locale);
  const answer = one.answerKind && {
    kind: one.answerKind,
    text: one.answer,
    version: one.answerVersion,
    clause: one.answerClause,
    clauseText: one.clauseText,
  };
  const approved = { yes: t.mine.approved, at_door: t.mine.approvedAtDoor };
  const items: Fact[] = [
    { key: 'said', term: t.mine.said, value: one.said || t.desk.noWords },
    {
      key: 'wording',
      term: t.mine.wording,
      value: (
        <>
          {groundName(one.ground, locale)} · {t.weights[one.weight]} · {one.wording}
          {one.approved && ` (${approved[one.approved]})`}
          {one.earlier.map(({ words, until }) => (
            <p key={until} className="crumb">
              {t.mine.earlier(words, formatDate(new Date(until), locale))}
            </p>
          ))}
        </>
      ),
    },
    {
      key: 'answer',
      term: t.mine.answer,
      value: answer ? <AnswerText answer={answer} locale={locale} /> : t.mine.noAnswer,
    },
  ];
  return (
    <>
      <Standing one={one} locale={locale} />
      <Facts items={items} />
    </>
  );
}
