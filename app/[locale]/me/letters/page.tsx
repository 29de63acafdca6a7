import { LetterPage } from '@/features/me/components/letter-page';
import { myLetters } from '@/features/me/queries';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function Page({ params, searchParams }: P & { searchParams: Promise<{ done?: string }> }) {
  const locale = localeFrom((await params).locale);
  const back = to.me(locale, 'letters');
  const person = await requirePerson(locale, back);
  const page = await myLetters(person, { after: null });
  return <LetterPage page={page} locale={locale} back={back} first done={(await searchParams).done === 'read'} />;
}
