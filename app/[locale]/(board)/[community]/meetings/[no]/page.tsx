import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { standing } from '@/features/meetings/components/lists';
import { Corrections, Minutes, theirs, WhenAndWhere } from '@/features/meetings/components/minutes';
import { messages } from '@/features/meetings/messages';
import { boardMeeting, stateOf } from '@/features/meetings/queries/board';
import { minutesDue } from '@/features/meetings/rules';
import * as to from '@/lib/addresses';
import { formatDate, formatUntil, pick } from '@/lib/words';

/** A meeting: what it is about; then what was said, what those who were there put right, and what was promised. */
export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const one = await boardMeeting(slug, { no });
  if (!one) return null;
  const { board: t, desk } = pick(messages, locale);
  const state = stateOf(one, one.now);
  const out = one.minutedAt !== null;
  const next = {
    cancelled: undefined,
    called: t.everybody,
    under_way: t.everybody,
    over: `${t.waitMinutes}${desk.due(formatUntil(minutesDue(new Date(one.endsAt)), locale))}`,
    open: t.until(formatUntil(one.correctUntil ?? one.endsAt, locale)),
    late: t.lateNext,
    fixed: one.fixedAt ? t.fixed(formatDate(one.fixedAt, locale)) : undefined,
  }[state];
  return (
    <>
      <PageTitle
        crumb={<a href={to.meetings(locale, slug)}>{t.title}</a>}
        title={one.title}
        state={standing(state, locale)}
        {...(next && { next })}
        {...(one.words && { lead: <Written>{one.words}</Written> })}
      />
      <WhenAndWhere one={one} locale={locale} />
      {out ? (
        <p>{one.present === null ? t.presentFew : t.present(one.present)}</p>
      ) : (
        one.invited !== null && <p>{t.invited(one.invited)}</p>
      )}
      <Actions>
        {state !== 'cancelled' && state !== 'fixed' && (
          <ActionLink href={to.act(locale, slug, 'meetings', no)}>{t.own[state]}</ActionLink>
        )}
        {state === 'called' && (
          <a className="tap" href={to.meetings(locale, slug, no, 'poster')}>
            {t.invitation}
          </a>
        )}
        {out && (
          <a className="tap" href={to.meetings(locale, slug, no, 'minutes')}>
            {t.print}
          </a>
        )}
      </Actions>
      {out ? (
        <>
          <Section title={t.minutes} id="minutes" brief={words(locale).inAll(one.items.length)}>
            <Minutes
              items={one.items}
              today={one.today}
              locale={locale}
              href={(proposal) => to.proposal(locale, slug, proposal)}
            />
          </Section>
          <Section title={t.corrections} id="corrections">
            {one.corrections.length === 0 && <p>{t.noCorrections}</p>}
            <Corrections
              corrections={one.corrections}
              items={one.items}
              locale={locale}
              whose={(of) => theirs(of, locale)}
            />
          </Section>
          {one.hash && <p className="crumb written">{t.hash(one.hash)}</p>}
        </>
      ) : (
        <Section title={t.about} id="about">
          <ol className="ways">
            {one.items.map((item) => (
              <li key={item.position}>
                <a className="tap" href={to.proposal(locale, slug, item.proposal)}>
                  <Written>{item.title}</Written>
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
});
