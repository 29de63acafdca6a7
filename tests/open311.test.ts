import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { knock } from '@/app/api/open311/v2/knock';
import { postCase, recordCase } from '@/features/cases/commands';
import { giveKey, withdrawKey } from '@/features/open311/commands';
import { keysPage } from '@/features/open311/queries/keys';
import { dispatchCase } from '@/features/orders/commands/give';
import { addEntry } from '@/features/orders/commands/lists';
import { contactCase, handleCase, replyCase, signCase } from '@/features/orders/commands/work';
import { digest } from '@/lib/ledger';
import type { Result } from '@/lib/result';
import { at, closeAll, makeCommunity, sql } from './fixture';
import { type Answer, client, faultOf, listOf, MOMENT, value, type Wire } from './open311-client';

after(closeAll);

const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};

let addresses = 0;

const ADDRESS = 'http://local/api/open311/v2/';
/** In this process, as if from such an address; the database's own reader of XML refuses what is not well formed. */
const inProcess = (from: string): Wire => ({
  address: ADDRESS,
  ask: (request) =>
    knock(request, new URL(request.url).pathname.slice(new URL(ADDRESS).pathname.length).split('/'), from),
  isWell: async (xml) => {
    const [row] = await sql<{ well: boolean }>('select xml_is_well_formed_document($1) as well', [xml]);
    return row?.well === true;
  },
});

/** A community with its tree of categories, a key, and a client that has it. */
async function platform() {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 12 }] });
  const [worker, secretary] = [await here.staff('social-worker'), await here.staff('party-secretary')];
  done(await addEntry(here.by(worker), { list: 'tier', amount: 24, measure: 'hours' }));
  done(await addEntry(here.by(worker), { list: 'agency', name: '居委会', office: 'social-worker' }));
  const entry = async (name: string, parent?: number) => {
    done(await addEntry(here.by(worker), { list: 'category', name, ...(parent && { parent }) }));
    const [row] = await sql<{ id: number }>(
      'select id from case_category where community_id = $1 order by id desc limit 1',
      [here.communityId],
    );
    return row?.id ?? 0;
  };
  const housing = await entry('住房城乡建设');
  const property = await entry('物业管理', housing);
  const parking = await entry('停车管理', property);
  const key = async (name: string) => {
    const secret = randomBytes(32).toString('base64url');
    const given = await giveKey(here.by(secretary), { name, purpose: '转诉求', digest: digest(Buffer.from(secret)) });
    return { secret, no: done(given).key };
  };
  addresses += 1;
  const { secret, no } = await key('一网统管');
  return { here, worker, secretary, parking, key, secret, no, ...client(here.slug, inProcess(`10.3.11.${addresses}`)) };
}

const said = (api_key: string, code: number | string, more: Record<string, string> = {}) => ({
  api_key,
  service_code: String(code),
  description: '地库入口总堵着一辆车\n电话里说了三回',
  address_string: '14号楼地库入口',
  first_name: '建国',
  last_name: '张',
  phone: '13800000001',
  ...more,
});

const idOf = (answer: Answer) => {
  assert.equal(answer.status, 200, JSON.stringify(answer.xml ?? answer.json));
  assert.equal(answer.xml?.name, 'service_requests');
  return Number(value(answer.xml?.below[0], 'service_request_id'));
};

