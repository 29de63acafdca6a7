import { boardPage } from '@/components/page/board-page';
import { SkillBoard } from '@/features/skills/components/skill-board';
import { boardSkills } from '@/features/skills/queries/board';
import { communityNamed } from '@/lib/site';

/** What neighbours can do for each other. */
export default boardPage([], async ({ locale, community: slug }) => {
  const page = await boardSkills(slug, {});
  const telephone = (await communityNamed(slug))?.telephone ?? '';
  return page ? <SkillBoard page={page} telephone={telephone} slug={slug} locale={locale} /> : null;
});
