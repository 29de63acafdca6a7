import type { Handlers } from '@/lib/jobs';
import { tidy } from './commands';

export const handlers: Handlers = {
  account_tidy: async () => {
    await tidy(null, {});
  },
};

/** Every night at 19:17 UTC, a quarter past three in Shanghai. */
export const crontab = '17 19 * * * account_tidy';
