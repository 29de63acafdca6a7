import { Written } from '@/components/data/written';
import { words } from '@/components/messages';
import { boardPage } from '@/components/page/board-page';
import { Notice } from '@/components/page/notice';
import { ActionLink, Actions, Contents, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { Waves } from '@/features/callbacks/components/waves';
import { messages as callbacks } from '@/features/callbacks/messages';
import { boardCallbacks } from '@/features/callbacks/queries';
import { WAVES } from '@/features/callbacks/rules';
import { PlacesOnBoard } from '@/features/places/components/places';
import { messages as places } from '@/features/places/messages';
import { boardPlaces } from '@/features/places/queries/places';
import { HelpFor } from '@/features/skills/components/calls';
import { boardHelp } from '@/features/skills/queries/board';
import { messages as story } from '@/features/story/messages';
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
  const counted = site.milestones.filter(({ inPlaces }) => inPlaces);
  const found = counted.length > 0 ? await boardPlaces(slug, { no }) : undefined;
  const verified = waves.length >= WAVES.length && waves.every(({ closedAt }) => closedAt !== null);
  const asksBeside = counted.length > 0 && !(verified && (found?.places.every(({ heard }) => heard) ?? true));
  const help = await boardHelp(slug, { works: no });
  const next = site.completedAt
    ? t.list.completed(formatDate(site.completedAt, locale))
    : t.list.started(formatDate(site.startedAt, locale));
  const phase = site.completedAt ? t.phase.completed : site.running ? t.phase.running : t.phase.stopped;
  const done = pick(story, locale).front.milestones(
    site.milestones.filter(({ checked }) => checked).length,
    site.milestones.length,
  );
  const parts = [
    { id: 'milestones', title: t.one.milestones },
    ...counted.map(({ position, name }) => ({ id: `places-${position}`, title: name })),
    site.milestones.some(({ pictures }) => pictures.length > 0) && { id: 'pictures', title: t.one.pictures },
    site.commitments.length > 0 && { id: 'commitments', title: t.one.commitments },
    { id: 'acceptance', title: t.one.acceptance },
    waves.length > 0 && { id: 'callbacks', title: pick(callbacks, locale).board.title },
  ];
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
        asked={
          (site.running || asksBeside) && (
            <Actions>
              {asksBeside && (
                <ActionLink href={to.act(locale, slug, 'works', site.no, 'places')} ghost>
                  {pick(places, locale).board.own}
                </ActionLink>
              )}
              {site.running && (
                <ActionLink href={to.act(locale, slug, 'works', site.no, 'acceptance')} ghost>
                  {t.one.accept}
                </ActionLink>
              )}
            </Actions>
          )
        }
      />
      <Contents label={words(locale).contents} items={parts.filter((one) => one !== false)} />
      {site.silent && (
        <Notice kind="warn">
          <p>{t.silentLong}</p>
        </Notice>
      )}
      <SiteFacts site={site} locale={locale} slug={slug} />
      <Section title={t.one.milestones} id="milestones" brief={done}>
        <Milestones milestones={site.milestones} locale={locale} />
      </Section>
      {found &&
        counted.map((one) => (
          <PlacesOnBoard key={one.position} found={found} milestone={one} target={one.target} locale={locale} />
        ))}
      <SitePictures site={site} locale={locale} />
      <SiteAcceptance site={site} locale={locale} />
      <HelpFor calls={help?.calls ?? []} slug={slug} locale={locale} />
      <Waves waves={waves} locale={locale} />
    </>
  );
});
