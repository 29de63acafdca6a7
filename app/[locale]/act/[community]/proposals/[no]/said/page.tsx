import { Done } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { OwnWords } from '@/features/alternatives/components/own-words';
import { OwnOpinions } from '@/features/me/components/own-opinions';
import { SaidElsewhere } from '@/features/me/components/said-elsewhere';
import { mySaid } from '@/features/me/queries/said';
import { myObjections } from '@/features/objections/queries/raised';
import * as acts from '@/features/proposals/acts';
import { nextOf } from '@/features/proposals/components/next';
import { ownComments } from '@/features/proposals/queries/comments';
import { opposing } from '@/features/signoff/queries/notice';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { ownPage } from '../own-page';

export default ownPage(async ({ locale, community, no, person, call, search, part, first, t, crumb }) => {
  const { opinions: all, words } = (await mySaid(call, { no })) ?? { opinions: [], words: [] };
  const opinions = all.filter((one) => one.proposal === no);
  const comments = (await ownComments(call, { proposal: part.id })) ?? [];
  const opposed = (await opposing(call, { no }))?.own ?? [];
  // Last: it is asked over all communities, and what comes after would have to enter this one again.
  const raised = (await myObjections(person, {})).filter((one) => one.community === community && one.proposal === no);
  const done: Readonly<Record<string, string>> = t.said.done;
  const said = search.done && done[search.done];
  const roles: Readonly<Record<string, string>> = t.roles;
  const { state } = part.asked.facts;
  const next = (
    <>
      {nextOf(state, part.asked.facts.appeal, locale)} {part.owner && t.said.with(roles[part.owner] ?? '')}
    </>
  );
  const may = (act: typeof acts.giveSupport | typeof acts.addComment) => whyNot(act, part.asked) === null;
  return (
    <>
      <PageTitle
        crumb={<a href={crumb.href}>{crumb.label}</a>}
        title={t.said.title}
        state={{ tone: 'soft', text: t.states[state] }}
        lead={t.said.lead}
        receipt={
          said && (
            <Done title={said}>
              <p>{next}</p>
            </Done>
          )
        }
      />
      {first}
      {!said && (
        <Section title={t.said.next} id="next">
          <p>{next}</p>
        </Section>
      )}
      <Actions>
        {part.round !== null && part.lives && (
          <ActionLink href={to.act(locale, community, 'rounds', part.round, 'opinion')}>{t.said.speak}</ActionLink>
        )}
        <ActionLink href={crumb.href} ghost>
          {t.said.board}
        </ActionLink>
      </Actions>
      {part.lives && (
        <Section title={t.own.supportTitle} id="support">
          <p>{t.said.support[part.supports ? 'yes' : 'no']}</p>
          {may(acts.giveSupport) && (
            <p>
              <a className="tap" href={to.act(locale, community, 'proposals', no, 'support')}>
                {t.said.toSupport[part.supports ? 'yes' : 'no']}
              </a>
            </p>
          )}
        </Section>
      )}
      {opinions.length + words.length === 0 && (
        <Section title={t.said.opinions} id="opinions">
          <p>{t.said.noOpinions}</p>
        </Section>
      )}
      <OwnWords all={words} slug={community} locale={locale} />
      <OwnOpinions slug={community} name={null} opinions={opinions} locale={locale} ofOne />
      <SaidElsewhere raised={raised} opposed={opposed} comments={comments} locale={locale} slug={community} />
      {may(acts.addComment) && (
        <p>
          <a className="tap" href={to.act(locale, community, 'proposals', no, 'comment')}>
            {t.said.comment}
          </a>
        </p>
      )}
    </>
  );
});
