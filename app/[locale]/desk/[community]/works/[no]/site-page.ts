import { type Act, pagesOf } from '@/components/page/act-page';
import { milestoneReasons, type SiteWord, siteReason } from '@/features/works/components/steps';
import { messages } from '@/features/works/messages';
import { deskWork } from '@/features/works/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

async function begin({ locale, community, no, call, form }: Act<'no'>) {
  const work = await deskWork(call, { no });
  const t = pick(messages, locale);
  const back = to.desk(locale, community, 'works', no);
  return (
    work && {
      work,
      t,
      crumb: { href: back, label: t.one.title(work.title) },
      cancel: { href: back, label: t.desk.back },
      why: (word: SiteWord) => siteReason(word, work.asked, locale),
      form: { ...form, about: { works: no } },
    }
  );
}

/** The pages of a building site at the desk. */
export const sitePage = pagesOf(['no'], begin);

/** The pages of one of its milestones. */
export const milestonePage = pagesOf(['no', 'position'], async (act) => {
  const begun = await begin(act);
  const one = begun?.work.milestones.find((held) => held.position === act.position);
  const reasons = begun && milestoneReasons(begun.work, act.position, act.locale);
  if (!begun || !one || !reasons) return null;
  const { form } = begun;
  return { ...begun, one, reasons, form: { ...form, about: { ...form.about, milestone: act.position } } };
});
