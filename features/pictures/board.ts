import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  picture: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'subject', 'subject_id', 'position'),
      caption: 'staff looked at it',
      ...because('its size', 'small_width', 'small_height', 'width', 'height'),
      kilobytes: ['ceil(octet_length(pdf) / 1000.0)::int', 'the size of a paper; null of a picture'],
      on_board: 'always true: others are not here',
    },
    from: `public.picture where on_board and subject in ('proposal', 'plan', 'milestone', 'place', 'case', 'alternative', 'gate', 'consent', 'occasion')`,
  },
};
