import { Missing } from '@/components/page/missing';
import { LetterPage } from '@/features/me/components/letter-page';
import { myLetters } from '@/features/me/queries';
import { cursorFrom } from '@/features/me/rules';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { missing } from '@/lib/missing';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params }: P<{ cursor: string }>) {
  const { locale: segment, cursor } = await params;
  const locale = localeFrom(segment);
  const back = to.me(locale, 'letters', 'after', cursor);
  const person = await requirePerson(locale, back);
  const after = cursorFrom(cursor);
  if (!after) {
    missing();
    return <Missing locale={locale} />;
  }
  const page = await myLetters(person, { after });
  return <LetterPage page={page} locale={locale} back={back} first={false} />;
}
