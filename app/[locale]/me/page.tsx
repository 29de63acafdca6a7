import { mePage } from '@/components/page/act-page';
import { messages as page } from '@/components/page/messages';
import { Empty } from '@/components/page/notice';
import { Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Letters } from '@/features/me/components/letters';
import { OwnProposals, Spoken, Standing } from '@/features/me/components/standing';
import { Waiting } from '@/features/me/components/waiting';
import { Work } from '@/features/me/components/work';
import { messages } from '@/features/me/messages';
import { myToday } from '@/features/me/queries';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person }) => {
  const today = await myToday(person, {});
  const { me: t } = pick(messages, locale);
  const { data, sessions } = page[locale];
  const own = rooms.flatMap(({ doors = [] }) => doors.filter(({ me }) => me));
  const rest = [
    ['brought', t.brought],
    ...own.map(({ path, label }) => [path, label[locale]] as const),
    ['data', data],
    ['sessions', sessions],
  ] as const;
  const { letters, unread, rounds, recorded, answers, claims, homes } = today;
  const settled = claims.length === 0 && homes.length > 0;
  const nothing = settled && rounds.length + recorded.length + answers.length === 0;
  return (
    <>
      <PageTitle title={t.title} />
      <Standing today={today} locale={locale} />
      <Work roles={today.roles} person={person} locale={locale} />
      {nothing && <Empty text={t.none} />}
      <Waiting today={today} locale={locale} />
      {letters.length > 0 && (
        <Section title={t.letters} id="letters">
          <Letters letters={letters} locale={locale} />
          {unread > letters.length && (
            <p>
              <a className="tap" href={to.me(locale, 'letters')}>
                {t.more(unread)}
              </a>
            </p>
          )}
        </Section>
      )}
      <OwnProposals today={today} locale={locale} />
      <Spoken today={today} locale={locale} />
      {homes.length > 0 && (
        <Section title={t.homes} id="homes">
          {homes.map((one) => (
            <Actions key={one.community}>
              <a className="tap" href={to.community(locale, one.community)}>
                {t.board(one[locale])}
              </a>
              <a className="tap" href={to.act(locale, one.community, 'proposals', 'new')}>
                {t.propose}
              </a>
              <a className="tap" href={to.act(locale, one.community, 'invitation')}>
                {t.invite}
              </a>
            </Actions>
          ))}
        </Section>
      )}
      <Section title={t.rest} id="rest">
        <ul className="entries">
          {rest.map(([place, label]) => (
            <li key={place}>
              <a className="tap" href={to.me(locale, place)}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
});
