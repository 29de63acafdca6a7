import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import type { ProposalState } from '@/db/words/proposals';
import { messages } from '@/features/proposals/messages';
import { deskProposals } from '@/features/proposals/queries';
import { lookingChosen } from '@/features/proposals/queries/brought';
import { messages as shortway } from '@/features/shortway/messages';
import * as to from '@/lib/addresses';
import { formatDate, formatList, pick } from '@/lib/words';

const STAGES = {
  new: ['submitted', 'reopened'],
  talks: ['scoping', 'comparing', 'consulting', 'redesign'],
  decided: ['agreed', 'noticed', 'signed_off'],
  works: ['short', 'repairing', 'building', 'completed', 'verifying', 'verified'],
  rest: ['declined', 'shelved', 'withdrawn'],
} as const satisfies Record<string, readonly ProposalState[]>;

export default actPage([], async ({ locale, community, call }) => {
  const found = await deskProposals(call, {});
  const looking = await lookingChosen(call, {});
  if (!found || !looking) return null;
  const t = pick(messages, locale);
  const all = (Object.keys(STAGES) as (keyof typeof STAGES)[]).map((stage) => {
    const states: readonly ProposalState[] = STAGES[stage];
    return { stage, own: found.filter((one) => states.includes(one.state)) };
  });
  const stages = all.filter(({ own }) => own.length > 0);
  const empty = all.flatMap(({ stage, own }) => (own.length > 0 ? [] : [t.desk.stages[stage]]));
  return (
    <>
      <PageTitle title={t.desk.title} lead={t.desk.lead} />
      <p>
        {t.looking.now[looking.facts.looksFirst ? 'yes' : 'no']}{' '}
        <a className="tap" href={to.desk(locale, community, 'proposals', 'looking')}>
          {t.looking.change}
        </a>
      </p>
      <p>
        <a className="tap" href={to.desk(locale, community, 'proposals', 'short')}>
          {pick(shortway, locale).limit.link}
        </a>
      </p>
      {stages.map(({ stage, own }) => (
        <Section key={stage} title={t.desk.stages[stage]} id={stage}>
          <ul className="entries">
            {own.map((one) => (
              <li key={one.no}>
                <a className="tap" href={to.desk(locale, community, 'proposals', one.no)}>
                  <Written>{one.title}</Written>
                </a>
                <p>
                  {t.states[one.state]} · {t.board.since(formatDate(one.stateAt, locale))}
                  {one.overdue && <strong> · {t.board.overdue}</strong>}
                  {one.stalled && <strong> · {t.board.stalled}</strong>}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {empty.length > 0 && <p className="crumb also">{t.desk.noneIn(formatList(empty, locale))}</p>}
    </>
  );
});
