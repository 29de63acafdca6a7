// Gateways of text messages, each as its vendor describes it: they read a request, check its signature in their own way
// and answer as documented, or as a test says.
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SmsSettings } from '@/lib/sms/settings';

interface Asked {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An answer, or what happens instead of one: nobody answers, the line is cut, a proxy shows a page. */
type Reply = { status: number; json: unknown } | 'silence' | 'cut' | { status: number; page: string };

const keyId = 'LTAI5tExample';
const keySecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** A gateway's own clock may be off, and it may know another secret. */
interface Nature {
  secret?: string;
  offset?: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const header = ({ headers }: Asked, name: string) => String(headers[name] ?? '');
const apart = (one: number, other: number) => Math.abs(one - other) / 60_000;

const said = (status: number, Code: string): Reply => ({
  status,
  json: { Code, Message: `${Code} 13800138000`, RequestId: 'F655A8D5-B967-440B-8683-DAD6FF8DE990' },
});
const nonces = new Set<string>();

/** V3版本请求体&签名机制. Undefined: nothing is wrong with the request. */
function aliyun(asked: Asked, { secret = keySecret, offset = 0 }: Nature): Reply | undefined {
  const given = /^ACS3-HMAC-SHA256 Credential=(\w+),SignedHeaders=([\w;-]+),Signature=([0-9a-f]{64})$/.exec(
    header(asked, 'authorization'),
  );
  if (!given) return said(400, 'IncompleteSignature');
  const [, id, names = '', signature] = given;
  if (id !== keyId) return said(404, 'InvalidAccessKeyId.NotFound');
  const at = Date.parse(header(asked, 'x-acs-date'));
  if (apart(at, Date.now() + offset) > 15) return said(400, 'InvalidTimeStamp.Expired');
  const nonce = header(asked, 'x-acs-signature-nonce');
  if (nonces.has(nonce)) return said(400, 'SignatureNonceUsed');
  nonces.add(nonce);
  const lines = names.split(';').map((name) => `${name}:${header(asked, name).trim()}\n`);
  const pairs = asked.url.search.slice(1).split('&').sort().join('&');
  const text = [asked.method, asked.url.pathname, pairs, lines.join(''), names, sha256(asked.body)].join('\n');
  const right = mac(secret, `ACS3-HMAC-SHA256\n${sha256(text)}`).toString('hex');
  return signature === right ? undefined : said(400, 'SignatureDoesNotMatch');
}

const error = (Code: string): Reply => ({
  status: 200,
  json: { Response: { Error: { Code, Message: `${Code} +8613800138000` }, RequestId: 'ed93f3cb' } },
});

/** 签名方法 v3. */
function tencent(asked: Asked, { secret = keySecret, offset = 0 }: Nature): Reply | undefined {
  const given =
    /^TC3-HMAC-SHA256 Credential=(\w+)\/([\d-]+)\/(\w+)\/tc3_request, SignedHeaders=([\w;-]+), Signature=(\w+)$/.exec(
      header(asked, 'authorization'),
    );
  if (!given) return error('AuthFailure.InvalidAuthorization');
  const [, id, date = '', service = '', names = '', signature] = given;
  if (id !== keyId) return error('AuthFailure.SecretIdNotFound');
  const seconds = header(asked, 'x-tc-timestamp');
  if (apart(Number(seconds) * 1000, Date.now() + offset) > 5) return error('AuthFailure.SignatureExpire');
  const lines = names.split(';').map((name) => `${name}:${header(asked, name).toLowerCase().trim()}\n`);
  const text = [asked.method, '/', '', lines.join(''), names, sha256(asked.body)].join('\n');
  const day = new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const key = mac(mac(mac(`TC3${secret}`, date), service), 'tc3_request');
  const right = mac(key, `TC3-HMAC-SHA256\n${seconds}\n${day}/sms/tc3_request\n${sha256(text)}`).toString('hex');
  return signature === right ? undefined : error('AuthFailure.SignatureFailure');
}

/** Standard Webhooks 1.0. */
function webhook(asked: Asked, { secret = keySecret, offset = 0 }: Nature): Reply | undefined {
  const [id, seconds] = [header(asked, 'webhook-id'), header(asked, 'webhook-timestamp')];
  if (apart(Number(seconds) * 1000, Date.now() + offset) > 5) return { status: 400, json: { error: 'timestamp' } };
  const right = mac(Buffer.from(secret.slice(6), 'base64'), `${id}.${seconds}.${asked.body}`).toString('base64');
  const signatures = header(asked, 'webhook-signature').split(' ');
  return signatures.includes(`v1,${right}`) ? undefined : { status: 401, json: { error: 'signature' } };
}

const natures = { aliyun, tencent, webhook };
export type Vendor = keyof typeof natures;

/**
 * A gateway of this vendor on this machine. `answers` says what it says to a request whose signature is right; it is
 * asked for each. `asked` are the requests that came, whatever became of them.
 */
export async function gateway(vendor: Vendor, answers: (asked: Asked) => Reply, nature: Nature = {}) {
  const all: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '/', 'http://gateway');
    const asked = { method: request.method ?? '', url, headers: request.headers, body };
    all.push(asked);
    const reply = natures[vendor](asked, nature) ?? answers(asked);
    if (reply === 'silence') return;
    if (reply === 'cut') return void request.socket.destroy();
    const isPage = 'page' in reply;
    response.writeHead(reply.status, { 'content-type': isPage ? 'text/html' : 'application/json', location: '/other' });
    response.end(isPage ? reply.page : JSON.stringify(reply.json));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings: SmsSettings = {
    driver: vendor,
    keyId,
    keySecret,
    sign: '珠光社区',
    templates: { code: '' },
    app: '1400006666',
    url,
    outbox: '',
    patience: 60_000,
  };
  settings.templates.code = vendor === 'aliyun' ? 'SMS_153055065' : '1110';
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url, settings, asked: all, close };
}
