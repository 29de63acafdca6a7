import { mayReadCallbacks } from '@/features/callbacks/policy';
import { mayReadObjections } from '@/features/objections/policy';
import { mayReadDrafts } from '@/features/plans/policy';
import { mayReadDesk } from '@/features/proposals/policy';
import { mayReadRounds } from '@/features/rounds/policy';
import { mayReadSignoff } from '@/features/signoff/policy';
import { mayReadWorks } from '@/features/works/policy';
import { has, type Who } from '@/lib/actor';

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

/** The parts of a proposal at the desk, each with a page of its own, and who reads it. */
const PARTS = {
  plans: mayReadDrafts,
  rounds: mayReadRounds,
  objections: mayReadObjections,
  gates: mayReadDesk,
  notice: mayReadSignoff,
  works: mayReadWorks,
  callbacks: mayReadCallbacks,
  pictures: mayReadDesk,
  comments: mayReadDesk,
} satisfies Record<string, (who: Who) => boolean>;
export type PartName = keyof typeof PARTS;

export const partsOf = (who: Who): PartName[] => (Object.keys(PARTS) as PartName[]).filter((part) => PARTS[part](who));
