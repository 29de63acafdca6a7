import { KeptForm } from '@/components/form/kept-form';
import { actPage } from '@/components/page/act-page';
import { Done, Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { correctOpinion, giveOpinion } from '@/features/opinions/actions';
import { saidFields } from '@/features/opinions/components/fields';
import { PlanAsked } from '@/features/opinions/components/plan-asked';
import { SaidSoFar } from '@/features/opinions/components/said-so-far';
import { messages } from '@/features/opinions/messages';
import { myRound } from '@/features/opinions/queries/mine';
import { joinFirst } from '@/features/people/components/join-first';
import { HomeCard } from '@/features/siteplan/components/consequence';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { formatUntil, pick, roundMark } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, search, form }) => {
  const round = await myRound(call, { no });
  if (!round) return null;
  const t = pick(messages, locale);
  const first = round.homes.length === 0 ? await joinFirst({ call, community, locale }) : undefined;
  const said = search.done === 'said' ? round.homes.find((home) => home.current?.own)?.current : undefined;
  const toSay = said ? undefined : round.homes.find((home) => home.act);
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.round(locale, community, no)}>{`${round.title} · ${t.round(roundMark(round.k, locale))}`}</a>
        }
        title={t.act.title}
        next={t.act.until(formatUntil(round.closesAt, locale))}
        receipt={
          said && (
            <Done title={t.act.savedTitle}>
              <p>
                <strong>{t.act.savedSaid(t.stances[said.stance], said.condition || said.words || '')}</strong>
              </p>
              <p>
                {round.open ? t.act.savedNext(formatUntil(round.closesAt, locale)) : t.act.savedLate}{' '}
                <a href={to.act(locale, community, 'proposals', round.proposal, 'said')}>{t.act.savedAll}</a>
              </p>
              {round.open && (said.stance === 'oppose' || said.stance === 'support_if') && (
                <p>
                  {t.act.savedObjection} <a href={to.me(locale, 'objections')}>{t.act.savedObjections}</a>
                </p>
              )}
            </Done>
          )
        }
      />
      {first}
      {toSay && (
        <Actions near>
          <ActionLink ghost href={`#form-${toSay.household}`}>
            {t.act.write}
          </ActionLink>
        </Actions>
      )}
      <PlanAsked round={round} slug={community} locale={locale} />
      {round.homes.length === 0 && !first && (
        <Notice>
          <p>{t.act.none}</p>
        </Notice>
      )}
      {round.homes.map((home) => (
        <Section
          key={home.household}
          title={t.home(home.building, home.entrance, home.door)}
          id={`home-${home.household}`}
        >
          {round.over && <HomeCard over={round.over} version={round.version} home={home} locale={locale} />}
          {home.standing && home.said.length === 0 && <p>{t.act.standing(t.stances[home.standing])}</p>}
          {home.said.length > 0 && (
            <>
              <h3>{t.act.said}</h3>
              <SaidSoFar said={home.said} current={home.current?.seq ?? null} locale={locale} />
              {home.current && !home.current.own && home.act === 'correct' && <p>{t.act.correct}</p>}
            </>
          )}
          {home.act ? (
            <KeptForm
              key={home.current?.id ?? 0}
              id={`form-${home.household}`}
              action={home.act === 'give' ? giveOpinion : correctOpinion}
              fields={saidFields(locale, round.version, home.current ?? {})}
              {...form}
              about={{ round: no, version: round.version, household: home.household, shown: home.shown }}
              submitLabel={home.act === 'give' ? t.act.give : t.act.again}
            />
          ) : (
            home.blocked && (
              <Notice kind="warn">
                <p>{inWords(home.blocked, locale, messages).message}</p>
              </Notice>
            )
          )}
        </Section>
      ))}
    </>
  );
});
