import { messages as cases } from '@/features/cases/messages';
import { KINDS } from '@/features/cases/rules';
import { messages } from '@/features/open311/messages';
import { broughtAs, keyInUse } from '@/features/open311/queries/keys';
import { type Asked, type Request311, requests, services, updates } from '@/features/open311/queries/told';
import { momentOf, numbersIn, OTHER, type Service, statusesIn, TOLD, w3c } from '@/features/open311/rules';
import type { Said } from '@/features/open311/rules/answer';
import * as to from '@/lib/addresses';
import { env } from '@/lib/env';
import type { Refusal } from '@/lib/result';
import { type Heard, type Knock, wrong } from './asked';

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
/** When what is told here changed last. */
const CHANGESET = '2026-11-29T00:00:00+08:00';

const words = ({ locale }: Knock) => messages[locale].protocol;

/** Where to ask, and in what. */
function discovery(one: Knock): Heard {
  const { contact } = words(one);
  const endpoint = {
    specification: SPECIFICATION,
    url: `${env.url ?? `http://${one.host}`}${to.open311()}`,
    changeset: CHANGESET,
    type: env.demonstration ? 'test' : 'production',
    formats: ['text/xml', 'application/json'],
  };
  return {
    root: 'discovery',
    said: { changeset: CHANGESET, contact, key_service: contact, endpoints: [endpoint] },
  };
}

async function served(one: Knock): Promise<Service[] | null> {
  const { other } = words(one);
  const found = await services(one.community, {});
  return found ? [...found.services, { code: OTHER, name: other, path: [other] }] : null;
}

async function serviceList(one: Knock): Promise<Heard> {
  const all = await served(one);
  if (!all) return wrong(one.locale, 404, 'unknown_jurisdiction');
  const said = all.map(({ code, name, path }) => ({
    service_code: code,
    service_name: name,
    description: code === OTHER ? words(one).otherDescription : path.join('->'),
    metadata: true,
    type: 'realtime',
    keywords: path.join(','),
    group: path[0] ?? '',
  }));
  return { root: 'services', said };
}

async function definition(one: Knock): Promise<Heard> {
  const all = await served(one);
  if (!all) return wrong(one.locale, 404, 'unknown_jurisdiction');
  const service = all.find(({ code }) => code === one.id);
  if (!service) return wrong(one.locale, 404, 'unknown_service');
  const t = words(one).attributes;
  const attribute = (order: number, code: string, datatype: string, description: string, hint: string) => ({
    variable: true,
    code,
    datatype,
    required: false,
    datatype_description: hint || null,
    order,
    description,
  });
  const kinds = KINDS.map((key) => ({ key, name: cases[one.locale].kinds[key] }));
  const attributes = [
    attribute(1, 'external_id', 'string', t.external_id, t.external_hint),
    attribute(2, 'title', 'string', t.title, t.title_hint),
    { ...attribute(3, 'kind', 'singlevaluelist', t.kind, ''), values: kinds },
  ];
  return { root: 'service_definition', said: { service_code: service.code, attributes } };
}

const requestSaid = (one: Knock, found: Request311): Said => ({
  service_request_id: String(found.no),
  status: found.status,
  status_notes: null,
  service_name: found.category ?? words(one).other,
  service_code: String(found.categoryId ?? OTHER),
  description: found.title,
  agency_responsible: null,
  service_notice: null,
  requested_datetime: w3c(found.postedAt),
  updated_datetime: w3c(found.toldAt),
  expected_datetime: null,
  address: [found.building && cases[one.locale].one.building(found.building), found.place].filter(Boolean).join(' '),
  address_id: null,
  zipcode: null,
  lat: null,
  long: null,
  media_url: null,
});

const ALL: Asked = { numbers: null, services: null, other: true, status: null, from: null, to: null };

/** From when to when; null where one of them is no moment. */
function span({ params }: Knock): { from: Date | null; to: Date | null } | null {
  const { start_date: start = '', end_date: end = '' } = params;
  const [from, to] = [momentOf(start), momentOf(end)];
  return (start !== '' && !from) || (end !== '' && !to) ? null : { from, to };
}

const refusedSpan = ({ locale }: Knock, { code }: Refusal): Heard =>
  wrong(locale, 400, code === 'span_backwards' ? code : 'span_too_long');

async function requestList(one: Knock): Promise<Heard> {
  const { service_request_id: ids = '', service_code: codes = '', status = '' } = one.params;
  const between = span(one);
  const statuses = status === '' ? null : statusesIn(status);
  if (!between) return wrong(one.locale, 400, 'date');
  if (status !== '' && !statuses) return wrong(one.locale, 400, 'status');
  const asked: Asked = {
    numbers: ids === '' ? null : numbersIn(ids).slice(0, 1000),
    services: codes === '' ? null : numbersIn(codes),
    other: codes.split(',').some((code) => code.trim() === OTHER),
    status: statuses,
    from: between.from,
    to: between.to,
  };
  const found = await requests(one.community, asked);
  if (!found) return wrong(one.locale, 404, 'unknown_jurisdiction');
  if (found.refusal) return refusedSpan(one, found.refusal);
  return { root: 'service_requests', said: found.requests.map((each) => requestSaid(one, each)) };
}

async function oneRequest(one: Knock): Promise<Heard> {
  const found = await requests(one.community, { ...ALL, numbers: numbersIn(one.id ?? '').slice(0, 1) });
  if (!found) return wrong(one.locale, 404, 'unknown_jurisdiction');
  const [request] = found.requests;
  if (!request) return wrong(one.locale, 404, 'unknown_request');
  return { root: 'service_requests', said: [requestSaid(one, request)] };
}

async function updateList(one: Knock): Promise<Heard> {
  const between = span(one);
  if (!between) return wrong(one.locale, 400, 'date');
  const found = await updates(one.community, between);
  if (!found) return wrong(one.locale, 404, 'unknown_jurisdiction');
  if (found.refusal) return refusedSpan(one, found.refusal);
  const said = found.updates.map(({ id, no, step, at }) => ({
    update_id: String(id),
    service_request_id: String(no),
    status: TOLD[step],
    updated_datetime: w3c(at),
    description: words(one).steps[step],
    media_url: null,
  }));
  return { root: 'service_request_updates', said };
}

/** What became of what somebody sent under their own number: to whoever sent it. */
async function token(one: Knock): Promise<Heard> {
  const key = await keyInUse(one.call, {});
  if (!key) return wrong(one.locale, 403, 'key');
  const found = await broughtAs(one.call, { keyNo: key.no, said: one.id ?? '' });
  if (!found) return wrong(one.locale, 404, 'unknown_token');
  return { root: 'service_requests', said: [{ service_request_id: String(found.no), token: one.id ?? '' }] };
}

const lists: Record<string, (one: Knock) => Promise<Heard>> = {
  services: serviceList,
  requests: requestList,
  servicerequestupdates: updateList,
};
const singles: Record<string, (one: Knock) => Promise<Heard>> = {
  services: definition,
  requests: oneRequest,
  tokens: token,
};

/** What somebody asks to be told: of what hangs on the board, for whoever asks. */
export async function tells(one: Knock): Promise<Heard> {
  if (one.resource === 'discovery' && one.id === null) return discovery(one);
  const of = (one.id === null ? lists : singles)[one.resource];
  if (!of) return wrong(one.locale, 404, 'unknown_resource');
  return one.community === '' ? wrong(one.locale, 400, 'no_jurisdiction') : of(one);
}
