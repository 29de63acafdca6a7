import { Section } from '@/components/page/section';
import { EntranceCards } from '@/features/siteplan/components/consequence';
import { Drawing } from '@/features/siteplan/components/drawing';
import { SiteLines } from '@/features/siteplan/components/site-lines';
import { messages as site } from '@/features/siteplan/messages';
import type { Over } from '@/features/siteplan/rules/consequence';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Drawn } from '../queries/versions';

/** What a version draws with what the one before drew, as cards and drawings want it. */
export const overSite = (drawn: Omit<Drawn, 'planId'>, before: Pick<Drawn, 'shapes'> | null): Over => ({
  site: drawn.site,
  siteVersion: drawn.siteVersion,
  shapes: drawn.shapes,
  before: before?.shapes ?? null,
});

interface Props {
  over: Over;
  version: number;
  locale: Locale;
}

/** A version on the site plan, and what it changes for each entrance. */
export function OnSite({ over, version, locale }: Props) {
  const t = pick(messages, locale);
  return (
    <>
      <Section title={t.board.site} id="site" brief={t.version(version)}>
        <Drawing id="site-plan" title={t.version(version)} site={over.site} plan={over.shapes} locale={locale} />
        <SiteLines shapes={[...over.shapes, ...over.site]} locale={locale} />
      </Section>
      <Section title={pick(site, locale).card.everybody} id="entrances" brief={t.version(version)}>
        <EntranceCards over={over} version={version} locale={locale} />
      </Section>
    </>
  );
}
