import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { RaisedList } from '@/features/diagnosis/components/raised';
import { messages } from '@/features/diagnosis/messages';
import { raisedToDistrict, raisedToStreet } from '@/features/diagnosis/queries/raised';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params, search }) => {
  const district = params.district ?? '';
  const asked = { district, after: numberFrom(search.after ?? '') ?? 0 };
  const both = [await raisedToDistrict(person, asked), await raisedToStreet(person, asked)];
  if (both.every((one) => one === undefined)) return null;
  const t = pick(messages, locale).raised;
  return (
    <>
      <PageTitle title={t.title} lead={t.lead} />
      {both.map(
        (raised) => raised && <RaisedList key={raised.level} raised={raised} district={district} locale={locale} />,
      )}
    </>
  );
});
