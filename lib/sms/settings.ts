import { inClear } from '../in-clear';
import type { SmsKind } from './message';

export interface SmsSettings {
  driver: string;
  keyId: string;
  keySecret: string;
  /** 短信签名, without 【】. */
  sign: string;
  templates: Record<SmsKind, string>;
  /** SmsSdkAppId of Tencent Cloud. */
  app: string;
  /** Where the gateway is, if not where its vendor says. */
  url: string | undefined;
  /** Folder of what `file` writes. */
  outbox: string;
  /** How long an answer is waited for, in milliseconds. */
  patience: number;
}

/** What each driver cannot do without. */
const needed: Record<string, string[]> = {
  file: [],
  aliyun: ['SMS_KEY_ID', 'SMS_KEY_SECRET', 'SMS_SIGN', 'SMS_CODE_TEMPLATE'],
  tencent: ['SMS_KEY_ID', 'SMS_KEY_SECRET', 'SMS_SIGN', 'SMS_CODE_TEMPLATE', 'SMS_APP_ID'],
  webhook: ['SMS_URL', 'SMS_KEY_SECRET'],
};

/** How it must look, where the vendor says so. */
const shapes: Record<string, [name: string, shape: RegExp, says: string][]> = {
  aliyun: [['SMS_CODE_TEMPLATE', /^SMS_\d+$/, 'looks like SMS_123456789']],
  tencent: [
    ['SMS_CODE_TEMPLATE', /^\d+$/, 'is a number'],
    ['SMS_APP_ID', /^\d+$/, 'is a number, as 1400006666'],
  ],
  webhook: [['SMS_KEY_SECRET', /^(whsec_)?[A-Za-z0-9+/]{32,88}={0,2}$/, 'is base64 of 24 to 64 random bytes']],
};

function problemsOfUrl(url: string | undefined): string[] {
  if (!url) return [];
  if (!URL.canParse(url)) return ['SMS_URL is no address'];
  return inClear(new URL(url)) ? ['SMS_URL must begin with https: codes would go over the network in clear'] : [];
}

/** Why codes would reach nobody with these settings, one line each. */
export function problemsOfSms(settings: Record<string, string | undefined>): string[] {
  const { SMS_DRIVER: driver, TONGXIN_SMS_FILE_IS_MEANT: meant, SMS_SIGN: sign } = settings;
  if (!driver) return [`SMS_DRIVER is missing: say how codes are sent (${Object.keys(needed).join(', ')})`];
  const names = needed[driver];
  if (!names) return [`SMS_DRIVER ${driver} is not one of ${Object.keys(needed).join(', ')}`];
  if (driver === 'file')
    return meant === 'yes'
      ? []
      : [
          'SMS_DRIVER file leaves codes readable in the outbox and sends none: TONGXIN_SMS_FILE_IS_MEANT=yes if that is meant',
        ];
  const missing = names.filter((name) => !settings[name]);
  return [
    ...missing.map((name) => `${name} is missing: SMS_DRIVER ${driver} needs it`),
    ...(shapes[driver] ?? [])
      .filter(([name, shape]) => settings[name] && !shape.test(settings[name]))
      .map(([name, , says]) => `${name} ${says}`),
    ...(sign && /[【】]/.test(sign) ? ['SMS_SIGN is written without 【】'] : []),
    ...problemsOfUrl(settings.SMS_URL),
  ];
}
