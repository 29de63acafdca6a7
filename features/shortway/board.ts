import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  short_way: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because('written for everybody', 'what', 'who', 'harmless', 'note'),
      ...because('money of the community', 'cost', 'most'),
      ...because(why.life, 'hangs_until', 'done_on', 'done_at'),
    },
    from: 'public.short_way where confirmed_at is not null and ended_at is null',
  },
  short_place: {
    of: 'x',
    columns: {
      ...because(why.id, 'community_id', 'short_id'),
      ...because('where the sheet hangs: what it is beside, nobody’s home', 'building', 'no'),
    },
    from: `public.short_place x where exists (select from public.short_way w where w.community_id = x.community_id
      and w.id = x.short_id and w.confirmed_at is not null and w.ended_at is null)`,
  },
};
