import type { Handlers } from '@/lib/jobs';
import { communities } from '@/lib/site';
import { keepSelection } from './commands/selection';
import { keepTopics } from './commands/topics';
import { topicsWanted } from './queries/topics';

async function keep(community: string): Promise<void> {
  const call = { by: { system: 'topics_keep' }, community };
  if (!(await topicsWanted(call, {}))) return;
  const done = await keepTopics(call, {});
  if (!done.ok) throw new Error(`topics_keep: ${done.refusal.code}`);
}

const each = async (work: (community: string) => Promise<void>): Promise<void> => {
  for (const { slug } of await communities(100_000)) await work(slug);
};

export const handlers: Handlers = {
  /** After a sheet was brought in for that community, at night for all. */
  topics_keep: async ({ community }) => (typeof community === 'string' ? keep(community) : each(keep)),
  selection_keep: async () =>
    each(async (community) => {
      const done = await keepSelection({ by: { system: 'selection_keep' }, community }, {});
      if (!done.ok && done.refusal.code !== 'kept_already') throw new Error(`selection_keep: ${done.refusal.code}`);
    }),
};

/**
 * Every day at 19:37 UTC, before four in the morning in Shanghai; and on the 18th at 17:07 UTC, when in Shanghai the 19th has
 * begun and with it another month of assessment.
 */
export const crontab = '37 19 * * * topics_keep\n7 17 18 * * selection_keep';
