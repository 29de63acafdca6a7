import { actPage } from '@/components/page/act-page';
import { leftIn } from '@/features/rooms';
import { Handover } from '@/features/terms/components/handover';
import { handoverPage } from '@/features/terms/queries/handover';

export default actPage(['grant'], async ({ locale, community, grant, call }) => {
  const page = await handoverPage(call, { grant });
  if (!page) return null;
  return <Handover page={page} kinds={leftIn(locale)} community={community} locale={locale} />;
});
