import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  works: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id', 'resolution_id'),
      no: why.number,
      contractor: 'a firm',
      ...because('public money', 'budget', 'budget_reason'),
      permits: why.staff,
      ...because(why.life, 'warranty_months', 'started_at', 'last_report_at', 'completed_at'),
    },
    from: 'public.works',
  },
  milestone: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'works_id'),
      ...because(why.staff, 'position', 'name', 'unit', 'target', 'actual', 'note', 'in_places'),
      ...because(why.life, 'planned_on', 'actual_on'),
      checked_at: 'that it was checked, not by whom',
    },
    from: 'public.milestone',
  },
  commitment: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'works_id', 'objection_id'),
      text: why.staff,
      ...because(why.life, 'outcome', 'repair_on', 'mended_at'),
    },
    from: 'public.commitment',
  },
  acceptance: {
    columns: {
      ...because(why.id, 'community_id', 'works_id', 'group_id'),
      outcome: 'said in the name of a group',
      ...because(why.life, 'at', 'repair_on'),
    },
    from: 'public.acceptance',
  },
};
