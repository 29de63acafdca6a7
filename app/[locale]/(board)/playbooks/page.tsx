import { boardPage } from '@/components/page/board-page';
import { Library } from '@/features/playbooks/components/library';
import { library } from '@/features/playbooks/queries/library';

export default boardPage([], async ({ locale }) => {
  const page = await library({ after: null });
  return page && <Library {...page} of={null} slug={null} locale={locale} />;
});
