import { Written } from '@/components/data/written';
import { boardPage } from '@/components/page/board-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Waves } from '@/features/callbacks/components/waves';
import { boardCallbacks } from '@/features/callbacks/queries';
import { Milestones, SiteAcceptance, SiteFacts, SitePictures } from '@/features/works/components/site';
import { messages } from '@/features/works/messages';
import { boardWork } from '@/features/works/queries/board';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const site = await boardWork(slug, { no });
  if (!site) return null;
  const t = pick(messages, locale);
  const waves = (await boardCallbacks(slug, { proposal: site.proposal })) ?? [];
  const next = site.completedAt
    ? t.list.completed(formatDate(site.completedAt, locale))
    : t.list.started(formatDate(site.startedAt, locale));
  const phase = site.completedAt ? t.phase.completed : site.running ? t.phase.running : t.phase.stopped;
  return (
    <>
      <PageTitle
        crumb={
          <a href={to.proposal(locale, slug, site.proposal)}>
            <Written>{site.title}</Written>
          </a>
        }
        title={t.one.title(site.title)}
        state={site.silent ? { tone: 'seal', text: t.silent } : { tone: 'jade', text: phase }}
        next={next}
      />
      {site.silent && (
        <Notice kind="warn">
          <p>{t.silentLong}</p>
        </Notice>
      )}
      <SiteFacts site={site} locale={locale} slug={slug} />
      <Section title={t.one.milestones} id="milestones">
        <Milestones milestones={site.milestones} locale={locale} />
      </Section>
      <SitePictures site={site} locale={locale} />
      <SiteAcceptance site={site} locale={locale} />
      {site.running && (
        <Actions>
          <ActionLink href={to.act(locale, slug, 'works', site.no, 'acceptance')} ghost>
            {t.one.accept}
          </ActionLink>
        </Actions>
      )}
      <Waves waves={waves} locale={locale} />
    </>
  );
});
