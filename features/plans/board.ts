import { type BoardViews, because, why } from '@/lib/board-view';

const published = (plan: string) =>
  `join public.plan p on p.community_id = ${plan}.community_id and p.id = ${plan}.plan_id and p.state = 'published'`;

export const board: BoardViews = {
  plan: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      ...because(why.life, 'version', 'published_at'),
      ...because(why.staff, 'title', 'summary', 'cost', 'cost_note'),
      state: 'always published: drafts are not here',
      row_version: 'how often a draft was saved',
      hash: 'of the published text',
    },
    from: `public.plan where state = 'published'`,
  },
  clause: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id', 'plan_id'),
      ...because(why.staff, 'no', 'text'),
    },
    from: `public.clause c ${published('c')}`,
  },
  plan_drawing: {
    of: 'd',
    columns: {
      ...because(why.id, 'community_id', 'id', 'plan_id', 'site_plan_id'),
      shapes: why.staff,
    },
    from: `public.plan_drawing d ${published('d')}`,
  },
  plan_change: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'id', 'plan_id', 'objection_ids', 'legal_gate_id'),
      ...because(why.staff, 'clause_no', 'note', 'technical_reason'),
    },
    from: `public.plan_change c ${published('c')}`,
  },
  plan_condition: {
    of: 'c',
    columns: {
      ...because(why.id, 'community_id', 'plan_id', 'no'),
      ...because(why.staff, 'text', 'followed', 'reason'),
    },
    from: `public.plan_condition c ${published('c')}`,
  },
  plan_materiality: {
    of: 'm',
    columns: {
      ...because(why.id, 'community_id', 'id', 'plan_id', 'group_id'),
      ...because(why.staff, 'material', 'reason'),
    },
    from: `public.plan_materiality m ${published('m')}`,
  },
};
