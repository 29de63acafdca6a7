import { type BoardViews, because, why } from '@/lib/board-view';

const mine = 'as whoever offers it wrote it, held to name nobody and no door; whose it is stands nowhere';

export const board: BoardViews = {
  skill: {
    of: 's',
    columns: {
      ...because(why.id, 'community_id', 'id', 'no'),
      ...because(mine, 'what', 'times', 'whom'),
    },
    from: 'public.skill s where s.taken_back_at is null',
  },
  help_call: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id', 'works_id', 'occasion_id'),
      no: why.number,
      ...because(why.staff, 'title', 'words', 'place', 'people', 'thanks', 'cancel_reason'),
      ...because(why.life, 'day', 'thanked_at', 'cancelled_at'),
      enough: [
        `(select count(*) from public.helper h where h.community_id = c.community_id and h.call_id = c.id
          and h.left_at is null) >= c.people`,
        'whether more are wanted; how many have said so is told to nobody',
      ],
    },
    from: 'public.help_call c',
  },
  helper: {
    of: 'h',
    columns: {
      ...because(why.id, 'community_id', 'id', 'call_id'),
      shown_name: [
        'h.shown_name',
        'as they themselves said they want to be called where they are thanked; who did not is not here',
      ],
    },
    from: `public.helper h where h.shown_name <> '' and exists (select from public.help_call c
      where c.community_id = h.community_id and c.id = h.call_id and c.thanked_at is not null)`,
  },
};
