import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { digest } from '../ledger';
import { byCode, post, unreadable } from './call';
import { inWords, type NotTaken, type SmsDriver, type Trouble } from './message';
import type { SmsSettings } from './settings';

/** 错误码 of 短信 2021-01-11 and 公共错误码. Any other is one of the settings. */
const codes: Record<string, Trouble> = {
  'FailedOperation.PhoneNumberInBlacklist': 'number',
  'FailedOperation.PhoneNumberOnBlacklist': 'number',
  'InvalidParameterValue.IncorrectPhoneNumber': 'number',
  'UnsupportedOperation.UnsuportedRegion': 'number',
  'LimitExceeded.PhoneNumberThirtySecondLimit': 'limit',
  'LimitExceeded.PhoneNumberOneHourLimit': 'limit',
  'LimitExceeded.PhoneNumberDailyLimit': 'limit',
  'LimitExceeded.PhoneNumberSameContentDailyLimit': 'limit',
  'LimitExceeded.DeliveryFrequencyLimit': 'limit',
  LimitExceeded: 'account',
  'FailedOperation.InsufficientBalanceInSmsPackage': 'account',
  'UnauthorizedOperation.SerivceSuspendDueToArrears': 'account',
  'UnauthorizedOperation.SdkAppIdIsDisabled': 'account',
  RequestLimitExceeded: 'busy',
  InternalError: 'unsure',
  'InternalError.SigVerificationFail': 'settings',
  'InternalError.SigFieldMissing': 'settings',
  'InternalError.RequestTimeException': 'settings',
  'InternalError.JsonParseFail': 'settings',
  'InternalError.RestApiInterfaceNotExist': 'settings',
};

/** Only companies may ask for their templates; whoever is none can send all the same. */
const NOT_TO_BE_ASKED = 'FailedOperation.NotEnterpriseCertification';

const keyed = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

interface Call {
  service: string;
  /** All of them are signed. */
  headers: Record<string, string>;
  body: string;
  at: Date;
  keyId: string;
  keySecret: string;
}

/** 签名方法 v3: TC3-HMAC-SHA256 of a POST to `/`. Answers what `Authorization` says. */
export function tc3({ service, headers, body, at, keyId, keySecret }: Call): string {
  const signed = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value.toLowerCase().trim()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const request = ['POST', '/', '', lines, names, digest(body)].join('\n');
  const seconds = Math.floor(at.getTime() / 1000);
  const date = at.toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const key = keyed(keyed(keyed(`TC3${keySecret}`, date), service), 'tc3_request');
  const signature = keyed(key, `TC3-HMAC-SHA256\n${seconds}\n${scope}\n${digest(request)}`).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}

const reply = z.object({ Response: z.looseObject({ Error: z.object({ Code: z.string() }).optional() }) });
const sent = z.object({ SendStatusSet: z.tuple([z.object({ Code: z.string(), SerialNo: z.string() })]) });
const listed = z.object({
  DescribeTemplateStatusSet: z.array(z.object({ StatusCode: z.number(), TemplateContent: z.string() })),
});

/** 腾讯云短信, SMS 2021-01-11. */
export function tencent(settings: SmsSettings): SmsDriver {
  const endpoint = new URL(settings.url ?? 'https://sms.tencentcloudapi.com');
  const { keyId, keySecret, patience } = settings;

  const ask = async (action: string, asked: object): Promise<{ found: unknown } | NotTaken> => {
    const at = new Date();
    const body = JSON.stringify(asked);
    const headers = { 'content-type': 'application/json; charset=utf-8', host: endpoint.host, 'x-tc-action': action };
    const answer = await post({
      url: `${endpoint.origin}/`,
      headers: {
        ...headers,
        authorization: tc3({ service: 'sms', headers, body, at, keyId, keySecret }),
        'x-tc-timestamp': String(Math.floor(at.getTime() / 1000)),
        'x-tc-version': '2021-01-11',
        'x-tc-region': 'ap-guangzhou',
      },
      body,
      patience,
    });
    if ('taken' in answer) return answer;
    const response = reply.safeParse(answer.json).data?.Response;
    if (!response) return unreadable(answer.status);
    return response.Error ? byCode(codes, response.Error.Code) : { found: response };
  };

  return {
    send: async ({ id, to, kind, values }) => {
      const answer = await ask('SendSms', {
        PhoneNumberSet: [`+86${to}`],
        SmsSdkAppId: settings.app,
        SignName: settings.sign,
        TemplateId: settings.templates[kind],
        TemplateParamSet: Object.values(values),
        SessionContext: id,
      });
      if ('taken' in answer) return answer;
      const [one] = sent.safeParse(answer.found).data?.SendStatusSet ?? [];
      if (!one) return unreadable(200);
      return one.Code === 'Ok' ? { taken: true, receipt: one.SerialNo } : byCode(codes, one.Code);
    },
    problems: async () => {
      const asked = { International: 0, TemplateIdSet: [Number(settings.templates.code)] };
      const answer = await ask('DescribeSmsTemplateList', asked);
      if ('taken' in answer) return answer.said === NOT_TO_BE_ASKED ? [] : [`SMS_CODE_TEMPLATE: ${inWords(answer)}`];
      const [found] = listed.safeParse(answer.found).data?.DescribeTemplateStatusSet ?? [];
      if (!found) return ['SMS_CODE_TEMPLATE is no template of this account'];
      if (found.StatusCode !== 0) return ['SMS_CODE_TEMPLATE is not approved (审核通过)'];
      return /^[^{]*\{1\}[^{]*$/.test(found.TemplateContent)
        ? []
        : ['SMS_CODE_TEMPLATE must have {1} as its only variable'];
    },
  };
}
