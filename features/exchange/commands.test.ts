import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import iconv from 'iconv-lite';
import { importOrders as importCases } from '@/cli/orders';
import { asCsv, orderSheet } from '@/db/seed/orders';
import { lookCase } from '@/features/orders/commands/household';
import { addEntry } from '@/features/orders/commands/lists';
import { deskDay } from '@/features/orders/queries/day';
import { caseContact, orderPage } from '@/features/orders/queries/one';
import { filterFrom } from '@/features/orders/rules/filter';
import { done } from '@/tests/consultation';
import { closeAll, makeCommunity, sql, type TestCommunity } from '@/tests/fixture';
import { linesOf } from '@/tests/sheets';
import { run } from '@/tests/verbs';
import { importOrders, rememberColumns } from './commands';
import { orderHistory, orderImports, ordersPlan, rememberedColumns } from './queries';
import { orders } from './sheet';

after(closeAll);

const file = (rows: string[][]) => {
  const read = orders.read(linesOf(rows));
  assert.deepEqual(read.problems, []);
  return { hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex'), rows: read.rows };
};
const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  outcome.ok ? 'ok' : outcome.refusal.code;
const planned = async (...asked: Parameters<typeof ordersPlan>) => {
  const plan = await ordersPlan(...asked);
  return plan && [plan.added, plan.changed, plan.unchanged];
};
const cases = (here: TestCommunity) =>
  sql<{ no: number; external_no: string; title: string; place: string; building: string | null; posted: boolean }>(
    `select k.no, external_no, title, place, b.name as building, posted_at is not null as posted from cases k
       left join building b on b.community_id = k.community_id and b.id = k.building_id
      where k.community_id = $1 order by k.no`,
    [here.communityId],
  );

const head = ['编号', '主要内容', '来电时间', '小区点位', '工单状态', '来电人', '电话', '回复内容', '备注'];
const one = (no: string, content: string, ...more: string[]) => [no, content, '2024-01-31 15:03', ...more];

test('a sheet of four hundred orders comes in; the same again changes nothing; what a later one says otherwise is seen', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const first = file(orderSheet());
  assert.deepEqual(await planned(hotline, first), [400, 0, 0]);
  const fresh = (await ordersPlan(hotline, first))?.fresh ?? [];
  assert.equal(fresh.length, 200, 'the first of them, and a number of the others');
  assert.deepEqual(fresh[0], { row: 8, number: first.rows[0]?.no, title: first.rows[0]?.title });
  const done = await importOrders(hotline, first);
  assert.deepEqual(done.ok && done.value, { rows: 400, added: 400, changed: 0, unchanged: 0 });
  const kept = await cases(here);
  assert.equal(kept.length, 400);
  assert.deepEqual(new Set(kept.map(({ no }) => no)).size, 400);
  assert.deepEqual(
    new Set(kept.map(({ building }) => building)),
    new Set(['14', '15', null]),
    'there is no building 99',
  );
  assert.ok(
    kept.every(({ posted }) => !posted),
    'nobody has looked at them',
  );
  assert.equal(codeOf(await importOrders(hotline, first)), 'already_imported');
  const rows = orderSheet();
  const again = file([['又导出一次'], ...rows]);
  assert.deepEqual(await planned(hotline, again), [0, 0, 400]);
  const unchanged = await importOrders(hotline, again);
  assert.deepEqual(unchanged.ok && unchanged.value, { rows: 400, added: 0, changed: 0, unchanged: 400 });
  assert.deepEqual(await cases(here), kept);
  const changed = rows.map((row) =>
    row[1] === first.rows[0]?.no ? row.map((cell) => (cell === '办理中' ? '回复完成' : cell)) : row,
  );
  const later = file(changed);
  const plan = await ordersPlan(hotline, later);
  assert.deepEqual(plan?.fresh, []);
  assert.deepEqual([plan?.added, plan?.changed, plan?.unchanged], [0, 1, 399]);
  assert.deepEqual(
    plan?.rows.map(({ row, fields }) => [row, fields]),
    [[8, ['state']]],
  );
  assert.equal(codeOf(await importOrders(hotline, later)), 'ok');
  const no = plan?.rows[0]?.case ?? 0;
  const course = await orderPage(hotline, { no });
  assert.deepEqual([course?.standing.state, course?.course.map(({ step }) => step)], ['archived', ['concluded']]);
  const history = await orderHistory(hotline, { no });
  assert.deepEqual(
    history?.map(({ said }) => said.state),
    ['回复完成', '办理中'],
  );
  assert.deepEqual(
    (await orderImports(hotline, undefined))?.map(({ added, changed }) => [added, changed]),
    [
      [0, 1],
      [0, 0],
      [400, 0],
    ],
  );
  assert.equal((await here.leaves()).length, 3);
});

