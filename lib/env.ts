import type { SmsSettings } from './sms/settings';

/**
 * The one reader of the environment. Each setting:
 * - `DATABASE_URL` owner of the database. Given: production, unless TONGXIN_MODE says otherwise. Without it the command line
 *   works on what `npm start` runs.
 * - `TONGXIN_SEED_URL` the same database as role `seed`, whose sessions may say what time it is (demonstration only).
 * - `TONGXIN_MODE` demonstration | production.
 * - `TONGXIN_DATA` folder of the embedded database, outbox and secrets (default `.data`).
 * - `TONGXIN_URL` public address. `PORT` (3000).
 * - `AUTH_SECRET`, `NEXT_SERVER_ACTIONS_ENCRYPTION_KEY`, `TONGXIN_SIGNING_KEY` secrets, at least 32 characters each.
 * - `TONGXIN_TRUST_PROXY=yes` a proxy in front sets X-Forwarded-*; otherwise they are ignored.
 * - `TONGXIN_POSTS` forms a minute of one person and of one address (default `60/600`).
 * - `SMS_DRIVER` file (writes `outbox/sms.ndjson` under TONGXIN_DATA; in production with `TONGXIN_SMS_FILE_IS_MEANT=yes`), aliyun,
 *   tencent or webhook, with `SMS_KEY_ID`, `SMS_KEY_SECRET`, `SMS_SIGN`, `SMS_CODE_TEMPLATE`, `SMS_APP_ID` and `SMS_URL`
 *   as docs/operations.md says.
 * - `CHROMIUM_PATH` the browser of the journeys.
 */
export const env = {
  get databaseUrl(): string {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('No database: `npm start` does not run here, and DATABASE_URL is not set');
    return url;
  },
  get seedUrl(): string | undefined {
    return process.env.TONGXIN_SEED_URL;
  },
  get demonstration(): boolean {
    return process.env.TONGXIN_MODE === 'demonstration';
  },
  get data(): string {
    return process.env.TONGXIN_DATA ?? '.data';
  },
  get url(): string | undefined {
    return process.env.TONGXIN_URL;
  },
  get authSecret(): string {
    const secret = process.env.AUTH_SECRET;
    if (!secret) throw new Error('AUTH_SECRET is not set: at least 32 random characters');
    return secret;
  },
  get posts(): { ofPerson: number; ofAddress: number } {
    const [, person, address] = /^(\d{1,9})\/(\d{1,9})$/.exec(process.env.TONGXIN_POSTS ?? '') ?? [];
    return { ofPerson: Number(person ?? 60), ofAddress: Number(address ?? 600) };
  },
  get sms(): SmsSettings {
    return {
      driver: process.env.SMS_DRIVER || 'file',
      keyId: process.env.SMS_KEY_ID ?? '',
      keySecret: process.env.SMS_KEY_SECRET ?? '',
      sign: process.env.SMS_SIGN || '同心议事',
      templates: { code: process.env.SMS_CODE_TEMPLATE ?? '' },
      app: process.env.SMS_APP_ID ?? '',
      url: process.env.SMS_URL || undefined,
      outbox: `${env.data}/outbox`,
      patience: 5_000,
    };
  },
};
