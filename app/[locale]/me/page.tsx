import { words } from '@/components/messages';
import { mePage } from '@/components/page/act-page';
import { messages as page } from '@/components/page/messages';
import { Empty } from '@/components/page/notice';
import { Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { messages as cases } from '@/features/cases/messages';
import { Letters } from '@/features/me/components/letters';
import { OwnProposals, Spoken, Standing } from '@/features/me/components/standing';
import { Waiting } from '@/features/me/components/waiting';
import { Work } from '@/features/me/components/work';
import { messages } from '@/features/me/messages';
import { myToday } from '@/features/me/queries';
import { messages as programmes } from '@/features/programmes/messages';
import { rooms } from '@/features/rooms';
import * as to from '@/lib/addresses';
import { formatList, pick } from '@/lib/words';

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
  const { letters, unread, asked, recorded, meetings, occasions, turns, claims, homes } = today;
  const settled = claims.length === 0 && homes.length > 0;
  const waiting = [...Object.values(asked), recorded, meetings, occasions, turns];
  const nothing = settled && waiting.every((each) => each.length === 0);
  return (
    <>
      <PageTitle title={t.title} />
      <Standing today={today} locale={locale} />
      <Work today={today} person={person} locale={locale} />
      {nothing && <Empty text={t.none} />}
      <Waiting today={today} locale={locale} />
      <Contents
        label={words(locale).contents}
        items={[
          letters.length > 0 && { id: 'letters', title: t.letters },
          today.proposals.length > 0 && { id: 'proposals', title: t.proposals },
          today.spoken.length > 0 && { id: 'said', title: t.said },
          homes.length > 0 && { id: 'homes', title: t.homes },
          { id: 'rest', title: t.rest },
        ].filter((one) => one !== false)}
      />
      {letters.length > 0 && (
        <Section title={t.letters} id="letters" brief={t.more(unread)}>
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
        <Section
          title={t.homes}
          id="homes"
          // The bar of large print leads here where somebody has several to choose from.
          brief={homes.length > 1 ? undefined : homes[0]?.[locale]}
        >
          {homes.map((one) => (
            <Actions key={one.community}>
              <a className="tap" href={to.community(locale, one.community)}>
                {t.board(one[locale])}
              </a>
              <a className="tap" href={to.act(locale, one.community, 'cases', 'new')}>
                {pick(cases, locale).record.title}
              </a>
              <a className="tap" href={to.act(locale, one.community, 'proposals', 'new')}>
                {t.propose}
              </a>
              <a className="tap" href={to.programmes(locale, one.community)}>
                {pick(programmes, locale).room.door}
              </a>
              <a className="tap" href={to.act(locale, one.community, 'invitation')}>
                {homes.length > 1 ? t.inviteAt(one[locale]) : t.invite}
              </a>
            </Actions>
          ))}
        </Section>
      )}
      <Section
        title={t.rest}
        id="rest"
        brief={formatList(
          rest.slice(0, 3).map(([, label]) => label),
          locale,
        )}
      >
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
