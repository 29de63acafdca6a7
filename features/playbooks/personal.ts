import { type Personal, stays } from '@/lib/personal';

const STAYS = {
  playbook: [
    'proposal_id',
    'effect',
    'author_id',
    'author_role',
    'retired_by',
    'retired_reason',
    'place',
    'proposal_title',
  ],
  playbook_version: [
    'playbook_id',
    'author_id',
    'author_role',
    'indications',
    'contraindications',
    'name',
    'steps',
    'change',
  ],
  playbook_review: ['playbook_id', 'said_by', 'reason'],
  playbook_adoption: ['playbook_id', 'adopted_by', 'outcome_by', 'changed', 'outcome_reason', 'place'],
} as const;

export const personal: Personal = { kept: [[stays.office, STAYS]] };
