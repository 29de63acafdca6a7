import { Written } from '@/components/data/written';
import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { answerCorrection, keepPromise } from '@/features/meetings/actions';
import { answerFields } from '@/features/meetings/components/fields';
import { standing } from '@/features/meetings/components/lists';
import { Corrections, Minutes, WhenAndWhere } from '@/features/meetings/components/minutes';
import { versionsShown } from '@/features/meetings/input';
import { messages } from '@/features/meetings/messages';
import { stateOf } from '@/features/meetings/queries/board';
import { deskMeeting } from '@/features/meetings/queries/desk';
import { minutesDue } from '@/features/meetings/rules';
import * as to from '@/lib/addresses';
import { shanghaiDate } from '@/lib/calendar';
import { showing } from '@/lib/shown';
import { formatDate, formatUntil, pick } from '@/lib/words';

/** One meeting at the desk: what is to be done about it next. */
export default actPage(['no'], async ({ locale, community, no, call, form }) => {
  const one = await deskMeeting(call, { no });
  if (!one) return null;
  const { desk: t, board, ...rest } = pick(messages, locale);
  const state = stateOf(one, one.now);
  const here = (...below: string[]) => to.desk(locale, community, 'meetings', no, ...below);
  const out = one.minutedAt !== null;
  const begun = new Date(one.startsAt) <= one.now;
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'meetings')}>{t.title}</a>}
        title={one.title}
        state={standing(state, locale)}
        {...(state === 'over' && { next: t.due(formatUntil(minutesDue(new Date(one.endsAt)), locale)) })}
        {...(state === 'open' && { next: board.until(formatUntil(one.correctUntil ?? one.endsAt, locale)) })}
        {...(state === 'late' && { next: board.lateNext })}
      />
      <WhenAndWhere one={one} locale={locale} />
      <p>{begun ? t.counts(one.invited, one.present) : t.called(one.invited, one.coming)}</p>
      {state !== 'cancelled' && !out && (
        <Actions>
          <ActionLink href={to.door(locale, community, 'meetings', no)}>{t.door}</ActionLink>
          {begun ? (
            <ActionLink ghost href={here('minutes')}>
              {t.write}
            </ActionLink>
          ) : (
            <a className="tap" href={here('change')}>
              {t.change}
            </a>
          )}
          {!begun && (
            <a className="tap" href={to.meetings(locale, community, no, 'poster')}>
              {board.invitation}
            </a>
          )}
        </Actions>
      )}
      {state === 'called' && (
        <Section title={t.coming} id="coming">
          <p className="tone-soft">{one.homes.length === 0 ? t.nobodyComing : t.comingNext}</p>
          <ul className="entries">
            {one.homes.map((home) => (
              <li key={home.household}>{rest.home(home)}</li>
            ))}
          </ul>
        </Section>
      )}
      {!out && (
        <Section title={board.about} id="about">
          <ol className="ways">
            {one.items.map((item) => (
              <li key={item.position}>
                <a className="tap" href={to.desk(locale, community, 'proposals', item.proposal)}>
                  <Written>{item.title}</Written>
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {out && (
        <>
          <Section title={board.corrections} id="corrections">
            {one.corrections.length === 0 && <p>{board.noCorrections}</p>}
            <Corrections
              corrections={one.corrections}
              items={one.items}
              locale={locale}
              whose={(of) => t.asks(rest.home(of), formatDate(of.on, locale))}
              more={(of) => {
                const item = one.items.find(({ position }) => position === of.position);
                if (of.outcome !== null || !item) return null;
                return (
                  <KeptForm
                    {...form}
                    id={`answer-${of.no}`}
                    action={answerCorrection}
                    about={{ meeting: no, correction: of.no, shown: showing(versionsShown([item])) }}
                    fields={answerFields(item, locale)}
                    submitLabel={t.answerSubmit}
                  />
                );
              }}
            />
          </Section>
          <Section title={board.minutes} id="minutes">
            <Minutes
              items={one.items}
              today={shanghaiDate(one.now)}
              locale={locale}
              href={(proposal) => to.desk(locale, community, 'proposals', proposal)}
              morePromise={(item, promise) =>
                promise.doneOn === null && (
                  <details className="entry">
                    <summary className="tap">{t.keep}</summary>
                    <KeptForm
                      {...form}
                      id={`keep-${item.position}-${promise.position}`}
                      action={keepPromise}
                      about={{ meeting: no, position: item.position, promise: promise.position }}
                      fields={[
                        { kind: 'date', name: 'doneOn', label: t.doneOn, defaultValue: shanghaiDate(one.now) },
                        { kind: 'text', name: 'note', label: t.note },
                      ]}
                      submitLabel={t.keepSubmit}
                      ghost
                    />
                  </details>
                )
              }
            />
            <p>
              <a className="tap" href={to.meetings(locale, community, no, 'minutes')}>
                {board.print}
              </a>
            </p>
          </Section>
        </>
      )}
    </>
  );
});
