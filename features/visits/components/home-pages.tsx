import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/visits/messages';
import { doorHome } from '@/features/visits/queries/home';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

/** The pages of one home, for whoever goes there. */
export const homePages = pagesOf(['id'], async ({ locale, community, id: household, call, form }) => {
  const home = await doorHome(call, { household });
  const back = to.door(locale, community, 'visits', 'homes', household);
  const t = pick(messages, locale);
  return home && { home, t, crumb: { href: back, label: t.home(home) }, form: { ...form, about: { household }, back } };
});