test('what can be sent in, and where to ask, as the specification has it', async () => {
  const { ask, parking, here } = await platform();
  const services = listOf(await ask('services.xml'), 'services', 'service');
  const own = services.find((one) => value(one, 'service_code') === String(parking));
  assert.equal(value(own, 'service_name'), '停车管理');
  assert.equal(value(own, 'group'), '住房城乡建设');
  assert.equal(value(own, 'type'), 'realtime');
  assert.equal(services.length, 2, 'levels above others are none, and one is for what has no category');
  const json = (await ask('services.json')).json as { service_code: string; metadata: boolean }[];
  assert.deepEqual(
    json.map((one) => [one.service_code, one.metadata]),
    [
      [String(parking), true],
      ['0', true],
    ],
  );
  const defined = await ask(`services/${parking}.xml`);
  assert.equal(defined.xml?.name, 'service_definition');
  const attributes = defined.xml?.below.find(({ name }) => name === 'attributes')?.below ?? [];
  assert.deepEqual(
    attributes.map((one) => [one.name, value(one, 'code'), value(one, 'variable'), value(one, 'required')]),
    ['external_id', 'title', 'kind'].map((code) => ['attribute', code, 'true', 'false']),
  );
  const kinds = attributes.at(-1)?.below.find(({ name }) => name === 'values')?.below ?? [];
  assert.deepEqual(kinds.map((one) => value(one, 'key')).sort(), [
    'complaint',
    'help',
    'inquiry',
    'report',
    'suggestion',
  ]);
  const discovery = (await ask('discovery.json')).json as {
    endpoints: { specification: string; url: string; formats: string[] }[];
  };
  assert.match(discovery.endpoints[0]?.specification ?? '', /GeoReport_v2$/);
  assert.match(discovery.endpoints[0]?.url ?? '', /\/api\/open311\/v2$/);
  assert.deepEqual(discovery.endpoints[0]?.formats, ['text/xml', 'application/json']);
  assert.equal((await ask('discovery.xml')).xml?.name, 'discovery');
  assert.equal(faultOf(await ask('services/999999.xml')).code, '404');
  assert.equal(faultOf(await ask('services.xml', { jurisdiction_id: 'nowhere' })).code, '404');
  assert.equal(faultOf(await ask('services.xml', { jurisdiction_id: '' })).code, '400');
  assert.equal(faultOf(await ask('nothing.xml')).code, '404');
  assert.match(here.slug, /^t-/);
});

test('what is sent in is a case nobody has looked at; once it hangs it is told, without a word of who sent it', async () => {
  const { here, worker, ask, send, parking, secret, no } = await platform();
  const id = idOf(await send('requests.xml', said(secret, parking, { 'attribute[external_id]': 'A-7' })));
  const [row] = await sql(
    `select c.source, c.external_no, c.posted_at, c.recorded_by, c.category_id, b.name as building, c.state, c.kind, t.words,
       t.complainant, t.phone from cases c join case_content t on t.community_id = c.community_id and t.case_id = c.id
       left join building b on b.community_id = c.community_id and b.id = c.building_id
      where c.community_id = $1 and c.no = $2`,
    [here.communityId, id],
  );
  assert.deepEqual(row, {
    source: 'open311',
    external_no: `K${no}-A-7`,
    posted_at: null,
    recorded_by: null,
    category_id: parking,
    building: '14',
    state: 'received',
    kind: 'help',
    words: '地库入口总堵着一辆车\n电话里说了三回',
    complainant: '张建国',
    phone: '13800000001',
  });
  assert.equal(faultOf(await ask(`requests/${id}.xml`)).code, '404', 'nobody has looked');
  assert.deepEqual(listOf(await ask('requests.xml'), 'service_requests', 'request'), []);
  done(await postCase(here.by(worker), { case: id, title: '地库入口堵车', place: '14号楼地库入口' }));
  const [one] = listOf(await ask(`requests/${id}.xml`), 'service_requests', 'request');
  assert.equal(value(one, 'status'), 'open');
  assert.equal(value(one, 'description'), '地库入口堵车');
  assert.equal(value(one, 'service_code'), String(parking));
  assert.match(value(one, 'address'), /14号楼地库入口/);
  assert.match(value(one, 'requested_datetime'), MOMENT);
  assert.match(value(one, 'updated_datetime'), MOMENT);
  for (const nothing of ['lat', 'long', 'media_url', 'zipcode', 'expected_datetime'])
    assert.equal(value(one, nothing), '');
  const whole = JSON.stringify([
    (await ask('requests.json')).json,
    (await ask(`requests/${id}.json`)).json,
    (await ask('servicerequestupdates.json')).json,
  ]);
  for (const hidden of ['张', '建国', '13800000001', '三回', secret]) assert.ok(!whole.includes(hidden), hidden);
  const json = (await ask(`requests/${id}.json`)).json as { lat: unknown; service_request_id: unknown }[];
  assert.deepEqual([json[0]?.lat, json[0]?.service_request_id], [null, String(id)]);
});

