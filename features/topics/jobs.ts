import type { Handlers } from '@/lib/jobs';
import { communities } from '@/lib/site';
import { keepTopics } from './commands';
import { topicsWanted } from './queries/topics';

export const handlers: Handlers = {
  topics_keep: async () => {
    for (const { slug } of await communities(100_000)) {
      const call = { by: { system: 'topics_keep' }, community: slug };
      if (!(await topicsWanted(call, {}))) continue;
      const done = await keepTopics(call, {});
      if (!done.ok) throw new Error(`topics_keep: ${done.refusal.code}`);
    }
  },
};

/** Every day at 19:37 UTC, before four in the morning in Shanghai. */
export const crontab = '37 19 * * * topics_keep';
