import { createHmac, randomUUID } from 'node:crypto';
import { post } from './call';
import { inWords, type NotTaken, notTaken, type SmsDriver, underSign } from './message';
import type { SmsSettings } from './settings';

/** As Standard Webhooks 1.0 signs: HMAC-SHA256 of id, seconds and body, by a secret written in base64. */
export function signature(given: { id: string; seconds: number; body: string; secret: string }): string {
  const key = Buffer.from(given.secret.replace(/^whsec_/, ''), 'base64');
  const text = `${given.id}.${given.seconds}.${given.body}`;
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
}

/** A gateway of one's own; docs/operations.md says what it is sent and what it answers. */
export function webhook({ url = '', keySecret: secret, sign, patience }: SmsSettings): SmsDriver {
  const tell = async (id: string, type: string, data: object): Promise<NotTaken | undefined> => {
    const now = new Date();
    const seconds = Math.floor(now.getTime() / 1000);
    const body = JSON.stringify({ type, timestamp: now.toISOString(), data });
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signature({ id, seconds, body, secret }),
    };
    const answer = await post({ url, headers, body, patience });
    if ('taken' in answer) return answer;
    if (answer.status < 300) return undefined;
    return notTaken(answer.status === 422 ? 'number' : 'settings', `status ${answer.status}`);
  };
  return {
    send: async ({ id, text, ...message }) => {
      const trouble = await tell(id, 'sms.send', { ...message, text: underSign(sign, text) });
      return trouble ?? { taken: true, receipt: id };
    },
    problems: async () => {
      const trouble = await tell(randomUUID(), 'sms.check', {});
      return trouble ? [`SMS_URL: ${inWords(trouble)}`] : [];
    },
  };
}
