import { actPage } from '@/components/page/act-page';
import { Act } from '@/features/proposals/components/act';
import * as acts from '@/features/works/acts';
import { AcceptanceAtDoor } from '@/features/works/components/at-door';
import { messages } from '@/features/works/messages';
import { doorAcceptance } from '@/features/works/queries/door';
import { whyNot } from '@/lib/act';
import * as to from '@/lib/addresses';
import { inWords } from '@/lib/forms';
import { placeIn } from '@/lib/place-name';
import { pick } from '@/lib/words';

export default actPage(['no', 'id'], async ({ locale, community, no, id, call, form }) => {
  const page = await doorAcceptance(call, { no, household: id });
  if (!page) return null;
  const t = pick(messages, locale).door;
  const refusal = whyNot(acts.recordAcceptance, page.asked);
  return (
    <Act
      crumb={{ href: to.door(locale, community, 'works'), label: t.title }}
      title={t.home(page.building, page.entrance, page.door)}
      lead={`${page.title} · ${t.of(placeIn(page.group?.name ?? '', locale))}`}
      blocked={refusal && inWords(refusal, locale, messages).message}
    >
      <AcceptanceAtDoor page={page} form={form} />
    </Act>
  );
});
