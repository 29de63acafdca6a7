import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { myLetters } from '@/features/me/queries';
import { drawObjection } from '@/features/objections/commands/draw';
import { saveDraft } from '@/features/proposals/commands/draft';
import { widerThan, withinLimits } from '@/lib/attempts';
import { codeOfNewcomer, codeShown } from '@/lib/code-shown';
import type { Json } from '@/lib/ledger';
import { endSession, holderOf } from '@/lib/sessions';
import { askForCode, askForOwnCode, enterAs, phoneProved, proveCode, reachedAt } from '@/lib/sign-in';
import { all, makeCounted } from '@/tests/agreeing';
import { closeAll, makeCommunity, newPhone, sql } from '@/tests/fixture';
import { acknowledgeObjection, answerObjection } from '@/tests/shown';
import { askErasure, erase, keepData } from './commands';
import { exportOfMe, identities, isIdentity, leavingOf, mySessions, whyKept } from './queries';

const data = mkdtempSync(path.join(os.tmpdir(), 'tongxin-sms-'));
before(() => {
  process.env.TONGXIN_DATA = data;
});
after(async () => {
  await closeAll();
  rmSync(data, { recursive: true, force: true });
});

/** What somebody takes away: the rows of one name. */
async function taken(personId: number, name: string): Promise<Record<string, Json>[]> {
  return ((await exportOfMe(personId, undefined))[name] ?? []) as Record<string, Json>[];
}

/** A code they have just been sent, proved. */
async function ownCode(personId: number): Promise<{ request: string; phone: string }> {
  const own = await askForOwnCode(personId, newAddress());
  assert.ok(own.ok, JSON.stringify(own));
  const { phone } = await reachedAt(personId, undefined);
  const given = { request: own.value.request, code: codeSentTo(phone ?? ''), address: newAddress() };
  const proved = await phoneProved(given);
  assert.ok(proved.ok);
  return { request: own.value.request, phone: proved.value };
}

/** Asked for, with when it is due. */
async function asked(personId: number): Promise<{ erasesAt: Date }> {
  const done = await askErasure(personId, await ownCode(personId));
  assert.ok(done.ok, JSON.stringify(done));
  return done.value;
}

const newAddress = () => `test-${crypto.randomUUID()}`;

function codeSentTo(phone: string): string {
  const lines = readFileSync(path.join(data, 'outbox', 'sms.ndjson'), 'utf8')
    .trim()
    .split('\n');
  const message = lines
    .map((line) => JSON.parse(line) as { to: string; text: string })
    .findLast((one) => one.to === phone);
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
}

async function ask(phone: string): Promise<string> {
  const asked = await askForCode({ phone, address: newAddress() });
  assert.ok(asked.ok);
  return asked.value.request;
}

/** Codes sent to this phone so far were sent a minute earlier. */
const aMinuteLater = (phone: string) =>
  sql(`update sign_in_code set created_at = created_at - interval '61 seconds' where phone = $1`, [phone]);

test('an unknown phone that proves its code becomes a person; the code works once', async () => {
  const phone = newPhone();
  const request = await ask(`+86 ${phone.slice(0, 3)} ${phone.slice(3)}`);
  const given = { request, code: codeSentTo(phone), address: newAddress() };
  const begun = await proveCode(given);
  assert.ok(begun.ok);
  assert.equal(await holderOf(begun.value.sessionId), begun.value.personId);
  assert.deepEqual(await proveCode(given), { ok: false, refusal: { code: 'wrong_code' } });
  await aMinuteLater(phone);
  const again = await proveCode({ request: await ask(phone), code: codeSentTo(phone), address: newAddress() });
  assert.ok(again.ok && again.value.personId === begun.value.personId);
});

test('a demonstration shows its code to a number nobody has or that began here, and to no number out of a register', async () => {
  const phone = newPhone();
  const first = await ask(phone);
  assert.equal(await codeOfNewcomer(first), codeSentTo(phone));
  const mode = process.env.TONGXIN_MODE;
  process.env.TONGXIN_MODE = 'production';
  assert.equal(await codeOfNewcomer(first), null);
  process.env.TONGXIN_MODE = mode;
  assert.equal(await codeOfNewcomer('x'), null);
  assert.equal(await codeOfNewcomer(randomUUID()), null);
  assert.ok((await proveCode({ request: first, code: codeSentTo(phone), address: newAddress() })).ok);
  await aMinuteLater(phone);
  assert.equal(await codeOfNewcomer(await ask(phone)), codeSentTo(phone), 'whoever began here comes back');
  const known = newPhone();
  await sql('insert into person (name, phone) values ($1, $2)', ['户册里的人', known]);
  const asked = await ask(known);
  assert.equal(await codeOfNewcomer(asked), null);
  assert.ok((await proveCode({ request: asked, code: codeSentTo(known), address: newAddress() })).ok);
  await aMinuteLater(known);
  assert.equal(await codeOfNewcomer(await ask(known)), null, 'who signed in later did not begin by it');
});

