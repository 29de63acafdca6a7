import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  diagnosis: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.staff, 'legacy', 'maintenance', 'management', 'neighbours'),
      author_role: 'an office, not a person',
      at: why.life,
    },
    from: 'public.diagnosis',
  },
  crack: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.staff, 'title', 'cause', 'sign'),
      owner: 'an office, not a person',
      ...because(why.life, 'due_on', 'at'),
    },
    from: 'public.crack',
  },
  crack_report: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'crack_id'),
      ...because(why.staff, 'state', 'words', 'loosener'),
      at: why.life,
    },
    from: 'public.crack_report',
  },
  crack_raise: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'crack_id'),
      ...because(why.staff, 'level', 'asks', 'answer'),
      ...because(why.life, 'due_on', 'at', 'answered_at'),
    },
    from: 'public.crack_raise',
  },
  presence: {
    columns: {
      ...because(why.id, 'community_id', 'id'),
      ...because('what staff did, counted by themselves', 'month', 'days', 'doors'),
      at: why.life,
    },
    from: 'public.presence',
  },
};
