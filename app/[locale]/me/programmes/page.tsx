import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { mePage } from '@/components/page/act-page';
import { Empty } from '@/components/page/notice';
import { PageTitle } from '@/components/page/title';
import type { SignUpState } from '@/db/words/programmes';
import { messages as mine } from '@/features/me/messages';
import { DateLine } from '@/features/programmes/components/dates';
import { timeOf } from '@/features/programmes/components/guests';
import { clockOf, messages } from '@/features/programmes/messages';
import { myProgrammes } from '@/features/programmes/queries/mine';
import * as to from '@/lib/addresses';
import { numberFrom } from '@/lib/page';
import { formatDate, pick } from '@/lib/words';

/** How it stands with a place; of what is over, how it was. */
const saidOf = ({ state, over }: { state: SignUpState; over: boolean }, t: (typeof messages)['zh']['me']) =>
  over && state !== 'withdrawn' ? t.were[state] : t[state];

/** What one's households have signed up for, what is to come first. */
export default mePage(async ({ locale, person, search, path }) => {
  const { page, next } = await myProgrammes(person, { after: numberFrom(search.after ?? '') ?? null });
  const { me: t, line } = pick(messages, locale);
  return (
    <>
      <PageTitle crumb={<a href={to.me(locale)}>{pick(mine, locale).me.title}</a>} title={t.title} />
      {page.length === 0 && <Empty text={t.none} />}
      <ul className="dates">
        {page.map((one) => (
          <DateLine key={one.id} startsAt={one.startsAt} locale={locale}>
            <a className="tap" href={to.act(locale, one.community, 'occasions', one.no)}>
              <Written>{one.title}</Written>
            </a>
            <p className="tone-soft">
              {`${formatDate(one.startsAt, locale)} ${timeOf(one, one) || clockOf(one.startsAt)} · `}
              <Written>{one.place}</Written>
              {` · ${one[locale]}`}
            </p>
            <p>{one.cancelledAt ? line.cancelled : saidOf(one, t)}</p>
          </DateLine>
        ))}
      </ul>
      <Pager locale={locale} {...(next === null ? {} : { next: `${path}?after=${next}` })} />
    </>
  );
});