test('whoever is signed in to a demonstration is shown the code to their own number, and nobody else is', async () => {
  const here = await makeCommunity();
  const me = await here.resident(here.household('14', 0));
  const other = await here.resident(here.household('14', 1));
  const own = await askForOwnCode(me, newAddress());
  assert.ok(own.ok);
  assert.match((await codeShown(me, own.value.request)) ?? '', /^\d{6}$/);
  assert.equal(await codeShown(other, own.value.request), null);
  const mode = process.env.TONGXIN_MODE;
  process.env.TONGXIN_MODE = 'production';
  assert.equal(await codeShown(me, own.value.request), null);
  process.env.TONGXIN_MODE = mode;
});

test('two browsers race with one code: one session', async () => {
  const phone = newPhone();
  const request = await ask(phone);
  const code = codeSentTo(phone);
  const both = await Promise.all([1, 2, 3].map(() => proveCode({ request, code, address: newAddress() })));
  assert.equal(both.filter((one) => one.ok).length, 1);
});

test('a code belongs to its request, and is stored as a hash only', async () => {
  const phone = newPhone();
  const first = await ask(phone);
  const code = codeSentTo(phone);
  const second = await ask(newPhone());
  assert.equal((await proveCode({ request: second, code, address: newAddress() })).ok, false);
  assert.equal((await proveCode({ request: 'x', code, address: newAddress() })).ok, false);
  const [row] = await sql<{ row: string }>('select c::text as row from sign_in_code c where id = $1', [first]);
  assert.ok(row && !row.row.includes(`,${code},`));
});

test('after five wrong tries the right code is refused too', async () => {
  const phone = newPhone();
  const request = await ask(phone);
  const code = codeSentTo(phone);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n += 1)
    assert.equal((await proveCode({ request, code: wrong, address: newAddress() })).ok, false);
  assert.deepEqual(await proveCode({ request, code, address: newAddress() }), {
    ok: false,
    refusal: { code: 'wrong_code' },
  });
});

test('ten minutes later the code is dead', async () => {
  const phone = newPhone();
  const request = await ask(phone);
  await sql(`update sign_in_code set expires_at = expires_at - interval '11 minutes' where id = $1`, [request]);
  assert.equal((await proveCode({ request, code: codeSentTo(phone), address: newAddress() })).ok, false);
});

test('what is no code costs no try; the code is read out of the message it came in', async () => {
  const phone = newPhone();
  const request = await ask(phone);
  const code = codeSentTo(phone);
  for (const bad of ['', '12345', '1234567', '验证码', '1e5', `${code}${code}`, '123456 或 654321']) {
    const refused = await proveCode({ request, code: bad, address: newAddress() });
    assert.ok(!refused.ok && refused.refusal.fieldErrors?.code === 'code_form', bad);
  }
  const pasted = `【同心议事】您的验证码是 ${code.slice(0, 3)}-${code.slice(3)}，10 分钟内有效`;
  assert.ok((await proveCode({ request, code: pasted, address: newAddress() })).ok);
});

test('attack 4, flooding: limits by phone and by address, counted although refused, with the seconds to wait', async () => {
  const phone = newPhone();
  for (let n = 0; n < 5; n += 1) {
    await ask(phone);
    await aMinuteLater(phone);
  }
  const sixth = await askForCode({ phone, address: newAddress() });
  assert.ok(!sixth.ok && sixth.refusal.code === 'too_many');
  const wait = Number(sixth.refusal.details?.seconds);
  assert.ok(wait > 3600 - 6 * 61 && wait <= 3600, `${wait}`);
  const address = newAddress();
  for (let n = 0; n < 200; n += 1) await proveCode({ request: crypto.randomUUID(), code: '111111', address });
  const more = await proveCode({ request: crypto.randomUUID(), code: '111111', address });
  assert.ok(!more.ok && more.refusal.code === 'too_many' && Number(more.refusal.details?.seconds) > 0);
  const asking = newAddress();
  for (let n = 0; n < 60; n += 1) await askForCode({ phone: newPhone(), address: asking });
  const last = await askForCode({ phone: newPhone(), address: asking });
  assert.ok(!last.ok && last.refusal.code === 'too_many', 'many phones from one address');
});

