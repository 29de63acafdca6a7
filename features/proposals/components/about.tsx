import { Facts } from '@/components/data/facts';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { messages } from '@/features/proposals/messages';
import type { DeskProposal } from '@/features/proposals/queries';
import * as to from '@/lib/addresses';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';

interface Props {
  proposal: DeskProposal;
  /** What it may be the same as. */
  similar?: readonly { no: number; title: string; place: string }[];
  /** Whether the reader handles cases: theirs are at the desk, everybody else's on the board. */
  handlesCases: boolean;
  slug: string;
  locale: Locale;
}

/** What was brought, whole, for whoever is to decide about it. */
export function About(props: Props) {
  const { proposal, similar = [], handlesCases, slug, locale } = props;
  const { kinds, board, desk } = pick(messages, locale);
  const home = proposal.building === null ? '' : desk.building(proposal.building);
  const by =
    proposal.authorHouseholdId === null ? desk.office : `${home}${proposal.recordedBy === null ? '' : desk.behalf}`;
  const { facts } = desk;
  const linked = [...proposal.cases.for.cases, ...proposal.cases.against.cases, ...proposal.cases.other.cases];
  const caseOf = (no: number) => (handlesCases ? to.desk(locale, slug, 'cases', no) : to.caseAddress(locale, slug, no));
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
            value: (
              <>
                {desk.cases(proposal.cases.for.count, proposal.cases.against.count, proposal.cases.other.count)}
                {linked.length > 0 && (
                  <ul>
                    {linked.map(({ no, title }) => (
                      <li key={no}>
                        <a className="tap" href={caseOf(no)}>
                          {title}
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
              </>
            ),
          },
          ...(similar.length === 0
            ? []
            : [
                {
                  key: 'similar',
                  term: desk.similar,
                  value: (
                    <ul>
                      {similar.map(({ no, title, place }) => (
                        <li key={no}>
                          <a className="tap" href={to.proposal(locale, slug, no)}>
                            {board.no(no)} {title}
                          </a>{' '}
                          · {place}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
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
