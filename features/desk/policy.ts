import { mayReadCallbacks } from '@/features/callbacks/policy';
import { mayReadCases } from '@/features/cases/policy';
import { mayRecordFigures } from '@/features/figures/policy';
import { mayReadObjections } from '@/features/objections/policy';
import { mayHandOver, maySeeGrants, maySeeRegister } from '@/features/people/policy';
import { mayLookAtPictures } from '@/features/pictures/policy';
import { mayReadDrafts } from '@/features/plans/policy';
import { mayReadDesk } from '@/features/proposals/policy';
import { mayReadRounds } from '@/features/rounds/policy';
import { mayReadSignoff } from '@/features/signoff/policy';
import { mayReadWorks } from '@/features/works/policy';
import { asStaff, has, type Who } from '@/lib/actor';
import type { Duty } from './rules';

export { mayReadDesk } from '@/features/proposals/policy';

/** The rooms of the desk, and who finds anything behind each door: the rule of the page itself. */
const ROOMS = {
  proposals: mayReadDesk,
  cases: mayReadCases,
  works: mayReadWorks,
  callbacks: mayReadCallbacks,
  register: maySeeRegister,
  joins: (who: Who) => has(who, 'social-worker'),
  grants: maySeeGrants,
  figures: (who: Who) => mayRecordFigures(who) !== null,
} satisfies Record<string, (who: Who) => boolean>;
export type RoomName = keyof typeof ROOMS;

export const roomsOf = (who: Who): RoomName[] => (Object.keys(ROOMS) as RoomName[]).filter((room) => ROOMS[room](who));

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

const DUTY_OF: Readonly<Record<Duty, (who: Who) => unknown>> = {
  joins: ROOMS.joins,
  cases: (who) => asStaff(who, 'social-worker'),
  plan_pictures: mayLookAtPictures,
  site_pictures: mayLookAtPictures,
  handover: (who) => mayHandOver(who, { personId: 0, role: 'social-worker' }),
};

export const hasDuty = (who: Who, duty: Duty): boolean => Boolean(DUTY_OF[duty](who));
