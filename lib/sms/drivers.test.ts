import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gateway, type Vendor } from '@/tests/sms-gateways';
import type { SmsMessage, Trouble } from './message';
import { smsDriver } from './send';

const message: SmsMessage = {
  id: '0c9ff1f0-9d1d-4c87-9f0a-0d2b1ae0b6a1',
  to: '13800138000',
  kind: 'code',
  values: { code: '004711' },
  text: '验证码 004711，10 分钟内有效。',
  until: new Date('2026-11-28T08:00:00Z'),
};

type Answers = Parameters<typeof gateway>[1];
type Nature = Parameters<typeof gateway>[2];

/** What becomes of the message at such a gateway, and what the gateway saw. */
async function sent(
  vendor: Vendor,
  answers: Answers,
  nature?: Nature,
  more: { keyId?: string; patience?: number } = {},
) {
  const there = await gateway(vendor, answers, nature);
  try {
    const outcome = await smsDriver({ ...there.settings, ...more }).send(message);
    assert.ok(!/138|4711/.test(JSON.stringify(outcome)), 'neither the number nor the code');
    return { outcome, asked: there.asked };
  } finally {
    await there.close();
  }
}

async function problems(vendor: Vendor, answers: Answers) {
  const there = await gateway(vendor, answers);
  try {
    return { lines: await smsDriver(there.settings).problems(), asked: there.asked };
  } finally {
    await there.close();
  }
}

/** What each gateway says when it has taken the message, as its vendor prints it. */
const taken: Record<Vendor, { json: unknown; receipt: string }> = {
  aliyun: {
    json: { Code: 'OK', Message: 'OK', BizId: '9006197469364984^0', RequestId: 'F655A8D5' },
    receipt: '9006197469364984^0',
  },
  tencent: {
    json: {
      Response: {
        SendStatusSet: [
          {
            SerialNo: '5000:1045710669157053657849499619',
            PhoneNumber: '+8613800138000',
            Fee: 1,
            SessionContext: '',
            Code: 'Ok',
            Message: 'send success',
            IsoCode: 'CN',
          },
        ],
        RequestId: 'a0aabda6-cf91-4f3e-a81f-9198114a2279',
      },
    },
    receipt: '5000:1045710669157053657849499619',
  },
  webhook: { json: {}, receipt: message.id },
};
const vendors = Object.keys(taken) as Vendor[];

/** What a vendor says no with: in the answer as a whole, and, at Tencent Cloud, beside the number. */
const said = {
  aliyun: (Code: string, status = 200) => ({ status, json: { Code, Message: '13800138000', RequestId: 'F655A8D5' } }),
  tencent: (Code: string) => ({
    status: 200,
    json: { Response: { Error: { Code, Message: '+8613800138000' }, RequestId: 'ed93f3cb' } },
  }),
  beside: (Code: string) => ({
    status: 200,
    json: { Response: { SendStatusSet: [{ SerialNo: '', PhoneNumber: '+8613800138000', Fee: 0, Code }] } },
  }),
};

for (const vendor of vendors)
  test(`${vendor}: what is signed right is taken, once, with the receipt of the gateway`, async () => {
    const { outcome, asked } = await sent(vendor, () => ({ status: 200, json: taken[vendor].json }));
    assert.deepEqual(outcome, { taken: true, receipt: taken[vendor].receipt });
    assert.equal(asked.length, 1);
  });

