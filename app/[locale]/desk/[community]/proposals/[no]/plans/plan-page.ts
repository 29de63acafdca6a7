import { type Act, pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/plans/messages';
import { deskPlans } from '@/features/plans/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

async function begin({ locale, community, no, call, form }: Act<'no'>) {
  const desk = await deskPlans(call, { no });
  return (
    desk && {
      desk,
      t: pick(messages, locale),
      plans: to.desk(locale, community, 'proposals', no, 'plans'),
      form: { ...form, about: { proposal: no, rowVersion: desk.draft?.rowVersion } },
    }
  );
}

/** The pages of a proposal's plans at the desk. */
export const plansPage = pagesOf(['no'], begin);

/** The steps of a draft: those of a version that is none any more are not there. */
export const draftPage = pagesOf(['no', 'version'], async (act) => {
  const begun = await begin(act);
  const draft = begun?.desk.draft;
  return begun && draft?.version === act.version ? { ...begun, draft } : null;
});
