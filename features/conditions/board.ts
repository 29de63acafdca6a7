import { type BoardViews, because, why } from '@/lib/board-view';

/** The newest list of its proposal. */
const newest = (
  list: string,
) => `not exists (select from public.condition_list n where n.community_id = ${list}.community_id
  and n.proposal_id = ${list}.proposal_id and n.version > ${list}.version)`;

const ofNewest = (
  row: string,
) => `exists (select from public.condition_list l where l.community_id = ${row}.community_id
  and l.id = ${row}.list_id and ${newest('l')})`;

/** What leads from a condition to an objection, and so to whoever raised it, hangs nowhere. */
export const board: BoardViews = {
  condition_list: {
    of: 'l',
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'version', 'marked_at'),
      budget: 'money of the community',
    },
    from: `public.condition_list l where ${newest('l')}`,
  },
  listed_condition: {
    of: 'x',
    columns: {
      ...because(why.id, 'community_id', 'list_id'),
      ...because(why.staff, 'no', 'text', 'cost'),
    },
    from: `public.listed_condition x where ${ofNewest('x')}`,
  },
  condition_clash: {
    of: 'x',
    columns: {
      ...because(why.id, 'community_id', 'list_id'),
      ...because(why.staff, 'position', 'nos', 'why'),
    },
    from: `public.condition_clash x where ${ofNewest('x')}`,
  },
};
