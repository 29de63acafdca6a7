import { boardPage } from '@/components/page/board-page';
import { Coming } from '@/features/programmes/components/coming';
import { boardComing, isKind } from '@/features/programmes/queries/board';

export default boardPage([], async ({ locale, community: slug, params: { kind = '' } }) => {
  const page = isKind(kind) && (await boardComing(slug, { kind }));
  return page && isKind(kind) ? <Coming page={page} kind={kind} slug={slug} locale={locale} /> : null;
});
