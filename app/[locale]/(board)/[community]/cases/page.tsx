import { Sides } from '@/components/data/facts';
import { Pager } from '@/components/data/pager';
import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { CaseList } from '@/features/cases/components/case-list';
import { messages } from '@/features/cases/messages';
import { boardCases } from '@/features/cases/queries';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardCases(slug, { after: null });
  if (!page) return null;
  const t = pick(messages, locale);
  const { inAll } = words(locale);
  const sides = ['for', 'against'] as const;
  const paired = new Set(page.opposing.flatMap((pair) => sides.flatMap((side) => pair[side].map((one) => one.no))));
  const others = page.cases.filter((one) => !paired.has(one.no));
  return (
    <>
      <PageTitle
        title={t.list.title}
        lead={t.list.lead}
        asked={
          <Actions>
            <ActionLink href={to.act(locale, slug, 'cases', 'new')}>{t.list.record}</ActionLink>
          </Actions>
        }
      />
      {page.opposing.length > 0 && (
        <Section title={t.list.opposing} id="opposing" brief={inAll(page.opposing.length)}>
          <p>{t.list.opposingLead}</p>
          {page.opposing.map((pair) => (
            <div key={pair.proposal}>
              <h3>
                <a className="tap" href={to.proposal(locale, slug, pair.proposal)}>
                  <Written>{pair.title}</Written>
                </a>
              </h3>
              <Sides
                items={sides.map((side) => ({
                  key: side,
                  title: t.sides[side],
                  children: <CaseList cases={pair[side]} plain slug={slug} locale={locale} />,
                }))}
              />
            </div>
          ))}
          {page.olderPairs && <p>{t.list.olderPairs}</p>}
        </Section>
      )}
      {(others.length > 0 || paired.size === 0) && (
        <Section title={paired.size > 0 ? t.list.others : t.list.all} id="others" brief={inAll(others.length)}>
          <CaseList cases={others} slug={slug} locale={locale} />
        </Section>
      )}
      <Pager next={page.next === null ? undefined : to.casesAfter(locale, slug, page.next)} locale={locale} />
    </>
  );
});
