import type { Handlers } from '@/lib/jobs';
import { sweep } from '@/lib/sweep';

export const handlers: Handlers = { account_sweep: () => sweep() };

/** Every night at 19:17 UTC, a quarter past three in Shanghai. */
export const crontab = '17 19 * * * account_sweep';
