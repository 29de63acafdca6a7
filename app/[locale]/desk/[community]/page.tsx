import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Today, urgentIn } from '@/features/desk/components/today';
import { messages } from '@/features/desk/messages';
import { deskToday } from '@/features/desk/queries';
import { BeginningSteps } from '@/features/people/components/beginning';
import { beginning } from '@/features/people/queries/beginning';
import { messages as proposals } from '@/features/proposals/messages';
import { Arrived } from '@/features/terms/components/arrived';
import { arrived } from '@/features/terms/queries/handover';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default actPage([], async ({ locale, community, call }) => {
  const [today, far, came] = await Promise.all([deskToday(call, {}), beginning(call, undefined), arrived(call, {})]);
  if (!today) return null;
  const t = pick(messages, locale).today;
  const { states, board } = pick(proposals, locale);
  return (
    <>
      <PageTitle title={t.title(urgentIn(today))} lead={t.lead(locale === 'en' ? today.nameEn : today.nameZh)} />
      {came && <Arrived left={came.left} slug={community} locale={locale} />}
      <BeginningSteps far={far} slug={community} locale={locale} />
      <div className="beside">
        <div>
          <Today today={today} slug={community} locale={locale} />
        </div>
        <Section title={t.progress} id="progress">
          {today.progress.length === 0 && <p>{t.noProgress}</p>}
          <ul className="ways">
            {today.progress.map((one) => (
              <li key={one.no}>
                <a className="tap" href={to.desk(locale, community, 'proposals', one.no)}>
                  <Written>{one.title}</Written>
                </a>{' '}
                <span className="tone-soft">
                  {states[one.state]} · {board.since(formatDate(one.stateAt, locale))}
                </span>
              </li>
            ))}
          </ul>
          <Actions>
            <ActionLink href={to.desk(locale, community, 'proposals')} ghost>
              {t.all}
            </ActionLink>
          </Actions>
        </Section>
      </div>
    </>
  );
});
