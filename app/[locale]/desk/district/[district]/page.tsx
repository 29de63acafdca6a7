import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { Overview } from '@/features/cohorts/components/overview';
import { OfficeWaits } from '@/features/cohorts/components/waiting';
import { messages } from '@/features/cohorts/messages';
import { officeDesk } from '@/features/cohorts/queries/desk';
import { waitsInOffice } from '@/features/cohorts/queries/waiting';
import { RaisedWaits } from '@/features/diagnosis/components/raised';
import { raisedToDistrict, raisedToStreet } from '@/features/diagnosis/queries/raised';
import { numberFrom } from '@/lib/page';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params, search }) => {
  const district = params.district ?? '';
  const page = await officeDesk(person, { district, after: numberFrom(search.after ?? '') ?? 0 });
  if (!page) return null;
  const raised = [
    await raisedToDistrict(person, { district, after: 0 }),
    await raisedToStreet(person, { district, after: 0 }),
  ];
  const asked = raised.some((one) => one !== undefined && one.all > 0);
  const waiting = await waitsInOffice(person, { district });
  const t = pick(messages, locale).district;
  return (
    <>
      <PageTitle
        title={t.title(locale === 'zh' ? page.district.nameZh : page.district.nameEn)}
        lead={t.lead(page.all)}
      />
      {waiting ? (
        <OfficeWaits waiting={waiting} district={district} locale={locale}>
          {asked && <RaisedWaits all={raised} district={district} locale={locale} />}
        </OfficeWaits>
      ) : (
        <RaisedWaits all={raised} district={district} locale={locale} />
      )}
      <Overview page={page} district={district} locale={locale} />
    </>
  );
});
