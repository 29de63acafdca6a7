import { bodyOf, FORMATS, type Format } from '@/features/open311/rules/answer';
import { withinLimits } from '@/lib/attempts';
import type { Locale } from '@/lib/edition';
import { digest } from '@/lib/ledger';
import { isKeepable } from '@/lib/text';
import { type Heard, type Knock, tooOften, wrong } from './asked';
import { brings } from './brings';
import { tells } from './tells';

const MINUTE = 60;
const MOST_BODY = 64 * 1024;

const parted = (name: string): { bare: string; format: Format | null } => {
  const [, bare = name, ending = ''] = /^(.*)\.([a-z]+)$/.exec(name) ?? [];
  return ending === 'xml' || ending === 'json' ? { bare, format: ending } : { bare: name, format: null };
};

/** What was asked for, in the address and in the body, or what is wrong with that. */
async function paramsOf(request: Request): Promise<Record<string, string> | 'body' | 'large'> {
  const asked = [...new URL(request.url).searchParams];
  if (request.method !== 'POST') return Object.fromEntries(asked);
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return 'body';
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) return 'large';
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MOST_BODY) return 'large';
  const data = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (!data) return 'body';
  const said = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  return Object.fromEntries([...asked, ...said]);
}

/** One address may ask so much, and send so much. */
const limitsOf = (method: string, address: string) =>
  method === 'POST'
    ? [{ kind: 'open311-post', subject: address, most: 120, seconds: MINUTE }]
    : [{ kind: 'open311-get', subject: address, most: 300, seconds: MINUTE }];

async function heard(
  request: Request,
  [first = '', second]: string[],
  address: string,
  locale: Locale,
): Promise<Heard> {
  const held = await withinLimits(limitsOf(request.method, address));
  if (!held.ok) return tooOften(locale, held.refusal);
  const params = await paramsOf(request);
  if (params === 'body') return wrong(locale, 400, 'body');
  if (params === 'large') return wrong(locale, 413, 'large');
  if (!Object.entries(params).flat().every(isKeepable)) return wrong(locale, 400, 'body');
  const community = params.jurisdiction_id ?? '';
  const one: Knock = {
    resource: second === undefined ? parted(first).bare : first,
    id: second === undefined ? null : parted(second).bare,
    method: request.method,
    community,
    params,
    call: { by: { key: digest(Buffer.from(params.api_key ?? '')) }, community },
    locale,
    idempotencyKey: request.headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? '',
    address,
    host: request.headers.get('host') ?? new URL(request.url).host,
  };
  return request.method === 'POST' ? brings(one) : tells(one);
}

/** Answers one request of a program as GeoReport v2 has it; also what is wrong has its shape. */
export async function knock(request: Request, path: string[], address: string): Promise<Response> {
  const format = parted(path.at(-1) ?? '').format ?? 'xml';
  const locale: Locale = /^en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'zh';
  const answer = await heard(request, path, address, locale);
  const failed = 'descriptions' in answer;
  const errors = failed ? answer.descriptions.map((description) => ({ code: answer.status, description })) : [];
  const body = failed ? bodyOf(format, 'errors', errors) : bodyOf(format, answer.root, answer.said);
  return new Response(body, {
    status: answer.status ?? 200,
    headers: {
      'content-type': FORMATS[format],
      'cache-control': 'no-store',
      // What hangs on the board is for whoever asks, from whatever page.
      ...(request.method === 'GET' && { 'access-control-allow-origin': '*' }),
      ...(failed && answer.seconds !== undefined && { 'retry-after': String(answer.seconds) }),
    },
  });
}
