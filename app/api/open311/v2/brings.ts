import { recordCase } from '@/features/cases/commands';
import { messages as caseWords } from '@/features/cases/messages';
import { checkTitle, KINDS } from '@/features/cases/rules';
import { buildingIn, titleOf } from '@/features/exchange/rules';
import { messages } from '@/features/open311/messages';
import { broughtAs, keyInUse } from '@/features/open311/queries/keys';
import { buildingCalled, services } from '@/features/open311/queries/told';
import { externalNo, nameIn, numbersIn, OTHER } from '@/features/open311/rules';
import { reworkCase } from '@/features/orders/commands/end';
import { supplementCase } from '@/features/orders/commands/household';
import { messages as orderWords } from '@/features/orders/messages';
import { withinLimits } from '@/lib/attempts';
import { inWords } from '@/lib/in-words';
import type { Refusal } from '@/lib/result';
import { type Heard, type Knock, tooOften, type Wrong, wrong } from './asked';

/** What a field of ours is called by whoever sends. */
const NAMES: Readonly<Record<string, string>> = {
  words: 'description',
  title: 'attribute[title]',
  kind: 'attribute[kind]',
  place: 'address_string',
  complainant: 'first_name, last_name',
  externalNo: 'attribute[external_id]',
  categoryId: 'service_code',
};

type Words = Parameters<typeof inWords>[2];

/** Why it was not taken, one error for each field. */
function refused(one: Knock, refusal: Refusal, words: Words): Wrong {
  if (refusal.code === 'not_allowed') return wrong(one.locale, 403, 'key');
  if (refusal.code === 'not_found') return wrong(one.locale, 404, 'unknown_request');
  const { message, fieldErrors = {} } = inWords(refusal, one.locale, words);
  const fields = Object.entries(fieldErrors).map(([name, text]) => `${NAMES[name] ?? name}: ${text}`);
  return { status: 400, descriptions: fields.length > 0 ? fields : [message] };
}

/** By which key, and what can be brought here; or why it opens nothing: also one that comes too often. */
async function opened({ call, community, locale }: Knock) {
  const known = await services(community, {});
  if (!known) return wrong(locale, 404, 'unknown_jurisdiction');
  const key = await keyInUse(call, {});
  if (!key) return wrong(locale, 403, 'key');
  const subject = `${community}/${key.no}`;
  const held = await withinLimits([
    { kind: 'open311-key', subject, most: 60, seconds: 60 },
    { kind: 'open311-key-day', subject, most: 2_000, seconds: 86_400 },
  ]);
  return held.ok ? { ...known, keyNo: key.no } : tooOften(locale, held.refusal);
}

/** Where it is, in one line: as somebody wrote it, else as a map says. */
function placeIn({ address_string: address = '', address_id: id = '', lat = '', long = '' }: Knock['params']): string {
  const point = lat !== '' && long !== '' ? `${lat}, ${long}` : '';
  return [address, id, point].find((said) => said.trim() !== '') ?? '';
}

async function newRequest(one: Knock): Promise<Heard> {
  const { params, locale, call } = one;
  const { description = '', service_code: code = '' } = params;
  const known = await opened(one);
  if ('descriptions' in known) return known;
  if (code === '') return wrong(locale, 400, 'no_service');
  const service = known.services.find((each) => each.code === code);
  if (!service && code !== OTHER) return wrong(locale, 404, 'unknown_service');
  if (description.trim() === '') return wrong(locale, 400, 'no_description');
  const said = [params['attribute[external_id]'], params['attribute[fixmystreet_id]'], one.idempotencyKey].find(
    (text) => text !== undefined && text !== '',
  );
  const external = said && externalNo(known.keyNo, said);
  if (external && !/^[!-~]{1,40}$/.test(external)) return wrong(locale, 400, 'external_long');
  const title = titleOf((params['attribute[title]'] ?? '').trim(), description);
  const place = placeIn(params) || known.community.zh;
  const building = buildingIn(place);
  const done = await recordCase(
    { ...call, ...(external && { key: `open311:${external}` }) },
    {
      kind: params['attribute[kind]'] || KINDS[1],
      source: 'web',
      // What may be about somebody is left to whoever looks at it: the words are all there.
      title: checkTitle(title).ok ? title : (service?.name ?? messages.zh.protocol.other),
      words: [description, params.media_url].filter(Boolean).join('\n'),
      place,
      category: service?.name ?? '',
      categoryId: service ? numbersIn(service.code)[0] : undefined,
      building: building ? await buildingCalled(one.community, { name: building }) : undefined,
      complainant: nameIn(params.first_name ?? '', params.last_name ?? ''),
      phone: params.phone ?? '',
      externalNo: external,
    },
  );
  if (done.ok) {
    const { notice } = messages[locale].protocol;
    const request = { service_request_id: String(done.value.no), service_notice: notice, account_id: null };
    return { root: 'service_requests', said: [request] };
  }
  const { code: why } = done.refusal;
  if (said && (why === 'key_reused' || why === 'external_no_known')) {
    const before = await broughtAs(call, { keyNo: known.keyNo, said });
    return { status: 400, descriptions: [messages[locale].protocol.faults.sent_otherwise(before?.no ?? 0)] };
  }
  return refused(one, done.refusal, caseWords);
}

/** What else somebody says of a request of theirs; one that is answered and open for them begins anew. */
async function newUpdate(one: Knock): Promise<Heard> {
  const { params, locale, call } = one;
  const known = await opened(one);
  if ('descriptions' in known) return known;
  const { description = '', update_id: own = '', status = '', media_url: media } = params;
  if (description.trim() === '') return wrong(locale, 400, 'no_description');
  const [no] = numbersIn(params.service_request_id ?? '');
  if (no === undefined) return wrong(locale, 404, 'unknown_request');
  const name = own || one.idempotencyKey;
  if (name !== '' && !/^[!-~]{1,100}$/.test(name)) return wrong(locale, 400, 'external_long');
  const keyed = (what: string) => ({ ...call, ...(name && { key: `open311:K${known.keyNo}:${what}:${name}` }) });
  const state = status === '' ? '' : `${messages.zh.protocol.elsewhere}：${status}`;
  const done = await supplementCase(keyed('update'), {
    case: no,
    words: [description, media, state].filter(Boolean).join('\n'),
  });
  if (!done.ok) {
    // Whose it is not, it is not there for.
    if (done.refusal.code === 'not_allowed') return wrong(locale, 404, 'unknown_request');
    return refused(one, done.refusal, orderWords);
  }
  if (status.toLowerCase() === 'open') {
    const again = await reworkCase(keyed('rework'), { case: no, reason: messages.zh.protocol.reopened });
    if (!again.ok && again.refusal.code !== 'case_elsewhere') return refused(one, again.refusal, orderWords);
  }
  return { root: 'service_request_updates', said: [{ update_id: String(done.value.step) }] };
}

/** What somebody brings, by their key: nobody's word for anybody here, and looked at before it hangs. */
export async function brings(one: Knock): Promise<Heard> {
  const takes = one.id === null && { requests: newRequest, servicerequestupdates: newUpdate }[one.resource];
  if (!takes) return wrong(one.locale, 405, 'method');
  return one.community === '' ? wrong(one.locale, 400, 'no_jurisdiction') : takes(one);
}
