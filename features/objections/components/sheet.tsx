import { Written } from '@/components/data/written';
import { Empty } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import { messages } from '@/features/objections/messages';
import type { ObjectionLine } from '@/features/objections/moves/lines';
import type { DatedLine } from '@/features/objections/queries/published';
import { messages as opinions } from '@/features/opinions/messages';
import type { Locale } from '@/lib/edition';
import { placeIn } from '@/lib/place-name';
import { formatDate, pick } from '@/lib/words';
import { isOpenObjection } from '../rules';

/** The name of a reason in words. */
export function groundName(ground: string, locale: Locale): string {
  const names: Record<string, string> = pick(opinions, locale).grounds;
  return names[ground] ?? ground;
}

const tones = {
  raised: 'seal',
  acknowledged: 'seal',
  reopened: 'seal',
  maintained: 'seal',
  answered: 'ochre',
  settled: 'jade',
  withdrawn: 'soft',
  lapsed: 'soft',
} as const;

export function ObjectionState({ state, locale }: { state: ObjectionLine['state']; locale: Locale }) {
  return <StateBadge tone={tones[state]}>{pick(messages, locale).states[state]}</StateBadge>;
}

/** The answer in words: what kind, where it stands, and the text. */
export function AnswerText({ answer, locale }: { answer: NonNullable<ObjectionLine['answer']>; locale: Locale }) {
  const t = pick(messages, locale);
  const where = answer.version && answer.clause ? t.clause(answer.version, answer.clause) : null;
  const colon = locale === 'zh' ? '：' : ': ';
  return (
    <>
      <p>
        <strong>{t.answers[answer.kind]}</strong>
        {colon}
        {answer.text}
      </p>
      {where && (
        <p className="crumb">
          {where}
          {answer.clauseText && `${colon}${answer.clauseText}`}
        </p>
      )}
    </>
  );
}

/** When it was raised, and each step of it that stands. */
function Days({ line, locale }: { line: DatedLine; locale: Locale }) {
  const t = pick(messages, locale).sheet.days;
  const judged = line.state === 'withdrawn' || line.state === 'maintained' ? line.state : 'settled';
  const days: [(day: string) => string, Date | null][] = [
    [t.raised, line.raisedAt],
    [t.answered, line.answeredOn],
    [t[judged], line.judgedOn],
    [t.escalated, line.escalatedAt],
  ];
  return (
    <small className="crumb no-print">
      {days.flatMap(([say, day]) => (day ? [say(formatDate(day, locale))] : [])).join(t.between)}
    </small>
  );
}

/** 您说 → 我们改 / 改不了: every objection once, by group. */
export function Sheet({ lines, locale }: { lines: readonly DatedLine[]; locale: Locale }) {
  const t = pick(messages, locale);
  if (lines.length === 0) return <Empty text={t.sheet.none} />;
  const groups = [...new Map(lines.map((line) => [line.group.position, line.group])).values()];
  return groups.map((group) => {
    const own = lines.filter((line) => line.group.position === group.position);
    const open = own.filter(({ state }) => isOpenObjection(state)).length;
    return (
      <Section
        key={group.position}
        title={placeIn(group.name, locale)}
        id={`group-${group.position}`}
        brief={t.sheet.lead(own.length, open)}
      >
        <ul className="entries">
          {own.map((line) => (
            <li key={line.no} id={`objection-${line.no}`}>
              <h3>
                {t.sheet.no(line.no)} · {groundName(line.ground, locale)} · {t.households(line.households)}
                <span className="print-only">{locale === 'zh' ? '：' : ': '}</span>
              </h3>
              <p>
                <Written>{line.wording ?? t.sheet.unapproved}</Written>
              </p>
              {line.answer ? <AnswerText answer={line.answer} locale={locale} /> : <p>{t.sheet.waiting}</p>}
              <p>
                <ObjectionState state={line.state} locale={locale} /> <Days line={line} locale={locale} />
              </p>
              {line.escalation && (
                <blockquote>
                  <p>{t.sheet.escalated}</p>
                  <p>
                    {t.sheet.own}: {line.escalation.words}
                  </p>
                  <p>
                    {t.sheet.reason}: {line.escalation.reason}
                  </p>
                </blockquote>
              )}
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}
