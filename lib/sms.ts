import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { env } from './env';

/** A way to send short messages. `send` throws when the gateway does not take the message. */
export interface SmsDriver {
  send: (message: { to: string; text: string }) => Promise<void>;
}

/** Writes each message as a line of `outbox/sms.ndjson` in the data folder, for demonstrations and tests. */
const file: SmsDriver = {
  async send(message) {
    const outbox = path.join(env.data, 'outbox');
    await mkdir(outbox, { recursive: true, mode: 0o700 });
    const line = JSON.stringify({ at: new Date().toISOString(), ...message });
    await appendFile(path.join(outbox, 'sms.ndjson'), `${line}\n`, { mode: 0o600 });
  },
};

/** A gateway is one entry here; `SMS_DRIVER` names it. */
const drivers: Record<string, SmsDriver> = { file };

export const smsDrivers = Object.keys(drivers);

/** Sends one short message through the driver of this installation. */
export async function sendSms(message: { to: string; text: string }): Promise<void> {
  const driver = drivers[env.smsDriver];
  if (!driver) throw new Error(`SMS_DRIVER ${env.smsDriver} is unknown: ${smsDrivers.join(', ')}`);
  await driver.send(message);
}
