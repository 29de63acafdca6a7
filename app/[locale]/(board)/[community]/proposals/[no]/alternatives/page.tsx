import { Aloud } from '@/components/page/aloud';
import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { AlternativeText } from '@/features/alternatives/components/alternative';
import { AlternativeOnSite } from '@/features/alternatives/components/on-site';
import { GroupsSay, outcomeOf } from '@/features/alternatives/components/result';
import { messages } from '@/features/alternatives/messages';
import { boardComparison } from '@/features/alternatives/queries/board';
import { letterOf } from '@/features/alternatives/rules';
import * as to from '@/lib/addresses';
import { formatUntil, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const found = await boardComparison(slug, { no });
  if (!found) return null;
  const t = pick(messages, locale);
  const open = found.closedAt === null && found.now < new Date(found.closesAt);
  const says = outcomeOf(found, formatUntil(found.closesAt, locale), found.now, locale);
  const named = found.alternatives.map((one) => ({ ...one, name: t.named(letterOf(one.position), one.title) }));
  return (
    <>
      <PageTitle
        crumb={<a href={to.proposal(locale, slug, no)}>{found.title}</a>}
        title={t.board.title}
        lead={says[0]}
        next={t.board.next}
      />
      {says.slice(1).map((one) => (
        <p key={one}>{one}</p>
      ))}
      {open && (
        <Actions near>
          <ActionLink href={to.act(locale, slug, 'proposals', no, 'alternatives')}>{t.board.say}</ActionLink>
        </Actions>
      )}
      <Aloud text={[found.title, ...named.flatMap(({ name, summary }) => [name, summary]), ...says]} locale={locale} />
      {named.map((one) => (
        <Section key={one.id} title={one.name} id={`alternative-${letterOf(one.position)}`} brief={one.summary}>
          <AlternativeText one={one} drawings={one.drawings} locale={locale} />
          <AlternativeOnSite one={one} drawn={found.drawn} locale={locale} />
          <GroupsSay one={one} locale={locale} />
        </Section>
      ))}
      <p>{t.board.lead}</p>
      {open && (
        <Actions>
          <ActionLink href={to.alternativesPoster(locale, slug, no)} ghost>
            {t.board.posterLink}
          </ActionLink>
        </Actions>
      )}
    </>
  );
});