test('what the vendors are sent is what they ask for', async () => {
  const first = async (vendor: Vendor) =>
    (await sent(vendor, () => ({ status: 200, json: taken[vendor].json }))).asked[0] ?? assert.fail();
  const { url, headers } = await first('aliyun');
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    PhoneNumbers: '13800138000',
    SignName: '珠光社区',
    TemplateCode: 'SMS_153055065',
    TemplateParam: '{"code":"004711"}',
    OutId: message.id,
  });
  assert.deepEqual([headers['x-acs-action'], headers['x-acs-version']], ['SendSms', '2017-05-25']);
  const other = await first('tencent');
  assert.deepEqual(JSON.parse(other.body), {
    PhoneNumberSet: ['+8613800138000'],
    SmsSdkAppId: '1400006666',
    SignName: '珠光社区',
    TemplateId: '1110',
    TemplateParamSet: ['004711'],
    SessionContext: message.id,
  });
  assert.deepEqual([other.headers['x-tc-action'], other.headers['x-tc-version']], ['SendSms', '2021-01-11']);
  const own = await first('webhook');
  const { type, data } = JSON.parse(own.body);
  assert.equal(own.headers['webhook-id'], message.id);
  assert.equal(type, 'sms.send');
  const { id: _, ...rest } = message;
  assert.deepEqual(data, { ...rest, text: `【珠光社区】${message.text}`, until: '2026-11-28T08:00:00.000Z' });
});

type Said = Partial<Record<Trouble, string>>;

/** Errors the vendors list for a single message, by the trouble they are. */
const listed: Record<'aliyun' | 'tencent' | 'beside', Said> = {
  aliyun: {
    settings: `isv.SMS_SIGNATURE_ILLEGAL isv.SMS_SIGNATURE_SCENE_ILLEGAL isv.SIGN_STATE_ILLEGAL isv.SIGN_NAME_ILLEGAL
      isv.SMS_SIGN_ILLEGAL isv.SMS_CONTENT_ILLEGAL isv.SMS_TEMPLATE_ILLEGAL isv.TEMPLATE_MISSING_PARAMETERS
      isv.TEMPLATE_PARAMS_ILLEGAL isv.INVALID_PARAMETERS isv.INVALID_JSON_PARAM isv.PARAM_LENGTH_LIMIT
      isv.PARAM_NOT_SUPPORT_URL isv.MOBILE_COUNT_OVER_LIMIT isv.EXTEND_CODE_ERROR isv.DOMESTIC_NUMBER_NOT_SUPPORTED
      isv.DENY_IP_RANGE isv.SMS_TEST_SIGN_TEMPLATE_LIMIT isv.SMS_TEST_NUMBER_LIMIT isp.RAM_PERMISSION_DENY
      SignatureDoesNotMatch InvalidTimeStamp.Expired InvalidVersion InvalidAction.NotFound InvalidAccessKeyId.NotFound`,
    number: 'isv.MOBILE_NUMBER_ILLEGAL isv.BLACK_KEY_CONTROL_LIMIT',
    limit: 'isv.BUSINESS_LIMIT_CONTROL',
    account: `isv.DAY_LIMIT_CONTROL isv.MONTH_LIMIT_CONTROL isv.AMOUNT_NOT_ENOUGH isv.OUT_OF_SERVICE isv.PRODUCT_UN_SUBSCRIPT
      isv.PRODUCT_UNSUBSCRIBE isv.ACCOUNT_NOT_EXISTS isv.ACCOUNT_ABNORMAL isv.SECURITY_FROZEN_ACCOUNT`,
    unsure: 'isp.SYSTEM_ERROR isp.GATEWAY_ERROR isp.UNKNOWN InternalError SignatureNonceUsed',
    busy: 'Throttling Throttling.User ServiceUnavailable',
  },
  tencent: {
    settings: `AuthFailure.InvalidSecretId AuthFailure.SecretIdNotFound AuthFailure.SignatureExpire
      AuthFailure.SignatureFailure AuthFailure.TokenFailure AuthFailure.UnauthorizedOperation InvalidParameter
      InvalidParameterValue.SdkAppIdNotExist InvalidParameterValue.TemplateParameterFormatError
      InvalidParameterValue.TemplateParameterLengthLimit FailedOperation.ContainSensitiveWord
      FailedOperation.FailResolvePacket FailedOperation.JsonParseFail MissingParameter.EmptyPhoneNumberSet
      UnauthorizedOperation.RequestIpNotInWhitelist UnauthorizedOperation.RequestPermissionDeny
      UnauthorizedOperation.SmsSdkAppIdVerifyFail UnsupportedOperation InternalError.RequestTimeException
      InternalError.SigVerificationFail InternalError.SigFieldMissing InternalError.JsonParseFail
      InternalError.RestApiInterfaceNotExist`,
    account: `UnauthorizedOperation.SerivceSuspendDueToArrears UnauthorizedOperation.SdkAppIdIsDisabled
      LimitExceeded.AppDailyLimit LimitExceeded.AppMainlandChinaDailyLimit LimitExceeded.DailyLimit`,
    unsure:
      'InternalError InternalError.Timeout InternalError.OtherError InternalError.SendAndRecvFail InternalError.UnknownError',
    busy: 'RequestLimitExceeded RequestLimitExceeded.UinLimitExceeded RequestLimitExceeded.IPLimitExceeded',
  },
  beside: {
    settings: `FailedOperation.SignatureIncorrectOrUnapproved FailedOperation.TemplateIncorrectOrUnapproved
      FailedOperation.MissingSignature FailedOperation.MissingSignatureList FailedOperation.MissingTemplateToModify
      FailedOperation.TemplateParamSetNotMatchApprovedTemplate`,
    number: `FailedOperation.PhoneNumberInBlacklist InvalidParameterValue.IncorrectPhoneNumber
      UnsupportedOperation.UnsuportedRegion`,
    limit: `LimitExceeded.PhoneNumberThirtySecondLimit LimitExceeded.PhoneNumberOneHourLimit
      LimitExceeded.PhoneNumberDailyLimit LimitExceeded.PhoneNumberSameContentDailyLimit
      LimitExceeded.DeliveryFrequencyLimit`,
    account: 'FailedOperation.InsufficientBalanceInSmsPackage',
  },
};

