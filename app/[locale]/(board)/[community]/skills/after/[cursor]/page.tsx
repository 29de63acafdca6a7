import { boardPage } from '@/components/page/board-page';
import { SkillBoard } from '@/features/skills/components/skill-board';
import { boardSkills } from '@/features/skills/queries/board';
import { communityNamed } from '@/lib/site';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor }) => {
  const page = await boardSkills(slug, { after: cursor });
  const telephone = (await communityNamed(slug))?.telephone ?? '';
  return page ? <SkillBoard further page={page} telephone={telephone} slug={slug} locale={locale} /> : null;
});
