import type { Handlers } from '@/lib/jobs';
import { closeRound } from './commands/close';

/** Already counted, voided meanwhile, or extended after the job was due: nothing left to do. */
const settled = new Set(['round_closed', 'round_void', 'round_running', 'not_found']);

export const handlers: Handlers = {
  'round.close': async (payload) => {
    const community = String(payload.community);
    const outcome = await closeRound({ by: { system: 'round.close' }, community }, { round: payload.round });
    if (!outcome.ok && !settled.has(outcome.refusal.code)) {
      throw new Error(`round ${payload.round} of ${community}: ${outcome.refusal.code}`);
    }
  },
};