for (const where of ['aliyun', 'tencent', 'beside'] as const)
  test(`each code of ${where} is the trouble it is`, async () => {
    for (const [trouble, codes = ''] of Object.entries(listed[where]))
      for (const code of codes.split(/\s+/)) {
        const { outcome } = await sent(where === 'beside' ? 'tencent' : where, () => said[where](code));
        assert.deepEqual(outcome, { taken: false, trouble, said: code });
      }
  });

test('a wrong secret, an unknown key and a clock that is off are refused by the gateway, and are of the settings', async () => {
  const never = () => assert.fail('what is not signed right gets no further');
  const another = 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const wrong: Record<Vendor, [secret: string, clock: string, key?: string]> = {
    aliyun: ['SignatureDoesNotMatch', 'InvalidTimeStamp.Expired', 'InvalidAccessKeyId.NotFound'],
    tencent: ['AuthFailure.SignatureFailure', 'AuthFailure.SignatureExpire', 'AuthFailure.SecretIdNotFound'],
    webhook: ['status 401', 'status 400'],
  };
  for (const vendor of vendors) {
    const [secret, clock, key] = wrong[vendor];
    const ways = [
      [secret, { secret: another }, {}],
      [clock, { offset: 16 * 60_000 }, {}],
      [clock, { offset: -16 * 60_000 }, {}],
      ...(key ? [[key, {}, { keyId: 'nobody' }] as const] : []),
    ] as const;
    for (const [code, nature, more] of ways) {
      const { outcome } = await sent(vendor, never, nature, more);
      assert.deepEqual(outcome, { taken: false, trouble: 'settings', said: code }, `${vendor} ${code}`);
    }
  }
});

