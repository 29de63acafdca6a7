import type { Handlers } from '@/lib/jobs';
import { drawWave } from './commands';

/** Completion schedules the two waves whose day is known; the first snow is announced by the hotline. */
export const handlers: Handlers = {
  callbacks_draw: async ({ community, proposal, wave }) => {
    const drawn = await drawWave(
      { by: { system: 'callbacks_draw' }, community: String(community) },
      { proposal, wave },
    );
    const known = ['drawn_already', 'not_at_this_step'];
    if (!drawn.ok && !known.includes(drawn.refusal.code)) throw new Error(`callbacks_draw: ${drawn.refusal.code}`);
  },
};
