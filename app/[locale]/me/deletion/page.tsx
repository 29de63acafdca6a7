import { mePage } from '@/components/page/act-page';
import { Deletion, Leaving } from '@/features/account/components/deletion';
import { isIdentity, leavingOf, whyKept } from '@/features/account/queries';

export default mePage(async ({ locale, person }) => {
  const at = await leavingOf(person, undefined);
  if (at) return <Leaving at={at} locale={locale} />;
  return <Deletion kept={whyKept(locale)} identity={await isIdentity(person, undefined)} locale={locale} />;
});
