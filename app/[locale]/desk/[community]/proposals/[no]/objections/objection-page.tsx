import { type Act as Asked, pagesOf } from '@/components/page/act-page';
import type { OfOne } from '@/features/objections/acts';
import { Merged } from '@/features/objections/components/merged';
import { ObjectionState } from '@/features/objections/components/sheet';
import { objectionReason } from '@/features/objections/components/steps';
import { messages } from '@/features/objections/messages';
import { mayAnswer } from '@/features/objections/policy';
import { deskObjections } from '@/features/objections/queries/desk';
import { type Act, whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

async function begin({ locale, community, no, call, form }: Asked<'no'>) {
  const sheet = await deskObjections(call, { no });
  const t = pick(messages, locale);
  const list = to.desk(locale, community, 'proposals', no, 'objections');
  return (
    sheet && {
      sheet,
      t,
      mayAnswer: mayAnswer(sheet.who, { termActive: sheet.termActive }) !== null,
      crumb: { href: list, label: t.desk.list },
      cancel: { href: list, label: t.desk.list },
      form: { ...form, about: { proposal: no } },
    }
  );
}

/** The pages of a proposal's objections at the desk. */
export const objectionsPage = pagesOf(['no'], begin);

/** The pages of one of them; one that was merged says where it goes on. */
export const objectionPage = pagesOf(['no', 'objection'], async (asked) => {
  const begun = await begin(asked);
  if (!begun) return null;
  const { sheet, crumb, form } = begun;
  const { locale, objection: wanted } = asked;
  const into = sheet.merged.find((gone) => gone.no === wanted)?.into;
  if (into) return { instead: <Merged no={wanted} into={into} crumb={crumb} locale={locale} /> };
  const one = sheet.objections.find((known) => known.no === wanted);
  if (!one) return null;
  const facts = { termActive: sheet.termActive, state: sheet.state, objection: { ...one, into: null } };
  return {
    ...begun,
    one,
    lead: (
      <>
        {one.wording} <ObjectionState state={one.state} locale={locale} />
      </>
    ),
    /** Why this act with it is not possible, in words; null when it is. */
    why: (act: Act<OfOne, string>, whose?: string) =>
      objectionReason(whyNot(act, { facts, who: sheet.who, now: sheet.now }), locale, whose),
    form: { ...form, about: { ...form.about, objection: one.no } },
  };
});
