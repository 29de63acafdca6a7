import { type BoardViews, because, buildingOf, dayOf, fromThree, why } from '@/lib/board-view';

const out =
  'exists (select from public.meeting m where m.community_id = i.community_id and m.id = i.meeting_id and m.minuted_at is not null)';
const countOf = (table: string, more = '') =>
  `(select ${fromThree('count(*)')} from public.${table} x where x.community_id = m.community_id and x.meeting_id = m.id ${more})`;

export const board: BoardViews = {
  meeting: {
    of: 'm',
    columns: {
      ...because(why.id, 'community_id', 'id'),
      no: why.number,
      ...because(why.staff, 'title', 'place', 'words', 'move_reason', 'cancel_reason'),
      ...because(
        why.life,
        'starts_at',
        'ends_at',
        'moved_from',
        'cancelled_at',
        'minuted_at',
        'correct_until',
        'fixed_at',
      ),
      invited: [countOf('meeting_invited'), 'how many homes were written to; null where they are few'],
      present: [
        `case when m.minuted_at is not null then ${countOf('attendance', 'and x.struck_at is null')} end`,
        why.over,
      ],
      hash: [`encode(m.hash, 'hex')`, 'the fingerprint of the fixed minutes, to be compared with the record'],
    },
    from: 'public.meeting m',
  },
  meeting_item: {
    columns: { ...because(why.id, 'community_id', 'id', 'meeting_id', 'position', 'proposal_id') },
    from: 'public.meeting_item',
  },
  meeting_minute: {
    of: 'w',
    columns: {
      ...because(why.id, 'community_id', 'id', 'item_id', 'version', 'correction_id'),
      ...because('minutes, held to name nobody and no door; none before they are out', 'said', 'decided'),
    },
    from: `public.meeting_minute w join public.meeting_item i on i.community_id = w.community_id and i.id = w.item_id
    where ${out}`,
  },
  meeting_promise: {
    of: 'q',
    columns: {
      ...because(why.id, 'community_id', 'id', 'item_id', 'position'),
      ...because(
        'what an office or a firm promised, and when; it names nobody',
        'what',
        'who',
        'due_on',
        'done_on',
        'note',
      ),
    },
    from: `public.meeting_promise q join public.meeting_item i on i.community_id = q.community_id and i.id = q.item_id
    where ${out}`,
  },
  meeting_correction: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id', 'meeting_id', 'item_id', 'no'),
      words: 'said for everybody to read, and held to name nobody; by which household is not told',
      building: [buildingOf('c', 'household_id'), 'a building for a household, where it may be named'],
      at: [dayOf('c.at'), 'on a day'],
      ...because(why.staff, 'outcome', 'answer'),
    },
    from: 'public.meeting_correction c',
  },
};
