import type { z } from 'zod';
import { currentPerson } from './auth';
import { fromHere } from './forms';
import type { Command } from './gate';
import type { Json } from './ledger';
import { type Closed, ok, type Refusal, type Result, refuse } from './result';
import { isKeepable } from './text';

/** A machine sends words; what is larger has an address of its own. */
const MOST_BODY = 256 * 1024;

const statuses = new Map(
  Object.entries({
    400: ['unreadable', 'key_missing'],
    401: ['signed_out'],
    403: ['foreign_origin', 'not_allowed'],
    404: ['not_found'],
    411: ['length_missing'],
    413: ['too_large'],
    415: ['no_json'],
    422: ['invalid', 'key_reused'],
    429: ['too_fast', 'too_many', 'pictures_one_by_one'],
    503: ['busy', 'pictures_busy'],
  }).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)),
);

const json = (status: number, body: unknown, headers: Record<string, string> = {}, type = 'application/json') =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': type, 'cache-control': 'no-store', ...headers },
  });

/**
 * A refusal as a problem (RFC 9457): `code` is the refusal's, `fields` the code of each field, `details` the numbers of
 * its sentence. `otherwise` is the status of a code of one room alone: usually the act does not fit how things stand.
 */
function problem(refusal: Refusal, otherwise = 409): Response {
  const { code, details, fieldErrors: fields } = refusal;
  const status = statuses.get(code) ?? otherwise;
  const later: Record<string, string> =
    details?.seconds === undefined ? {} : { 'retry-after': String(details.seconds) };
  const said = {
    type: 'about:blank',
    title: code,
    status,
    code,
    ...(fields && { fields }),
    ...(details && { details }),
  };
  return json(status, said, later, 'application/problem+json');
}

/** Whoever sends something: from a page of ours, and signed in. */
async function sender(): Promise<Result<number>> {
  if (!(await fromHere())) return refuse('foreign_origin');
  const person = await currentPerson();
  return person === null ? refuse('signed_out') : ok(person);
}

/** What a request asks for: in which community, and the command's input. */
interface Asked {
  community: string;
  raw: unknown;
}

type Read = (request: Request, given: { person: number; community: string }) => Promise<Result<Asked>>;

/** What this JSON says; nothing when it is none, or has a text that no database keeps. */
function parsed(json: string): unknown {
  let keeps = true;
  try {
    const said: unknown = JSON.parse(json, (name, value: unknown) => {
      keeps &&= isKeepable(name) && (typeof value !== 'string' || isKeepable(value));
      return value;
    });
    return keeps ? said : undefined;
  } catch {
    return undefined;
  }
}

/** A JSON object. Header `Captured-At` is the input's `capturedAt`: when it was taken down, on a device without a network. */
const readJson: Read = async (request, { community }) => {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return refuse('no_json');
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length >= 0)) return refuse('length_missing');
  if (length > MOST_BODY) return refuse('too_large');
  const body = parsed(await request.text());
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('unreadable');
  const capturedAt = request.headers.get('captured-at');
  return ok({ community, raw: { ...(capturedAt !== null && { capturedAt }), ...body } });
};

/** `Idempotency-Key`, with or without the quotes of a structured field. */
const keyOf = (request: Request) => request.headers.get('idempotency-key')?.replace(/^"(.*)"$/, '$1') ?? '';

/**
 * One request of one person to a command. 200 with `value` and the `receipt` of the act, the same for a retry with the
 * same key; else a problem.
 */
export async function ask<T extends Json, C extends string>(
  command: Command<T, z.ZodType, C>,
  request: Request,
  given: { person: number; community: string },
  read: Read = readJson,
): Promise<Response> {
  const key = keyOf(request);
  if (key === '') return problem({ code: 'key_missing' });
  const asked = await read(request, given);
  if (!asked.ok) return problem(asked.refusal, 422);
  const { community, raw } = asked.value;
  const done = await command({ by: { person: given.person }, community, key, undoes: '' }, raw);
  return done.ok ? json(200, { value: done.value, receipt: done.receipt }) : problem(done.refusal);
}

/**
 * The JSON twin of `form()`: a route's POST for a command, under the same rules of origin and session.
 * `Idempotency-Key` is required. `read` takes the input from a body that is no JSON.
 */
export function door<T extends Json, C extends string>(command: Command<T, z.ZodType, C> & Closed<C>, read?: Read) {
  return async (request: Request, context?: { params: Promise<{ community?: string }> }): Promise<Response> => {
    const known = await sender();
    if (!known.ok) return problem(known.refusal);
    const { community = '' } = (await context?.params) ?? {};
    return ask(command, request, { person: known.value, community }, read);
  };
}
