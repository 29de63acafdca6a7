import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { keepSelection } from './commands/selection';
import { keepOpposites } from './commands/sides';
import { keepTopics } from './commands/topics';
import { topicsWanted } from './queries/topics';

const settled = new Set(['kept_already']);

export const handlers: Handlers = {
  /** After a sheet was brought in for that community, at night for all. */
  topics_keep: inEach('topics_keep', async ({ call, must }) => {
    must(await keepOpposites(call, {}), settled);
    if (await topicsWanted(call, {})) must(await keepTopics(call, {}));
  }),
  selection_keep: inEach('selection_keep', async ({ call, must }) => {
    must(await keepSelection(call, {}), settled);
  }),
};

/**
 * Every day at 19:37 UTC, before four in the morning in Shanghai; and on the 18th at 17:07 UTC, when in Shanghai the 19th has
 * begun and with it another month of assessment.
 */
export const crontab = '37 19 * * * topics_keep\n7 17 18 * * selection_keep';
