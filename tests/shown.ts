import { shownNow } from '@/db/seed/shown';
import * as reword from '@/features/objections/commands/reword';
import * as verdict from '@/features/objections/commands/verdict';
import * as wording from '@/features/objections/commands/wording';
import type { Call, Command } from '@/lib/gate';
import { sql } from './fixture';

type About = Record<string, unknown> & { proposal: number; objection: number };

/** By somebody who has just opened the page: what the form shows is what stands. */
const opened =
  <T>(command: Command<T>, which: 'wording' | 'answer') =>
  async (call: Call, about: About) => {
    const shown = await shownNow(sql, { community: call.community, ...about });
    return command(call, { shown: shown[which], ...about });
  };

export const approveWording = opened(wording.approveWording, 'wording');
export const disputeWording = opened(wording.disputeWording, 'wording');
export const rewordObjection = opened(reword.rewordObjection, 'wording');
export const giveVerdict = opened(verdict.giveVerdict, 'answer');
