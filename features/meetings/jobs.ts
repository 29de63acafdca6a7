import { inEach } from '@/lib/in-each';
import type { Handlers } from '@/lib/jobs';
import { remind } from './commands/coming';
import { fixMinutes } from './commands/correct';
import { isSoon } from './queries/desk';

/** Fixed already, or an answer is still missing: the last one fixes them. */
const settled = new Set(['meeting_fixed', 'unanswered', 'corrections_open', 'not_minuted', 'not_found']);

export const handlers: Handlers = {
  'meeting.fix': async (payload) => {
    const community = String(payload.community);
    const done = await fixMinutes({ by: { system: 'meeting.fix' }, community }, { meeting: payload.meeting });
    if (!done.ok && !settled.has(done.refusal.code))
      throw new Error(`meeting ${payload.meeting} of ${community}: ${done.refusal.code}`);
  },
  /** For every community in which there is a meeting tomorrow. */
  meetings_remind: inEach('meetings_remind', async ({ call, must }) => {
    if (await isSoon(call, {})) must(await remind(call, {}));
  }),
};

/** Every day at 09:11 UTC, after five in the afternoon in Shanghai. */
export const crontab = '11 9 * * * meetings_remind';
