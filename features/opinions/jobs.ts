import type { Handlers } from '@/lib/jobs';
import { drawRechecks } from './commands/recheck';

export const handlers: Handlers = {
  'recheck.draw': async (payload) => {
    const community = String(payload.community);
    const outcome = await drawRechecks(
      { by: { system: 'recheck.draw' }, community, key: `recheck.draw:${payload.round}` },
      { round: payload.round },
    );
    if (!outcome.ok && outcome.refusal.code !== 'round_void' && outcome.refusal.code !== 'not_found') {
      throw new Error(`rechecks of round ${payload.round} of ${community}: ${outcome.refusal.code}`);
    }
  },
};
