import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  community: {
    columns: {
      id: why.id,
      slug: 'stands in the address',
      ...because('its name', 'name_zh', 'name_en'),
      street_id: why.id,
      district_id: ['(select s.district_id from public.street s where s.id = street_id)', why.id],
      ...because('what stands under its name', 'note_zh', 'note_en'),
      telephone: 'whom to call, on every page of it',
      settings: 'the thresholds everybody is measured by',
      looks_first: 'how what residents propose comes onto the board',
      short_limit: 'what a small thing may cost that is done the short way',
      invented: 'the pages say that a community is invented',
      created_at: 'since when there is a board',
    },
    from: 'public.community',
  },
  district: {
    columns: { id: why.id, slug: 'stands in the address', ...because('its name', 'name_zh', 'name_en') },
    from: 'public.district',
  },
  street: {
    columns: { ...because(why.id, 'id', 'district_id'), ...because('its name', 'name_zh', 'name_en') },
    from: 'public.street',
  },
  building: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      name: 'stands on the building; the finest place the board names',
    },
    from: 'public.building',
  },
};
