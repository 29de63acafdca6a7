import { actPage } from '@/components/page/act-page';
import { ActionLink, Actions, Section } from '@/components/page/section';
import { PageTitle } from '@/components/page/title';
import { DeskLines } from '@/features/council/components/desk-lines';
import { messages } from '@/features/council/messages';
import { deskCouncil } from '@/features/council/queries/desk';
import { demandState } from '@/features/council/rules';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The members, what is needed, and the projects. */
export default actPage([], async ({ locale, community, call }) => {
  const page = await deskCouncil(call, {});
  if (!page) return null;
  const { desk: t, lists, states, project, room } = pick(messages, locale);
  const at = (...rest: (string | number)[]) => to.desk(locale, community, 'council', ...rest);
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <Actions>
        <ActionLink href={at('demands', 'new')}>{t.newDemand}</ActionLink>
        <ActionLink ghost href={at('projects', 'new')}>
          {t.newProject}
        </ActionLink>
        <ActionLink ghost href={at('members', 'new')}>
          {t.newMember}
        </ActionLink>
      </Actions>
      <div className="beside">
        <div>
          <Section title={lists.demands} id="demands">
            <DeskLines
              lines={page.demands.map((one) => ({
                href: at('demands', one.no),
                title: one.title,
                note: states[demandState({ ...one, claims: one.claims.length })],
              }))}
            />
          </Section>
        </div>
        <div>
          <Section title={lists.projects} id="projects">
            <DeskLines
              lines={page.projects.map((one) => ({
                href: at('projects', one.no),
                title: one.title,
                note: [one.ended ? null : project.running, one.reviewed ? null : room.duties.review]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </Section>
          <Section title={lists.members} id="members">
            <DeskLines
              lines={page.members.map((one) => ({
                href: at('members', one.no),
                title: one.name,
                note: one.left ? t.left : [one.contactName, one.contactPhone].filter(Boolean).join(' '),
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  );
});