test('the same sent twice under one number is one request; with other words it is refused, and nobody else finds it', async () => {
  const { here, send, ask, parking, secret, key } = await platform();
  const form = said(secret, parking, { 'attribute[external_id]': '77' });
  const id = idOf(await send('requests.xml', form));
  assert.equal(idOf(await send('requests.xml', form)), id);
  const other = faultOf(await send('requests.xml', { ...form, description: '换了一句话' }));
  assert.deepEqual([other.code, other.description.includes(String(id))], ['400', true]);
  const token = await ask('tokens/77.xml', { api_key: secret });
  assert.deepEqual([idOf(token), value(token.xml?.below[0], 'token')], [id, '77']);
  assert.equal(faultOf(await ask('tokens/78.xml', { api_key: secret })).code, '404');
  assert.equal(faultOf(await ask('tokens/77.xml')).code, '403');
  const second = await key('别家');
  assert.equal(faultOf(await ask('tokens/77.xml', { api_key: second.secret })).code, '404');
  const theirs = idOf(await send('requests.xml', { ...form, api_key: second.secret }));
  assert.notEqual(theirs, id, 'a number is one of its own system');
  const both = await Promise.all(
    [1, 2, 3].map(() => send('requests.xml', { ...form, 'attribute[external_id]': '79' })),
  );
  assert.equal(new Set(both.map(idOf)).size, 1);
  const bare = said(secret, parking);
  assert.notEqual(idOf(await send('requests.xml', bare)), idOf(await send('requests.xml', bare)));
  const header = { 'idempotency-key': '"once"' };
  assert.equal(idOf(await send('requests.xml', bare, header)), idOf(await send('requests.xml', bare, header)));
  const [count] = await sql<{ n: number }>('select count(*)::int as n from cases where community_id = $1', [
    here.communityId,
  ]);
  assert.equal(count?.n, 6);
});

test('who has no key, a wrong one, another community’s or one that was withdrawn brings nothing', async () => {
  const one = await platform();
  const two = await platform();
  const { send, parking, secret, here, worker, no } = one;
  const refused = async (key: string) => faultOf(await send('requests.xml', said(key, parking))).code;
  assert.equal(await refused(''), '403');
  assert.equal(await refused(`${secret}x`), '403');
  assert.equal(await refused(two.secret), '403');
  const id = idOf(await send('requests.xml', said(secret, parking)));
  done(await withdrawKey(here.by(worker), { key: no, reason: '平台停用' }));
  assert.equal(await refused(secret), '403', 'at once');
  const update = { api_key: secret, service_request_id: String(id), description: '还没好' };
  assert.equal(faultOf(await send('servicerequestupdates.xml', update)).code, '403');
  const again = await withdrawKey(here.by(worker), { key: no, reason: '再收' });
  assert.equal(again.ok ? 'ok' : again.refusal.code, 'key_withdrawn');
  const [kept] = await sql<{ row: string }>('select k::text as row from api_key k where community_id = $1', [
    here.communityId,
  ]);
  assert.ok(!kept?.row.includes(secret));
  const leaves = JSON.stringify(await here.leaves());
  assert.ok(!leaves.includes(secret) && !leaves.includes(digest(Buffer.from(secret))));
  assert.deepEqual(
    (await here.leaves()).filter(({ act }) => act.startsWith('key.')).map(({ act }) => act),
    ['key.give', 'key.withdraw'],
  );
  const page = await keysPage(here.by(worker), {});
  assert.deepEqual(
    page?.keys.map((key) => [key.no, key.brought, key.withdrawnWhy, key.usedAt !== null]),
    [[no, 1, '平台停用', true]],
  );
  assert.equal(await keysPage(here.by(await here.resident(here.household('14', 0))), {}), undefined);
});

test('what is missing or wrong is said in the shape of errors, with its field', async () => {
  const { send, ask, parking, secret, here } = await platform();
  const tried: [Record<string, string>, string, RegExp][] = [
    [said(secret, ''), '400', /service_code/],
    [said(secret, 424242), '404', /./],
    [said(secret, parking, { description: ' ' }), '400', /description/],
    [said(secret, parking, { phone: '12' }), '400', /^phone: /],
    [said(secret, parking, { description: '长'.repeat(4001) }), '400', /^description: /],
    [said(secret, parking, { 'attribute[kind]': 'none' }), '400', /^attribute\[kind\]: /],
    [said(secret, parking, { 'attribute[external_id]': 'x'.repeat(60) }), '400', /external_id/],
    [said(secret, parking, { jurisdiction_id: 'nowhere' }), '404', /./],
    [said(secret, parking, { jurisdiction_id: '' }), '400', /jurisdiction_id/],
  ];
  for (const [form, code, description] of tried) {
    const fault = faultOf(await send('requests.xml', form));
    assert.equal(fault.code, code, fault.description);
    assert.match(fault.description, description);
  }
  const json = await send('requests.json', said(secret, ''));
  assert.deepEqual([json.status, (json.json as { code: number }[])[0]?.code], [400, 400]);
  assert.equal(faultOf(await send('services.xml', said(secret, parking))).code, '405');
  const dates: Record<string, string>[] = [
    { start_date: 'yesterday' },
    { end_date: '2022-02-30' },
    { start_date: '2022-01-01T00:00:00Z', end_date: '2022-04-02T00:00:00Z' },
    { start_date: '2022-04-02T00:00:00Z', end_date: '2022-01-01T00:00:00Z' },
    { status: 'open,lost' },
  ];
  for (const params of dates) assert.equal(faultOf(await ask('requests.xml', params)).code, '400');
  const [count] = await sql<{ n: number }>('select count(*)::int as n from cases where community_id = $1', [
    here.communityId,
  ]);
  assert.equal(count?.n, 0);
});