test('all rows or none; a moment that has not come is no moment of an order', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const rows = [head, one('1', '电梯坏了'), ['2', '路灯不亮', '2999-01-01']];
  const early = file(rows);
  assert.deepEqual((await ordersPlan(hotline, early))?.early, [{ row: 3, field: 'came' }]);
  const refused = await importOrders(hotline, early);
  assert.deepEqual(!refused.ok && [refused.refusal.code, refused.refusal.details], ['in_the_future', { row: 3 }]);
  assert.deepEqual(await cases(here), []);
});

test('an order without a number is known again by what it says, and one here set right stays so', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const without = [one('', '电梯坏了', '14号楼', '办理中', '刘女士', '13800001234'), one('', '路灯不亮')];
  assert.equal(codeOf(await importOrders(hotline, file([head, ...without]))), 'ok');
  assert.deepEqual(await planned(hotline, file([head, ...without, one('', '垃圾没人清')])), [1, 0, 2]);
  assert.equal((await ordersPlan(hotline, file([head, ...without])))?.unnumbered, 2);

  assert.equal(codeOf(await importOrders(hotline, file([head, one('9', '楼道堆物', '14号楼')]))), 'ok');
  await sql(
    `update cases set title = '楼道里的柜子', place = '14号楼2单元' where community_id = $1 and external_no = '9'`,
    [here.communityId],
  );
  const moved = file([head, one('9', '楼道又堆物了', '15号楼', '回复完成', '王先生', '13900001234', '已清理', '重点')]);
  assert.deepEqual((await ordersPlan(hotline, moved))?.rows[0]?.fields, [
    'content',
    'others',
    'place',
    'reply',
    'state',
    'title',
  ]);
  assert.equal(codeOf(await importOrders(hotline, moved)), 'ok');
  const kept = (await cases(here)).find(({ external_no }) => external_no === '9');
  assert.deepEqual([kept?.title, kept?.place, kept?.building], ['楼道里的柜子', '14号楼2单元', '14']);
  assert.equal((await ordersPlan(hotline, moved))?.imported, true);
  const [content] = await sql<{ words: string }>(
    `select words from case_content t join cases k on k.community_id = t.community_id and k.id = t.case_id
      where k.community_id = $1 and external_no = '9'`,
    [here.communityId],
  );
  assert.equal(content?.words, '楼道堆物', 'what was said first stays');
  const history = await orderHistory(hotline, { no: kept?.no ?? 0 });
  assert.deepEqual(
    history?.map(({ said }) => said.content),
    ['楼道又堆物了', '楼道堆物'],
  );
  assert.deepEqual(
    history?.map(({ others }) => others),
    [[['备注', '重点']], []],
  );
  const secretary = await orderHistory(here.by(await here.staff('party-secretary')), { no: kept?.no ?? 0 });
  assert.deepEqual(
    secretary?.map(({ said, others }) => [said.content, others]),
    [
      ['楼道又堆物了', []],
      ['楼道堆物', []],
    ],
  );
  assert.doesNotMatch(JSON.stringify(history), /王先生|13900001234/, 'who called is not for everybody who reads it');
  const rung = file([head, one('9', '楼道又堆物了', '15号楼', '回复完成', '王先生', '13900001235', '已清理', '重点')]);
  assert.deepEqual(
    (await ordersPlan(hotline, rung))?.rows.map(({ fields, caller }) => [fields, caller]),
    [[[], true]],
  );
});

