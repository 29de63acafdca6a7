import { boardPage } from '@/components/page/board-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { Ring } from '@/components/page/telephone';
import { PageTitle } from '@/components/page/title';
import { Demands, Projects } from '@/features/council/components/lists';
import { messages } from '@/features/council/messages';
import { boardCouncil } from '@/features/council/queries/board';
import * as to from '@/lib/addresses';
import { communityNamed } from '@/lib/site';
import { formatList, pick } from '@/lib/words';

/** Who has what and who lacks what: the members, what waits, what is under way, and the three lists. */
export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardCouncil(slug, {});
  if (!page?.counts) return null;
  const { board: t, lists } = pick(messages, locale);
  const { members, resources, demands, projects } = page.counts;
  const telephone = (await communityNamed(slug))?.telephone ?? '';
  const titles = (of: readonly { title: string }[]) =>
    of.length > 0
      ? formatList(
          of.slice(0, 3).map(({ title }) => title),
          locale,
        )
      : undefined;
  return (
    <>
      <PageTitle
        title={t.title}
        lead={members.length > 0 ? t.lead : t.none}
        {...(members.length > 0 && { next: t.counts(resources, demands, projects) })}
        asked={
          <Actions>
            {(['resources', 'demands', 'projects'] as const).map((list) => (
              <ActionLink key={list} ghost href={to.council(locale, slug, 'lists', list)}>
                {lists[list]}
              </ActionLink>
            ))}
          </Actions>
        }
      />
      <div className="beside">
        <div>
          <Section title={t.waiting} id="waiting" brief={titles(page.waiting)}>
            {page.waiting.length === 0 && <p>{t.noneWaiting}</p>}
            <Demands rows={page.waiting} slug={slug} locale={locale} />
          </Section>
        </div>
        <div>
          <Section title={t.running} id="running" brief={titles(page.running)}>
            {page.running.length === 0 && <p>{t.noneRunning}</p>}
            <Projects rows={page.running} slug={slug} locale={locale} />
          </Section>
          <Section
            title={t.members(members.length)}
            id="members"
            brief={members.length > 0 ? formatList(members.slice(0, 3), locale) : undefined}
          >
            <ul className="ways">
              {members.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            <p>{t.ask}</p>
            {telephone && (
              <p className="telephone">
                <Ring number={telephone} />
              </p>
            )}
          </Section>
        </div>
      </div>
    </>
  );
});
