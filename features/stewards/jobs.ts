import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { freeAreas, joinCaptain, partSteward } from './commands/team';
import { freed, parted, unjoined } from './queries/desk';

/** Left meanwhile, or back again; joined meanwhile. */
const settled = new Set(['left_the_team', 'still_here', 'still_captain', 'joined_already']);

export const handlers: Handlers = {
  /** Of one community, once somebody moved out or lost an office; each night of all, for what ends by its date. */
  stewards_parted: inEach('stewards_parted', async ({ call, must }) => {
    for (const steward of (await parted(call, {})) ?? []) must(await partSteward(call, { steward }), settled);
    for (const steward of (await freed(call, {})) ?? []) must(await freeAreas(call, { steward }), settled);
  }),

  /** Of one community, once somebody was made captain; each night of all, for those who were before there was a team. */
  stewards_joined: inEach('stewards_joined', async ({ call, must }) => {
    for (const person of (await unjoined(call, {})) ?? []) must(await joinCaptain(call, { person }), settled);
  }),
};

/** Every day at 16:20 UTC, after midnight in Shanghai. */
export const crontab = `20 16 * * * stewards_parted
25 16 * * * stewards_joined`;
