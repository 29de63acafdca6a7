import { boardPage } from '@/components/page/board-page';
import { PageTitle } from '@/components/page/title';
import { ProjectBody } from '@/features/council/components/project';
import { messages } from '@/features/council/messages';
import { boardProject } from '@/features/council/queries/board';
import * as to from '@/lib/addresses';
import { formatDate, pick } from '@/lib/words';

export default boardPage(['no'], async ({ locale, community: slug, no }) => {
  const project = await boardProject(slug, { no });
  if (!project) return null;
  const { project: t, lists } = pick(messages, locale);
  return (
    <>
      <PageTitle
        crumb={<a href={to.council(locale, slug, 'lists', 'projects')}>{lists.projects}</a>}
        title={project.title}
        state={{ text: project.endedAt ? t.ended(formatDate(project.endedAt, locale)) : t.running }}
      />
      <ProjectBody project={project} locale={locale} />
    </>
  );
});
