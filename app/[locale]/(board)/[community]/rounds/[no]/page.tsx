import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { messages as pageWords } from '@/components/page/messages';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Cells, heardSaid, Progress, WhoseWord } from '@/features/rounds/components/cells';
import { messages } from '@/features/rounds/messages';
import { boardRound } from '@/features/rounds/queries';
import * as to from '@/lib/addresses';
import { placeIn } from '@/lib/place-name';
import { formatMoment, formatUntil, pick, roundMark } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const page = await boardRound(slug, { no });
  if (!page) return null;
  const t = pick(messages, locale);
  const { round, proposal } = page;
  const closed = round.phase === 'closed';
  const next = {
    planned: t.one.starts(formatMoment(round.opensAt, locale)),
    open: t.one.until(formatUntil(round.closesAt, locale)),
    counting: t.one.counting,
    closed: round.closedAt && t.one.closedAt(formatMoment(round.closedAt, locale)),
    void: t.refusals.round_void,
  }[round.phase];
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.proposal(locale, slug, proposal.no)}>
            <Written>{proposal.title}</Written>
          </a>
        }
        title={t.about(proposal.title, roundMark(round.k, locale))}
        state={{ tone: 'soft', text: t.phases[round.phase] }}
        next={next}
        lead={
          <a href={to.plan(locale, slug, proposal.no, round.version)}>{t.one.plan(round.version, round.planTitle)}</a>
        }
        asked={
          round.phase === 'open' && (
            <Actions>
              <ActionLink href={to.act(locale, slug, 'rounds', round.no, 'opinion')}>{t.one.speak}</ActionLink>
              <ActionLink href={to.roundPoster(locale, slug, round.no)} ghost>
                {pageWords[locale].poster.way}
              </ActionLink>
            </Actions>
          )
        }
      />
      <Section title={t.one.asked} id="asked">
        <ul>
          {round.groups.map((group) => (
            <li key={group.key}>
              {placeIn(group.name, locale)}
              {locale === 'zh' ? '：' : ': '}
              {t.one.askedOf(group.asked, group.households)}
            </li>
          ))}
        </ul>
      </Section>
      {round.phase !== 'void' && (
        <Section title={closed ? t.one.result : t.one.progress} id="cells" brief={heardSaid(round.groups, locale)}>
          <p className="crumb">{closed ? t.one.joined : t.one.openNote}</p>
          {closed ? (
            <Cells groups={round.groups} locale={locale} />
          ) : (
            <Progress groups={round.groups} locale={locale} />
          )}
        </Section>
      )}
      {page.sources && (
        <Section
          title={t.one.sources.title}
          id="sources"
          brief={t.one.sources.said(page.sources.own, page.sources.recorded)}
        >
          <WhoseWord sources={page.sources} locale={locale} />
        </Section>
      )}
      {closed && (
        <Section title={t.one.summary} id="summary">
          <p>
            <Written>{round.summary || t.one.noSummary}</Written>
          </p>
        </Section>
      )}
    </>
  );
});
