import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/diagnosis/messages';
import { deskDiagnosis } from '@/features/diagnosis/queries/desk';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of a diagnosis at the desk. */
export const diagnosisPage = pagesOf([], async ({ locale, community, call }) => {
  const page = await deskDiagnosis(call, {});
  const t = pick(messages, locale);
  return page && { page, t, crumb: { href: to.desk(locale, community, 'diagnosis'), label: t.desk.back } };
});
