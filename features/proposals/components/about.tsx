import { Facts } from '@/components/data/facts';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages } from '@/features/proposals/messages';
import type { DeskProposal } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

/** What was brought, whole, for whoever is to decide about it. */
export function About({ proposal, slug, locale }: { proposal: DeskProposal; slug: string; locale: Locale }) {
  const { kinds, board, desk } = pick(messages, locale);
  const by = `${proposal.building === null ? '' : desk.building(proposal.building)}${proposal.recordedBy === null ? '' : desk.behalf}`;
  const { facts } = desk;
  return (
    <Section title={proposal.title} id="about">
      <Facts
        items={[
          { key: 'kind', term: facts.kind, value: kinds[proposal.kind] },
          { key: 'place', term: facts.place, value: proposal.place },
          { key: 'problem', term: facts.problem, value: proposal.problem },
          { key: 'ask', term: facts.ask, value: proposal.ask },
          { key: 'by', term: facts.by, value: by },
          { key: 'supporters', term: facts.supporters, value: board.supporters(proposal.supporters) },
          {
            key: 'cases',
            term: facts.cases,
            value: desk.cases(proposal.cases.for.count, proposal.cases.against.count),
          },
        ]}
      />
      <Actions>
        <ActionLink href={to.desk(locale, slug, 'proposals', proposal.no, 'pictures')} ghost>
          {desk.aboutPictures(proposal.picturesWaiting)}
        </ActionLink>
      </Actions>
    </Section>
  );
}
