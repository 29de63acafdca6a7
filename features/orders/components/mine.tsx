import type { ReactNode } from 'react';
import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { formatMoment, pick } from '@/lib/words';
import { messages } from '../messages';
import type { MyCase } from '../queries/mine';
import { Course, type Told } from './course';
import { Due, latesSaid } from './due';
import { untilOf } from './until';

interface Props {
  one: MyCase;
  slug: string;
  locale: Locale;
  /** Comes after what one can say, before its course. */
  children?: ReactNode;
  /** What came of it, beside the answer. */
  result?: ReactNode;
  /** What another room tells of its course. */
  told?: readonly Told[];
}

/** How far one's own case has come, who has it and until when, what one can say to it, and who looked at one's number. */
export function OwnCase({ one, slug, locale, children, result, told = [] }: Props) {
  const t = pick(messages, locale);
  const { standing, no } = one;
  const here = (...rest: string[]) => to.act(locale, slug, 'cases', no, ...rest);
  return (
    <>
      <Facts
        items={[
          { key: 'state', term: t.one.stands, value: t.states[standing.state] },
          { key: 'who', term: t.day.columns.who, value: one.lead ?? t.mine.nobody },
          ...(standing.due
            ? [{ key: 'due', term: t.mine.next, value: untilOf(standing.state, standing.due, locale) }]
            : []),
          ...(one.when === 'overdue'
            ? [
                {
                  key: 'late',
                  term: t.one.due,
                  value: <Due due={standing.due} when={one.when} now={one.now} locale={locale} />,
                },
              ]
            : []),
          ...(standing.lates.length > 0
            ? [{ key: 'lates', term: t.one.lates, value: latesSaid(standing.lates, locale) }]
            : []),
        ]}
      />
      {standing.state === 'escalated' && <p className="crumb">{t.day.stands}</p>}
      {one.into !== null && <p>{t.one.merged(one.into)}</p>}
      {one.answer && (
        <Notice title={t.mine.reply}>
          <p>
            <Written>{one.answer.words}</Written>
          </p>
        </Notice>
      )}
      {result}
      <Actions>
        {one.mayReopen && <ActionLink href={here('rework')}>{t.mine.unsolved}</ActionLink>}
        {one.mayNudge && (
          <ActionLink href={here('nudge')} ghost>
            {t.mine.nudge}
          </ActionLink>
        )}
      </Actions>
      {one.nudged && <p className="crumb">{t.refusals.nudged_today}</p>}
      {children}
      {one.course.length + told.length > 0 && (
        <Section title={t.mine.course} id="course">
          <Course lines={one.course} also={told} locale={locale} byDay={!one.ours} />
        </Section>
      )}
      {one.looks.length > 0 && (
        <Section title={t.one.looks} id="looks">
          <ul className="entries">
            {one.looks.map((look) => (
              <li key={look.at.getTime()}>
                {formatMoment(look.at, locale)} · {t.offices[look.role] ?? look.role}
                {look.exported && ` · ${t.one.exported}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