test('words with markup, marks that turn and characters no XML holds come back as they may, and break nothing', async () => {
  const { here, worker, send, ask, parking, secret } = await platform();
  const odd = '<b>&amp;</b> ]]> "堵" \u0008';
  const answer = await send('requests.xml', said(secret, parking, { description: odd, address_string: 'A&B <1>' }));
  const id = idOf(answer);
  done(await postCase(here.by(worker), { case: id, title: '堵 <b>&</b> ]]>', place: 'A&B <1>' }));
  const [one] = listOf(await ask('requests.xml'), 'service_requests', 'request');
  assert.equal(value(one, 'description'), '堵 <b>&</b> ]]>');
  assert.equal(value(one, 'address'), 'A&B <1>');
});

test('a title that names somebody stays in the words until it was looked at', async () => {
  const { here, send, parking, secret } = await platform();
  idOf(await send('requests.xml', said(secret, parking, { description: '张先生摔倒了，打13800000000' })));
  const [row] = await sql('select title from cases where community_id = $1', [here.communityId]);
  assert.equal(row?.title, '停车管理');
});

test('asked for by number, kind of service, state and time, at most ninety days and a thousand', async () => {
  const { here, worker, ask, send, parking, secret } = await platform();
  at('2022-03-05');
  const early = idOf(await send('requests.xml', said(secret, parking)));
  done(await postCase(here.by(worker), { case: early, title: '早的', place: '东门' }));
  at('2022-06-20');
  const late = idOf(await send('requests.xml', said(secret, '0')));
  done(await postCase(here.by(worker), { case: late, title: '晚的', place: '西门' }));
  const walked = done(
    await recordCase(here.by(worker), {
      kind: 'help',
      source: 'walk_in',
      title: '来说的',
      words: '原话',
      place: '南门',
    }),
  ).no;
  const ids = async (params: Record<string, string>) =>
    listOf(await ask('requests.xml', params), 'service_requests', 'request')
      .map((one) => Number(value(one, 'service_request_id')))
      .sort((a, b) => a - b);
  assert.deepEqual(await ids({}), [late, walked], 'ninety days back');
  assert.deepEqual(await ids({ service_request_id: `${early},${late},9999,x` }), [early, late]);
  assert.deepEqual(await ids({ service_code: String(parking) }), []);
  assert.deepEqual(await ids({ service_code: `0,${parking}` }), [late, walked]);
  assert.deepEqual(await ids({ start_date: '2022-03-01T00:00:00Z' }), [early], 'from there ninety days');
  const posted = '2022-03-05T09:00:00';
  assert.deepEqual(await ids({ start_date: `${posted}+08:00`, end_date: '2022-03-06' }), [early]);
  assert.deepEqual(await ids({ start_date: `${posted} 08:00`, end_date: `${posted}+08:00` }), [early]);
  assert.deepEqual(await ids({ start_date: '2022-03-05T01:00:01Z', end_date: '2022-03-06' }), []);
  assert.deepEqual(await ids({ start_date: '2022-03-01', end_date: '2022-03-05T08:59:59+08:00' }), []);
  assert.deepEqual(await ids({ start_date: '2022-03-22T00:00:00Z', end_date: '2022-06-20T00:00:00Z' }), []);
  assert.deepEqual(await ids({ status: 'closed' }), []);
  assert.deepEqual(await ids({ status: 'open,closed' }), [late, walked]);
  await sql(
    `insert into cases (community_id, no, kind, source, title, place, happened_at, received_at, posted_at)
       select $1, 100 + n, 'help', 'patrol', '第' || n || '件', '院里', $2, $2, $2 from generate_series(1, 1001) n`,
    [here.communityId, new Date('2022-06-19T00:00:00Z')],
  );
  assert.equal((await ids({})).length, 1000);
  at(undefined);
});

