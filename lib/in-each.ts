import type { Handlers } from '@/lib/jobs';
import type { Result } from '@/lib/result';
import { communities } from '@/lib/site';

interface Work {
  call: { by: { system: string }; community: string };
  /** @throws Error unless it was done or `settled` says that there was nothing to do. */
  must: (done: Result<unknown>, settled?: ReadonlySet<string>) => void;
}

/**
 * Of one community, where the job names it; otherwise of all of them, one after the other: what goes wrong in one keeps
 * none of the others from its own.
 *
 * @throws Error that names every community in which it went wrong, once all have been gone through
 */
export const inEach =
  (task: string, work: (of: Work) => Promise<void>): Handlers[string] =>
  async ({ community: one }) => {
    const all = typeof one === 'string' ? [{ slug: one }] : await communities(100_000);
    const wrong: Error[] = [];
    for (const { slug: community } of all) {
      const must: Work['must'] = (done, settled) => {
        if (!done.ok && !settled?.has(done.refusal.code)) throw new Error(done.refusal.code);
      };
      try {
        await work({ call: { by: { system: task }, community }, must });
      } catch (error) {
        wrong.push(new Error(`${community}: ${(error as Error).message}`, { cause: error }));
      }
    }
    if (wrong.length > 0) throw new AggregateError(wrong, `${task}: ${wrong.map(({ message }) => message).join(', ')}`);
  };
