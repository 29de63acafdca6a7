import { mePage } from '@/components/page/act-page';
import { LetterPage } from '@/features/me/components/letter-page';
import { myLetters } from '@/features/me/queries';

export default mePage(async ({ locale, person, search }) => {
  const page = await myLetters(person, { after: null });
  return <LetterPage page={page} locale={locale} first done={search.done === 'read'} />;
});
