import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOfSms } from './settings';

const vendor = { SMS_KEY_ID: 'id', SMS_KEY_SECRET: 'secret', SMS_SIGN: '珠光社区' };
const aliyun = { ...vendor, SMS_DRIVER: 'aliyun', SMS_CODE_TEMPLATE: 'SMS_153055065' };
const tencent = { ...vendor, SMS_DRIVER: 'tencent', SMS_CODE_TEMPLATE: '1110', SMS_APP_ID: '1400006666' };
const webhook = {
  SMS_DRIVER: 'webhook',
  SMS_URL: 'https://sms.example.org/',
  SMS_KEY_SECRET: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
};

test('each driver says what it cannot do without, and how it must look', () => {
  for (const whole of [aliyun, tencent, webhook]) assert.deepEqual(problemsOfSms(whole), []);
  for (const whole of [aliyun, tencent, webhook])
    for (const name of Object.keys(whole))
      assert.match(problemsOfSms({ ...whole, [name]: '' }).join(), new RegExp(`^${name} is missing: `));
  const wrong: [settings: Record<string, string>, says: RegExp][] = [
    [{ ...aliyun, SMS_DRIVER: 'pigeon' }, /^SMS_DRIVER pigeon is not one of file, aliyun, tencent, webhook$/],
    [{ ...aliyun, SMS_CODE_TEMPLATE: '1110' }, /^SMS_CODE_TEMPLATE looks like/],
    [{ ...tencent, SMS_CODE_TEMPLATE: 'SMS_1' }, /^SMS_CODE_TEMPLATE is a number$/],
    [{ ...tencent, SMS_APP_ID: 'app' }, /^SMS_APP_ID is a number/],
    [{ ...tencent, SMS_SIGN: '【珠光社区】' }, /^SMS_SIGN is written without/],
    [{ ...webhook, SMS_KEY_SECRET: 'short' }, /^SMS_KEY_SECRET is base64/],
    [{ ...webhook, SMS_URL: 'http://sms.example.org' }, /^SMS_URL must begin with https:/],
    [{ ...aliyun, SMS_URL: 'dysmsapi.aliyuncs.com' }, /^SMS_URL is no address$/],
  ];
  for (const [settings, says] of wrong) assert.match(problemsOfSms(settings).join('\n'), says);
  assert.deepEqual(problemsOfSms({ ...webhook, SMS_URL: 'http://127.0.0.1:8080/sms' }), []);
});

test('codes in a file are meant only where somebody says so', () => {
  assert.match(problemsOfSms({}).join(), /^SMS_DRIVER is missing/);
  assert.match(problemsOfSms({ SMS_DRIVER: 'file' }).join(), /TONGXIN_SMS_FILE_IS_MEANT=yes if that is meant$/);
  assert.deepEqual(problemsOfSms({ SMS_DRIVER: 'file', TONGXIN_SMS_FILE_IS_MEANT: 'yes' }), []);
});
