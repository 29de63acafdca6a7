import { boardPage } from '@/components/page/board-page';
import { Library } from '@/features/playbooks/components/library';
import { library } from '@/features/playbooks/queries/library';

export default boardPage(['cursor'], async ({ locale, cursor }) => {
  const page = await library({ after: cursor });
  return page && <Library {...page} of={null} slug={null} locale={locale} />;
});
