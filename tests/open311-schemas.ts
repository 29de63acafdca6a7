import { z } from 'zod';

/** The JSON schemas of GeoReport v2 as they are published, restated: what has to be there, of which kind, and nothing else. */

const text = z.string();
/** A moment of the W3C note, with its zone. */
const moment = text.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
const maybe = <T extends z.ZodType>(of: T) => of.nullable();
const id = text.min(1);

const service = z.strictObject({
  service_code: id,
  service_name: text.min(1),
  description: maybe(text),
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: maybe(text),
  group: maybe(text),
});

const attribute = z.strictObject({
  variable: z.boolean(),
  code: id,
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: maybe(text),
  order: z.int().positive(),
  description: text.min(1),
  values: z.array(z.strictObject({ key: id, name: text.min(1) })).optional(),
});

const status = z.enum(['open', 'closed']);

const request = z.strictObject({
  service_request_id: id,
  status,
  status_notes: maybe(text),
  service_name: maybe(text),
  service_code: maybe(id),
  description: maybe(text),
  agency_responsible: maybe(text),
  service_notice: maybe(text),
  requested_datetime: moment,
  updated_datetime: maybe(moment),
  expected_datetime: maybe(moment),
  address: maybe(text),
  address_id: maybe(text),
  zipcode: maybe(text),
  lat: maybe(z.number()),
  long: maybe(z.number()),
  media_url: maybe(z.url()),
});

const update = z.strictObject({
  update_id: id,
  service_request_id: id,
  status,
  updated_datetime: moment,
  description: text,
  media_url: maybe(z.url()),
});

const endpoint = z.strictObject({
  specification: z.url(),
  url: z.url(),
  changeset: moment,
  type: z.enum(['production', 'test', 'dev']),
  formats: z.array(z.enum(['text/xml', 'application/json'])).min(1),
});

const SENT = {
  requests: z
    .array(z.strictObject({ service_request_id: id, service_notice: maybe(text), account_id: maybe(text) }))
    .length(1),
  servicerequestupdates: z.array(z.strictObject({ update_id: id })).length(1),
};
const TOLD = {
  discovery: z.strictObject({
    changeset: moment,
    contact: text,
    key_service: text,
    endpoints: z.array(endpoint).min(1),
  }),
  services: z.array(service),
  'services/': z.strictObject({ service_code: id, attributes: z.array(attribute) }),
  requests: z.array(request),
  'requests/': z.array(request).length(1),
  'tokens/': z.array(z.strictObject({ token: id, service_request_id: id })).length(1),
  servicerequestupdates: z.array(update),
};
const errors = (code: number) => z.array(z.strictObject({ code: z.literal(code), description: text.min(1) })).min(1);

/** What a JSON answer has to be, by what was asked or sent; an answer that says what is wrong has one shape for all. */
export function schemaOf(name: string, method: 'GET' | 'POST', answered: number): z.ZodType {
  if (answered !== 200) return errors(answered);
  const [resource = '', one] = name.replace(/\.json$/, '').split('/');
  const of: Partial<Record<string, z.ZodType>> = method === 'POST' ? SENT : TOLD;
  const found = of[one === undefined ? resource : `${resource}/`];
  if (!found) throw new Error(`the specification has no ${method} ${name}`);
  return found;
}
