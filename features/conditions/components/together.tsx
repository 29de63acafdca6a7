import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoney } from '@/lib/quantity';
import { formatDate, pick } from '@/lib/words';
import { messages } from '../messages';
import type { myConditions } from '../queries/own';
import { followedSays, type Listed, ownSays, saysOf } from './says';

/** The conditions with what they cost, and in sentences which of them can be had together. */
export function TogetherSays({ listed, locale }: { listed: Listed; locale: Locale }) {
  const t = pick(messages, locale).board;
  return (
    <>
      <Facts
        items={listed.conditions.map(({ no, text, cost }) => ({
          key: String(no),
          term: String(no),
          value: (
            <>
              <Written>{text}</Written>
              {cost > 0 && ` · ${t.costs(formatMoney(cost))}`}
            </>
          ),
        }))}
      />
      {listed.budget !== null && <p>{t.budget(formatMoney(listed.budget))}</p>}
      {saysOf(listed, locale).map(({ head, lines }) => (
        <div key={head}>
          <p>{head}</p>
          {lines.length > 0 && (
            <ul>
              {lines.map((line) => (
                <li key={line}>
                  <Written>{line}</Written>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  );
}

/** On the page of its proposal. */
export function ConditionsBrief({ listed, locale }: { listed: Listed & { markedAt: string }; locale: Locale }) {
  const t = pick(messages, locale).board;
  return (
    <Section
      title={t.title}
      id="conditions"
      brief={saysOf(listed, locale)[0]?.head.replace(/[：:]\s*$/, locale === 'zh' ? '。' : '.')}
    >
      <TogetherSays listed={listed} locale={locale} />
      <p>{t.next}</p>
      <p className="crumb">{t.marked(formatDate(listed.markedAt, locale))}</p>
    </Section>
  );
}

interface Own {
  listed: Listed & Pick<Awaited<ReturnType<typeof myConditions>>[number], 'followed'>;
  /** Which of it a household asked for. */
  nos: readonly number[];
  community: string;
  proposal: number;
}

/** Beside what a household raised: whether what it asks for can be had with what others ask for. */
export function OwnConditions({ own, locale }: { own: Own; locale: Locale }) {
  const t = pick(messages, locale).mine;
  return (
    <>
      <h3>{t.heading}</h3>
      {ownSays(own.listed, own.nos, locale).map((one) => (
        <p key={one}>
          <Written>{one}</Written>
        </p>
      ))}
      {own.listed.followed && (
        <>
          {followedSays(own.listed, own.listed.followed, own.nos, locale).map((one) => (
            <p key={one}>
              <Written>{one}</Written>
            </p>
          ))}
          <a className="tap" href={to.plan(locale, own.community, own.proposal, own.listed.followed.version)}>
            {t.version(own.listed.followed.version)}
          </a>
        </>
      )}
      <a className="tap" href={`${to.proposal(locale, own.community, own.proposal)}#conditions`}>
        {t.read}
      </a>
    </>
  );
}
