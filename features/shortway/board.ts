import { type BoardViews, because, why } from '@/lib/board-view';

/** What hung, as long as it goes that way, and what a household's reason stopped; what was done anew has another in its place. */
const hung = (row: string) => `${row}.confirmed_at is not null and (${row}.ended_at is null or ${row}.done_at is null)`;

export const board: BoardViews = {
  short_way: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because('written for everybody', 'what', 'who', 'harmless', 'note'),
      ...because('money of the community', 'cost', 'most'),
      ...because(why.life, 'hangs_until', 'done_on', 'done_at'),
      turned: ['(ended_at is not null)', why.life],
    },
    from: `public.short_way where ${hung('short_way')}`,
  },
  short_place: {
    of: 'x',
    columns: {
      ...because(why.id, 'community_id', 'short_id'),
      ...because('where the sheet hangs: what it is beside, nobody’s home', 'building', 'no'),
    },
    from: `public.short_place x where exists (select from public.short_way w where w.community_id = x.community_id
      and w.id = x.short_id and ${hung('w')})`,
  },
};
