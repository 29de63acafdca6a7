import type { Handlers } from '@/lib/jobs';
import { closeComparison } from './commands/close';

/** Counted already, extended after the job was due, set aside, or stopped with its proposal: nothing left to do. */
const settled = new Set(['round_closed', 'round_running', 'no_alternatives', 'not_at_this_step', 'not_found']);

export const handlers: Handlers = {
  'comparison.close': async (payload) => {
    const community = String(payload.community);
    const by = { system: 'comparison.close' };
    const outcome = await closeComparison({ by, community }, { proposal: payload.proposal });
    if (!outcome.ok && !settled.has(outcome.refusal.code))
      throw new Error(`comparison of ${payload.proposal} in ${community}: ${outcome.refusal.code}`);
  },
};
