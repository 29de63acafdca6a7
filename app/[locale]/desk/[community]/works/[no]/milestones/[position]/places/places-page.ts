import { pagesOf } from '@/components/page/act-page';
import { messages } from '@/features/places/messages';
import { deskPlaces } from '@/features/places/queries/places';
import * as to from '@/lib/addresses';
import { pick } from '@/lib/words';

const begun = async (
  { no, position }: { no: number; position: number },
  call: Parameters<typeof deskPlaces>[0],
  locale: 'zh' | 'en',
  community: string,
) => {
  const found = await deskPlaces(call, { no, milestone: position });
  const list = to.desk(locale, community, 'works', no, 'milestones', position, 'places');
  return found && { found, t: pick(messages, locale), list };
};

/** The places of a milestone at the desk. */
export const placesPage = pagesOf(['no', 'position'], async ({ locale, community, no, position, call, form }) => {
  const all = await begun({ no, position }, call, locale, community);
  return all && { ...all, form: { ...form, about: { works: no, milestone: position } } };
});

/** One of them. */
export const placePage = pagesOf(['no', 'position', 'place'], async (act) => {
  const { locale, community, no, position, call, form } = act;
  const all = await begun({ no, position }, call, locale, community);
  const place = all?.found.places.find((one) => one.position === act.place);
  if (!all || !place) return null;
  const { asked } = all.found;
  return {
    ...all,
    place,
    asked: { ...asked, facts: { ...asked.facts, place } },
    form: { ...form, about: { works: no, milestone: position, place: act.place } },
  };
});
