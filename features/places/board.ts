import { type BoardViews, because, why } from '@/lib/board-view';

const beside = 'from public.works_place_entrance y where y.community_id = z.community_id and y.place_id = z.id';
const words = `from public.works_place_word w join public.household h on h.community_id = w.community_id
  and h.id = w.household_id where w.community_id = z.community_id and w.place_id = z.id`;

/** That each entrance beside it was heard is told, and nothing of what anybody said there: a no takes nothing back. */
export const board: BoardViews = {
  works_place: {
    of: 'z',
    columns: {
      ...because(why.id, 'community_id', 'id', 'milestone_id'),
      position: why.number,
      ...because(why.staff, 'name', 'note', 'missing_why'),
      ...because('where anybody sees it stand', 'x', 'y'),
      ...because(why.life, 'built_on', 'missing_until'),
      checked_at: 'that it was checked, not by whom',
      beside: [
        `coalesce((select json_agg(json_build_object('building', y.building, 'no', y.no)
          order by length(y.building), y.building, y.no) ${beside}), '[]')`,
        'which entrances stand beside it, not who lives there',
      ],
      heard: [
        `z.checked_at is not null
          and not exists (select ${beside} and not exists (select ${words} and h.entrance_id = y.entrance_id))`,
        'that every entrance beside it was heard, not what anybody said',
      ],
    },
    from: 'public.works_place z',
  },
};
