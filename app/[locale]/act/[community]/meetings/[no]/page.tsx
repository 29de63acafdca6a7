import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Done } from '@/components/page/notice';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { standing } from '@/features/meetings/components/lists';
import { Minutes, WhenAndWhere } from '@/features/meetings/components/minutes';
import { OwnHomeShown } from '@/features/meetings/components/own-home';
import { messages } from '@/features/meetings/messages';
import { stateOf } from '@/features/meetings/queries/board';
import { myMeeting } from '@/features/meetings/queries/mine';
import { joinFirst } from '@/features/people/components/join-first';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import { formatUntil, pick } from '@/lib/words';

/** A meeting for whoever is signed in: we come, we are here, and what is wrong in the minutes. */
export default actPage(['no'], async ({ locale, community, no, call, form, search, path }) => {
  const one = await myMeeting(call, { no });
  if (!one) return null;
  const t = pick(messages, locale);
  const state = stateOf(one, one.now);
  const until = formatUntil(one.correctUntil ?? one.endsAt, locale);
  const asked = one.homes
    .flatMap(({ corrections }) => corrections)
    .sort((a, b) => a.no - b.no)
    .at(-1);
  return (
    <>
      <PageTitle
        crumb={<a href={to.meetings(locale, community, no)}>{t.mine.board}</a>}
        title={one.title}
        state={standing(state, locale)}
        {...((state === 'called' || state === 'under_way') && { next: t.board.everybody })}
        {...(state === 'open' && { next: t.board.until(until) })}
        receipt={
          search.done === 'said' && (
            <Done title={t.mine.saidTitle}>
              {asked?.words && (
                <p>
                  <Written>{t.mine.saidWords(asked.words)}</Written>
                </p>
              )}
              <p>
                {t.mine.saidNext(until)} <a href={to.me(locale)}>{t.mine.toMe}</a>
              </p>
            </Done>
          )
        }
      />
      <WhenAndWhere one={one} locale={locale} />
      {one.homes.length === 0 && (await joinFirst({ call, community, locale }))}
      {one.minutedAt && (
        <Section title={t.board.minutes} id="minutes">
          <Minutes items={one.items} today={shanghaiDate(one.now)} locale={locale} />
        </Section>
      )}
      {one.homes.map((home) => (
        <OwnHomeShown key={home.household} one={one} home={home} path={path} form={form} />
      ))}
    </>
  );
});