test('whoever has to ring reads who called as the last sheet has it, and finds by that number', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const order = (...who: string[]) => file([head, one('9', '楼道堆物', '14号楼', '办理中', ...who)]);
  done(await importOrders(hotline, order('王先生', '13900001234')));
  const masked = async () => {
    const page = await orderPage(hotline, { no: 1 });
    return [page?.complainant, page?.phone];
  };
  const contact = async () => {
    done(await lookCase(hotline, { case: 1 }));
    const seen = (await caseContact(hotline, { no: 1 }))?.contact;
    return [seen?.complainant, seen?.phone];
  };
  const found = async (q: string) =>
    (await deskDay(hotline, filterFrom({ q })))?.lines.map(({ no, phone }) => [no, phone]);
  assert.deepEqual(await masked(), ['王先生', '139****1234']);
  done(await importOrders(hotline, order('刘女士', '010-6172 0000')));
  assert.deepEqual(await masked(), ['刘女士', '010****0000']);
  assert.deepEqual(await contact(), ['刘女士', '01061720000']);
  assert.deepEqual(await found('010 61720000'), [[1, '010****0000']]);
  assert.deepEqual(await found('０１０－６１７２００００'), [[1, '010****0000']]);
  assert.deepEqual(await found('13900001234'), [], 'that number was wrong');
  assert.deepEqual(
    (await orderHistory(hotline, { no: 1 }))?.map(({ rung }) => rung),
    [true, true],
  );
  done(await importOrders(hotline, order()));
  assert.deepEqual(
    await masked(),
    ['刘女士', '010****0000'],
    'a sheet that does not say who called takes nothing away',
  );
  done(await importOrders(hotline, order('刘女士', '6172-0000')));
  assert.deepEqual(await found('6172-0000'), [[1, '****00']]);
});

test('another category of a later sheet is another in the tree, but where somebody here has set it', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const worker = here.by(await here.staff('social-worker'));
  for (const name of ['停车管理', '电梯运行', '路灯']) done(await addEntry(worker, { list: 'category', name }));
  let turn = 0;
  const order = (category: string) =>
    file([[`第${++turn}次导出`], ['编号', '主要内容', '问题分类'], ['1', '电梯坏了', category]]);
  const kept = async () =>
    (
      await sql<{ name: string | null }>(
        `select (select name from case_category g where g.community_id = k.community_id and g.id = k.category_id) as name
           from cases k where community_id = $1`,
        [here.communityId],
      )
    ).map(({ name }) => name);
  done(await importOrders(hotline, order('停车管理')));
  assert.deepEqual(await kept(), ['停车管理']);
  done(await importOrders(hotline, order('电梯运行')));
  assert.deepEqual(await kept(), ['电梯运行']);
  done(await importOrders(hotline, order('别处的分类')));
  assert.deepEqual(await kept(), [null]);
  done(await importOrders(hotline, order('停车管理')));
  await sql(
    `update cases set category_id = (select id from case_category where community_id = $1 and name = '路灯') where community_id = $1`,
    [here.communityId],
  );
  done(await importOrders(hotline, order('电梯运行')));
  assert.deepEqual(await kept(), ['路灯'], 'set here');
});

test('an order a sheet had called finished is opened again by one that says it goes on', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const order = (state: string) => file([head, one('9', '楼道堆物', '14号楼', state)]);
  done(await importOrders(hotline, order('已办结')));
  assert.equal((await orderPage(hotline, { no: 1 }))?.standing.state, 'archived');
  done(await importOrders(hotline, order('已回访')));
  assert.equal((await orderPage(hotline, { no: 1 }))?.standing.state, 'archived', 'that does not say that it goes on');
  done(await importOrders(hotline, order('办理中')));
  const again = await orderPage(hotline, { no: 1 });
  assert.deepEqual(
    [again?.standing.state, again?.standing.repliedAt, again?.course.map(({ step, words }) => [step, words])],
    [
      'received',
      null,
      [
        ['resumed', '办理中'],
        ['concluded', ''],
      ],
    ],
  );
  const [row] = await sql<{ state: string; due: boolean; replied: boolean }>(
    `select state, due_at is not null as due, replied_at is not null as replied from cases where community_id = $1`,
    [here.communityId],
  );
  assert.deepEqual(row, { state: 'received', due: true, replied: false }, 'the row says what its events say');
  done(await importOrders(hotline, order('回复完成')));
  assert.equal((await orderPage(hotline, { no: 1 }))?.standing.state, 'archived');
});

