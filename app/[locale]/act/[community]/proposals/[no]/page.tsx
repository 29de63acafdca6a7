import { Facts } from '@/components/data/facts';
import { Written } from '@/components/data/written';
import { actPage } from '@/components/page/act-page';
import { Done } from '@/components/page/notice';
import { ActionLink, Actions } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { nextOf } from '@/features/proposals/components/next';
import { messages } from '@/features/proposals/messages';
import { proposalReceipt } from '@/features/proposals/queries/brought';
import * as to from '@/lib/addresses';
import { formatMoment, pick } from '@/lib/words';

export default actPage(['no'], async ({ locale, community, no, call, search }) => {
  const one = await proposalReceipt(call, { no });
  if (!one) return null;
  const { receipt: t, desk, states, ...words } = pick(messages, locale);
  const roles: Readonly<Record<string, string>> = words.roles;
  const said = ({ problem, ask }: { problem: string; ask: string }) => (
    <Written>{[problem, ask].filter(Boolean).join('\n')}</Written>
  );
  const next =
    one.state === 'submitted' ? (
      <p>{one.waits ? t.waits : t.hangs}</p>
    ) : (
      one.state === 'declined' && <p>{nextOf(one.state, one.appeal, locale)}</p>
    );
  return (
    <>
      <PageTitle
        crumb={<a href={to.me(locale, 'brought')}>{t.mine}</a>}
        title={t.title(no)}
        lead={<Written>{one.title}</Written>}
        receipt={search.done && <Done title={t.done}>{next}</Done>}
      />
      {!search.done && next}
      <Facts
        items={[
          { key: 'state', term: t.state, value: states[one.state] },
          { key: 'who', term: t.who, value: (one.owner && roles[one.owner]) ?? t.nobody },
          { key: 'at', term: t.at, value: formatMoment(one.submittedAt, locale) },
          { key: 'place', term: desk.facts.place, value: one.place },
          { key: 'written', term: t.written, value: said(one) },
          ...(one.shown ? [{ key: 'shown', term: t.shown, value: said(one.shown) }] : []),
        ]}
      />
      {!one.waits && (
        <Actions>
          <ActionLink href={to.proposal(locale, community, no)}>{t.board}</ActionLink>
        </Actions>
      )}
    </>
  );
});
