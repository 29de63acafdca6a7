import { type Personal, stays } from '@/lib/personal';

export const personal: Personal = {
  kept: [
    [
      stays.office,
      {
        plan: ['proposal_id', 'title', 'summary', 'cost_note', 'drafted_by', 'published_by', 'hash'],
        clause: ['plan_id', 'text'],
        plan_drawing: ['plan_id', 'site_plan_id', 'shapes'],
        plan_condition: ['plan_id', 'list_id', 'no', 'text', 'reason'],
        plan_change: ['plan_id', 'note', 'objection_ids', 'technical_reason'],
        plan_materiality: ['plan_id', 'group_id', 'reason', 'judged_by', 'confirmed_by'],
      },
    ],
  ],
};