test('what happens on the way: only what certainly was not taken is said to be', async () => {
  const ways: [said: string | undefined, trouble: Trouble, answer: ReturnType<Answers>, patience?: number][] = [
    ['TimeoutError', 'unsure', 'silence', 50],
    [undefined, 'unsure', 'cut'],
    ['status 500', 'unsure', { status: 500, json: { Code: 'InternalError' } }],
    ['status 502', 'unsure', { status: 502, page: '<h1>Bad Gateway</h1>' }],
    ['status 504', 'unsure', { status: 504, page: '<h1>Gateway Time-out</h1>' }],
    ['status 503', 'busy', { status: 503, json: { Code: 'ServiceUnavailable' } }],
    ['status 429', 'busy', { status: 429, json: {} }],
    ['status 302', 'settings', { status: 302, page: '' }],
    ['status 404', 'settings', { status: 404, page: '<h1>Not found</h1>' }],
  ];
  for (const vendor of vendors) {
    for (const [code, trouble, answer, patience] of ways) {
      const { outcome, asked } = await sent(vendor, () => answer, {}, patience ? { patience } : {});
      assert.ok(!outcome.taken);
      assert.deepEqual([outcome.trouble, code ?? outcome.said], [trouble, outcome.said], `${vendor} ${code}`);
      assert.ok(asked.length <= 1, 'nothing is repeated by itself, and nobody is followed elsewhere');
    }
  }
  const page = { status: 200, page: '<h1>登录上网</h1>' };
  for (const vendor of ['aliyun', 'tencent'] as const) {
    const { outcome } = await sent(vendor, () => page);
    assert.deepEqual(outcome, { taken: false, trouble: 'unsure', said: 'status 200' });
    const odd = await sent(vendor, () => ({ status: 200, json: { Code: 13800138000 } }));
    assert.deepEqual(odd.outcome, { taken: false, trouble: 'unsure', said: 'status 200' });
  }
  const { outcome } = await sent('aliyun', () => said.aliyun('13800138000'));
  assert.deepEqual(outcome, { taken: false, trouble: 'settings', said: 'no code' });
});

test('a gateway that is not there has taken nothing', async () => {
  const there = await gateway('webhook', () => assert.fail());
  await there.close();
  for (const url of [there.url, 'http://nobody.invalid'])
    for (const vendor of vendors) {
      const outcome = await smsDriver({ ...there.settings, driver: vendor, url }).send(message);
      assert.ok(!outcome.taken && outcome.trouble === 'busy', `${vendor} ${JSON.stringify(outcome)}`);
    }
});

test('a webhook says with 422 that it does not send to this number', async () => {
  const { outcome } = await sent('webhook', () => ({ status: 422, json: {} }));
  assert.deepEqual(outcome, { taken: false, trouble: 'number', said: 'status 422' });
});

test('Alibaba Cloud is asked for signature and template, and nothing is sent', async () => {
  const template = (AuditStatus: string, TemplateContent: string) => ({
    TemplateCode: 'SMS_153055065',
    TemplateName: '登录',
    AuditStatus,
    TemplateContent,
  });
  const others = Array.from({ length: 50 }, (_, no) => ({
    ...template('AUDIT_STATE_INIT', ''),
    TemplateCode: `SMS_${no}`,
  }));
  const ask = (SignStatus: number, found: object[]) =>
    problems('aliyun', ({ url, headers }) => {
      if (headers['x-acs-action'] === 'GetSmsSign') return { status: 200, json: { Code: 'OK', SignStatus } };
      assert.equal(headers['x-acs-action'], 'QuerySmsTemplateList');
      const SmsTemplateList = url.searchParams.get('PageIndex') === '1' ? others : found;
      return { status: 200, json: { Code: 'OK', SmsTemplateList } };
    });
  const right = template('AUDIT_STATE_PASS', '您的登录验证码是${code}，10分钟内有效。');
  assert.deepEqual((await ask(1, [right])).lines, []);
  assert.deepEqual((await ask(0, [template('AUDIT_STATE_NOT_PASS', '')])).lines, [
    'SMS_SIGN is not approved (审核通过)',
    'SMS_CODE_TEMPLATE is not approved (审核通过)',
  ]);
  assert.deepEqual((await ask(1, [template('AUDIT_STATE_PASS', '验证码${number}')])).lines, [
    'SMS_CODE_TEMPLATE has no variable ${code}',
  ]);
  assert.deepEqual((await ask(1, [])).lines, ['SMS_CODE_TEMPLATE is no template of this account']);
  const { lines } = await problems('aliyun', () => said.aliyun('isp.RAM_PERMISSION_DENY'));
  assert.deepEqual(lines, [
    'SMS_SIGN: the gateway refuses these settings (isp.RAM_PERMISSION_DENY)',
    'SMS_CODE_TEMPLATE: the gateway refuses these settings (isp.RAM_PERMISSION_DENY)',
  ]);
});