test('an order that was typed here before its sheet came keeps what was typed', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  await sql(
    `with k as (insert into cases (community_id, no, kind, source, external_no, title, place, happened_at)
       values ($1, 1, 'complaint', '12345', '77', '手写的标题', '东门', '2024-01-30') returning id)
     insert into case_content (community_id, case_id, words) select $1, id, '手写的内容' from k`,
    [here.communityId],
  );
  const sheet = file([head, one('77', '来表的内容', '西门')]);
  assert.deepEqual(await planned(hotline, sheet), [0, 1, 0]);
  assert.equal(codeOf(await importOrders(hotline, sheet)), 'ok');
  const [kept] = await cases(here);
  assert.deepEqual([kept?.title, kept?.place], ['手写的标题', '东门']);
  assert.equal((await orderHistory(hotline, { no: 1 }))?.[0]?.said.content, '来表的内容');
  assert.equal(await orderHistory(here.by(await here.staff('property')), { no: 1 }), undefined);
  const against = await here.staff('social-worker');
  await sql('update cases set against_id = $2 where community_id = $1', [here.communityId, against]);
  assert.deepEqual(await orderHistory(here.by(against), { no: 1 }), [], 'not to whom it is against');
  assert.deepEqual(await planned(hotline, sheet), [0, 0, 1]);
});

test('a column that is not in a later sheet changes nothing; an empty cell of one that is there does', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const whole = [
    '编号',
    '标题',
    '主要内容',
    '来电时间',
    '小区点位',
    '工单类型',
    '问题分类',
    '工单状态',
    '来电人',
    '电话',
    '备注',
  ];
  const said = [
    '灯',
    '路灯不亮',
    '2024-01-31 15:03',
    '14号楼',
    '投诉',
    '市政->照明',
    '办理中',
    '刘女士',
    '13800001234',
    '急',
  ];
  assert.equal(codeOf(await importOrders(hotline, file([whole, ['1', ...said], ['2', ...said]]))), 'ok');
  const kept = await cases(here);

  const short = ['编号', '主要内容', '回复内容'];
  assert.deepEqual(await planned(hotline, file([short, ['1', '路灯不亮', ''], ['2', '路灯不亮', '']])), [0, 0, 2]);
  const answered = file([short, ['1', '路灯不亮', '换了灯'], ['2', '路灯不亮', '']]);
  assert.deepEqual(
    (await ordersPlan(hotline, answered))?.rows.map(({ fields, caller }) => [fields, caller]),
    [[['reply'], false]],
  );
  assert.equal(codeOf(await importOrders(hotline, answered)), 'ok');
  assert.deepEqual(await cases(here), kept, 'title, place and building stay');
  const no = kept[0]?.no ?? 0;
  const [last] = (await orderHistory(hotline, { no })) ?? [];
  assert.deepEqual(
    [last?.said.reply, last?.said.category, last?.said.state, last?.others, last?.rung],
    ['换了灯', '市政->照明', '办理中', [['备注', '急']], false],
  );
  assert.equal((await orderPage(hotline, { no }))?.kind, 'complaint');

  const emptied = file([
    ['编号', '主要内容', '小区点位', '电话', '备注'],
    ['1', '路灯不亮', '', '', ''],
  ]);
  assert.deepEqual(
    (await ordersPlan(hotline, emptied))?.rows.map(({ fields, caller }) => [fields, caller]),
    [[['others', 'place'], true]],
  );
  assert.equal(codeOf(await importOrders(hotline, emptied)), 'ok');
  const [changed, same] = await cases(here);
  assert.deepEqual([changed?.title, changed?.place, changed?.building], ['灯', '', null]);
  assert.deepEqual(same, kept[1]);
  const again = file([
    [...short, '备注', '楼长'],
    ['1', '路灯不亮', '换了灯', '', '老王'],
  ]);
  assert.equal(codeOf(await importOrders(hotline, again)), 'ok');
  const turned = file([
    ['楼长', ...short, '备注'],
    ['老王', '1', '路灯不亮', '换了灯', ''],
  ]);
  assert.deepEqual(await planned(hotline, turned), [0, 0, 1]);
});

