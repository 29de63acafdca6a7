import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { notTaken, type SmsDriver, underSign } from './message';
import type { SmsSettings } from './settings';

/** Writes each message as a line of `sms.ndjson` in the outbox, for demonstrations, tests and rehearsals. */
export function file({ outbox, sign }: SmsSettings): SmsDriver {
  const write = async (text: string) => {
    await mkdir(outbox, { recursive: true, mode: 0o700 });
    await appendFile(path.join(outbox, 'sms.ndjson'), text, { mode: 0o600 });
  };
  const said = (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'error';
  return {
    send: async ({ id, to, text }) => {
      try {
        await write(`${JSON.stringify({ at: new Date().toISOString(), to, text: underSign(sign, text) })}\n`);
        return { taken: true, receipt: id };
      } catch (error) {
        return notTaken('settings', said(error));
      }
    },
    problems: () =>
      write('').then(
        () => [],
        (error) => [`the outbox cannot be written (${said(error)})`],
      ),
  };
}
