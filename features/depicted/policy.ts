import type { Voter } from '@/features/opinions/policy';
import { mayKnock, maySpeak } from '@/features/opinions/policy';
import { type Actor, asStaff, has, type Who } from '@/lib/actor';

/** Who is on a picture is written down by those who add it. */
export const mayName = (who: Who): Actor | null => asStaff(who, 'social-worker');

/** A home says for itself whether it may hang, by somebody who lived there then. */
export const mayAnswer = (who: Who, { livedThere, ...home }: Voter & { livedThere: boolean }): Actor | null =>
  livedThere ? maySpeak(who, home) : null;

/** At its door, by whoever goes round there. */
export const mayRecordAnswer = (who: Who, home: Voter): Actor | null => mayKnock(who, home);

/** Whose faces they are: those who name them, and those who look. */
export const mayReadDepicted = (who: Who): boolean =>
  has(who, 'social-worker', 'governance-secretary', 'party-secretary');
