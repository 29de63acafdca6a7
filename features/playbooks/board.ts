import { type BoardViews, because, why } from '@/lib/board-view';

export const board: BoardViews = {
  playbook: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'proposal_id'),
      no: why.number,
      proposal_no: why.number,
      ...because('hangs with its proposal', 'proposal_title', 'kind', 'place'),
      effect: 'made of numbers the board has told',
      author_role: 'an office, not a person',
      ...because(why.life, 'version', 'review_on', 'drawn_at', 'retired_at'),
      retired_reason: why.staff,
    },
    from: 'public.playbook',
  },
  playbook_version: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'playbook_id'),
      ...because(why.staff, 'name', 'indications', 'contraindications', 'steps', 'people', 'days', 'money', 'change'),
      author_role: 'an office, not a person',
      ...because(why.life, 'version', 'at'),
    },
    from: 'public.playbook_version',
  },
  playbook_review: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'playbook_id'),
      ...because(why.staff, 'verdict', 'reason'),
      ...because(why.life, 'version', 'at'),
    },
    from: 'public.playbook_review',
  },
  playbook_adoption: {
    columns: {
      ...because(why.id, 'community_id', 'id', 'origin_id', 'playbook_id'),
      ...because(why.staff, 'place', 'changed', 'outcome', 'outcome_reason'),
      ...because(why.life, 'version', 'at', 'ask_on', 'outcome_at'),
    },
    from: 'public.playbook_adoption',
  },
};
