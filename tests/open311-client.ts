import assert from 'node:assert/strict';
import { schemaOf } from './open311-schemas';

/** A client that knows GeoReport v2 from its specification, and nothing of what answers. */

/** What an XML document says, as its reader sees it: lists are elements of one name within one that says so. */
export type Element = { name: string; text: string; below: Element[] };

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&#13;': '\r' };

/** Of a document that is well formed, without attributes. */
function elementsIn(text: string): Element {
  const stack: Element[] = [{ name: '', text: '', below: [] }];
  for (const [, open, closed, empty, words] of text
    .replace(/^<\?xml [^>]*\?>\s*/, '')
    .matchAll(/<([a-z_0-9]+)>|<\/([a-z_0-9]+)>|<([a-z_0-9]+)\/>|([^<]+)/g)) {
    const top = stack.at(-1);
    assert.ok(top);
    if (open) stack.push({ name: open, text: '', below: [] });
    if (empty) top.below.push({ name: empty, text: '', below: [] });
    if (words) top.text += words.replace(/&(?:lt|gt|amp|#13);/g, (one) => ENTITIES[one] ?? one);
    if (closed) {
      assert.equal(top.name, closed);
      stack.pop();
      stack.at(-1)?.below.push(top);
    }
  }
  const [root] = stack[0]?.below ?? [];
  assert.ok(root);
  return root;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** The root of the XML document, or what the JSON says. */
  xml?: Element;
  json?: unknown;
}

/** The value of the element of this name. */
export const value = (of: Element | undefined, name: string): string =>
  of?.below.find((one) => one.name === name)?.text ?? assert.fail(`${of?.name} has no ${name}`);

/** How it reaches whoever answers, and a reader of XML that says whether a document is well formed. */
export interface Wire {
  address: string;
  ask: (request: Request) => Promise<Response>;
  isWell: (xml: string) => Promise<boolean>;
}

export function client(jurisdiction: string, { address, ask: reach, isWell }: Wire) {
  async function read(name: string, request: Request): Promise<Answer> {
    const response = await reach(request);
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    assert.match(type, /charset=utf-8/i);
    const answer = { status: response.status, headers: response.headers };
    if (type.startsWith('application/json')) {
      const json: unknown = JSON.parse(text);
      const checked = schemaOf(name, request.method === 'POST' ? 'POST' : 'GET', response.status).safeParse(json);
      assert.ok(checked.success, `${request.method} ${name}: ${checked.error?.message} ${text.slice(0, 400)}`);
      return { ...answer, json };
    }
    assert.match(type, /^text\/xml/);
    assert.match(text, /^<\?xml version="1\.0" encoding="UTF-8"\?>/i);
    assert.ok(await isWell(text), `not well formed: ${text.slice(0, 200)}`);
    return { ...answer, xml: elementsIn(text) };
  }
  const ask = (name: string, params: Record<string, string> = {}) =>
    read(name, new Request(`${address}${name}?${new URLSearchParams({ jurisdiction_id: jurisdiction, ...params })}`));
  const send = (name: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams({ jurisdiction_id: jurisdiction, ...fields });
    return read(name, new Request(`${address}${name}`, { method: 'POST', body, headers }));
  };
  return { ask, send };
}

/** What each thing has to have, as the specification lists it. */
export const FIELDS = {
  service: ['service_code', 'service_name', 'description', 'metadata', 'type', 'keywords', 'group'],
  attribute: ['variable', 'code', 'datatype', 'required', 'datatype_description', 'order', 'description'],
  request: [
    ...['service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description'],
    ...['agency_responsible', 'service_notice', 'requested_datetime', 'updated_datetime', 'expected_datetime'],
    ...['address', 'address_id', 'zipcode', 'lat', 'long', 'media_url'],
  ],
  request_update: [...['update_id', 'service_request_id', 'status', 'updated_datetime', 'description', 'media_url']],
} as const;

/** A moment of the W3C note, with its zone. */
export const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

/** Every element of a list has what it has to have, and is called as it has to be. */
export function listOf(answer: Answer, root: string, item: keyof typeof FIELDS): Element[] {
  assert.equal(answer.status, 200);
  assert.equal(answer.xml?.name, root);
  for (const one of answer.xml?.below ?? []) {
    assert.equal(one.name, item);
    for (const name of FIELDS[item])
      assert.ok(
        one.below.some((each) => each.name === name),
        `${item}: ${name}`,
      );
  }
  return answer.xml?.below ?? [];
}

/** An answer that says what is wrong, in the shape of errors. */
export function faultOf(answer: Answer): { code: string; description: string } {
  assert.equal(answer.xml?.name, 'errors');
  const [error] = answer.xml?.below ?? [];
  assert.equal(error?.name, 'error');
  const code = value(error, 'code');
  assert.equal(code, String(answer.status));
  return { code, description: value(error, 'description') };
}
