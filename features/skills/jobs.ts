import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { partSkill } from './commands/offers';
import { parted } from './queries/desk';

/** Taken back meanwhile, or back again. */
const settled = new Set(['skill_taken_back', 'still_lives_there']);

export const handlers: Handlers = {
  skills_parted: inEach('skills_parted', async ({ call, must }) => {
    for (const skill of (await parted(call, {})) ?? []) must(await partSkill(call, { skill }), settled);
  }),
};

/** Every day at 16:25 UTC, after midnight in Shanghai. */
export const crontab = '25 16 * * * skills_parted';
