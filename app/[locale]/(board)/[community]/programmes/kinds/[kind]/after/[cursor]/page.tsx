import { boardPage } from '@/components/page/board-page';
import { Coming } from '@/features/programmes/components/coming';
import { boardComing, isKind } from '@/features/programmes/queries/board';

export default boardPage(['cursor'], async ({ locale, community: slug, cursor, params: { kind = '' } }) => {
  const page = isKind(kind) && (await boardComing(slug, { kind, after: cursor }));
  return page && isKind(kind) ? <Coming page={page} kind={kind} slug={slug} locale={locale} /> : null;
});