test('steps of a case that hangs are told, and its system says more of it, and that it is not solved', async () => {
  const { here, worker, ask, send, parking, secret, key } = await platform();
  const id = idOf(await send('requests.xml', said(secret, parking)));
  done(await postCase(here.by(worker), { case: id, title: '堵车', place: '地库' }));
  const [{ agency, tier } = { agency: 0, tier: 0 }] = await sql<{ agency: number; tier: number }>(
    `select (select id from agency where community_id = $1) as agency, (select id from case_tier where community_id = $1) as tier`,
    [here.communityId],
  );
  const state = async () => value((await ask(`requests/${id}.xml`)).xml?.below[0], 'status');
  done(await dispatchCase(here.by(worker), { case: id, agency, tier, words: '请看看张先生家' }));
  done(await signCase(here.by(worker), { case: id }));
  done(await contactCase(here.by(worker), { case: id, reached: 'yes' }));
  done(await handleCase(here.by(worker), { case: id }));
  assert.equal(await state(), 'open');
  done(await replyCase(here.by(worker), { case: id, words: '张先生，车挪走了' }));
  assert.equal(await state(), 'closed');
  const told = async () =>
    listOf(await ask('servicerequestupdates.xml'), 'service_request_updates', 'request_update').map((one) => {
      assert.match(value(one, 'updated_datetime'), MOMENT);
      assert.ok(!value(one, 'description').includes('张'));
      return [Number(value(one, 'service_request_id')), value(one, 'status')];
    });
  assert.deepEqual(await told(), [
    [id, 'open'],
    [id, 'closed'],
  ]);
  const more = {
    api_key: secret,
    service_request_id: String(id),
    update_id: '501',
    description: '又堵上了',
    status: 'OPEN',
    updated_datetime: '2022-03-05T09:00:00Z',
  };
  const first = await send('servicerequestupdates.xml', more);
  assert.equal(first.xml?.name, 'service_request_updates');
  const update = value(first.xml?.below[0], 'update_id');
  assert.equal(value((await send('servicerequestupdates.xml', more)).xml?.below[0], 'update_id'), update);
  assert.equal(await state(), 'open');
  assert.deepEqual((await told()).at(-1), [id, 'open']);
  const heard = await sql<{ step: string; words: string; role: string }>(
    `select step, words, role from case_event where community_id = $1 and role = 'machine' order by id`,
    [here.communityId],
  );
  assert.deepEqual(heard, [
    { step: 'supplement', words: '又堵上了\n对方标的状态：OPEN', role: 'machine' },
    { step: 'rework', words: '转来的平台说没有解决', role: 'machine' },
  ]);
  const closing = { ...more, update_id: '502', status: 'CLOSED', description: '我们这边关了' };
  assert.equal((await send('servicerequestupdates.xml', closing)).status, 200);
  assert.equal(await state(), 'open', 'whoever answers for it closes it');
  const second = await key('别家');
  const others = { ...more, api_key: second.secret, update_id: '9' };
  assert.equal(faultOf(await send('servicerequestupdates.xml', others)).code, '404', 'not theirs');
  assert.equal(
    faultOf(await send('servicerequestupdates.xml', { ...more, update_id: '7', service_request_id: '88' })).code,
    '404',
  );
  assert.equal(faultOf(await send('servicerequestupdates.xml', { ...more, description: '' })).code, '400');
});

test('attack 4, flooding: a key brings sixty a minute, and no more', async () => {
  const { send, parking, secret } = await platform();
  at('2022-03-05');
  let refused: Answer | undefined;
  for (let sent = 0; sent < 61; sent += 1) {
    refused = await send('requests.xml', said(secret, sent < 60 ? '' : parking));
    assert.equal(refused.status, sent < 60 ? 400 : 429);
  }
  assert.equal(faultOf(refused ?? assert.fail()).code, '429');
  assert.ok(Number(refused?.headers.get('retry-after')) > 0);
  at(undefined);
});