test('attack 4, flooding: one code a minute to one number, however many ask at once; pressing twice uses nothing up', async () => {
  const phone = newPhone();
  const asked = await Promise.all(Array.from({ length: 8 }, () => askForCode({ phone, address: newAddress() })));
  assert.equal(asked.filter((one) => one.ok).length, 1);
  for (const one of asked) {
    if (one.ok) continue;
    assert.equal(one.refusal.code, 'too_soon');
    const seconds = Number(one.refusal.details?.seconds);
    assert.ok(seconds > 50 && seconds <= 60, `${seconds}`);
  }
  await aMinuteLater(phone);
  assert.ok(await ask(phone));
});

test('attack 4, codes for everybody else: many networks of one holder are one, and no number of them keeps others out', async () => {
  assert.deepEqual(['192.0.2.7', '2001:db8:7:9::/64', 'unknown'].map(widerThan), [
    ...['192.0.2.0/24', '2001:db8:7::/48', 'unknown'],
  ]);
  const kinds = ['address', 'network', 'all'].map((name) => `test-${crypto.randomUUID()}-${name}`);
  const ask = (address: string, network: string) =>
    withinLimits([
      { kind: kinds[0] ?? '', subject: address, most: 4, pressed: 2, seconds: 3600 },
      { kind: kinds[1] ?? '', subject: network, most: 6, pressed: 3, seconds: 3600 },
      { kind: kinds[2] ?? '', subject: '', most: 8, presses: true, seconds: 3600 },
    ]);
  const taken = async (times: number, address: (n: number) => string, network: string) => {
    let ok = 0;
    for (let n = 0; n < times; n += 1) if ((await ask(address(n), network)).ok) ok += 1;
    return ok;
  };
  assert.equal(await taken(8, (n) => `line ${n}`, 'one holder'), 6, 'a line each, one holder');
  assert.equal(await taken(4, () => 'another', 'elsewhere'), 2, 'under pressure it costs more');
  for (let n = 0; n < 10; n += 1) assert.ok((await ask(`home ${n}`, `home ${n}`)).ok, 'and nobody else is kept out');
});

test('no phone, no code', async () => {
  const asked = await askForCode({ phone: '12345', address: newAddress() });
  assert.deepEqual(asked, { ok: false, refusal: { code: 'invalid', fieldErrors: { phone: 'phone' } } });
});

test('sessions are listed and end at once; nobody ends another person’s', async () => {
  const here = await makeCommunity();
  const personId = await here.resident(here.household('14', 0));
  const other = await here.resident(here.household('14', 1));
  const [row] = await sql<{ id: string }>(
    `insert into session (person_id, expires_at) values ($1, moment() + interval '1 day') returning id`,
    [personId],
  );
  const id = row?.id ?? '';
  await endSession(other, { session: id });
  assert.equal((await mySessions(personId, undefined)).length, 1);
  await endSession(personId, { session: id });
  assert.equal(await holderOf(id), null);
  assert.equal((await mySessions(personId, undefined)).length, 0);
});

test('demonstration identities exist in demonstrations only', async () => {
  const identity = `test-${crypto.randomUUID().slice(0, 8)}`;
  await sql('insert into person (name, demonstration) values ($1, $1)', [identity]);
  assert.ok((await enterAs(null, { identity })).ok);
  const mode = process.env.TONGXIN_MODE;
  process.env.TONGXIN_MODE = 'production';
  const refused = await enterAs(null, { identity });
  process.env.TONGXIN_MODE = mode;
  assert.equal(refused.ok, false);
});

