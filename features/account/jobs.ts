import type { Handlers } from '@/lib/jobs';
import { sendCode } from '@/lib/send-code';
import { sweep } from '@/lib/sweep';
import { erase } from './commands';

export const handlers: Handlers = {
  account_erase: async ({ person }) => {
    await erase(Number(person), {});
  },
  account_sweep: () => sweep(),
  account_send_code: async ({ request, tries }) => {
    await sendCode({ request: String(request), tries: Number(tries) });
  },
};

/** Every night at 19:17 UTC, a quarter past three in Shanghai. */
export const crontab = '17 19 * * * account_sweep';