test('Tencent Cloud is asked for the template, where it may be asked', async () => {
  const ask = (found: object[]) =>
    problems('tencent', ({ headers, body }) => {
      assert.equal(headers['x-tc-action'], 'DescribeSmsTemplateList');
      assert.deepEqual(JSON.parse(body), { International: 0, TemplateIdSet: [1110] });
      return { status: 200, json: { Response: { DescribeTemplateStatusSet: found } } };
    });
  const template = (StatusCode: number, TemplateContent: string) => ({ TemplateId: 1110, StatusCode, TemplateContent });
  assert.deepEqual((await ask([template(0, '您的登录验证码是{1}，10分钟内有效。')])).lines, []);
  assert.deepEqual((await ask([template(-1, '')])).lines, ['SMS_CODE_TEMPLATE is not approved (审核通过)']);
  assert.deepEqual((await ask([])).lines, ['SMS_CODE_TEMPLATE is no template of this account']);
  assert.deepEqual((await ask([template(0, '验证码{1}，{2}分钟内有效。')])).lines, [
    'SMS_CODE_TEMPLATE must have {1} as its only variable',
  ]);
  assert.deepEqual((await problems('tencent', () => said.tencent('AuthFailure.SecretIdNotFound'))).lines, [
    'SMS_CODE_TEMPLATE: the gateway refuses these settings (AuthFailure.SecretIdNotFound)',
  ]);
  const alone = said.tencent('FailedOperation.NotEnterpriseCertification');
  assert.deepEqual((await problems('tencent', () => alone)).lines, []);
});

test('a webhook is asked with a check of its own, signed like a message', async () => {
  const well = await problems('webhook', () => ({ status: 200, json: {} }));
  assert.deepEqual(well.lines, []);
  assert.equal(JSON.parse(well.asked[0]?.body ?? '').type, 'sms.check');
  const { lines } = await problems('webhook', () => ({ status: 404, json: {} }));
  assert.deepEqual(lines, ['SMS_URL: the gateway refuses these settings (status 404)']);
});

test('a file takes messages line by line; one that cannot be written takes none', async () => {
  const outbox = mkdtempSync(path.join(os.tmpdir(), 'tongxin-outbox-'));
  const { settings, close } = await gateway('webhook', () => assert.fail());
  await close();
  try {
    const driver = smsDriver({ ...settings, driver: 'file', outbox });
    assert.deepEqual(await driver.problems(), []);
    assert.ok((await driver.send(message)).taken);
    const [line = '', ...more] = readFileSync(path.join(outbox, 'sms.ndjson'), 'utf8').trim().split('\n');
    assert.deepEqual(more, []);
    const { to, text } = JSON.parse(line);
    assert.deepEqual([to, text], [message.to, `【珠光社区】${message.text}`]);
    const nowhere = smsDriver({ ...settings, driver: 'file', outbox: path.join(outbox, 'sms.ndjson', 'below') });
    assert.deepEqual(await nowhere.send(message), { taken: false, trouble: 'settings', said: 'ENOTDIR' });
    assert.deepEqual(await nowhere.problems(), ['the outbox cannot be written (ENOTDIR)']);
  } finally {
    rmSync(outbox, { recursive: true });
  }
});
