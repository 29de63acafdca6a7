import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { MyHousehold } from '@/features/people/components/my-household';
import { messages } from '@/features/people/messages';
import { myHouseholds, placeToJoin } from '@/features/people/queries/place';
import { keptDraft } from '@/lib/drafts';

export default mePage(async ({ locale, person, path, search }) => {
  const mine = await myHouseholds(person, undefined);
  const [only, second] = mine.communities;
  const settled = mine.homes.length > 0 || mine.requests.some((one) => one.state === 'requested');
  const wanted =
    search.in ?? (await keptDraft(person, path))?.community ?? (second || settled ? undefined : only?.slug);
  const place = wanted ? await placeToJoin({ by: { person }, community: wanted }, {}) : undefined;
  const t = messages[locale].household;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      <MyHousehold mine={mine} locale={locale} place={place} />
    </>
  );
});