test('a title made of the content goes on with it where no sheet has a title', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  for (const content of ['路灯不亮', '路灯又不亮了'])
    assert.equal(
      codeOf(
        await importOrders(
          hotline,
          file([
            ['编号', '主要内容'],
            ['1', content],
          ]),
        ),
      ),
      'ok',
    );
  assert.equal((await cases(here))[0]?.title, '路灯又不亮了');
});

test('who answers for work orders brings them in; one community’s are not another’s', async () => {
  const here = await makeCommunity();
  const other = await makeCommunity();
  const sheet = file([head, one('1', '电梯坏了')]);
  for (const role of ['property', 'district', 'auditor', 'party-secretary'] as const)
    assert.equal(codeOf(await importOrders(here.by(await here.staff(role)), sheet)), 'not_allowed', role);
  assert.equal(codeOf(await importOrders(here.byVisitor(), sheet)), 'not_allowed');
  assert.equal(await ordersPlan(here.by(await here.staff('property')), sheet), undefined);
  assert.equal(codeOf(await importOrders(here.byImport(), sheet)), 'ok');
  assert.equal(codeOf(await importOrders(other.by(await other.staff('social-worker')), sheet)), 'ok');
  assert.equal((await cases(other)).length, 1);
});

test('two who send the same sheet at once bring it in once', async () => {
  const here = await makeCommunity();
  const sheet = file([head, one('1', '电梯坏了'), one('2', '路灯不亮')]);
  const both = await Promise.all([importOrders(here.byImport(), sheet), importOrders(here.byImport(), sheet)]);
  assert.deepEqual(both.map(codeOf).sort(), ['already_imported', 'ok']);
  assert.equal((await cases(here)).length, 2);
});

test('what the columns of a heading are is remembered', async () => {
  const here = await makeCommunity();
  const hotline = here.by(await here.staff('hotline'));
  const said = { heading: '单号|说的啥', columns: { 单号: 'no', 说的啥: 'content' } };
  assert.equal(codeOf(await rememberColumns(hotline, { ...said, columns: { 单号: 'no' } })), 'content_missing');
  assert.equal(
    codeOf(await rememberColumns(hotline, { ...said, columns: { 单号: 'content', 说的啥: 'content' } })),
    'column_taken_twice',
  );
  assert.equal(codeOf(await rememberColumns(hotline, { ...said, columns: { 说的啥: 'content' } })), 'ok');
  assert.equal(codeOf(await rememberColumns(hotline, said)), 'ok');
  assert.deepEqual(await rememberedColumns(hotline, undefined), { [said.heading]: said.columns });
});

