import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { Section } from '@/components/page/section';
import { StateBadge } from '@/components/page/title';
import type { Level } from '@/db/words/diagnosis';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import type { Locale } from '@/lib/edition';
import { formatDate, pick } from '@/lib/words';
import { answerFromDistrict, answerFromStreet } from '../actions';
import { messages } from '../messages';
import type { Raised, RaisedView } from '../queries/raised';

interface Here {
  district: string;
  locale: Locale;
}

/** What it is about and how it stands, for whoever was not there. */
function Asked({ one, level, locale }: { one: RaisedView; level: Level; locale: Locale }) {
  const t = pick(messages, locale);
  return (
    <>
      <p>
        <Written>{t.board.raised(t.levels[level], formatDate(one.dueOn, locale), one.asks)}</Written>
      </p>
      {one.state && one.words && (
        <p className="crumb">
          {t.states[one.state]} · <Written>{one.words}</Written>
        </p>
      )}
      {one.loosener && <p className="crumb">{t.board.loosener(one.loosener)}</p>}
    </>
  );
}

/** What waits first, the longest overdue before the others; then what was answered. */
export function RaisedList({ raised, district, locale }: Here & { raised: Raised }) {
  const t = pick(messages, locale);
  const { level, now, waiting, answered, next, all, late } = raised;
  const here = to.office(locale, district, 'raised');
  const nameOf = (one: RaisedView) => `${locale === 'zh' ? one.nameZh : one.nameEn}：${one.title}`;
  return (
    <>
      <Section title={t.raised.to(t.levels[level], all, late)} id={`raised-${level}`}>
        {waiting.length === 0 && <p>{t.raised.none}</p>}
        <ul className="entries">
          {waiting.map((one) => {
            const overdue = one.dueOn < shanghaiDate(now);
            return (
              <li key={one.id}>
                <p>
                  <a className="tap" href={to.office(locale, district, 'raised', level, one.community, one.no)}>
                    {nameOf(one)}
                  </a>{' '}
                  <StateBadge tone={overdue ? 'seal' : 'ochre'}>{overdue ? t.board.overdue : t.board.waits}</StateBadge>
                </p>
                <Asked one={one} level={level} locale={locale} />
              </li>
            );
          })}
        </ul>
        {next !== undefined && (
          <p>
            <a className="tap" rel="next" href={`${here}?after=${next}`}>
              {t.raised.more}
            </a>
          </p>
        )}
      </Section>
      {answered.length > 0 && (
        <Section title={t.raised.answered} id={`answered-${level}`}>
          <ul className="entries">
            {answered.map((one) => (
              <li key={one.id}>
                <p>
                  <a className="tap" href={to.diagnosis(locale, one.slug)}>
                    {nameOf(one)}
                  </a>
                </p>
                <p className="crumb">
                  <Written>{one.asks}</Written>
                </p>
                {one.answeredAt && (
                  <p>
                    <Written>
                      {t.board.answered(t.levels[level], formatDate(one.answeredAt, locale), one.answer ?? '')}
                    </Written>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** The answer, which hangs on the community's board. */
export function AnswerForm({ one, level, district, locale }: Here & { one: RaisedView; level: Level }) {
  const t = pick(messages, locale);
  return (
    <>
      <Asked one={one} level={level} locale={locale} />
      <KeptForm
        id="answer-form"
        action={level === 'street' ? answerFromStreet : answerFromDistrict}
        about={{ district, community: one.community, crack: one.no }}
        fields={[{ kind: 'textarea', name: 'answer', label: t.answer.answer, hint: t.answer.hint, rows: 4 }]}
        submitLabel={t.answer.submit}
        cancel={{ href: to.office(locale, district, 'raised'), label: t.raised.title }}
        locale={locale}
      />
    </>
  );
}

/** How many wait for an answer, on the first page of an office. */
export function RaisedWaits({ all, district, locale }: Here & { all: readonly (Raised | undefined)[] }) {
  const t = pick(messages, locale);
  const waiting = all.filter((one) => one !== undefined && one.all > 0);
  return waiting.map(
    (one) =>
      one && (
        <p key={one.level}>
          <a className="tap" href={to.office(locale, district, 'raised')}>
            {t.raised.to(t.levels[one.level], one.all, one.late)}
          </a>
        </p>
      ),
  );
}
