import { PageTitle } from '@/components/page/title';
import { MyHousehold } from '@/features/people/components/my-household';
import { messages } from '@/features/people/messages';
import { myHouseholds, placeToJoin } from '@/features/people/queries/place';
import * as to from '@/lib/addresses';
import { requirePerson } from '@/lib/auth';
import { keptDraft } from '@/lib/drafts';
import { localeFrom, type P } from '@/lib/page';

export const dynamic = 'force-dynamic';

export default async function MyHouseholdPage({
  params,
  searchParams,
}: P & { searchParams: Promise<{ in?: string }> }) {
  const locale = localeFrom((await params).locale);
  const path = to.me(locale, 'household');
  const personId = await requirePerson(locale, path);
  const mine = await myHouseholds(personId, undefined);
  const kept = await keptDraft(personId, path);
  const [only, second] = mine.communities;
  const settled = mine.homes.length > 0 || mine.requests.some((one) => one.state === 'requested');
  const wanted = (await searchParams).in ?? kept?.community ?? (second || settled ? undefined : only?.slug);
  const place = wanted ? await placeToJoin({ by: { person: personId }, community: wanted }, {}) : undefined;
  const t = messages[locale].household;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <MyHousehold mine={mine} locale={locale} place={place} kept={kept} />
    </>
  );
}
