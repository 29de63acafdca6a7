import { type BoardViews, because, why } from '@/lib/board-view';

const month = (row: string): [string, string] => [
  `to_char(${row}.at at time zone 'Asia/Shanghai', 'YYYY-MM')`,
  'in which month; on which day somebody said what they need is nobody’s to know',
];
const shown = 'written for the list, held to name nobody and no door';

export const board: BoardViews = {
  council_member: {
    of: 'm',
    columns: {
      ...because(why.id, 'community_id', 'id', 'no'),
      name: 'an organisation, which is no person',
      ...because(why.life, 'from_at', 'to_at'),
    },
    from: 'public.council_member m',
  },
  council_resource: {
    of: 'r',
    columns: {
      ...because(why.id, 'community_id', 'id', 'no', 'member_id'),
      ...because('what an organisation has to give', 'title', 'words'),
      ...because(why.life, 'at', 'withdrawn_at'),
      withdraw_reason: 'why it is off the list',
    },
    from: 'public.council_resource r',
  },
  demand: {
    of: 'd',
    columns: {
      ...because(why.id, 'community_id', 'id', 'no', 'project_id'),
      ...because(shown, 'title', 'words'),
      source: 'how it came to the list, not from whom',
      month: month('d'),
      withdrawn: ['d.withdrawn_at is not null', why.life],
      withdraw_reason: 'why it is off the list',
    },
    from: 'public.demand d',
  },
  demand_claim: {
    of: 'k',
    columns: {
      ...because(why.id, 'community_id', 'id', 'demand_id', 'member_id'),
      brings: 'what an organisation brings for it',
      at: why.life,
    },
    from: 'public.demand_claim k',
  },
  council_project: {
    of: 'p',
    columns: {
      ...because(why.id, 'community_id', 'id', 'no', 'lead_id'),
      title: shown,
      ...because(why.life, 'at', 'ended_at'),
      end_reason: 'why not all of it was done',
    },
    from: 'public.council_project p',
  },
  council_partner: {
    of: 'x',
    columns: { ...because(why.id, 'community_id', 'id', 'project_id', 'member_id') },
    from: 'public.council_partner x',
  },
  council_step: {
    of: 's',
    columns: {
      ...because(why.id, 'community_id', 'id', 'project_id', 'position'),
      ...because('what is to be done, and by when', 'name', 'due_on', 'done_on', 'note'),
    },
    from: 'public.council_step s',
  },
  council_review: {
    of: 'v',
    columns: {
      ...because(why.id, 'community_id', 'id', 'project_id'),
      ...because(
        'said for everybody to read, and held to name nobody; by whom is not told',
        'half',
        'verdict',
        'words',
      ),
      why: 'what was not done says why',
    },
    from: 'public.council_review v',
  },
};
