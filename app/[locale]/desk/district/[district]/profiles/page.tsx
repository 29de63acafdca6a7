import { mePage } from '@/components/page/act-page';
import { PageTitle } from '@/components/page/title';
import { AskedProfiles, ProposeProfile, RefusedProfiles } from '@/features/figures/components/profile-forms';
import { Profiles } from '@/features/figures/components/profiles';
import { messages } from '@/features/figures/messages';
import { officeProfiles } from '@/features/figures/queries/profiles';
import { USUAL } from '@/features/figures/rules/profiles';
import { pick } from '@/lib/words';

export default mePage(async ({ locale, person, params }) => {
  const district = params.district ?? '';
  const page = await officeProfiles(person, { district });
  if (!page) return null;
  const agreed = page.all.filter((one) => one.agreed === true);
  const about = { district, locale };
  return (
    <>
      <PageTitle title={pick(messages, locale).profile.door} />
      <AskedProfiles {...about} all={page.all.filter((one) => one.agreed === null)} />
      <Profiles all={agreed} locale={locale} />
      <ProposeProfile {...about} from={agreed[0] ?? USUAL} now={page.now} />
      <RefusedProfiles all={page.all.filter((one) => one.agreed === false)} locale={locale} />
    </>
  );
});
