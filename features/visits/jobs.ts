import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { expireCare } from './commands/care';
import { hasLapsed } from './queries/care';

export const handlers: Handlers = {
  /** In every community in which something was kept until now. */
  care_expire: inEach('care_expire', async ({ call, must }) => {
    if (await hasLapsed(call, {})) must(await expireCare(call, {}));
  }),
};

/** Every day at 18:20 UTC, at night in Shanghai. */
export const crontab = '20 18 * * * care_expire';
