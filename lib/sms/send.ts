import { env } from '../env';
import { aliyun } from './aliyun';
import { file } from './file';
import type { SmsDriver, SmsMessage, SmsOutcome } from './message';
import type { SmsSettings } from './settings';
import { tencent } from './tencent';
import { webhook } from './webhook';

/** A gateway is one entry here; `SMS_DRIVER` names it. */
const drivers: Record<string, (settings: SmsSettings) => SmsDriver> = { file, aliyun, tencent, webhook };

export function smsDriver(settings: SmsSettings = env.sms): SmsDriver {
  const make = drivers[settings.driver];
  if (!make) throw new Error(`SMS_DRIVER ${settings.driver} is unknown: ${Object.keys(drivers).join(', ')}`);
  return make(settings);
}

/** Hands one message to the gateway of this installation, once. */
export const sendSms = (message: SmsMessage): Promise<SmsOutcome> => smsDriver().send(message);
