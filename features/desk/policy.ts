import { asSystem, has, type Who } from '@/lib/actor';

export { mayReadDesk } from '@/features/proposals/policy';

/** What a day without anything waiting is like for them: some go round, some call, some report. */
export const idleOf = (who: Who): 'rounds' | 'calls' | 'reports' | 'nothing' =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary')
    ? 'rounds'
    : has(who, 'hotline')
      ? 'calls'
      : has(who, 'property')
        ? 'reports'
        : 'nothing';

/** Nobody writes to people what waits for them: it is counted. */
export const mayTell = asSystem;
