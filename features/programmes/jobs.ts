import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { remind } from './commands/remind';
import { isSoon } from './queries/desk';

export const handlers: Handlers = {
  /** For every community in which something is on tomorrow. */
  programmes_remind: inEach('programmes_remind', async ({ call, must }) => {
    if (await isSoon(call, {})) must(await remind(call, {}));
  }),
};

/** Every day at 09:07 UTC, at five in the afternoon in Shanghai. */
export const crontab = '7 9 * * * programmes_remind';
