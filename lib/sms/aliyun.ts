import { createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { digest } from '../ledger';
import { byCode, post, unreadable } from './call';
import { inWords, type NotTaken, type SmsDriver, type Trouble } from './message';
import type { SmsSettings } from './settings';

/** 国内消息API错误码 of 短信服务, and the codes of the gateway before it. Any other is one of the settings. */
const codes: Record<string, Trouble> = {
  'isv.MOBILE_NUMBER_ILLEGAL': 'number',
  // Of what is said in a message, or of the number; six digits say nothing.
  'isv.BLACK_KEY_CONTROL_LIMIT': 'number',
  'isv.BUSINESS_LIMIT_CONTROL': 'limit',
  'isv.AMOUNT_NOT_ENOUGH': 'account',
  'isv.OUT_OF_SERVICE': 'account',
  'isv.DAY_LIMIT_CONTROL': 'account',
  'isv.MONTH_LIMIT_CONTROL': 'account',
  'isv.PRODUCT_UN_SUBSCRIPT': 'account',
  'isv.PRODUCT_UNSUBSCRIBE': 'account',
  'isv.ACCOUNT_ABNORMAL': 'account',
  'isv.ACCOUNT_NOT_EXISTS': 'account',
  'isv.SECURITY_FROZEN_ACCOUNT': 'account',
  'isp.SYSTEM_ERROR': 'unsure',
  'isp.GATEWAY_ERROR': 'unsure',
  'isp.UNKNOWN': 'unsure',
  InternalError: 'unsure',
  SignatureNonceUsed: 'unsure',
  ServiceUnavailable: 'busy',
  Throttling: 'busy',
};

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

interface Call {
  host: string;
  action: string;
  version: string;
  query: Record<string, string>;
  at: Date;
  nonce: string;
  keyId: string;
  keySecret: string;
}

/** V3版本请求体&签名机制: ACS3-HMAC-SHA256 of a POST to `/` whose parameters are its query. */
export function acs3(call: Call): { query: string; headers: Record<string, string> } {
  const query = Object.entries(call.query)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .join('&');
  const bodyHash = digest('');
  const said = {
    host: call.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': bodyHash,
    'x-acs-date': call.at.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  };
  const names = Object.keys(said).join(';');
  const lines = Object.entries(said).map(([name, value]) => `${name}:${value}\n`);
  const request = ['POST', '/', query, lines.join(''), names, bodyHash].join('\n');
  const signature = createHmac('sha256', call.keySecret)
    .update(`ACS3-HMAC-SHA256\n${digest(request)}`)
    .digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${call.keyId},SignedHeaders=${names},Signature=${signature}`;
  return { query, headers: { ...said, authorization } };
}

const reply = z.looseObject({ Code: z.string() });
const sent = z.object({ BizId: z.string() });
const signed = z.object({ SignStatus: z.number() });
const listed = z.object({
  SmsTemplateList: z.array(
    z.object({ TemplateCode: z.string(), AuditStatus: z.string(), TemplateContent: z.string() }),
  ),
});
/** Templates of one page, the most there may be. */
const PAGE = 50;

/** 阿里云短信服务, Dysmsapi 2017-05-25. */
export function aliyun(settings: SmsSettings): SmsDriver {
  const endpoint = new URL(settings.url ?? 'https://dysmsapi.aliyuncs.com');
  const { keyId, keySecret, sign, patience } = settings;

  const ask = async (action: string, query: Record<string, string>): Promise<{ found: unknown } | NotTaken> => {
    const about = { host: endpoint.host, action, version: '2017-05-25', query };
    const call = acs3({ ...about, at: new Date(), nonce: randomUUID(), keyId, keySecret });
    const headers = { ...call.headers, accept: 'application/json' };
    const answer = await post({ url: `${endpoint.origin}/?${call.query}`, headers, body: '', patience });
    if ('taken' in answer) return answer;
    const { data } = reply.safeParse(answer.json);
    if (!data) return unreadable(answer.status);
    return data.Code === 'OK' ? { found: data } : byCode(codes, data.Code);
  };

  const problemsOfSign = async () => {
    const answer = await ask('GetSmsSign', { SignName: sign });
    if ('taken' in answer) return [`SMS_SIGN: ${inWords(answer)}`];
    return signed.safeParse(answer.found).data?.SignStatus === 1 ? [] : ['SMS_SIGN is not approved (审核通过)'];
  };

  const problemsOfTemplate = async () => {
    for (let index = 1; ; index += 1) {
      const answer = await ask('QuerySmsTemplateList', { PageIndex: String(index), PageSize: String(PAGE) });
      if ('taken' in answer) return [`SMS_CODE_TEMPLATE: ${inWords(answer)}`];
      const list = listed.safeParse(answer.found).data?.SmsTemplateList ?? [];
      const found = list.find((one) => one.TemplateCode === settings.templates.code);
      if (found && found.AuditStatus !== 'AUDIT_STATE_PASS') return ['SMS_CODE_TEMPLATE is not approved (审核通过)'];
      if (found) return found.TemplateContent.includes('${code}') ? [] : ['SMS_CODE_TEMPLATE has no variable ${code}'];
      if (list.length < PAGE) return ['SMS_CODE_TEMPLATE is no template of this account'];
    }
  };

  return {
    send: async ({ id, to, kind, values }) => {
      const answer = await ask('SendSms', {
        PhoneNumbers: to,
        SignName: sign,
        TemplateCode: settings.templates[kind],
        TemplateParam: JSON.stringify(values),
        OutId: id,
      });
      if ('taken' in answer) return answer;
      return { taken: true, receipt: sent.safeParse(answer.found).data?.BizId ?? id };
    },
    problems: async () => [...(await problemsOfSign()), ...(await problemsOfTemplate())],
  };
}