test('deleting: name, phone, words and sessions go; what was counted stays', async () => {
  const here = await makeCommunity();
  const home = here.household('14', 0);
  const personId = await here.resident(home);
  await sql(
    `with p as (insert into proposal (community_id, no, kind, title, place, problem, author_id, state)
       values ($1, 1, 'other', 't', 'p', 'p', $2, 'submitted') returning id),
     s as (insert into support (community_id, proposal_id, household_id, person_id) select $1, id, $3, $2 from p),
     c as (insert into comment (community_id, proposal_id, person_id, stance) select $1, id, $2, 'for' from p returning id)
     insert into comment_content (community_id, comment_id, words) select $1, id, '我盼着修' from c`,
    [here.communityId, personId, home],
  );
  await sql(`insert into session (person_id, expires_at) values ($1, moment() + interval '1 day')`, [personId]);
  const words = {
    kind: 'complaint',
    source: 'web',
    title: '坡上滑',
    words: '我在这儿摔过',
    place: '坡',
    household: home,
  };
  assert.ok((await recordCase(here.by(personId), words)).ok);
  const unsent = { kind: 'path_green', title: '还没写完', place: '坡', problem: '滑', ask: '' };
  assert.ok((await saveDraft(here.by(personId), unsent)).ok);
  assert.equal((await taken(personId, 'comments'))[0]?.words, '我盼着修');
  assert.equal((await taken(personId, 'homes')).length, 1);

  here.at('2022-03-02');
  assert.equal((await erase(personId, {})).ok, false);
  const { erasesAt } = await asked(personId);
  assert.equal((await mySessions(personId, undefined)).length, 0);
  here.at(new Date(erasesAt.getTime() - 1));
  assert.equal((await erase(personId, {})).ok, false);
  assert.equal((await taken(personId, 'comments'))[0]?.words, '我盼着修');
  here.at(erasesAt);
  assert.ok((await erase(personId, {})).ok);
  assert.equal((await erase(personId, {})).ok, false);
  const { person } = await exportOfMe(personId, undefined);
  const { name, phone } = person as Record<string, Json>;
  assert.deepEqual([name, phone], [null, null]);
  assert.equal((await taken(personId, 'comments'))[0]?.words, null);
  assert.equal((await taken(personId, 'supports')).length, 1);
  assert.equal((await mySessions(personId, undefined)).length, 0);
  const left = await sql(
    `select (select count(*)::int from cases where community_id = $1) as cases,
       (select count(*)::int from case_content where community_id = $1) as words,
       (select array_agg(state) from proposal where community_id = $1) as proposals`,
    [here.communityId],
  );
  assert.deepEqual(left, [{ cases: 1, words: 0, proposals: ['submitted'] }]);
});

test('the export holds what my household got and raised, and nothing of another household', async () => {
  const here = await makeCounted({ '14': all(10), '15': [...all(3, 'oppose'), ...all(3)] });
  const about = { proposal: 1, objection: 1 };
  const drawn = { proposal: 1, opinions: [here.opinion('15', 0)], ground: 'noise', weight: 'harm', wording: '夜里吵' };
  assert.ok((await drawObjection(here.by(here.worker), drawn)).ok);
  assert.ok((await acknowledgeObjection(here.by(here.worker), about)).ok);
  const answer = { ...about, kind: 'not_possible', answer: '路只能从这儿走', clause: '' };
  assert.ok((await answerObjection(here.by(here.governance), answer)).ok);
  const person = here.person('15', 0);
  const { letters } = await myLetters(person, { after: null });
  assert.ok(letters.length > 1);
  const kinds = (list: { kind?: unknown }[]) => list.map((one) => String(one.kind)).sort();
  assert.deepEqual(kinds(await taken(person, 'letters')), kinds(letters));
  assert.deepEqual(
    (await taken(person, 'objections')).map((one) => [one.objection, one.wording, one.answer]),
    [[1, '夜里吵', '路只能从这儿走']],
  );
  assert.equal((await taken(person, 'opinions')).length, 1);
  assert.deepEqual(await taken(here.person('15', 1), 'objections'), []);
  assert.equal((await taken(here.person('15', 1), 'opinions')).length, 1);
});

test('who moves in takes away nothing of those who lived there before, and they keep what was said in their time', async () => {
  const here = await makeCounted({ '14': all(10), '15': [...all(3, 'oppose'), ...all(3)] });
  const [before, home] = [here.person('15', 0), here.household('15', 0)];
  await sql(
    `insert into notice (community_id, proposal_id, plan_version, from_at, to_at, posted_by)
       select community_id, id, 1, moment(), moment(), author_id from proposal where community_id = $1`,
    [here.communityId],
  );
  await sql(
    `insert into notice_opposition (community_id, notice_id, household_id, words)
       select community_id, id, $2, '夜里太吵' from notice where community_id = $1`,
    [here.communityId, home],
  );
  await sql('update residency set to_at = moment() where community_id = $1 and person_id = $2', [
    here.communityId,
    before,
  ]);
  const next = await here.outsider();
  await sql('insert into residency (community_id, household_id, person_id) values ($1, $2, $3)', [
    ...[here.communityId, home, next],
  ]);
  for (const name of ['opinions', 'oppositions', 'objections', 'letters', 'cases', 'visits', 'callbacks'])
    assert.deepEqual(await taken(next, name), [], name);
  assert.equal((await taken(before, 'opinions')).length, 1);
  assert.deepEqual(
    (await taken(before, 'oppositions')).map((one) => one.words),
    ['夜里太吵'],
  );
  assert.ok((await taken(before, 'letters')).length > 0);
});

