import type { BaseFacts } from '@/features/proposals/facts';
import { atStep, statesBefore } from '@/features/proposals/rules';
import { because, type DeskAct, each, type Standings } from '@/lib/act';
import { refusalOf } from '@/lib/result';
import type { MergerFacts } from './facts';
import { mayMerge } from './policy';
import { checkUndoing } from './rules';

const page = (word: string) => ({ word, path: ({ no }: BaseFacts) => ['proposals', no, word] });

/** Row 2: into which one, and whether into that one, is said in the form. */
export const merge: DeskAct<MergerFacts, 'not_at_this_step' | 'not_looked_at'> = {
  name: 'proposal.merge',
  why: ({ state, waits }) => atStep(state, ...statesBefore('merged')) ?? because(waits, 'not_looked_at'),
  by: mayMerge,
  desk: page('merger'),
};

/** Row 2u. */
export const separate: DeskAct<MergerFacts, 'not_at_this_step' | 'undo_too_late' | 'moved_on'> = {
  name: 'proposal.separate',
  why: ({ state, merged }, now) => refusalOf(checkUndoing(state, merged?.at ?? null, now, merged?.into)),
  by: mayMerge,
  desk: page('separation'),
};

/** What stands at the desk of one proposal. */
export const standings: Standings<MergerFacts>[] = [
  each(merge, (facts) => (facts.state === 'submitted' ? [facts] : [])),
  each(separate, (facts) => (facts.state === 'merged' ? [facts] : [])),
];
