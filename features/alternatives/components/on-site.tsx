import { EntranceCards, HomeCard } from '@/features/siteplan/components/consequence';
import { Drawing } from '@/features/siteplan/components/drawing';
import { SiteLines } from '@/features/siteplan/components/site-lines';
import type { Door } from '@/features/siteplan/rules/consequence';
import type { Locale } from '@/lib/edition';
import { pick } from '@/lib/words';
import { messages } from '../messages';
import type { Drawn } from '../queries/drawn';
import { letterOf } from '../rules';

interface Props {
  one: { id: number; position: number };
  /** Null: nothing is measured in this community. */
  drawn: Drawn;
  /** The homes it is shown for, each with its name where there are several; without any for every entrance. */
  homes?: readonly (Door & { name?: string })[];
  locale: Locale;
}

/** An alternative over the site, and what it alone would change for a home. */
export function AlternativeOnSite({ one, drawn, homes, locale }: Props) {
  if (!drawn) return null;
  const t = pick(messages, locale);
  const over = drawn.get(one.id);
  if (!over) return <p className="tone-soft">{t.unmeasured}</p>;
  const version = t.letter(letterOf(one.position));
  const of = { over, version, locale };
  return (
    <>
      <Drawing id={`site-${one.id}`} title={version} site={over.site} plan={over.shapes} locale={locale} />
      {homes ? (
        homes.map((home) => (
          <div key={`${home.building}-${home.entrance}-${home.door}`}>
            {homes.length > 1 && <h3>{home.name}</h3>}
            <HomeCard {...of} home={home} />
          </div>
        ))
      ) : (
        <>
          <SiteLines shapes={over.shapes} locale={locale} />
          <EntranceCards {...of} />
        </>
      )}
    </>
  );
}
