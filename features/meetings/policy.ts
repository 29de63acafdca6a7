import type { Voter } from '@/features/opinions/policy';
import { mayKnock, maySpeak } from '@/features/opinions/policy';
import { type Actor, asHousehold, asStaff, asSystem, has, type Who } from '@/lib/actor';

/** A meeting is called, minuted and answered for by the office. */
export const mayCall = (who: Who): Actor | null =>
  asStaff(who, 'social-worker', 'party-secretary', 'governance-secretary');

/** Whoever stands at the door of the hall: each household is of their entrance, or they are of the office. */
export const mayTick = (who: Who, of: { homes: readonly Voter[] }): Actor | null =>
  mayCall(who) ?? knocksAtAll(who, of);

function knocksAtAll(who: Who, { homes }: { homes: readonly Voter[] }): Actor | null {
  const each = homes.map((home) => mayKnock(who, home));
  return each.every((one) => one !== null) ? (each[0] ?? null) : null;
}

/** That it comes a household says itself. */
export const mayTellComing = maySpeak;

/** Or it is written down by whoever knocks there. */
export const mayRecordComing = knocksAtAll;

export const mayTakeBackComing = (who: Who, home: Voter): Actor | null => maySpeak(who, home) ?? mayKnock(who, home);

/** A household says for itself that it is there. */
export const mayTellThere = maySpeak;

/** It says itself that it was not; or whoever ticked it. */
export const mayStrike = (who: Who, home: Voter): Actor | null =>
  asHousehold(who, home.householdId) ?? mayTick(who, { homes: [home] });

/** By somebody who lived in a household that was there, when it was. */
export const mayCorrect = (who: Who, { livedThere, ...home }: Voter & { livedThere: boolean }): Actor | null =>
  livedThere ? maySpeak(who, home) : null;

export const mayFix = asSystem;

export const maySeeMeetings = (who: Who): boolean =>
  has(who, 'social-worker', 'party-secretary', 'governance-secretary');
