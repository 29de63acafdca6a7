import type { Handlers } from '@/lib/jobs';
import { resumeWorks } from './commands/start';

/** Whoever resumes a reopened proposal for building opens its site again. */
export const handlers: Handlers = {
  works_resume: async ({ community, proposal }) => {
    const resumed = await resumeWorks({ by: { system: 'works_resume' }, community: String(community) }, { proposal });
    if (!resumed.ok && resumed.refusal.code !== 'not_at_this_step')
      throw new Error(`works_resume: ${resumed.refusal.code}`);
  },
};