test('whoever holds an office hands it over before deleting', async () => {
  const here = await makeCommunity();
  const personId = await here.staff('social-worker');
  const given = await ownCode(personId);
  assert.deepEqual(await askErasure(personId, given), { ok: false, refusal: { code: 'has_duties' } });
});

test('deleting asks for a fresh code to the own number: another’s, an old one or a used one will not do', async () => {
  const here = await makeCommunity();
  const [me, other] = [await here.resident(here.household('14', 0)), await here.resident(here.household('14', 1))];
  const wrong = { ok: false, refusal: { code: 'wrong_code' } };
  assert.deepEqual(await askErasure(me, await ownCode(other)), wrong);
  const given = await ownCode(me);
  assert.ok((await askErasure(me, given)).ok);
  assert.deepEqual(await askErasure(me, given), wrong);
  assert.deepEqual(await askErasure(me, { ...given, request: crypto.randomUUID() }), wrong);
});

test('for seven days the name stands nowhere, and signing in keeps everything', async () => {
  const here = await makeCommunity();
  here.at('2022-03-02');
  const me = await here.resident(here.household('14', 0));
  const nameOf = async () =>
    (await sql<{ name: string | null }>('select name from person where id = $1', [me]))[0]?.name;
  const name = await nameOf();
  assert.equal(await leavingOf(me, undefined), null);
  const { erasesAt } = await asked(me);
  assert.equal(await nameOf(), null);
  assert.deepEqual(await leavingOf(me, undefined), erasesAt);
  assert.equal(erasesAt.getTime(), new Date('2022-03-09T09:00:00+08:00').getTime());
  const { phone } = await reachedAt(me, undefined);
  await aMinuteLater(phone ?? '');
  const begun = await proveCode({
    request: await ask(phone ?? ''),
    code: codeSentTo(phone ?? ''),
    address: newAddress(),
  });
  assert.ok(begun.ok && begun.value.personId === me);
  assert.ok((await keepData(me, {})).ok);
  assert.equal((await keepData(me, {})).ok, false);
  assert.equal(await nameOf(), name);
  here.at(erasesAt);
  assert.equal((await erase(me, {})).ok, false);
  assert.equal((await taken(me, 'homes')).length, 1);
});

test('an identity of a demonstration goes, and somebody new has its button, its home and its work', async () => {
  const here = await makeCommunity();
  here.at('2022-03-02');
  const identity = `test-${crypto.randomUUID().slice(0, 8)}`;
  const me = await here.resident(here.household('14', 0));
  await sql('update person set phone = null, demonstration = $2 where id = $1', [me, identity]);
  await sql(`insert into grants (community_id, person_id, role, entrance_id) values ($1, $2, 'captain', $3)`, [
    ...[here.communityId, me, here.entrance('14', 1)],
  ]);
  assert.equal(await isIdentity(me, undefined), true);
  const own = await askForOwnCode(me, newAddress());
  assert.ok(own.ok);
  const code = (await codeShown(me, own.value.request)) ?? '';
  assert.match(code, /^\d{6}$/);
  const other = await here.resident(here.household('14', 1));
  assert.equal(await codeShown(other, own.value.request), null);
  assert.equal(await codeShown(me, await ask(newPhone())), null, 'nobody else’s code');
  const proved = await phoneProved({ request: own.value.request, code, address: newAddress() });
  assert.ok(proved.ok);
  const done = await askErasure(me, { request: own.value.request, phone: proved.value });
  assert.ok(done.ok);
  assert.ok((await identities(undefined)).includes(identity));
  here.at(done.value.erasesAt);
  assert.ok((await erase(me, {})).ok);
  const begun = await enterAs(null, { identity });
  assert.ok(begun.ok && begun.value.personId !== me);
  const next = begun.value.personId;
  assert.deepEqual([(await taken(next, 'homes')).length, (await taken(next, 'grants')).length], [1, 1]);
  assert.deepEqual(await taken(next, 'comments'), []);
});

test('why something stays is said in both languages, each reason once', () => {
  for (const locale of ['zh', 'en'] as const) {
    const why = whyKept(locale);
    assert.ok(why.length >= 5 && why.length <= 9, String(why.length));
    assert.equal(new Set(why).size, why.length);
  }
});
