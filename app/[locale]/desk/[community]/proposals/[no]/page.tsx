import { Facts } from '@/components/data/facts';
import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { History } from '@/features/desk/components/history';
import { Next, NotNow, Others } from '@/features/desk/components/next';
import { Parts } from '@/features/desk/components/parts';
import { messages } from '@/features/desk/messages';
import { deskLife } from '@/features/desk/queries';
import { Offers } from '@/features/playbooks/components/offers';
import { playbooksLike } from '@/features/playbooks/queries/offers';
import { nextOf } from '@/features/proposals/components/next';
import { messages as proposals } from '@/features/proposals/messages';
import { appealIn, FINAL_STATES } from '@/features/proposals/rules';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call }) => {
  const life = await deskLife(call, { no });
  if (!life) return null;
  const t = pick(proposals, locale);
  const { head, facts } = life;
  const matters = [{ text: `${facts.title}。${head.problem}`, kind: facts.kind }];
  const [offers = []] = FINAL_STATES.includes(facts.state) ? [] : ((await playbooksLike(call, { matters })) ?? []);
  const term = t.desk.facts;
  const by = `${head.building === null ? '' : t.desk.building(head.building)}${head.recorded ? t.desk.behalf : ''}`;
  const items = [
    { key: 'kind', term: term.kind, value: t.kinds[facts.kind] },
    { key: 'place', term: term.place, value: head.place },
    { key: 'problem', term: term.problem, value: head.problem },
    { key: 'ask', term: term.ask, value: head.ask },
    { key: 'by', term: term.by, value: by },
    { key: 'cases', term: term.cases, value: t.desk.cases(head.cases.for, head.cases.against, head.cases.other) },
  ];
  const joined = facts.state === 'merged' ? head.events.findLast((event) => event.kind === 'merged') : undefined;
  const into = joined?.detail.into;
  const part = { life, slug: community, locale };
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'proposals')}>{t.board.no(no)}</a>}
        title={facts.title}
        state={{ text: `${t.states[facts.state]} · ${t.board.since(formatDate(facts.stateAt, locale))}` }}
        next={
          into === undefined ? (
            nextOf(facts.state, appealIn(head.events, facts.stateAt), locale)
          ) : (
            <a href={to.desk(locale, community, 'proposals', into)}>{t.next.merged}</a>
          )
        }
      />
      <Next {...part} />
      <Others {...part} />
      <Offers offers={offers} slug={community} locale={locale} />
      <Parts {...part} />
      <NotNow {...part} />
      <Section title={pick(messages, locale).page.about} id="about">
        <Facts items={items} />
        <Actions>
          <ActionLink href={to.proposal(locale, community, no)} ghost>
            {t.desk.toBoardPage}
          </ActionLink>
        </Actions>
      </Section>
      <History events={head.events} slug={community} locale={locale} />
    </>
  );
});
