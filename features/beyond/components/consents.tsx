import { DataTable } from '@/components/data/table';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import { Papers } from '@/features/beyond/components/papers';
import type { Consent } from '@/features/beyond/facts';
import { messages } from '@/features/beyond/messages';
import type { ConsentShown } from '@/features/beyond/queries';
import { type ConsentState, isLate } from '@/features/beyond/rules';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';

const TONE = { waiting: 'ochre', given: 'jade', refused: 'seal', replaced: 'soft', dropped: 'soft' } as const;

/** What they said; of a no that was asked about anew also that. */
const said = ({ state, answeredOn }: Pick<ConsentShown, 'state' | 'answeredOn'>): ConsentState =>
  state === 'replaced' && answeredOn ? 'refused' : state;

function ConsentBadge({ one, locale }: { one: Consent; locale: Locale }) {
  const { states } = pick(messages, locale);
  return (
    <StateBadge tone={TONE[one.state]}>
      {[...new Set([states[said(one)], states[one.state]])].join(locale === 'zh' ? '，' : ', ')}
    </StateBadge>
  );
}

/** When it was asked and is due, or what was answered and when. */
export function consentSaid(one: ConsentShown, locale: Locale): string {
  const t = pick(messages, locale).desk;
  const parts = [
    t.by(formatDate(one.askedOn, locale), formatDate(one.due, locale)),
    one.answeredOn && t.on(formatDate(one.answeredOn, locale)),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** At the desk, each with its own page. */
export function ConsentList({
  consents,
  today,
  locale,
  href,
}: {
  consents: readonly Consent[];
  today: string;
  locale: Locale;
  href: (position: number) => string;
}) {
  const t = pick(messages, locale).desk;
  if (consents.length === 0) return <p>{t.none}</p>;
  return (
    <ul className="entries">
      {consents.map((one) => (
        <li key={one.position}>
          <a className="tap" href={href(one.position)}>
            <Written>{one.organisation}</Written>
          </a>{' '}
          <ConsentBadge one={one} locale={locale} />
          <p>
            <Written>{one.asked}</Written>
          </p>
          <p className="crumb">{consentSaid(one, locale)}</p>
          {isLate(one, today) && <p className="tone-seal">{t.lateNow}</p>}
          {one.answer && (
            <p>
              <Written>{one.answer}</Written>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** On the board: what is waited for beyond the wall. */
export function StoryOutside({
  consents,
  today,
  locale,
}: {
  consents: readonly ConsentShown[];
  today: string;
  locale: Locale;
}) {
  if (consents.length === 0) return null;
  const w = pick(messages, locale);
  const t = w.board;
  const of = (state: ConsentState) => consents.filter((one) => one.state === state).length;
  const state = (one: ConsentShown) => {
    if (one.state === 'waiting')
      return [w.states.waiting, t.due(formatDate(one.due, locale)), isLate(one, today) && t.late];
    return [
      w.states[said(one)],
      one.answeredOn && formatDate(one.answeredOn, locale),
      said(one) !== one.state && w.states[one.state],
    ];
  };
  return (
    <Section title={t.title} id="outside" brief={t.brief(of('waiting'), of('refused'))}>
      <p>{t.lead}</p>
      <DataTable
        caption={t.caption}
        columns={[
          { key: 'who', label: t.who },
          { key: 'asked', label: t.asked },
          { key: 'answer', label: t.answer },
        ]}
        rows={consents.map((one) => ({
          key: String(one.position),
          cells: {
            who: <Written>{one.organisation}</Written>,
            asked: <Written>{one.asked}</Written>,
            answer: (
              <>
                <span
                  className={one.state === 'given' ? 'tone-jade' : said(one) === 'refused' ? 'tone-seal' : undefined}
                >
                  {state(one).filter(Boolean).join(' · ')}
                </span>
                {one.answer && (
                  <>
                    <br />
                    <Written>{one.answer}</Written>
                  </>
                )}
                <Papers papers={one.papers} locale={locale} />
              </>
            ),
          },
        }))}
      />
      {of('refused') > 0 && <p>{t.refusedNext}</p>}
    </Section>
  );
}