test('from the command line: what is refused, what it would do, what it did, and which column was taken for what', async () => {
  const here = await makeCommunity();
  const folder = mkdtempSync(join(tmpdir(), 'tongxin-orders-'));
  const path = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  try {
    const book = path('orders.csv', iconv.encode(asCsv(orderSheet()), 'gb18030'));
    const dry = await run(importCases, book, '--community', here.slug, '--dry-run');
    assert.equal(dry.status, 0, dry.stderr);
    assert.deepEqual([dry.json().new, dry.json().changed, dry.json().unchanged, dry.json().refused], [400, 0, 0, []]);
    assert.equal(dry.json().columns.known.主要内容, 'content');
    assert.deepEqual(dry.json().columns.kept, ['序号', '标签', '督办次数']);
    assert.deepEqual(await cases(here), [], 'tried, not written');
    const done = await run(importCases, book, '--community', here.slug);
    assert.deepEqual([done.status, done.json().new], [0, 400]);
    assert.match(done.stderr, /reading .*400 orders read.*comparing and writing/s, 'how far it is');
    const again = await run(importCases, book, '--community', here.slug);
    assert.deepEqual([again.status, again.json().new, again.json().changed, again.json().unchanged], [0, 0, 0, 400]);
    const odd = path('odd.csv', asCsv([['工单编号', '反映情况', '来电时间'], one('1', '电梯坏了')]));
    const named = await run(importCases, odd, '--community', here.slug);
    assert.deepEqual(
      [named.status, named.json().columns],
      [1, { known: { 工单编号: 'no', 来电时间: 'came' }, kept: ['反映情况'] }],
      'what its columns were taken for is said also where one is missing',
    );
    const lost = await run(importCases, path('lost.csv', asCsv(orderSheet(400, 12))), '--community', here.slug);
    assert.deepEqual([lost.status, lost.json().refused.length, lost.json().refused[0].field], [1, 12, 'no']);
    const bad = path(
      'bad.csv',
      asCsv([['说明'], head, one('1', ''), one('1.23E+17', '坏了'), ['3', '坏了', '2999-01-01'], one('4', '好')]),
    );
    const refused = await run(importCases, bad, '--community', here.slug);
    assert.equal(refused.status, 1);
    assert.deepEqual(
      refused.json().refused.map(({ row, field }: { row: number; field: string }) => [row, field]),
      [
        [3, 'content'],
        [4, 'no'],
        [5, 'came'],
      ],
    );
    assert.equal(
      refused.stderr
        .trimEnd()
        .split('\n')
        .filter((line) => /^Row \d/.test(line)).length,
      3,
    );
    assert.equal((await cases(here)).length, 400, 'all or none');
    assert.equal((await run(importCases, bad, '--community', 'nowhere')).status, 1);
    const old = await run(
      importCases,
      path('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      '--community',
      here.slug,
    );
    assert.deepEqual([old.status, /Save as/.test(old.stderr)], [1, true]);
    assert.equal((await run(importCases, bad)).status, 2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a sheet says by when it wants an answer: counted from when it came, and what cannot be read is refused by row', async () => {
  const here = await makeCommunity();
  here.at('2024-01-31T15:30');
  const hotline = here.by(await here.staff('hotline'));
  const limits = ['2小时', '７天', '5个工作日', '2024-02-01 09:00', '/', '2024-01-31'];
  const rows = (said: string[]) => [[...head, '办理时限'], ...said.map((limit, n) => timely(String(n + 1), limit))];
  const timely = (no: string, limit: string) => [...one(no, `第${no}件`, '', '办理中', '', '', '', ''), limit];
  assert.equal(codeOf(await importOrders(hotline, file(rows(limits)))), 'ok');
  const due = () =>
    sql<{ due: string; said: string }>(
      `select to_char(k.due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due, coalesce(e.words, '') as said from cases k
        left join case_event e on e.community_id = k.community_id and e.case_id = k.id and e.step = 'limit'
        where k.community_id = $1 order by k.external_no, e.id desc`,
      [here.communityId],
    );
  assert.deepEqual(
    (await due()).map((one) => [one.due, one.said]),
    [
      ['01-31 17:03', '2小时'],
      ['02-01 15:30', '7天'],
      ['02-01 15:30', '5个工作日'],
      ['02-01 09:00', '2024-02-01 09:00'],
      ['02-01 15:30', ''],
      ['01-31 23:59', '2024-01-31'],
    ],
  );
  const [first] = await cases(here);
  const page = await orderPage(hotline, { no: first?.no ?? 0 });
  assert.equal(page?.standing.due?.toISOString(), '2024-01-31T09:03:00.000Z');
  const sooner = rows(['2小时', '1小时', ...limits.slice(2)]);
  assert.equal(codeOf(await importOrders(hotline, file(sooner))), 'ok');
  assert.deepEqual(
    (await due()).map((one) => one.due).slice(0, 3),
    ['01-31 17:03', '01-31 16:03', '01-31 16:03'],
    'a later sheet that wants it sooner',
  );
  const unread = orders.read(linesOf(rows(['特急', '0天', '2小时', '1constructor', '1__proto__'])));
  assert.deepEqual(
    unread.problems.map(({ row, column, code: why, detail }) => [row, column, why, detail]),
    [
      [2, 'limit', 'limit', '特急'],
      [3, 'limit', 'limit', '0天'],
      [5, 'limit', 'limit', '1constructor'],
      [6, 'limit', 'limit', '1__proto__'],
    ],
  );
});
