import { mayKnock, maySpeak, type Voter } from '@/features/opinions/policy';
import type { Actor, Who } from '@/lib/actor';

/** A household beside it says whether it stands well. */
export const mayJudge = (who: Who, home: Pick<Voter, 'householdId'>): Actor | null => maySpeak(who, home);

/** At its door its captain writes it down, or a social worker. */
export const mayRecord = (who: Who, home: Voter): Actor | null => mayKnock(who, home);
