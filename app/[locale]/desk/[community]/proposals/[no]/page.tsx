import { Facts } from '@/components/data/facts';
import { Missing } from '@/components/page/missing';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { mergerSteps } from '@/features/mergers/components/steps';
import { DeskSteps } from '@/features/proposals/components/desk-steps';
import { History } from '@/features/proposals/components/history';
import { proposalSteps } from '@/features/proposals/components/steps';
import { scopingSteps } from '@/features/scoping/components/steps';
import { signoffSteps } from '@/features/signoff/components/steps';
import { worksSteps } from '@/features/works/components/steps';
import * as to from '@/lib/addresses';
import { missing } from '@/lib/missing';
import type { P } from '@/lib/page';
import { begin } from './begin';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ community: string; no: string }>) {
  const { locale, community, no, proposal, t } = await begin(params);
  if (!proposal) {
    missing();
    return <Missing locale={locale} slug={community} />;
  }
  const { facts } = t.desk;
  const by = `${proposal.building === null ? '' : t.desk.building(proposal.building)}${proposal.recordedBy ? t.desk.behalf : ''}`;
  const items = [
    { key: 'kind', term: facts.kind, value: t.kinds[proposal.kind] },
    { key: 'place', term: facts.place, value: proposal.place },
    { key: 'problem', term: facts.problem, value: proposal.problem },
    { key: 'ask', term: facts.ask, value: proposal.ask },
    { key: 'by', term: facts.by, value: by },
    { key: 'cases', term: facts.cases, value: t.desk.cases(proposal.cases.for.count, proposal.cases.against.count) },
  ];
  const steps = [
    ...proposalSteps(proposal, community, locale),
    ...mergerSteps(proposal, community, locale),
    ...scopingSteps(proposal, community, locale),
    ...signoffSteps(proposal, community, locale),
    ...worksSteps(proposal, community, locale),
  ];
  return (
    <>
      <PageTitle
        crumb={<a href={to.desk(locale, community, 'proposals')}>{t.board.no(no)}</a>}
        title={proposal.title}
        state={{ text: t.states[proposal.state] }}
        next={t.next[proposal.state]}
      />
      <Section title={t.desk.steps}>
        <DeskSteps steps={steps} locale={locale} />
      </Section>
      <Facts items={items} />
      <Actions>
        <ActionLink href={to.proposal(locale, community, no)} ghost>
          {t.desk.toBoardPage}
        </ActionLink>
      </Actions>
      <Section title={t.desk.history}>
        <History events={proposal.events} locale={locale} />
      </Section>
    </>
  );
}
