import { mePage } from '@/components/page/act-page';
import { LetterPage } from '@/features/me/components/letter-page';
import { myLetters } from '@/features/me/queries';
import { cursorFrom } from '@/features/me/rules';

export default mePage(async ({ locale, params, person }) => {
  const after = cursorFrom(params.cursor ?? '');
  if (!after) return null;
  const page = await myLetters(person, { after });
  return <LetterPage page={page} locale={locale} first={false} />;
});
